import { MAX_THINGS, PlantainError, type Scene, type Thing } from '@plantain/core'
import { encodeSlots, type LatentSpace } from '@plantain/scene'
import { z } from 'zod'
import type { Details } from '../../model.ts'
import { type Given, holdSlot, holdThing, holdWorld } from './given.ts'
import {
  firstIssue,
  readScene,
  someThingFacts,
  THING_FIELD_NAMES,
  type ThingField,
  thingField,
  WORLD_FIELD_NAMES,
  type WorldField,
  worldField,
} from './scene-schema.ts'

/**
 * A change of a scene, as `hints` of a run of the task "generate" (`EDIT` shows the shape):
 *
 *     engine.run({ model, task: 'generate', params: {
 *       prompt: 'a red house by a lake at night, a black cat on the left',      // what the NEW picture shows, in words
 *       hints: {
 *         scene,                                                                // a Scene: what is known
 *         free: {                                                               // what of it is made anew
 *           world: ['sun', 'moon', 'sunX', 'sunY', 'drama'],
 *           things: [{ slot: 2, fields: 'all', known: { kind: 'cat', color: 'black', count: 1 } }],
 *         },
 *       } } })
 *
 * The scene is encoded, the free parts start as noise and are denoised by the run's ordinary scheduler, steps, guidance and seed; all else is given to
 * the network at every step and comes back as the very values that went in, with `id`, `word` and `text`. The new scene is `details.scene` of
 * the result; its `seed` (fine texture) is that of the given scene, so that clouds and ridges stay. Another seed of the run is another try.
 *
 * How to say what:
 * - *A value that is known*: write it into `scene`, and do not free it. "At night": `time: 'night'` in `scene.world`, and free what goes along
 *   ('sun', 'moon', 'sunX', 'sunY', 'drama' ...). "Make the house blue": `color: 'blue'`, nothing free: then no network runs at all.
 * - *Add a thing*: free a slot from `scene.things.length` on, at most MAX_THINGS - 1, with `known` for what was said. Place, size and all
 *   that is not known are made; with `known` it surely comes, without it the model may leave the slot empty. The new id is `t` and the first free number.
 * - *Replace, move, resize*: free that slot, or its fields ('kind', 'variant' and 'state'; 'x', 'y', 'support' and 'parent'; 'height'). `known` counts more than
 *   `scene`. A freed `kind` without `known.kind` follows the prompt. A thing that is there stays there: it may become another, never nothing.
 * - *Remove a thing*: leave it out of `scene.things` (and mend the `parent` of the others, which counts in `scene.things`); free nothing.
 * - `known.parent` is a slot, which may be one that is added in the same run; what stands in it is ignored where `support` says that nothing carries the thing.
 *
 * Slots: thing i of `scene.things` has slot i. Where an added slot stays empty, the things after it move up, and `parent` follows.
 * Which slots are free is a matter of whoever reads the wish; nothing of that is guessed here.
 *
 * Errors: INVALID_ARGUMENT with the place that is amiss, for a scene or hints that are not as described, and for a kind that the model's catalogue lacks.
 */
export interface SceneEdit {
  readonly scene: Scene
  readonly free: {
    readonly world: 'all' | readonly WorldField[]
    readonly things: readonly FreeThing[]
  }
}

export interface FreeThing {
  /** 0 to MAX_THINGS - 1, each at most once. */
  readonly slot: number
  readonly fields: 'all' | readonly ThingField[]
  /** What of the freed slot is given all the same. */
  readonly known?: Partial<Pick<Thing, ThingField>> | undefined
}

const EDIT = z.strictObject({
  scene: z.unknown(),
  free: z.strictObject({
    world: z.union([z.literal('all'), z.array(worldField)]),
    things: z
      .array(
        z.strictObject({
          slot: z
            .int()
            .min(0)
            .max(MAX_THINGS - 1),
          fields: z.union([z.literal('all'), z.array(thingField)]),
          known: someThingFacts.optional(),
        }),
      )
      .refine((things) => new Set(things.map(({ slot }) => slot)).size === things.length, {
        error: 'a slot is named twice',
      }),
  }),
})

/** null where the hints speak of no scene. */
export function readEdit(hints: Details): SceneEdit | null {
  if (hints['scene'] === undefined && hints['free'] === undefined) return null
  const { scene, free } = hints
  const read = EDIT.safeParse({ scene, free })
  if (!read.success)
    throw new PlantainError('INVALID_ARGUMENT', `hints of the edit cannot be read: ${firstIssue(read.error)}`)
  return { scene: readScene(read.data.scene), free: read.data.free as SceneEdit['free'] }
}

const PLACEHOLDER: Omit<Thing, 'id' | 'kind'> = {
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 0,
  count: 1,
  x: 0.5,
  y: 0.8,
  height: 0.3,
  right: true,
  support: 'ground',
  parent: null,
}

/** The latents of the scene, held but for what is free. */
export function givenByEdit({ scene, free }: SceneEdit, space: LatentSpace): Given {
  const anyKind = space.codes.keys().next().value!
  const slots: (Thing | null)[] = Array.from({ length: MAX_THINGS }, (_, slot) => scene.things[slot] ?? null)
  for (const { slot, known } of free.things)
    if (known) slots[slot] = { id: '', kind: anyKind, ...PLACEHOLDER, ...slots[slot], ...defined(known) }
  for (const thing of slots)
    if (thing && !space.codes.has(thing.kind))
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `the scene holds the kind "${thing.kind}", which this model does not draw; leave it out or give it another`,
      )
  const values = encodeSlots(scene.world, slots, space)
  const given: Given = { values, hold: new Float32Array(values.length).fill(1) }
  const world = free.world === 'all' ? WORLD_FIELD_NAMES : free.world
  for (const field of world) holdWorld(given, field, 0)
  for (const { slot, fields, known } of free.things) {
    if (slots[slot] === null || fields === 'all') holdSlot(given, slot, 0)
    else for (const field of fields) holdThing(given, slot, field, 0)
    if (slots[slot] !== null) holdThing(given, slot, 'present', 1)
    for (const field of knownFields(known)) holdThing(given, slot, field, 1)
  }
  return given
}

/** What was denoised, with everything that was given as it was given. `made`: the latents decoded; its things are named by slot (t1 is slot 0). */
export function mergeEdit({ scene, free }: SceneEdit, made: Scene): Scene {
  const bySlot = new Map(made.things.map((thing) => [Number(thing.id.slice(1)) - 1, thing]))
  const freed = new Map(free.things.map((each) => [each.slot, each]))
  const taken = new Set(scene.things.map(({ id }) => id))
  const slots: { slot: number; thing: Thing; own: boolean }[] = []
  for (let slot = 0; slot < MAX_THINGS; slot++) {
    const source = scene.things[slot]
    const change = freed.get(slot)
    const drawn = bySlot.get(slot)
    // What carries a thing is told by slot until all slots are known.
    const parent =
      drawn?.parent === undefined || drawn.parent === null
        ? null
        : Number(made.things[drawn.parent]!.id.slice(1)) - 1
    if (source && !change) slots.push({ slot, thing: source, own: false })
    else if (change && drawn)
      slots.push({ slot, thing: changed(source, change, { ...drawn, parent }, taken), own: true })
  }
  const index = new Map(slots.map(({ slot }, at) => [slot, at]))
  const things = slots.map(({ thing }) => ({
    ...thing,
    parent: thing.parent === null ? null : (index.get(thing.parent) ?? null),
  }))
  slots.forEach(({ own }, at) => {
    if (own) things[at] = upright(things, at)
  })
  const world = {
    ...scene.world,
    ...Object.fromEntries(
      (free.world === 'all' ? WORLD_FIELD_NAMES : free.world).map((field) => [field, made.world[field]]),
    ),
  }
  return { seed: scene.seed, world, things }
}

function changed(
  source: Thing | undefined,
  { fields, known }: FreeThing,
  drawn: Thing,
  taken: Set<string>,
): Thing {
  if (source === undefined) {
    let number = 1
    while (taken.has(`t${number}`)) number++
    taken.add(`t${number}`)
    return { ...drawn, ...defined(known ?? {}), id: `t${number}` }
  }
  const fresh = (fields === 'all' ? THING_FIELD_NAMES : fields).map((field) => [field, drawn[field]] as const)
  const thing: Thing = { ...source, ...Object.fromEntries(fresh), ...defined(known ?? {}) }
  if (thing.kind === source.kind) return thing
  const { word: _word, ...another } = thing // the word that the person used was for what it was before
  return another
}

const HELD_UP = ['on', 'in', 'worn', 'held', 'under']

/** A thing that nothing carries, or that would carry itself however far around, stands on the ground. */
function upright(things: readonly Thing[], at: number): Thing {
  const thing = things[at]!
  const carried = HELD_UP.includes(thing.support)
  let parent = carried ? thing.parent : null
  for (let up = parent, steps = 0; up !== null && steps <= things.length; up = things[up]!.parent, steps++)
    if (up === at) parent = null
  return { ...thing, parent, support: carried && parent === null ? 'ground' : thing.support }
}

function knownFields(known: FreeThing['known']): ThingField[] {
  return THING_FIELD_NAMES.filter((field) => known?.[field] !== undefined)
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}
