import { parentPort, workerData } from 'node:worker_threads'
import { perform, type Tools } from '@plantain/conversation'
import { openSight } from '@plantain/diffusion'
import { keepAttachments } from '../sessions/attachments.ts'
import { openCalls } from '../threads/calls.ts'
import { createTools } from '../tools.ts'
import { onlyAnswer, type MainOffers, type PerformerOffers, type PerformerOptions } from './offers.ts'

/**
 * The performer's own thread: pictures are looked at, filled, cut out, developed and encoded here, and it alone is held up meanwhile.
 * Scenes are composed and painted on the engine's thread; the main one stores what is made.
 */
function serve(port: NonNullable<typeof parentPort>, { model, sight }: PerformerOptions): void {
  const never = new AbortController().signal
  const networks = sight === null ? null : openSight(sight)
  const calls = openCalls<MainOffers, PerformerOffers>(port, {
    perform: ({ task: { pictures, ...task }, run }, signal) =>
      perform({ ...task, picture: (ref) => pictures[ref] }, toolsOf(run), signal),
    // oxlint-disable-next-line require-yield -- it has nothing to tell but its answer
    async *keep(given, signal) {
      return await keepAttachments(given.files, { ...given, tools, signal })
    },
    // oxlint-disable-next-line require-yield
    async *close() {
      await networks?.[Symbol.asyncDispose]()
      setImmediate(() => port.close()) // once the answer is out: nothing is left to wait for, and the thread ends by itself
    },
  })
  const tools: Tools = createTools({
    composer: {
      compose: () => {
        throw new RangeError('scenes are composed for a run')
      },
      paint: (scene, { width, height }, signal) =>
        onlyAnswer(calls.call('paint', { scene, width, height }, signal)),
    },
    model,
    blobs: {
      read: (id) => onlyAnswer(calls.call('read', id, never)),
      write: (bytes) => onlyAnswer(calls.call('write', bytes, never)),
    },
    sight: networks?.run ?? null,
  })
  const toolsOf = (run: number): Tools => ({
    ...tools,
    compose: (request, signal) => calls.call('compose', { run, request }, signal),
  })
}

if (parentPort) serve(parentPort, workerData as PerformerOptions)
