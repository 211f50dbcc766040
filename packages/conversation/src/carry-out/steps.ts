import type { ArtifactId, Mask, SummaryThing, Thing, Usage, Wish } from '@plantain/core'
import { boundsOf } from '@plantain/imaging'
import { isLettering } from '../ops/lettering.ts'
import { ofLettering } from '../ops/of-lettering.ts'
import { opNamed } from '../ops/index.ts'
import { operate } from '../ops/pixels.ts'
import type { PlainStep, View } from '../ops/op.ts'
import { doToUpload } from '../upload/wishes.ts'
import type { PerformEvent, Task, Tools } from '../perform.ts'
import { dyeOf, hexBytes } from '../reading/colors.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { addThing } from './add-step.ts'
import { apart } from './apart.ts'
import { inBaseFrame } from './base-frame.ts'
import { placedIn } from './placed-in.ts'
import { isGeometric } from '../ops/frame.ts'
import type { Draft } from './draft.ts'
import { likenessOf, noteOf, paletteLike, sketch } from './guides.ts'
import { showing } from './show.ts'

/** Ops that are no change of a picture: moves in the history and what only bounds other wishes. */
const NO_CHANGE = new Set([
  'undo',
  'redo',
  'export',
  'set_option',
  'keep',
  'avoid',
  'create',
  'variation',
  'combine',
])
export const changes = ({ op }: Wish): boolean => !NO_CHANGE.has(op)

export interface Doing {
  readonly words: Vocabulary
  readonly seed: number
  readonly view: (draft: Draft) => View
  /** Of an edit: what it is about, and what the picture showed before. */
  readonly task?: Task
  /** What the person painted over, at the size of the picture that is edited. */
  readonly within?: Mask | null
  readonly shown?: readonly SummaryThing[]
  /** The finished pixels of the picture that is edited. */
  readonly current?: ArtifactId
}

export interface Done {
  readonly draft: Draft
  readonly usage: readonly Usage[]
  /** Wishes that changed something; of the others it was said why not. */
  readonly done: readonly Wish[]
}

const differs = (one: Draft, other: Draft): boolean =>
  one.scene !== other.scene ||
  one.photo?.artifact !== other.photo?.artifact ||
  one.operations !== other.operations ||
  one.width !== other.width ||
  one.height !== other.height

/** Does one wish after the other to a draft. */
export async function* doWishes(
  wishes: readonly Wish[],
  start: Draft,
  { words, seed, view, task, within = null, shown = [], current }: Doing,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, Done> {
  let draft = start
  const usage: Usage[] = []
  const done: Wish[] = []
  for (const wish of wishes.filter(changes)) {
    const before = draft
    // A view looks at a photograph anew where it was turned or cut: only where it is wanted.
    const written = isLettering(wish.target ?? '') ? ofLettering(wish, view(draft)) : null
    if (written !== null) {
      for (const step of written) draft = applied(draft, step)
      if (differs(before, draft)) done.push(wish.op === 'remove' ? wish : { ...wish, op: 'edit_text' })
      continue
    }
    if (draft.photo !== null && task !== undefined) {
      const asked = {
        wish,
        draft,
        photo: draft.photo,
        words,
        task,
        tools,
        signal,
        things: draft.things ?? shown,
        spot: within === null ? null : boundsOf(within),
      }
      const after = yield* doToUpload(asked)
      if (after !== null) {
        draft = after
        if (differs(before, draft)) done.push(wish)
        continue
      }
    }
    const like = task === undefined ? null : likenessOf(wish, task)
    if (like !== null && current !== undefined) {
      const seen = draft.scene !== null && draft.scene !== start.scene ? null : current
      const image = seen === null ? await sketch(draft, tools, signal) : await tools.load(seen)
      const params = await paletteLike(image, [like], tools)
      for (const step of operate(wish, view(draft), 'tone-palette', params))
        if (step.do !== 'add') draft = applied(draft, step)
      if (differs(before, draft)) {
        // Of colours and light the sentence about the wish says all.
        if (like.taken === 'style' || like.taken === 'all')
          draft = applied(draft, { do: 'note', text: noteOf(like) })
        done.push(wish)
      }
      continue
    }
    const meant = draft.scene === null ? wish : inBaseFrame(wish, draft, draft.operations)
    for (const step of opNamed(wish.op).plan(meant, view(draft))) {
      if (step.do === 'add') {
        const context = { words, width: draft.width, height: draft.height, seed }
        const spot = within === null || draft.operations.some(isGeometric) ? null : boundsOf(within)
        const placed = spot === null ? step : placedIn(step, spot, draft, words)
        const added = yield* addThing(draft.scene!, placed, context, tools, signal)
        usage.push(...added.usage)
        draft = { ...draft, scene: added.scene, notes: [...draft.notes, ...added.notes] }
      } else if (step.do === 'scene' && step.shows !== undefined)
        draft = applied(draft, { ...step, scene: await showing(step.scene, step.shows, tools, signal) })
      else if (step.do === 'scene' && step.apart !== undefined)
        draft = applied(draft, {
          ...step,
          scene: await apart(step.scene, step.apart, tools, signal, { alike: true }),
        })
      else draft = applied(draft, step)
    }
    if (differs(before, draft)) done.push(wish)
    draft = {
      ...draft,
      states: { ...draft.states, ...stateWords(wish, before, draft) },
      colors: { ...draft.colors, ...colorWords(wish, before, draft, words) },
    }
  }
  return { draft, usage, done }
}

function applied(draft: Draft, step: PlainStep): Draft {
  switch (step.do) {
    case 'scene':
      return { ...draft, scene: step.scene, said: { ...draft.said, ...step.said } }
    case 'shape':
      return { ...draft, scene: step.scene, width: step.width, height: step.height }
    case 'operations':
      return { ...draft, operations: step.operations }
    case 'note':
      return { ...draft, notes: draft.notes.includes(step.text) ? draft.notes : [...draft.notes, step.text] }
  }
}

/** The person's own word for a state that a wish has set: "laughing" for happy. */
function stateWords({ value }: Wish, before: Draft, after: Draft): Record<string, string> {
  if (value === undefined || before.scene === null || after.scene === null || before.scene === after.scene)
    return {}
  const both = ({ state, mood = 'none' }: Thing): string => `${state} ${mood}`
  const old = new Map(before.scene.things.map((thing) => [thing.id, both(thing)]))
  return Object.fromEntries(
    after.scene.things
      .filter((thing) => both(thing) !== 'none none' && old.get(thing.id) !== both(thing))
      .map(({ id }) => [id, value.toLowerCase()]),
  )
}

/** The person's word for a colour that this wish gave to things; numbers are told as the nearest name. */
function colorWords(
  { op, value, color }: Wish,
  before: Draft,
  after: Draft,
  words: Vocabulary,
): Record<string, string> {
  const said = color ?? (op === 'recolor' ? value : undefined)
  if (said === undefined || after.scene === null || before.scene === after.scene || hexBytes(said) !== null)
    return {}
  const dye = dyeOf(words, said)
  const old = new Map(before.scene?.things.map((thing) => [thing.id, thing.color]))
  return Object.fromEntries(
    after.scene.things
      .filter((thing) => dye !== null && thing.color === dye && old.get(thing.id) !== dye)
      .map(({ id }) => [id, said.toLowerCase() === `${dye}s` ? `${dye}` : said.toLowerCase()]),
  )
}
