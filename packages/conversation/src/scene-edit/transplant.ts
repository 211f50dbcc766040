import { MAX_THINGS, type Scene, type Thing } from '@plantain/core'
import { carriedBy, freshId } from './things.ts'

/** A thing with all that it wears, holds and carries, parents counted within the list. */
export function cutting(scene: Scene, index: number): readonly Thing[] {
  const all = [index, ...carriedBy(scene, index)]
  return all.map((at) => {
    const thing = scene.things[at]!
    return { ...thing, parent: at === index || thing.parent === null ? null : all.indexOf(thing.parent) }
  })
}

/** Sets a cutting into a scene: the first of it where `change` says. Null where there is no room. Ids stay where they are free, and looks with them. */
export function planted(scene: Scene, things: readonly Thing[], change: Partial<Thing>): Scene | null {
  if (scene.things.length + things.length > MAX_THINGS) return null
  const first = scene.things.length
  const [root] = things
  if (root === undefined) return scene
  const moved = { ...root, ...change }
  const [dx, dy, factor] = [moved.x - root.x, moved.y - root.y, moved.height / root.height]
  let now = scene
  things.forEach((thing, at) => {
    const placed: Thing =
      at === 0
        ? moved
        : {
            ...thing,
            x: clamp01(thing.x + dx),
            y: clamp01(thing.y + dy),
            height: Math.min(1.2, Math.max(0.02, thing.height * factor)),
            parent: thing.parent === null ? null : first + thing.parent,
          }
    // The look of a thing hangs on its id: under a new one it keeps the old as the seed of its group.
    const id = freshId(now, placed.id)
    const own =
      id === placed.id
        ? placed
        : {
            ...placed,
            id,
            group: placed.group ?? {
              id: placed.id,
              size: placed.count,
              members: Array.from({ length: placed.count }, (_, n) => n),
            },
          }
    now = { ...now, things: [...now.things, own] }
  })
  return now
}

const clamp01 = (value: number): number => Math.min(1, Math.max(0, value))
