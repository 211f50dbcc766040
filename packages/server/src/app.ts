import { PlantainError } from '@plantain/core'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { toBody, toPlantainError, toStatus } from './http-error.ts'
import { readPage } from './page.ts'
import type { Plantain } from './plantain.ts'
import { nativeRoutes } from './surfaces/native/routes.ts'

export interface AppOptions {
  /** Where errors go that are ours and not the caller's. */
  readonly log: (message: string, cause: unknown) => void
}

/** Limits, errors, surfaces, the page. */
export function createApp(plantain: Plantain, { log }: AppOptions): Hono {
  const app = new Hono()
  app.onError((thrown, c) => {
    const error = toPlantainError(thrown)
    if (toStatus(error) === 500) log(error.message, error.cause ?? error)
    const retryAfter = error.details['retryAfterSeconds']
    if (typeof retryAfter === 'number') c.header('Retry-After', String(retryAfter))
    return c.json(toBody(error), toStatus(error) as ContentfulStatusCode)
  })
  app.notFound((c) => {
    throw new PlantainError(
      'NOT_FOUND',
      `there is nothing at ${c.req.method} ${c.req.path}; the page is at /`,
    )
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.use(
    bodyLimit({
      maxSize: plantain.config.maxBodyMegabytes * 1e6,
      onError: () => {
        const { maxBodyMegabytes } = plantain.config
        throw new PlantainError(
          'INVALID_ARGUMENT',
          `the request is larger than ${maxBodyMegabytes} MB; send smaller pictures`,
        )
      },
    }),
  )
  app.get('/healthz', (c) => c.json({ status: 'ok', version: plantain.version, busy: plantain.busy }))
  app.route('/v1/native', nativeRoutes(plantain, { log }))
  for (const { path, mimeType, text } of readPage())
    app.get(path, (c) => c.body(text, 200, { 'Content-Type': mimeType }))
  return app
}
