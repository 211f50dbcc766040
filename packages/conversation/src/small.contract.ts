import type { Interpretation, Kind, SummaryThing, Wish } from '@plantain/core'
import type { ReplyEvent, Use } from './context.ts'
import type { Outcome, Perform, PerformEvent, PictureState, Task } from './perform.ts'
import { reply } from './reply.ts'
import type { Said } from './said.ts'
import type { Session, Turn } from './session.ts'
import { append } from './tree.ts'

// A small interpreter and a small performer, for tests of what lies between them.

export const thing = (id: string, name: string, more: Partial<SummaryThing> = {}): SummaryThing => ({
  id,
  name,
  box: [0.1, 0.1, 0.2, 0.2],
  ...more,
})
export const state = (artifact: string, things: readonly SummaryThing[] = []): PictureState => ({
  document: { base: { kind: 'picture', artifact, width: 40, height: 30 }, operations: [] },
  artifact,
  width: 40,
  height: 30,
  summary: { things },
})
export const reading = (
  kind: Kind,
  ops: readonly Wish[] = [],
  more: Partial<Interpretation> = {},
): Interpretation => ({
  kind,
  ops,
  refers_to: [],
  ...more,
})

export interface Small extends Use {
  readonly tasks: Task[]
  /** What the interpreter was given, in order. */
  readonly asked: Parameters<Use['interpreter']['interpret']>[0][]
}

/**
 * Reads the messages that `meanings` knows and paints by writing down what it did: the artifact of a picture is its seed and the
 * wishes that led to it, so that equal artifacts are equal pictures. "fail" in a message is an error of the performer.
 */
export function small(
  meanings: Readonly<Record<string, Interpretation>>,
  things: (task: Task) => readonly SummaryThing[] = ({ current }) =>
    current?.summary.things ?? [thing('house1', 'house')],
): Small {
  const tasks: Task[] = []
  const asked: Small['asked'] = []
  const perform: Perform = async function* (task): AsyncGenerator<PerformEvent, Outcome> {
    tasks.push(task)
    yield { type: 'progress', picture: 0, stage: 'painting', share: 0.5 }
    if (task.message.includes('fail')) throw new RangeError('the performer broke')
    const from = task.current?.artifact ?? 'nothing'
    const wishes = task.interpretation.ops.map(({ op, value = '' }) => `${op} ${value}`.trim()).join('+')
    const count = task.interpretation.ops.find(({ op }) => op === 'variation')?.count ?? 1
    const nothing = task.message.includes('impossible')
    const pictures = Array.from({ length: nothing ? 0 : count }, (_, index) => ({
      ...state(`${from} > ${wishes}${count > 1 ? ` #${index + 1}` : ''}`, things(task)),
      mask: task.current === null ? null : { width: 40, height: 30, data: new Uint8Array(1200) },
      seed: task.seed,
    }))
    return {
      pictures,
      source: task.current,
      notes: nothing ? ['There is nothing here that this could be done to'] : [],
      usage: {
        promptTokens: 0,
        inputImageTokens: 0,
        outputImageTokens: 1290 * count,
        steps: 20,
        milliseconds: 1,
      },
    }
  }
  return {
    tasks,
    asked,
    perform,
    interpreter: {
      name: 'small',
      async interpret(message) {
        asked.push(message)
        const meaning = meanings[message.message]
        if (meaning === undefined) throw new RangeError(`no meaning for "${message.message}"`)
        return meaning
      },
    },
    tools: undefined as never, // the performer above uses none
    saveMask: async () => 'mask',
    deliver: async (pictures, { format }) =>
      pictures.map(({ picture, name }) => ({
        artifact: `${format} of ${picture.artifact}`,
        mimeType: `image/${format}`,
        name: `${name}.${format}`,
        width: picture.width,
        height: picture.height,
      })),
    version: '0',
  }
}

export interface Told {
  readonly session: Session
  readonly turn: Turn
  readonly events: readonly ReplyEvent[]
}

/** One message, and the session with its turn. */
export async function say(session: Session, use: Use, said: string | Partial<Said>): Promise<Told> {
  const all: Said = {
    message: '',
    attachments: [],
    painted: null,
    ...(typeof said === 'string' ? { message: said } : said),
  }
  const run = reply(session, all, use, new AbortController().signal)
  const events: ReplyEvent[] = []
  for (;;) {
    const next = await run.next()
    if (next.done) return { session: append(session, next.value), turn: next.value, events }
    events.push(next.value)
  }
}

/** Several messages, one after the other. */
export async function talk(use: Use, ...messages: readonly (string | Partial<Said>)[]): Promise<Told> {
  let told: Told | null = null
  for (const message of messages)
    told = await say(told?.session ?? { id: 's', seed: 7, turns: [] }, use, message)
  return told!
}
