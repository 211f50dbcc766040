import type { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { publicPath, templateOf } from '../openapi/path.ts'
import type { Caller } from '../access.ts'
import type { AnsweredRequest } from './metrics.ts'
import type { StartSpan } from './tracing.ts'

export interface Observers {
  readonly observe: (request: AnsweredRequest) => void
  /** null: nobody traces. */
  readonly span: StartSpan | null
}

/** Tells of each request when the last byte of its answer is out, or its client is gone. Needs `requestId` before it. */
export function observeRequests({ observe, span }: Observers): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now()
    const traced = span?.(c.req.method, c.req.raw.headers)
    await next()
    const route = matchedRoutes(c).findLast(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    const end = (): void => {
      const request: AnsweredRequest = {
        id: String(c.get('requestId')),
        method: c.req.method,
        route: route === undefined ? 'unmatched' : publicPath(templateOf(route.path)),
        status: c.res.status,
        milliseconds: Math.round((performance.now() - began) * 10) / 10,
        caller: (c.get('caller') as Caller | undefined)?.id ?? '',
      }
      observe(request)
      traced?.(request)
    }
    const outgoing = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing
    if (outgoing === undefined) end()
    else outgoing.once('close', end)
  }
}
