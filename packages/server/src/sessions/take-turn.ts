import { throwIfCancelled } from '@plantain/core'
import {
  append,
  reply,
  samePlace,
  standing,
  type Perform,
  type Session,
  type Turn,
} from '@plantain/conversation'
import type { Place } from '../queue.ts'
import { saveLastTurn } from '../store/conversations.ts'
import { deliver, saveMask, type Out } from './files.ts'
import { readSaid } from './read-said.ts'
import type { Parts, SessionEvent, SessionMessage, SessionsUse } from './sessions.ts'
import { viewOf, type TurnView } from './view.ts'

/** The session that is talked in, as whoever holds it gives it. */
export interface Talked {
  readonly owner: string
  /** As it is now, also where another process has added turns. */
  open(): Promise<Session>
  /** It has grown, and is stored so. */
  keep(session: Session): void
  /** What is stored may be another one than is held. */
  forget(): void
}

export interface TurnUse extends SessionsUse {
  readonly out: Out
  /** Where it waits for the engine. */
  readonly place: Place
  /** When the message came, by `performance.now`. */
  readonly began: number
}

/** One message: told while it is worked on, stored whole or not at all. throws: as `Sessions.send` */
export async function* takeTurn(
  message: SessionMessage,
  use: TurnUse,
  signal: AbortSignal,
  talked: Talked,
): AsyncGenerator<SessionEvent, TurnView> {
  const opening = use.database() // seconds at the first start: while the message is read and the picture is made
  const trouble: { error?: unknown } = {}
  opening.catch((error: unknown) => (trouble.error = error))
  const { from } = message
  if (from !== undefined && !isCurrent(await talked.open(), from))
    yield* takeTurn(goTo(from), use, signal, talked)
  const session = await talked.open()
  const parts = await use.parts()
  const said = await readSaid(
    session,
    message,
    { keep: parts.keep, blobs: use.blobs(), maxPixels: use.maxPixels },
    signal,
  )
  const tools = message.previews === true ? parts.previewing : parts.tools
  const run = reply(session, said, whatReplyUses(session, { ...parts, tools }, use, trouble), signal)
  let made: Turn
  try {
    for (;;) {
      const next = await run.next()
      if (next.done) {
        made = next.value
        break
      }
      yield next.value
    }
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
  throwIfCancelled(signal)
  const turn = { ...made, usage: { ...made.usage, milliseconds: Math.round(performance.now() - use.began) } }
  const after = append(session, turn)
  await saveLastTurn(await opening, after, talked.owner).catch((error: unknown) => {
    talked.forget() // what is stored is asked anew
    throw error
  })
  talked.keep(after)
  const view = viewOf(after, turn)
  yield { type: 'turn-end', turn: view }
  return view
}

function whatReplyUses(
  session: Session,
  { interpreter, perform, tools }: Parts,
  use: TurnUse,
  trouble: { readonly error?: unknown },
) {
  const waiting: Perform = (task, its, signal) =>
    // What cannot be kept is not made.
    'error' in trouble
      ? failing(trouble.error)
      : (use.queue.run(() => perform(task, its, signal), signal, use.place) as ReturnType<Perform>)
  return {
    interpreter,
    perform: waiting,
    tools,
    version: use.version,
    saveMask: (mask: Parameters<typeof saveMask>[0]) => saveMask(mask, use.out.blobs),
    deliver: (pictures: Parameters<typeof deliver>[0], request: Parameters<typeof deliver>[1]) =>
      deliver(pictures, request, { session, ...use.out }),
  }
}

const goTo = (place: string): SessionMessage => ({
  text: '',
  interpretation: { kind: 'revert_to', ops: [], refers_to: [place] },
})
const isCurrent = (session: Session, place: string): boolean => {
  const { current } = standing(session)
  return current !== null && samePlace(current, place)
}

// oxlint-disable-next-line require-yield -- it stands for a generator that would have yielded
async function* failing(error: unknown): ReturnType<Perform> {
  throw error
}
