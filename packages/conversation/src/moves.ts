import { ask, nameOfPicture } from './ask.ts'
import { words, type Context } from './context.ts'
import { describeWishes, namesIn } from './explain.ts'
import { namesOf } from './history.ts'
import { namedPlace, picturesIn } from './references.ts'
import type { Session, Turn } from './session.ts'
import { append, attachedPictures, MAX_STEPS, pictureAt, samePlace, standing, turnAt } from './tree.ts'
import { list, numberWord } from './words.ts'

/** Undo or redo, as many steps as there are of those that were asked for. */
export function step({ session, here, draft }: Context, kind: 'undo' | 'redo'): Turn {
  const { back, forward } = standing(session)
  const possible = kind === 'undo' ? back.length : forward.length
  if (possible === 0) return words(draft, nothingTo(kind, here))
  const wanted = draft.interpretation.ops.find(({ op }) => op === kind)?.steps ?? 1
  const steps = Math.max(1, Math.min(wanted, possible, MAX_STEPS))
  const moved: Turn = { ...draft, move: { type: kind, steps } }
  return {
    ...moved,
    text: tellStep(session, append(session, moved), { kind, steps, all: wanted > possible }),
  }
}

const nothingTo = (kind: 'undo' | 'redo', session: Session): string => {
  if (kind === 'redo') return 'There is nothing to redo.'
  return pictureAt(session, 'current') === undefined
    ? 'There is nothing to undo: there is no picture yet.'
    : 'There is nothing to undo: this is the first picture.'
}

function tellStep(
  before: Session,
  after: Session,
  { kind, steps, all }: { kind: 'undo' | 'redo'; steps: number; all: boolean },
): string {
  const place = standing(after).current!
  const shown = nameOfPicture(after, place)
  if (kind === 'redo') return `Done again: this is ${shown}.`
  const undone = turnAt(before, standing(before).current!)
  const names = namesIn(pictureAt(before, undone?.parent ?? 'current')?.summary, namesOf(before))
  const jumpedBack = undone === undefined || undone.parent === null || !samePlace(undone.parent, place)
  const what = jumpedBack ? '' : describeWishes(undone.interpretation.ops, names)
  if (steps === 1) return `I took that back${what === '' ? '' : ` (I had ${what})`}. This is ${shown} again.`
  return `I took ${all ? 'everything' : `the last ${numberWord(steps)} changes`} back. This is ${shown} again.`
}

/** To a picture by its reference; with `line`, to go on from there apart from what is. */
export function jump({ here, draft }: Context, line: boolean): Turn {
  const reference = picturesIn(draft.interpretation)[0] ?? (line ? 'current' : undefined)
  const to = reference === undefined ? undefined : namedPlace(here, reference, draft.message)
  if (to === undefined)
    return words(
      draft,
      ask(here, { ...draft.interpretation, ask: 'image' }, (target) => target),
    )
  const text = line
    ? `I keep the line as it is and start another one from ${nameOfPicture(here, to)}.`
    : `Back to ${nameOfPicture(here, to)}.`
  return { ...draft, move: { type: 'jump', to, ...(line ? { line } : {}) }, text }
}

/** What to say where a picture is named that the session does not have. */
export function noSuchPicture(session: Session, reference: string): string {
  const made = session.turns.filter(({ pictures }) => pictures.length > 0).map(({ number }) => String(number))
  const sent = attachedPictures(session).length
  const asked = reference.startsWith('image:')
    ? `There is no sent picture ${reference.slice(6)}`
    : `There is no picture ${reference.replace(/^turn:/, '')}`
  const made_ =
    made.length === 0
      ? 'none was made yet'
      : `pictures were made in turn${made.length > 1 ? 's' : ''} ${list(made)}`
  return `${asked} in this session: ${made_}${sent > 0 ? `, and ${sent === 1 ? 'one was' : `${numberWord(sent)} were`} sent` : ''}.`
}
