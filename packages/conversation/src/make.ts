import { addUsage, throwIfCancelled, type Interpretation, type Kind } from '@plantain/core'
import { editsIn, type Context, type Reply, type Use } from './context.ts'
import { explain, namesIn } from './explain.ts'
import { messageFor, namesOf } from './history.ts'
import { guidesOf } from './guidance.ts'
import { graduated } from './ops/strength.ts'
import { readOptions } from './options.ts'
import type { LastEdit, Performed } from './perform.ts'
import { baseOf, picturesIn } from './references.ts'
import type { Picture, Place, Session, SessionOptions, Turn } from './session.ts'
import { list } from './words.ts'
import { attachedPictures, optionsOf, parsePlace, pictureAt, standing, turnAt, withOptions } from './tree.ts'

/** Has the wishes carried out and makes a turn of what came of it. */
export async function* make(context: Context): Reply {
  const { here, draft, use, signal, said } = context
  const base = baseFor(context)
  const current = base === null ? null : (pictureAt(here, base) ?? null)
  const options = withOptions(optionsOf(here), said.options ?? {})
  const interpretation = wishesFor(draft.interpretation, base, options)
  const outcome = yield* use.perform(
    {
      message: messageFor(context.session, draft.message, []).message,
      interpretation,
      current,
      last: lastEdit(here, base),
      picture: (reference) => pictureAt(here, reference),
      mask: said.painted,
      seed: draft.seed,
      options,
    },
    use.tools,
    signal,
  )
  const pictures: Picture[] = []
  for (const [index, picture] of outcome.pictures.entries()) {
    throwIfCancelled(signal)
    const kept = await keep(picture, use)
    yield { type: 'image-ready', index, place: placeOf(draft.number, index), picture: kept }
    pictures.push(kept)
  }
  const nameOf = namesIn(current?.summary, namesOf(here))
  const made: Turn = {
    ...draft,
    parent: base,
    pictures,
    source: outcome.source,
    move:
      pictures.length === 0
        ? { type: 'stay' }
        : { type: 'make', ...(draft.kind === 'branch' ? { line: true } : {}) },
    options: readOptionsOf(draft.interpretation),
    text:
      explain(interpretation, [...outcome.notes, ...unused(context)], {
        nameOf,
        pictures: pictures.length,
      }) || 'I could not do that.',
    usage: addUsage(draft.usage, outcome.usage),
  }
  return pictures.length === 0 ? { ...made, parent: draft.parent } : made
}

/** Pictures that were sent with a wish for a new one, and that nothing was taken from, are not passed over in silence. */
function unused({ draft, session }: Context): readonly string[] {
  const { interpretation, attachments } = draft
  if (interpretation.kind !== 'generate') return []
  const before = attachedPictures(session).length
  const used = new Set([
    ...guidesOf(interpretation).map(({ ref }) => ref),
    ...interpretation.ops.map(({ subject_ref }) => subject_ref),
  ])
  const left = attachments.flatMap((_, n) => (used.has(`image:${before + n + 1}`) ? [] : [n + 1]))
  if (left.length === 0) return []
  const which = attachments.length === 1 ? 'the picture that you sent' : list(left.map((n) => `picture ${n}`))
  return [
    `Nothing of ${which} is in it; say what to take from it, as "in the colours of this picture" or "with this cat".`,
  ]
}

const placeOf = (number: number, index: number): Place =>
  index === 0 ? `turn:${number}` : `turn:${number}.${index + 1}`
const readOptionsOf = (interpretation: Interpretation): SessionOptions =>
  interpretation.ops.some(({ op }) => op === 'set_option') ? readOptions(interpretation).options : {}

/** A correction ("no, the dog!") goes on from the picture before the wrong change. */
function baseFor({ session, here, draft }: Context): Place | null {
  const { interpretation, message } = draft
  const [first] = interpretation.ops
  if (first?.op !== 'undo') return baseOf(here, interpretation, message)
  const { back } = standing(session)
  return back.at(-Math.min(first.steps ?? 1, back.length)) ?? standing(here).current
}

/**
 * What is left to do once moves, files and settings are taken out. The picture that is changed comes first of those that are named,
 * by the very place that was found.
 */
function wishesFor(
  interpretation: Interpretation,
  base: Place | null,
  { strength }: SessionOptions,
): Interpretation {
  const { kind, ops, refers_to } = interpretation
  const pictures = picturesIn(interpretation)
  const named = pictures.filter((one) => base === null || one !== base.replace(/\.\d+$/, ''))
  const others = refers_to.filter((one) => parsePlace(one) === null)
  return {
    ...interpretation,
    kind: pictorial.has(kind) ? kind : 'edit',
    ops: editsIn(ops).map((wish) => graduated(wish, strength)),
    refers_to: [
      ...(pictures.length > 0 && base !== null ? [base] : []),
      ...named.filter((one) => one !== base),
      ...others,
    ],
  }
}
const pictorial: ReadonlySet<Kind> = new Set(['edit', 'generate', 'blend', 'style_transfer', 'vary'])

/** The edit that the picture came from, with what it was made from. */
function lastEdit(session: Session, base: Place | null): LastEdit | null {
  const turn = base === null ? undefined : turnAt(session, base)
  return turn === undefined ? null : { ops: editsIn(turn.interpretation.ops), source: turn.source }
}

async function keep({ mask, ...picture }: Performed, use: Use): Promise<Picture> {
  return { ...picture, mask: mask === null ? null : await use.saveMask(mask) }
}
