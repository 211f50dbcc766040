import type { SummaryThing, Usage, Wish } from '@plantain/core'
import { opNamed } from '../ops/index.ts'
import type { Step, View } from '../ops/op.ts'
import { doToUpload } from '../upload/wishes.ts'
import type { PerformEvent, Task, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { addThing } from './add-step.ts'
import type { Draft } from './draft.ts'
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
  readonly shown?: readonly SummaryThing[]
}

/** Does one wish after the other to a draft. */
export async function* doWishes(
  wishes: readonly Wish[],
  start: Draft,
  { words, seed, view, task, shown = [] }: Doing,
  tools: Tools,
  signal: AbortSignal,
): AsyncGenerator<PerformEvent, { readonly draft: Draft; readonly usage: readonly Usage[] }> {
  let draft = start
  const usage: Usage[] = []
  for (const wish of wishes.filter(changes)) {
    const before = draft
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
      }
      const done = yield* doToUpload(asked)
      if (done !== null) {
        draft = done
        continue
      }
    }
    for (const step of opNamed(wish.op).plan(wish, view(draft))) {
      if (step.do === 'add') {
        const context = { words, width: draft.width, height: draft.height, seed }
        const added = yield* addThing(draft.scene!, step, context, tools, signal)
        usage.push(...added.usage)
        draft = { ...draft, scene: added.scene, notes: [...draft.notes, ...added.notes] }
      } else if (step.do === 'scene' && step.shows !== undefined)
        draft = applied(draft, { ...step, scene: await showing(step.scene, step.shows, tools, signal) })
      else draft = applied(draft, step)
    }
    draft = { ...draft, states: { ...draft.states, ...stateWords(wish, before, draft) } }
  }
  return { draft, usage }
}

function applied(draft: Draft, step: Exclude<Step, { do: 'add' }>): Draft {
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
  const old = new Map(before.scene.things.map((thing) => [thing.id, thing.state]))
  return Object.fromEntries(
    after.scene.things
      .filter(({ id, state }) => state !== 'none' && old.get(id) !== state)
      .map(({ id }) => [id, value.toLowerCase()]),
  )
}
