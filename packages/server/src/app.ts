import { PlantainError } from '@plantain/core'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { limitBodies } from './body-limit.ts'
import { toPlantainError, toStatus } from './http-error.ts'
import { mountReference } from './openapi/routes.ts'
import { readPage } from './page.ts'
import type { Plantain } from './plantain.ts'
import { createMetrics, type AnsweredRequest } from './telemetry/metrics.ts'
import { observeRequests } from './telemetry/observe-requests.ts'
import { mountHealth } from './telemetry/routes.ts'
import type { StartSpan } from './telemetry/tracing.ts'
import { isLoopback } from './access.ts'
import { authenticate } from './surfaces/authenticate.ts'
import { canonicalPath } from './surfaces/canonical-path.ts'
import { errorBody, surfaces } from './surfaces/index.ts'
import { writeTogether } from './write-together.ts'

export interface AppOptions {
  /** Where errors go that are ours and not the caller's. */
  readonly log: (message: string, cause: unknown) => void
  /** Told of each request when it is answered. */
  readonly answered?: (request: AnsweredRequest) => void
  /** null or left out: nobody traces. */
  readonly span?: StartSpan | null
}

/** Limits, errors, surfaces, the page. */
export function createApp(plantain: Plantain, { log, answered, span = null }: AppOptions): Hono {
  const app = new Hono({ getPath: (request) => canonicalPath(new URL(request.url).pathname) })
  const metrics = createMetrics(plantain)
  app.use(writeTogether)
  app.use(requestId())
  app.use(
    observeRequests({
      observe(request) {
        metrics.observe(request)
        answered?.(request)
      },
      span,
    }),
  )
  app.onError((thrown, c) => {
    const error = toPlantainError(thrown)
    if (toStatus(error) === 500) log(error.message, error.cause ?? error)
    const retryAfter = error.details['retryAfterSeconds']
    if (typeof retryAfter === 'number') c.header('Retry-After', String(retryAfter))
    return c.json(errorBody(error, c.req.path, c.req.raw), toStatus(error) as ContentfulStatusCode)
  })
  app.notFound((c) => {
    throw new PlantainError(
      'NOT_FOUND',
      `there is nothing at ${c.req.method} ${c.req.path}; the page is at /`,
    )
  })
  // Without keys only this machine is let in, and by its own name: a page whose host name was pointed here (DNS rebinding) is not.
  if (!plantain.access.required)
    app.use(async (c, next) => {
      const { hostname } = new URL(c.req.url)
      if (!isLoopback(hostname.replace(/^\[|\]$/g, '')))
        throw new PlantainError(
          'PERMISSION_DENIED',
          `without keys this server is reached as 127.0.0.1 or localhost, not as ${hostname.slice(0, 100)}; set PLANTAIN_AUTH=keys to let others in`,
        )
      await next()
    })
  // Browsers run the official SDKs too. Our own routes take no stranger's page: they have no key.
  for (const path of ['/gemini/*', '/vertex/*', '/openai/*'])
    app.use(
      path,
      cors({
        origin: '*',
        exposeHeaders: [
          'x-goog-upload-url',
          'x-goog-upload-status',
          'x-goog-upload-size-received',
          'x-goog-upload-chunk-granularity',
          'x-request-id',
          'retry-after',
        ],
      }),
    )
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: false,
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        frameAncestors: ["'none'"],
      },
    }),
  )
  const limited = limitBodies(plantain.config.maxBodyMegabytes)
  // An upload is never whole in memory and has a limit of its own.
  app.use((c, next) => (c.req.path.startsWith('/gemini/upload/') ? next() : limited(c, next)))
  mountHealth(app, plantain, metrics)
  for (const { path, routes } of surfaces) {
    app.use(`${path}/*`, authenticate(plantain))
    app.route(path, routes(plantain, log))
  }
  const page = readPage()
  for (const { path, mimeType, text } of page)
    app.get(path, (c) => c.body(text, 200, { 'Content-Type': mimeType }))
  mountReference(app, plantain, { surfaces, pages: page.map(({ path }) => path) })
  return app
}
