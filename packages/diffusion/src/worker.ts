import { parentPort } from 'node:worker_threads'
import { answer } from './answer.ts'
import { Host } from './host.ts'
import { buffersOf, toFailure, type Call, type FromWorker, type ToWorker } from './protocol.ts'

/** The engine's own thread: runs block it, and it alone. */
function serve(port: NonNullable<typeof parentPort>): void {
  let opening: Promise<Host> | null = null
  const running = new Map<number, AbortController>()
  const send = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer)
  let closing = false

  async function serveCall(id: number, call: Call): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const told = answer(await opening!, call, controller.signal) // `open` comes before all calls
      for (;;) {
        const { done, value } = await told.next()
        if (done) {
          send({ type: 'answer', id, answer: value }, buffersOf(value))
          break
        }
        send({ type: 'progress', id, event: value })
      }
    } catch (error) {
      send({ type: 'failure', id, failure: toFailure(error) })
    } finally {
      running.delete(id)
      if (closing && running.size === 0) await end()
    }
  }

  async function end(): Promise<void> {
    await opening?.then((host) => host[Symbol.asyncDispose]()).catch(() => {}) // what never opened needs no closing
    port.close() // nothing is left to wait for: the thread ends by itself
  }

  port.on('message', (message: ToWorker) => {
    if (message.type === 'open') {
      opening = Host.open(message.options)
      opening.catch(() => {}) // each call tells it
    }
    if (message.type === 'call') void serveCall(message.id, message.call)
    if (message.type === 'abort') running.get(message.id)?.abort()
    if (message.type === 'close') {
      closing = true
      if (running.size === 0) void end()
    }
  })
}

if (parentPort) serve(parentPort)
