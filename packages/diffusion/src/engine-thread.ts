import type { Worker } from 'node:worker_threads'
import type { HostOptions } from './host.ts'
import type { ToWorker } from './protocol.ts'
import { startWorker } from './start-worker.ts'

let ready: Worker | null = null
const start = (): Worker => startWorker(import.meta.url)

/**
 * Starts the thread of the engine that is opened next. It reads its modules while this one still reads what its options follow from.
 * Where none is opened after all, it keeps nothing alive and ends with the process. Never throws: what is wrong the engine tells.
 */
export function readyEngine(): void {
  if (ready !== null) return
  try {
    ready = start()
  } catch {
    return
  }
  const worker = ready
  worker.unref()
  const forget = (): void => {
    if (ready === worker) ready = null
  }
  worker.on('error', forget)
  worker.on('exit', forget)
}

/** The thread that was started ahead, or a new one. */
export function engineThread(options: HostOptions): Worker {
  const worker = ready ?? start()
  ready = null
  worker.postMessage({ type: 'open', options } satisfies ToWorker)
  return worker
}
