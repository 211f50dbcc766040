import { deriveSeed, type Scene, type Thing, type Usage } from '@plantain/core'
import { describeScene } from '../describe.ts'
import type { Step } from '../ops/op.ts'
import type { PerformEvent, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { FULL, withMore, withThing } from '../scene-edit/things.ts'
import { widthOf } from '../scene-edit/sizes.ts'
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
    const tried = withThing(placed, slot, kept(found, draft, step, fields, scene.things.length === 0))
    if (fits(step.where, tried, slot, words.kinds, aspect) && isSeen(tried, slot, context))
      return { scene: tried, notes: [], usage }
  }
  const sized = withThing(placed, slot, { height: clampHeight(draft.height * step.sized) })
  return { scene: sized, notes: [], usage }
}

const clampHeight = (height: number): number => Math.min(1, Math.max(0.03, height))

/** Of what the composer made, the place and size of the new thing alone; a size that no illustrator would draw is brought in. */
function kept(
  found: Thing,
  ruled: Thing,
  { sized, where }: AddStep,
  fields: readonly (typeof FOUND)[number][],
  alone: boolean,
): Partial<Thing> {
  const free = Object.fromEntries(fields.map((field) => [field, found[field]])) as Partial<Thing>
  // Beside other things the rule knows better how large it is; on an empty ground the composer does.
  const [least, most] = alone ? [0.5, 2] : [0.75, 1.35]
  const height = Math.min(most * ruled.height, Math.max(least * ruled.height, free.height ?? ruled.height))
  const loose = where === null ? { support: found.support, parent: found.parent } : {}
  return {
    ...free,
    ...loose,
    height: clampHeight(fields.includes('height') ? height * sized : ruled.height * sized),
  }
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
