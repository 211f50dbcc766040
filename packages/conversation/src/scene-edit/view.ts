import type { Scene, Thing, Viewpoint } from '@plantain/core'

/** Where the horizon lies in each view, and how much larger or smaller things are than at eye level. */
const VIEWS: Readonly<
  Record<Viewpoint, { readonly horizon: readonly [number, number]; readonly size: number }>
> = {
  'eye level': { horizon: [0.35, 0.6], size: 1 },
  'from above': { horizon: [0.2, 0.28], size: 0.75 },
  'low angle': { horizon: [0.66, 0.8], size: 1.25 },
  'close-up': { horizon: [0.3, 0.6], size: 1 },
  wide: { horizon: [0.4, 0.6], size: 0.62 },
  portrait: { horizon: [0.35, 0.7], size: 1 },
}

/** The scene from another viewpoint. Things stay on the ground they stand on: it is compressed or stretched with the horizon. */
export function seenFrom(scene: Scene, viewpoint: Viewpoint, subject: number | null): Scene {
  const { world, things } = scene
  const {
    horizon: [low, high],
    size,
  } = VIEWS[viewpoint]
  const horizon = Math.min(high, Math.max(low, world.horizon))
  const factor = size / VIEWS[world.viewpoint].size
  const moved = things.map((thing) => onGround(thing, world.horizon, horizon, factor))
  const seen: Scene = { ...scene, world: { ...world, viewpoint, horizon }, things: moved }
  return subject !== null && (viewpoint === 'close-up' || viewpoint === 'portrait')
    ? closeTo(seen, subject, viewpoint)
    : seen
}

function onGround(thing: Thing, from: number, to: number, factor: number): Thing {
  const grounded = thing.support === 'ground' || thing.support === 'water'
  const y =
    grounded && thing.y > from
      ? to + ((thing.y - from) * (1 - to)) / (1 - from)
      : thing.support === 'air'
        ? (thing.y * to) / from
        : thing.y
  return {
    ...thing,
    y: Math.min(1, Math.max(0, y)),
    height: Math.min(1.2, Math.max(0.02, thing.height * factor)),
  }
}

/** Everything about the subject grows with it, as the camera comes near. */
function closeTo(scene: Scene, subject: number, viewpoint: Viewpoint): Scene {
  const main = scene.things[subject]!
  const height = viewpoint === 'portrait' ? 1.15 : Math.max(0.72, main.height)
  const factor = height / main.height
  const foot = viewpoint === 'portrait' ? 1 : Math.min(0.97, Math.max(main.y, 0.92))
  const things = scene.things.map((thing, index) => {
    if (index === subject) return { ...thing, x: 0.5, y: foot, height }
    return {
      ...thing,
      x: Math.min(1, Math.max(0, 0.5 + (thing.x - main.x) * factor)),
      y: Math.min(1, Math.max(0, foot + (thing.y - main.y) * factor)),
      height: Math.min(1.2, thing.height * factor),
    }
  })
  return { ...scene, things, world: { ...scene.world, focus: Math.max(scene.world.focus, 0.5) } }
}
