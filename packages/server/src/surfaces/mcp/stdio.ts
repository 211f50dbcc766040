import { PassThrough, type Readable, type Writable } from 'node:stream'
import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type Transport,
} from '@modelcontextprotocol/server'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { createMcpServer, type McpUse } from './server.ts'

/** Serves the tools over a pair of pipes. Resolves when the client is gone or the signal fires. */
export async function serveMcp(
  use: McpUse,
  {
    input,
    output,
    signal,
  }: { readonly input: Readable; readonly output: Writable; readonly signal: AbortSignal },
): Promise<void> {
  const maxBufferSize = Math.ceil(use.plantain.config.maxBodyMegabytes * 1e6)
  const { transport, closed } = answering(input, output, maxBufferSize)
  const handle = serveStdio(() => createMcpServer(use), {
    transport,
    onerror: (error) => use.log('a message of the client could not be used', error),
  })
  const stop = (): void => void handle.close()
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  await closed
  signal.removeEventListener('abort', stop)
}

/**
 * Standard input and output, closed when the input has ended and the last request is answered: `printf … | plantain mcp` gets its
 * answers, too. The transport of the SDK drops what is not answered when the input ends.
 */
function answering(
  input: Readable,
  output: Writable,
  maxBufferSize: number,
): { readonly transport: Transport; readonly closed: Promise<void> } {
  const buffered = new PassThrough()
  const inner = new StdioServerTransport(buffered, output, { maxBufferSize })
  const waiting = new Set<unknown>()
  let ended = false
  const done = (id: unknown): void => {
    waiting.delete(id)
    if (ended && waiting.size === 0) buffered.end()
  }
  const outer: Transport = {
    async start() {
      inner.onmessage = (message) => {
        if (isJSONRPCRequest(message)) waiting.add(message.id)
        else if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled')
          done((message.params as { requestId?: unknown } | undefined)?.requestId) // is not answered
        outer.onmessage?.(message)
      }
      inner.onerror = (error) => outer.onerror?.(error)
      await inner.start()
      input.pipe(buffered, { end: false })
      input.once('end', () => {
        ended = true
        // The last message may be on its way through the pipe.
        setImmediate(() => done(undefined))
      })
      input.once('error', () => buffered.end())
    },
    async send(message) {
      await inner.send(message)
      if (isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) done(message.id)
    },
    close: () => inner.close(),
  }
  const closed = new Promise<void>((resolve) => {
    inner.onclose = () => {
      input.unpipe(buffered)
      outer.onclose?.()
      resolve()
    }
  })
  return { transport: outer, closed }
}
