import { randomInt } from 'node:crypto'
import { availableParallelism, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { PlantainError } from '@plantain/core'
import { answer } from './answer.ts'
import type { Engine, EngineOptions, ModelHandle, Result, RunRequest } from './engine.ts'
import type { Host, HostOptions } from './host.ts'
import type { Progress } from './progress.ts'
import type { Answers, Call } from './protocol.ts'
import { WorkerLink } from './worker-link.ts'

/** One way to ask the host: over a thread border, or directly. */
interface Link extends AsyncDisposable {
  call<T extends Call['type']>(
    call: Extract<Call, { type: T }>,
    signal: AbortSignal,
  ): AsyncGenerator<Progress, Answers[T]>
}

/**
 * The engine: every model of this process, its networks shared, computed on one thread of their own.
 *
 * Never end the process by process.exit() while a run is under way: onnxruntime aborts it. Await `close()` before.
 */
export function openEngine(options: EngineOptions = {}): Engine {
  const settled = settleOptions(options)
  const link: Link = options.inline ? new InlineLink(settled) : new WorkerLink(settled)
  const never = new AbortController().signal

  async function load(directory: string): Promise<ModelHandle> {
    const path = resolve(directory)
    const manifest = await answerOf(link.call({ type: 'load', directory: path }, never))
    return {
      manifest,
      async hash(signal = never) {
        return (await answerOf(link.call({ type: 'hash', directory: path }, signal))).sha256
      },
    }
  }

  async function* run(request: RunRequest): AsyncGenerator<Progress, Result> {
    const { model, task, params, signal = never } = request
    const directory = typeof model === 'string' ? resolve(model) : model.manifest.directory
    return yield* link.call(
      {
        type: 'run',
        request: {
          directory,
          task,
          params,
          seed: randomInt(2 ** 32),
          previewMilliseconds: request.previewMilliseconds ?? null,
          noise: request.noise ?? null,
          expose: request.expose ?? false,
        },
      },
      signal,
    )
  }

  const paint: Engine['paint'] = async (model, scene, { width, height }, signal) => {
    const directory = typeof model === 'string' ? resolve(model) : model.manifest.directory
    return answerOf(link.call({ type: 'paint', directory, scene, width, height }, signal))
  }

  const close = (): Promise<void> => Promise.resolve(link[Symbol.asyncDispose]())
  return {
    load,
    run,
    paint,
    status: () => answerOf(link.call({ type: 'status' }, never)),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** What a generator returns, its events unheard. */
async function answerOf<T>(call: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const { done, value } = await call.next()
    if (done) return value
  }
}

function settleOptions(options: EngineOptions): HostOptions {
  const { threads = Math.max(1, Math.floor(availableParallelism() / 2)), memoryBytes = 0.7 * memory() } =
    options
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw new PlantainError('INVALID_ARGUMENT', `threads is ${threads}; give a whole number from 1 to 256`)
  if (!(memoryBytes > 0))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `memoryBytes is ${memoryBytes}; give a number of bytes above 0`,
    )
  return {
    threads,
    memoryBytes,
    device: options.device ?? 'auto',
    cacheDirectory: options.cacheDirectory ?? null,
  }
}

/** Of the machine, or of the container where that is less; 0 and huge numbers mean that there is no such limit. */
function memory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}

/** The same host on this thread. */
class InlineLink implements Link {
  readonly #opening: Promise<Host>
  #closed = false
  readonly #running = new Set<AbortController>()

  constructor(options: HostOptions) {
    // Only here: whoever computes on another thread need not read the engine's code on this one.
    this.#opening = import('./host.ts').then((module) => module.Host.open(options))
    this.#opening.catch(() => {}) // each call tells it
  }

  async *call<T extends Call['type']>(
    call: Extract<Call, { type: T }>,
    signal: AbortSignal,
  ): AsyncGenerator<Progress, Answers[T]> {
    if (this.#closed) throw new PlantainError('FAILED_PRECONDITION', 'the engine is closed; open another one')
    const controller = new AbortController()
    const both = AbortSignal.any([signal, controller.signal])
    this.#running.add(controller)
    try {
      return (yield* answer(await this.#opening, call, both)) as Answers[T]
    } finally {
      this.#running.delete(controller)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    for (const controller of this.#running) controller.abort()
    const host = await this.#opening.catch(() => null)
    await host?.[Symbol.asyncDispose]()
  }
}
