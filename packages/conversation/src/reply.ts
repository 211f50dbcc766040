import {
  deriveSeed,
  inputImageTokens,
  textTokens,
  throwIfCancelled,
  type Interpretation,
  type Usage,
} from '@plantain/core'
import { answer } from './answer.ts'
import { ask, refuse } from './ask.ts'
import { hasEdits, words, type Context, type Reply, type Use } from './context.ts'
import { commandIn } from './command-words.ts'
import { exported } from './deliver.ts'
import { namesIn } from './explain.ts'
import { elementsOf, messageFor, namesOf } from './history.ts'
import { make } from './make.ts'
import { jump, noSuchPicture, step } from './moves.ts'
import { called, named } from './naming.ts'
import { findNaming } from './names.ts'
import { checkOptions, readOptions } from './options.ts'
import { missingPicture } from './references.ts'
import { paintedOver } from './painted.ts'
import { readMessage, type Said } from './said.ts'
import type { Session, SessionOptions, Turn } from './session.ts'
import { append, attachedPictures, optionsOf, pictureAt, standing, withOptions } from './tree.ts'

/**
 * The whole product in one generator: a message → what it means → moves in the history, words, files, settings or pictures.
 * The session is only read: what comes back is its next turn, for the caller to append and keep; an error leaves all as it was.
 *
 * throws: INVALID_ARGUMENT for a message that cannot be meant, CANCELLED, and what the interpreter and the doing of it throw
 */
export async function* reply(session: Session, given: Said, use: Use, signal: AbortSignal): Reply {
  const message = readMessage(given)
  const said = given.options === undefined ? given : { ...given, options: checkOptions(given.options) }
  const current = pictureAt(session, 'current')
  const naming = said.interpretation === undefined ? findNaming(message, elementsOf(current?.summary)) : null
  const interpretation =
    said.interpretation ?? (naming ? named(naming) : await read(session, message, said, use, signal))
  yield { type: 'interpretation-ready', interpretation }
  throwIfCancelled(signal)
  const draft = draftOf(session, { message, said, interpretation, use })
  const context: Context = { session, here: append(session, draft), draft, said, use, signal }
  const turn = naming ? called(context, naming) : yield* carryOut(context)
  yield { type: 'text', text: turn.text }
  return turn
}

function read(
  session: Session,
  message: string,
  said: Said,
  use: Use,
  signal: AbortSignal,
): Promise<Interpretation> | Interpretation {
  // A picture without a word: nothing to read.
  if (message === '') return { kind: 'clarify', ops: [], refers_to: [], ask: 'change' }
  return (
    commandIn(message) ??
    (said.painted === null ? null : paintedOver(message)) ??
    use.interpreter.interpret(messageFor(session, message, said.attachments), signal)
  )
}

function draftOf(
  session: Session,
  {
    message,
    said,
    interpretation,
    use,
  }: { message: string; said: Said; interpretation: Interpretation; use: Use },
): Turn {
  const number = session.turns.length + 1
  const { current } = standing(session)
  const first = `image:${attachedPictures(session).length + 1}`
  return {
    number,
    parent: current ?? (said.attachments.length > 0 ? first : null),
    kind: interpretation.kind,
    message,
    attachments: said.attachments,
    painted: said.painted,
    interpretation,
    move: { type: 'stay' },
    pictures: [],
    source: null,
    text: '',
    files: [],
    options: {},
    ...(said.options === undefined ? {} : { given: said.options }),
    names: {},
    seed: seedOf(session, withOptions(optionsOf(session), said.options ?? {})),
    usage: asked(message, said),
    reader: use.interpreter.name,
    version: use.version,
  }
}

const asked = (message: string, { attachments }: Said): Usage => ({
  promptTokens: textTokens(message),
  inputImageTokens: attachments.reduce((sum, { width, height }) => sum + inputImageTokens(width, height), 0),
  outputImageTokens: 0,
  steps: 0,
  milliseconds: 0,
})

/** The first picture has the session's own seed, as one made without a session; later turns have their own. */
function seedOf(session: Session, { seed }: SessionOptions): number {
  if (seed !== undefined) return Number(seed)
  const isFirst = session.turns.every(({ pictures }) => pictures.length === 0)
  return isFirst ? session.seed : deriveSeed(session.seed, 'turn', session.turns.length + 1)
}

async function* carryOut(context: Context): Reply {
  const { draft, here } = context
  const { interpretation, message } = draft
  const missing = interpretation.kind === 'refuse' ? undefined : missingPicture(here, interpretation)
  if (missing !== undefined) return words(draft, noSuchPicture(here, missing))
  switch (interpretation.kind) {
    case 'undo':
    case 'redo':
      return hasEdits(interpretation) ? yield* make(context) : step(context, interpretation.kind)
    case 'revert_to':
      return hasEdits(interpretation) ? yield* make(context) : jump(context, false)
    case 'branch':
      return hasEdits(interpretation) ? yield* make(context) : jump(context, true)
    case 'question':
      return words(draft, answer(here, interpretation, message))
    case 'clarify':
      return words(
        draft,
        ask(here, interpretation, namesIn(pictureAt(here, 'current')?.summary, namesOf(here))),
      )
    case 'refuse':
      return words(draft, refuse(interpretation, pictureAt(here, 'current') !== undefined))
    case 'set_option': {
      const { options, text } = readOptions(interpretation)
      return { ...draft, options, text }
    }
    case 'export':
      return yield* exported(context)
    default:
      return yield* make(context)
  }
}
