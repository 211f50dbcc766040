import type { Worker } from 'node:worker_threads'
import { PlantainError, cancelled } from '@plantain/core'
import { openChannel, type Channel } from './channel.ts'
import { engineThread } from './engine-thread.ts'
import type { HostOptions } from './host.ts'
import type { Progress } from './progress.ts'
import { fromFailure, type Answers, type Call, type FromWorker, type ToWorker } from './protocol.ts'

type Waiting = Channel<Progress, Answers[keyof Answers]> & { readonly signal: AbortSignal }

/** Calls to the engine's thread, which is started with the first and again after a crash. */
export class WorkerLink implements AsyncDisposable {
  readonly #options: HostOptions
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #next = 0
  #closed: Promise<void> | null = null

  constructor(options: HostOptions) {
    this.#options = options
  }

  /** Yields what the call tells, returns its answer. The signal, or leaving early, stops it within one step. */
  async *call<T extends Call['type']>(
    call: Extract<Call, { type: T }>,
    signal: AbortSignal,
  ): AsyncGenerator<Progress, Answers[T]> {
    if (this.#closed) throw new PlantainError('FAILED_PRECONDITION', 'the engine is closed; open another one')
    if (signal.aborted) throw cancelled(signal)
    const id = this.#next++
    const worker = (this.#worker ??= this.#start())
    const waiting = { ...openChannel<Progress, Answers[keyof Answers]>(), signal }
    const post = (message: ToWorker): void => worker.postMessage(message)
    const abort = (): void => post({ type: 'abort', id })
    signal.addEventListener('abort', abort, { once: true })
    this.#waiting.set(id, waiting)
    worker.ref() // an idle engine does not keep the process alive, a working one does
    post({ type: 'call', id, call })
    let settled = false
    try {
      const answer = yield* waiting.receive()
      settled = true
      return answer as Answers[T]
    } catch (error) {
      settled = true
      throw error
    } finally {
      signal.removeEventListener('abort', abort)
      if (!settled) abort() // the listener left; the worker answers later, to nobody
    }
  }

  /** Stops what runs after its step, and returns when the thread has freed everything and ended. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    const worker = this.#worker
    if (worker === null) return
    worker.ref()
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    for (const id of this.#waiting.keys()) worker.postMessage({ type: 'abort', id } satisfies ToWorker)
    worker.postMessage({ type: 'close' } satisfies ToWorker)
    await ended
  }

  #start(): Worker {
    const worker = engineThread(this.#options)
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (cause) => this.#lost(cause))
    worker.on('exit', () => this.#lost(null))
    return worker
  }

  #receive(message: FromWorker): void {
    const waiting = this.#waiting.get(message.id)
    if (waiting === undefined) return
    if (message.type === 'progress') return waiting.send(message.event)
    this.#waiting.delete(message.id)
    if (this.#waiting.size === 0 && !this.#closed) this.#worker?.unref()
    if (message.type === 'answer') waiting.end(message.answer)
    else {
      const { failure } = message
      waiting.fail(
        failure.code === 'CANCELLED' && waiting.signal.aborted
          ? cancelled(waiting.signal)
          : fromFailure(failure),
      )
    }
  }

  #lost(cause: unknown): void {
    this.#worker = null
    for (const waiting of this.#waiting.values())
      waiting.fail(
        new PlantainError('UNAVAILABLE', 'the engine stopped unexpectedly; ask again, it is started anew', {
          cause,
        }),
      )
    this.#waiting.clear()
  }
}
