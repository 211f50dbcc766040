import type { Worker } from 'node:worker_threads'
import { PlantainError } from '@plantain/core'
import type { Perform, PictureState, Session, Task, Tools } from '@plantain/conversation'
import { startWorker } from '@plantain/diffusion/threads'
import { openCalls, type Calls } from '../threads/calls.ts'
import type { ArtifactStore } from '../tools.ts'
import {
  onlyAnswer,
  type MainOffers,
  type PerformerOffers,
  type PerformerOptions,
  type SentTask,
} from './offers.ts'

/** Pictures that came with a message, as they are kept. */
export type Keep = (
  files: readonly Uint8Array[],
  of: { readonly session: Session; readonly maxPixels: number; readonly signal: AbortSignal },
) => Promise<readonly PictureState[]>

/** Carries out messages, and looks at what comes with them, on a thread of its own. */
export interface Performer extends AsyncDisposable {
  /** Of the tools that come along only `compose` is used; all others are the thread's own. */
  readonly perform: Perform
  readonly keep: Keep
}

export interface PerformerUse extends PerformerOptions {
  readonly blobs: ArtifactStore
  readonly paint: Tools['paint']
}

interface Started {
  readonly worker: Worker
  readonly calls: Calls<PerformerOffers>
}

/** The thread is started at once, and again after a crash. An idle one does not keep the process alive. */
export function openPerformer({ model, sight, blobs, paint }: PerformerUse): Performer {
  const composers = new Map<number, Tools['compose']>()
  let runs = 0
  let started: Started | null = null
  let closed: Promise<void> | null = null

  function start(): Started {
    const options: PerformerOptions = { model, sight }
    const worker = startWorker(import.meta.url, options)
    const calls = openCalls<PerformerOffers, MainOffers>(
      worker,
      {
        compose: ({ run, request }, signal) => composers.get(run)!(request, signal),
        // oxlint-disable require-yield -- these have nothing to tell but their answers
        async *paint({ scene, width, height }, signal) {
          return await paint(scene, { width, height }, signal)
        },
        async *read(id) {
          return await blobs.read(id)
        },
        async *write(bytes) {
          return await blobs.write(bytes)
        },
        // oxlint-enable require-yield
      },
      () => worker.unref(),
    )
    const lost = (cause: unknown): void => {
      if (started?.worker === worker) started = null
      calls.fail(
        new PlantainError(
          'UNAVAILABLE',
          'the thread that makes pictures stopped unexpectedly; ask again, it is started anew',
          {
            cause,
          },
        ),
      )
    }
    worker.on('error', lost)
    worker.on('exit', () => lost(null))
    worker.unref()
    return { worker, calls }
  }

  function call<Name extends 'perform' | 'keep'>(
    name: Name,
    given: PerformerOffers[Name]['given'],
    signal: AbortSignal,
  ): AsyncGenerator<PerformerOffers[Name]['event'], PerformerOffers[Name]['answer']> {
    if (closed !== null) throw new PlantainError('FAILED_PRECONDITION', 'Plantain is closed; open it again')
    const { worker, calls } = (started ??= start())
    worker.ref() // a working one keeps the process alive
    return calls.call(name, given, signal)
  }

  started = start()
  return {
    async *perform(task, tools, signal) {
      const run = runs++
      composers.set(run, tools.compose.bind(tools))
      try {
        return yield* call('perform', { task: sent(task), run }, signal)
      } finally {
        composers.delete(run)
      }
    },
    keep: (files, { session, maxPixels, signal }) =>
      onlyAnswer(call('keep', { files, session, maxPixels }, signal)),
    [Symbol.asyncDispose]() {
      closed ??= close()
      return closed
    },
  }

  async function close(): Promise<void> {
    if (started === null) return
    const { worker, calls } = started
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.ref()
    await onlyAnswer(calls.call('close', null, new AbortController().signal)).catch(() => {}) // it had ended by itself
    worker.ref()
    await ended
  }
}

/** How many earlier turns an edit looks back at. */
const LOOKED_BACK = 200

/** With every picture that the message names, and those of earlier turns. */
function sent({ picture, ...task }: Task): SentTask {
  const named =
    JSON.stringify([task.interpretation, task.last?.ops]).match(/\b(?:image|turn):\d+(?:\.\d+)?/g) ?? []
  const turns = Array.from({ length: LOOKED_BACK }, (_, n) => `turn:${n + 1}`)
  const pictures: Record<string, PictureState> = {}
  for (const ref of new Set([...named, ...turns])) {
    const state = picture(ref)
    if (state !== undefined) pictures[ref] = state
  }
  return { ...task, pictures }
}
