import type { Scene, World } from '@plantain/core'
import type { Shown } from '../ops/op.ts'
import type { Tools } from '../perform.ts'
import { worldParts } from '../world-parts.ts'

/** Large enough to tell whether a moon can be seen. */
const LOOKED_AT = 320
/** About half of each disc at that size; less may be a gap in the clouds. */
const SEEN_PIXELS: Readonly<Record<string, number>> = { moon: 300, sun: 60, rainbow: 240 }

/** The scene, or one in which the clouds make way and the orb stands elsewhere, so that the part can be seen. As it is where nothing helps. */
export async function showing(
  scene: Scene,
  { part, fixed }: Shown,
  tools: Tools,
  signal: AbortSignal,
): Promise<Scene> {
  const labels = worldParts.find(({ id }) => id === part)?.labels ?? []
  const { world } = scene
  const less = (change: Partial<World>): Scene => ({
    ...scene,
    world: {
      ...world,
      // A cloudy sky has its banks of clouds however few are asked for.
      weather: world.weather === 'cloudy' ? 'clear' : world.weather,
      clouds: Math.min(world.clouds, 0.25),
      ...change,
    },
  })
  const tries = [
    scene,
    less({}),
    less({ sunY: 0.8 }),
    less({ sunY: 0.8, clouds: 0.1 }),
    // On the side that was asked for, or on either.
    ...(fixed ? [world.sunX + 0.12, world.sunX - 0.12] : [0.25, 0.75]).map((sunX) =>
      less({ sunY: 0.85, clouds: 0.1, sunX }),
    ),
  ]
  for (const tried of tries) {
    const painted = await tools.paint(tried, { width: LOOKED_AT, height: LOOKED_AT }, signal)
    let seen = 0
    for (const label of painted.labels) if (labels.includes(label)) seen++
    if (seen >= (SEEN_PIXELS[part] ?? 12)) return tried
  }
  return scene
}
