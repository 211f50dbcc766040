import type { Scene, World } from '@plantain/core'
import type { Shown } from '../ops/op.ts'
import type { Tools } from '../perform.ts'
import { worldParts } from '../world-parts.ts'

/** Large enough to tell whether a moon can be seen. */
const LOOKED_AT = 160
const SEEN_PIXELS = 12

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
    world: { ...world, clouds: Math.min(world.clouds, 0.25), ...change },
  })
  const tries = [
    scene,
    less({}),
    less({ sunY: 0.8 }),
    less({ sunY: 0.8, clouds: 0.1 }),
    ...(fixed ? [] : [less({ sunY: 0.8, sunX: 0.25 }), less({ sunY: 0.8, sunX: 0.75 })]),
  ]
  for (const tried of tries) {
    const painted = await tools.paint(tried, { width: LOOKED_AT, height: LOOKED_AT }, signal)
    let seen = 0
    for (const label of painted.labels) if (labels.includes(label)) seen++
    if (seen >= SEEN_PIXELS) return tried
  }
  return scene
}
