import type { Hono } from 'hono'
import type { PlantainError } from '@plantain/core'
import { toBody } from '../http-error.ts'
import type { Plantain } from '../plantain.ts'
import { speaksOpenAi } from './credential.ts'
import { toGoogleError } from './gemini/error.ts'
import { geminiRoutes } from './gemini/routes.ts'
import { mcpRoutes } from './mcp/routes.ts'
import { nativeRoutes } from './native/routes.ts'
import { toOpenAiError } from './openai/error.ts'
import { openAiRoutes } from './openai/routes.ts'
import { vertexRoutes } from './vertex/routes.ts'

type Log = (message: string, cause: unknown) => void

/** A public API: where it is mounted (canonical paths), its routes, and how its clients are told of errors. */
export interface Surface {
  readonly path: string
  readonly routes: (plantain: Plantain, log: Log) => Hono
  readonly toError: (error: PlantainError) => object
}

export const surfaces: readonly Surface[] = [
  { path: '/v1/native', routes: (plantain, log) => nativeRoutes(plantain, { log }), toError: toBody },
  { path: '/gemini', routes: geminiRoutes, toError: toGoogleError },
  { path: '/vertex', routes: vertexRoutes, toError: toGoogleError },
  { path: '/openai', routes: openAiRoutes, toError: toOpenAiError },
  { path: '/mcp', routes: mcpRoutes, toError: toBody },
]

/**
 * How a request is told of errors: by its path, and where two APIs share one (/v1/models, /v1/files), by the manner of its credential.
 */
export function errorBody(
  error: PlantainError,
  path: string,
  request: Pick<Request, 'headers' | 'url'>,
): object {
  const surface = surfaces.find((one) => path === one.path || path.startsWith(`${one.path}/`)) ?? surfaces[0]!
  const shared = /^\/gemini\/v1\/(models|files|batches)(\/[^:]*)?$/.test(path) && speaksOpenAi(request)
  return shared ? toOpenAiError(error) : surface.toError(error)
}
