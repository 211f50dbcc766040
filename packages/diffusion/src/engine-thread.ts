import type { Worker } from 'node:worker_threads'
import type { HostOptions } from './host.ts'
import type { ToWorker } from './protocol.ts'
import { startWorker } from './start-worker.ts'

let ready: Worker | null = null

/**
 * Starts the thread of the engine that is opened next. It reads its modules while this one still reads what its options follow from:
 * half a second that a picture comes earlier. Where none is opened after all, it keeps nothing alive and ends with the process.
 */
export function readyEngine(): void {
  if (ready !== null) return
  const worker = startWorker(import.meta.url, './worker')
  worker.unref()
  const forget = (): void => {
    if (ready === worker) ready = null // the engine starts another one, and tells what is wrong
  }
  worker.on('error', forget)
  worker.on('exit', forget)
  ready = worker
}

/** The thread that was started ahead, or a new one. */
export function engineThread(options: HostOptions): Worker {
  const worker = ready ?? startWorker(import.meta.url, './worker')
  ready = null
  worker.postMessage({ type: 'open', options } satisfies ToWorker)
  return worker
}
