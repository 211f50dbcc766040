import { PlantainError } from '@plantain/core'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * Refuses requests with larger bodies. Where a request says how long its body is, the body is not touched: Hono's own check looks whether
 * there is one, which makes a web stream of it, and that costs more than all the rest of a small request.
 */
export function limitBodies(maxMegabytes: number): MiddlewareHandler {
  const maxSize = maxMegabytes * 1e6
  const refuse = (): never => {
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the request is larger than ${maxMegabytes} MB; send smaller pictures`,
    )
  }
  const counting = bodyLimit({ maxSize, onError: refuse })
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next() // nobody reads theirs
    const length = c.req.header('content-length')
    // Node reads no further than that; with both, the encoding holds and not the length.
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next)
    if (Number(length) > maxSize) refuse()
    await next()
  }
}
