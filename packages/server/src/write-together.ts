import type { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'

/** The head of an answer and what is ready with it leave in one packet: each wakes the client, and on one machine it takes the processor from us. */
export const writeTogether: MiddlewareHandler = async (c, next) => {
  await next()
  const outgoing = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing
  if (outgoing === undefined) return
  outgoing.cork()
  setImmediate(() => outgoing.uncork())
}
