import { cancelled, throwIfCancelled } from '@plantain/core'
import {
  buffersOf,
  fromFailure,
  openChannel,
  toFailure,
  type Channel,
  type Failure,
} from '@plantain/diffusion/threads'

/** By name, what one side of a thread border can be asked: what is handed over, told meanwhile, and answered. All plain data. */
export type Offers = Readonly<
  Record<string, { readonly given: unknown; readonly event: unknown; readonly answer: unknown }>
>

export type Serving<O extends Offers> = {
  readonly [Name in keyof O]: (
    given: O[Name]['given'],
    signal: AbortSignal,
  ) => AsyncGenerator<O[Name]['event'], O[Name]['answer']>
}

/** A message port or a worker, as far as calls need it. */
export interface Border {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  on(event: string, listener: (message: Message) => void): unknown
}

type Message =
  | {
      readonly type: 'call'
      readonly id: number
      readonly name: string
      readonly given: unknown
      readonly stop: Int32Array
    }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure }

type Waiting = Channel<unknown, unknown> & { readonly signal: AbortSignal }

/** Calls over a thread border, both ways: each side can ask the other, also while it is being asked. */
export interface Calls<O extends Offers> {
  /** Yields what is told, returns the answer. The signal, or leaving early, stops the other side at its next look at its signal. */
  call<Name extends keyof O & string>(
    name: Name,
    given: O[Name]['given'],
    signal: AbortSignal,
  ): AsyncGenerator<O[Name]['event'], O[Name]['answer']>
  /** Fails all calls that wait: the other side is gone. */
  fail(error: unknown): void
  /** How many calls wait for the other side, and how many it waits for. */
  readonly waiting: number
  readonly serving: number
}

/** onIdle: called whenever the last call of either way is through. */
export function openCalls<Asked extends Offers, Served extends Offers>(
  border: Border,
  serving: Serving<Served>,
  onIdle: () => void = () => {},
): Calls<Asked> {
  const waiting = new Map<number, Waiting>()
  const running = new Map<number, AbortController>()
  let next = 0
  const post = (message: Message, transfer: readonly ArrayBuffer[] = []): void =>
    border.postMessage(message, transfer)
  const idle = (): void => {
    if (waiting.size === 0 && running.size === 0) onIdle()
  }

  async function serve(id: number, name: string, given: unknown, stop: Int32Array): Promise<void> {
    const controller = stoppable(stop)
    running.set(id, controller)
    try {
      const told = serving[name as keyof Served](given, controller.signal)
      for (;;) {
        const { done, value } = await told.next()
        if (done) {
          post({ type: 'answer', id, answer: value })
          break
        }
        post({ type: 'event', id, event: value }, buffersOf(value))
      }
    } catch (error) {
      post({ type: 'failure', id, failure: toFailure(error) })
    } finally {
      running.delete(id)
      idle()
    }
  }

  function receive(message: Message): void {
    if (message.type === 'call') return void serve(message.id, message.name, message.given, message.stop)
    if (message.type === 'abort') return running.get(message.id)?.abort()
    const one = waiting.get(message.id)
    if (one === undefined) return
    if (message.type === 'event') return one.send(message.event)
    waiting.delete(message.id)
    if (message.type === 'answer') one.end(message.answer)
    else {
      const { failure } = message
      one.fail(
        failure.code === 'CANCELLED' && one.signal.aborted ? cancelled(one.signal) : fromFailure(failure),
      )
    }
    idle()
  }
  border.on('message', receive)

  return {
    async *call(name, given, signal) {
      throwIfCancelled(signal)
      const id = next++
      const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
      const one: Waiting = { ...openChannel(), signal }
      const abort = (): void => {
        Atomics.store(stop, 0, 1)
        post({ type: 'abort', id })
      }
      signal.addEventListener('abort', abort, { once: true })
      waiting.set(id, one)
      post({ type: 'call', id, name, given, stop })
      let settled = false
      try {
        const answer = yield* one.receive()
        settled = true
        return answer
      } catch (error) {
        settled = true
        throw error
      } finally {
        signal.removeEventListener('abort', abort)
        if (!settled) abort() // the listener left; the other side answers later, to nobody
      }
    },
    fail(error) {
      const all = [...waiting.values()]
      waiting.clear()
      for (const one of all) one.fail(error)
      for (const controller of running.values()) controller.abort()
      idle()
    },
    get waiting() {
      return waiting.size
    },
    get serving() {
      return running.size
    },
  }
}

/** A thread that computes reads no messages: its signal looks at a shared word as well, each time that it is asked. */
function stoppable(stop: Int32Array): AbortController {
  const controller = new AbortController()
  const { signal } = controller
  const told = Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted')!.get!
  Object.defineProperty(signal, 'aborted', {
    get: () => (told.call(signal) as boolean) || Atomics.load(stop, 0) === 1,
  })
  return controller
}
