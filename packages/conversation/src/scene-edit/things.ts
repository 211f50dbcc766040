import { MAX_THINGS, type Scene, type Thing } from '@plantain/core'

/** What an edit of a scene gives: the new scene, or why not. */
export type Edited =
  | { readonly scene: Scene; readonly notes?: readonly string[] }
  | { readonly refused: string }

export const withThing = (scene: Scene, index: number, change: Partial<Thing>): Scene => ({
  ...scene,
  things: scene.things.map((thing, at) => (at === index ? { ...thing, ...change } : thing)),
})

/** Indices of what a thing carries, wears and holds, and of what those do in turn. */
export function carriedBy(scene: Scene, index: number): number[] {
  const own = scene.things.flatMap((thing, at) => (thing.parent === index ? [at] : []))
  return [...own, ...own.flatMap((at) => carriedBy(scene, at))]
}

/** An id that no thing of the scene has: `base` itself where it is free. */
export function freshId({ things }: Scene, base: string): string {
  const taken = new Set(things.flatMap(({ id, group }) => [id, group?.id]))
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}

/** With one thing more; null where the scene is full. */
export function withMore(scene: Scene, thing: Thing): Scene | null {
  if (scene.things.length >= MAX_THINGS) return null
  return { ...scene, things: [...scene.things, { ...thing, id: freshId(scene, thing.id) }] }
}

/**
 * Without these things. What they wear, hold and contain goes with them; what stood on them stands on the ground below.
 */
export function withoutThings(scene: Scene, indices: readonly number[]): Scene {
  const gone = new Set(indices)
  for (let grown = true; grown;) {
    grown = false
    scene.things.forEach(({ parent, support }, at) => {
      if (parent === null || gone.has(at) || !gone.has(parent)) return
      if (['worn', 'held', 'in'].includes(support)) {
        gone.add(at)
        grown = true
      }
    })
  }
  const place = new Map<number, number>()
  scene.things.forEach((_, at) => {
    if (!gone.has(at)) place.set(at, place.size)
  })
  const things = scene.things.flatMap((thing, at): Thing[] => {
    if (gone.has(at)) return []
    if (thing.parent === null) return [thing]
    const parent = place.get(thing.parent)
    return [parent === undefined ? landed(thing, scene.things[thing.parent]!, place) : { ...thing, parent }]
  })
  return { ...scene, things }
}

/** What lost what it stood on stands where that stood. */
function landed(thing: Thing, on: Thing, place: ReadonlyMap<number, number>): Thing {
  const parent = on.parent === null ? null : (place.get(on.parent) ?? null)
  const free = ['ground', 'water', 'air', 'wall'].includes(on.support)
  return { ...thing, parent, support: parent !== null || free ? on.support : 'ground', y: on.y }
}

/** Places of its group that a thing takes: 0 for what is single. */
export const membersOf = ({ group, count }: Thing): readonly number[] =>
  group?.members ?? Array.from({ length: count }, (_, member) => member)

/** Id of one member as an element of the picture: stable when the group is parted. */
export function elementId(thing: Thing, member: number): string {
  if (thing.group !== undefined) return `${thing.group.id}.${member + 1}`
  return thing.count === 1 ? thing.id : `${thing.id}.${member + 1}`
}

/**
 * Parts some members off their group, so that they can be changed alone; none of them moves. Gives where they stand now.
 * Refuses where the scene is full.
 */
export function part(
  scene: Scene,
  index: number,
  members: readonly number[],
): { readonly scene: Scene; readonly index: number } | { readonly refused: string } {
  const thing = scene.things[index]!
  const all = membersOf(thing)
  const rest = all.filter((member) => !members.includes(member))
  if (rest.length === 0) return { scene, index }
  const group = thing.group ?? { id: thing.id, size: thing.count, members: all }
  const few = all.filter((member) => members.includes(member))
  const left = withThing(scene, index, { count: rest.length, group: { ...group, members: rest } })
  const one: Thing = {
    ...thing,
    id: `${group.id}.${few.map((member) => member + 1).join('.')}`,
    count: few.length,
    group: { ...group, members: few },
  }
  const parted = withMore(left, one)
  return parted === null ? { refused: FULL } : { scene: parted, index: parted.things.length - 1 }
}

export const FULL: string = `A picture of this model holds ${MAX_THINGS} kinds of things at most, and this one is full; take one out first.`

/** Takes some members out of a group; the others keep their places. All of them: the thing itself. */
export function withoutMembers(scene: Scene, index: number, members: readonly number[]): Scene {
  const thing = scene.things[index]!
  const all = membersOf(thing)
  const rest = all.filter((member) => !members.includes(member))
  if (rest.length === 0) return withoutThings(scene, [index])
  const group = thing.group ?? { id: thing.id, size: thing.count, members: all }
  return withThing(scene, index, { count: rest.length, group: { ...group, members: rest } })
}
