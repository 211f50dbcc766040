import { readAsked } from '@plantain/scene/words'
import { deriveSeed, type Scene, type Thing, type Usage } from '@plantain/core'
import { describeScene } from '../describe.ts'
import type { Step } from '../ops/op.ts'
import type { PerformEvent, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { FULL, withMore, withThing } from '../scene-edit/things.ts'
import { widthOf } from '../scene-edit/sizes.ts'
import { apart } from './apart.ts'
import { attributed } from './attributes.ts'
import { inElement } from './element.ts'
import { fits, placeBy } from '../scene-edit/where.ts'

type AddStep = Step & { readonly do: 'add' }

export interface Added {
  readonly scene: Scene
  readonly notes: readonly string[]
  readonly usage: readonly Usage[]
}
export interface AddContext {
  readonly words: Vocabulary
  readonly width: number
  readonly height: number
  readonly seed: number
}

/** Tries of the composer before a thing is placed by rule. */
const TRIES = 3
/** What the composer finds for a thing that is added; what was said of it is given, and all other things are held. */
const FOUND = ['x', 'y', 'height', 'right', 'variant'] as const

/** Adds a thing: what was said of it is given, the composer finds the rest, and where it has put it is held against the wish. */
export async function* addThing(
  scene: Scene,
  step: AddStep,
  context: AddContext,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Added> {
  const { words, width, height, seed } = context
  const kind = words.kinds.get(step.kind)!
  const aspect = width / height
  const ruled = placeBy(step.where, scene, kind, words.kinds, aspect)
  const draft: Thing = {
    id: freshNumber(scene),
    kind: step.kind,
    color: 'auto',
    material: 'none',
    state: 'none',
    variant: 0,
    count: 1,
    x: 0.5,
    y: 0.8,
    height: 0.2,
    right: true,
    support: kind.support,
    parent: null,
    ...ruled,
    ...step.given,
  }
  const placed = withMore(scene, draft)
  if (placed === null) return { scene, notes: [FULL], usage: [] }
  const slot = placed.things.length - 1
  const fields = FOUND.filter((field) => step.given[field] === undefined)
  const usage: Usage[] = []
  // Where no relation says otherwise, it does not stand in the lake, nor before or behind what is there.
  const inPlace = async (tried: Scene): Promise<Scene> => {
    if (step.where !== null && step.where.kind !== 'area') return tried
    const holds = (moved: Scene): boolean => fits(step.where, moved, slot, words.kinds, aspect)
    // A boat stays where it was asked for, if need be on land; nobody stands in the lake.
    const own = await inElement(tried, words, tools, signal, { only: slot, said: step.prompt })
    const afloat = own.things[slot]!.support === 'water'
    return apart(afloat && !holds(own) ? tried : own, slot, tools, signal, { holds })
  }
  const settled = async (tried: Scene): Promise<Scene> => looking(await inPlace(tried), slot, step, words)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const request = {
      prompt: `${describeScene(scene)}, ${step.prompt}`,
      seed: deriveSeed(seed, 'add', draft.id, attempt),
      width,
      height,
      source: placed,
      // Where a relation says what carries it, that is given, too.
      free: {
        world: [],
        things: [{ slot, fields: step.where === null ? [...fields, 'support', 'parent'] : fields }],
      },
    }
    const composed = yield* tools.compose(request, signal)
    usage.push(composed.usage)
    const found = composed.scene.things.find(({ id }) => id === draft.id) ?? composed.scene.things[slot]
    if (found === undefined || found.kind !== draft.kind) continue
    const tried = withThing(placed, slot, kept(found, draft, step, fields, context, scene))
    if (fits(step.where, tried, slot, words.kinds, aspect) && isSeen(tried, slot, context))
      return { scene: await settled(tried), notes: [], usage }
  }
  const sized = withThing(placed, slot, {
    height: clampHeight(Math.min(draft.height, tallest(draft, context)) * step.sized),
  })
  return { scene: await settled(sized), notes: [], usage }
}

/** "A woman with black hair": the new thing with what its own words say of its parts. */
function looking(scene: Scene, slot: number, { prompt }: AddStep, words: Vocabulary): Scene {
  const asked = readAsked(words.text.units(prompt))
  const alone = attributed(
    { ...scene, things: [{ ...scene.things[slot]!, parent: null }] },
    asked,
    prompt,
    words,
  )
  const { parent: _, ...told } = alone.things[0]!
  return withThing(scene, slot, told)
}

const clampHeight = (height: number): number => Math.min(1, Math.max(0.03, height))

/** Of what the composer made, the place and size of the new thing alone; a size that no illustrator would draw is brought in. */
function kept(
  found: Thing,
  ruled: Thing,
  { sized, where }: AddStep,
  fields: readonly (typeof FOUND)[number][],
  context: AddContext,
  before: Scene,
): Partial<Thing> {
  const free = Object.fromEntries(fields.map((field) => [field, found[field]])) as Partial<Thing>
  // Beside other things the rule knows better how large it is; on an empty ground the composer does.
  const [least, most] = before.things.length === 0 ? [0.6, 1.5] : [0.75, 1.35]
  const own = Math.min(most * ruled.height, Math.max(least * ruled.height, free.height ?? ruled.height))
  const height = Math.min(own, tallest(ruled, context))
  const loose = where === null ? { support: found.support, parent: found.parent } : {}
  return {
    ...free,
    ...beside(free, where, before),
    ...loose,
    height: clampHeight(fields.includes('height') ? height * sized : ruled.height * sized),
  }
}

/** The height at which what is added takes as much of the frame's width as it may, unless it is said to be large. */
const tallest = (thing: Thing, { words: { kinds }, width, height }: AddContext): number =>
  (thing.height * (thing.count === 1 ? 0.46 : 0.85)) / widthOf(thing, kinds, width / height)

/** What is to be next to another thing stands as near to the viewer as it does, not behind it in the air. */
function beside(free: Partial<Thing>, where: AddStep['where'], { things }: Scene): Partial<Thing> {
  if (where?.kind !== 'thing' || !['next to', 'left of', 'right of'].includes(where.relation)) return {}
  const other = things[where.index]!
  if (free.y === undefined || other.parent !== null || !['ground', 'water'].includes(other.support)) return {}
  return { y: Math.min(other.y + 0.05, Math.max(other.y - 0.03, free.y)) }
}

/** Neither hidden behind what was there nor hiding it: at least half of either can be seen. */
function isSeen(scene: Scene, slot: number, { words: { kinds }, width, height }: AddContext): boolean {
  const thing = scene.things[slot]!
  if (thing.parent !== null) return true
  const box = (one: Thing): Box => {
    const wide = widthOf(one, kinds, width / height)
    const high = one.height * Math.min(1, (1.25 * width) / height)
    return { left: one.x - wide / 2, right: one.x + wide / 2, top: one.y - high, bottom: one.y }
  }
  const own = box(thing)
  return scene.things.every((other, index) => {
    if (index === slot || other.parent !== null) return true
    const [behind, before] = other.y > thing.y ? [own, box(other)] : [box(other), own]
    return hidden(behind, before) < 0.5
  })
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Share of a box that another one covers. */
function hidden(behind: Box, before: Box): number {
  const wide = Math.min(behind.right, before.right) - Math.max(behind.left, before.left)
  const high = Math.min(behind.bottom, before.bottom) - Math.max(behind.top, before.top)
  return wide <= 0 || high <= 0
    ? 0
    : (wide * high) / Math.max(1e-6, (behind.right - behind.left) * (behind.bottom - behind.top))
}

function freshNumber({ things }: Scene): string {
  const taken = new Set(things.flatMap(({ id, group }) => [id, group?.id]))
  for (let n = things.length + 1; ; n++) if (!taken.has(`t${n}`)) return `t${n}`
}
