import type { Scene, World } from '@plantain/core'
import { before } from '../scene-edit/land.ts'
import { inWeather } from '../scene-edit/weather.ts'
import { withoutMembers } from '../scene-edit/things.ts'
import type { Target } from '../scene-edit/targets.ts'
import { readPhrase, says } from '../reading/phrase.ts'
import { isLettering, withoutLettering } from './lettering.ts'
import { note, sceneOp, toScene, type Op, type SceneView, type Step } from './op.ts'
import { missing, subjects } from './subject.ts'

/** "take the bench away", "no moon", "remove one cow". */
export const remove: Op = sceneOp('remove', (wish, view) => {
  const wording = wish.target ?? ''
  if (isLettering(wording)) return withoutLettering(view, null)
  const found = subjects(wish, view)
  const written = found.length === 0 ? withoutLettering(view, wording) : []
  if (found.length === 0)
    return written.some((step) => step.do !== 'note')
      ? written
      : (weatherOff(wish.target ?? '', view) ?? [missing(wish)])
  const things = found.filter((target) => target.kind === 'thing')
  if (things.length > 0) return [toScene(without(view, things, wish.count))]
  const [part] = found
  return part?.kind === 'part' ? removePart(part.part.id, view) : [missing(wish)]
})

/** `count` of them: those that were pointed at, else the last ones. */
function without(
  view: SceneView,
  targets: readonly (Target & { kind: 'thing' })[],
  count: number | undefined,
): Scene {
  const most = count === undefined ? Infinity : Math.max(1, Math.round(count))
  let [scene, left] = [view.scene, most]
  for (const { index, members } of [...targets].sort((a, b) => b.index - a.index)) {
    if (left <= 0) break
    const leave = members.slice(Math.max(0, members.length - left))
    left -= leave.length
    scene = withoutMembers(scene, index, leave)
  }
  return scene
}

const PARTS: Readonly<Record<string, (world: World) => World | null>> = {
  clouds: (world) => ({
    ...(['cloudy', 'overcast'].includes(world.weather) ? inWeather(world, 'clear') : world),
    clouds: 0,
  }),
  sun: (world) => ({ ...world, sun: false }),
  moon: (world) => ({ ...world, moon: 'none' }),
  stars: (world) => (world.land === 'space' ? null : { ...world, clouds: Math.max(world.clouds, 0.75) }),
  rainbow: (world) => ({ ...world, rainbow: false }),
  aurora: (world) => ({ ...world, aurora: false }),
  lightning: (world) => ({ ...world, lightning: false }),
  water: (world) =>
    world.land === 'sea' || world.land === 'island'
      ? null
      : { ...world, water: 'none', land: world.land === 'beach' ? 'desert' : world.land, shore: world.shore },
  cover: (world) => ({
    ...world,
    cover: 'none',
    season: world.cover === 'snow' && world.season === 'winter' ? 'spring' : world.season,
  }),
  road: (world) =>
    ['path', 'road'].includes(world.cover) && !['street', 'city'].includes(world.land)
      ? { ...world, cover: 'none' }
      : null,
  relief: (world) => ({ ...world, land: 'meadow', relief: Math.min(world.relief, 0.08) }),
  trees: (world) =>
    ['forest', 'jungle'].includes(world.land)
      ? { ...world, land: 'meadow' }
      : world.land === 'mountains'
        ? null
        : { ...world, land: 'meadow' },
  buildings: (world) => (world.land === 'village' ? { ...world, land: 'meadow' } : null),
}

function removePart(part: string, view: SceneView): readonly Step[] {
  const world = PARTS[part]?.(view.scene.world) ?? null
  if (world === null)
    return [note(`The ${part} cannot be taken out of this picture; ask for another background instead.`)]
  return [toScene({ ...view.scene, world })]
}

/** "no more rain", "remove the fog": weather is no thing. */
function weatherOff(target: string, view: SceneView): readonly Step[] | null {
  const phrase = readPhrase(view.words, target)
  const { world } = view.scene
  if (says(phrase, 'weather', world.weather) && world.weather !== 'clear')
    return [toScene({ ...view.scene, world: inWeather(world, 'clear') })]
  if (says(phrase, 'land', world.land)) {
    const scene = before(view.scene, { land: 'meadow', water: null, cover: null, backdrop: null })
    return scene === null ? null : [toScene(scene)]
  }
  return null
}
