import type { Hono } from 'hono'
import type { PlantainError } from '@plantain/core'
import { toBody } from '../http-error.ts'
import type { DescribedSurface } from '../openapi/document.ts'
import type { Plantain } from '../plantain.ts'
import { speaksOpenAi } from './credential.ts'
import { toGoogleError } from './gemini/error.ts'
import { geminiOperations } from './gemini/operations.ts'
import { geminiRoutes } from './gemini/routes.ts'
import { mcpAnswers, mcpOperations } from './mcp/operations.ts'
import { mcpRoutes } from './mcp/routes.ts'
import { nativeOperations } from './native/operations.ts'
import { nativeRoutes } from './native/routes.ts'
import { toOpenAiError } from './openai/error.ts'
import { openAiOperations } from './openai/operations.ts'
import { openAiRoutes } from './openai/routes.ts'
import { vertexOperations } from './vertex/operations.ts'
import { vertexRoutes } from './vertex/routes.ts'

type Log = (message: string, cause: unknown) => void

/** A public API: where it is mounted (canonical paths), its routes, what they are for, and how its clients are told of errors. */
export interface Surface extends DescribedSurface {
  readonly routes: (plantain: Plantain, log: Log) => Hono
  readonly toError: (error: PlantainError) => object
}

export const surfaces: readonly Surface[] = [
  {
    path: '/v1/native',
    title: 'Sessions and pictures',
    routes: (plantain, log) => nativeRoutes(plantain, { log }),
    toError: toBody,
    errors: 'plantain',
    operations: nativeOperations,
    answers: async () => (await import('./native/answers.ts')).nativeAnswers,
  },
  {
    path: '/gemini',
    title: 'Gemini',
    routes: geminiRoutes,
    toError: toGoogleError,
    errors: 'google',
    operations: geminiOperations,
    answers: async () => (await import('./gemini/answers.ts')).geminiAnswers,
  },
  {
    path: '/vertex',
    title: 'Vertex AI',
    routes: vertexRoutes,
    toError: toGoogleError,
    errors: 'google',
    operations: vertexOperations,
    answers: async () => (await import('./vertex/answers.ts')).vertexAnswers,
  },
  {
    path: '/openai',
    title: 'OpenAI',
    routes: openAiRoutes,
    toError: toOpenAiError,
    errors: 'openai',
    operations: openAiOperations,
    answers: async () => (await import('./openai/answers.ts')).openAiAnswers,
  },
  {
    path: '/mcp',
    title: 'Model Context Protocol',
    routes: mcpRoutes,
    toError: toBody,
    errors: 'plantain',
    operations: mcpOperations,
    answers: async () => mcpAnswers,
  },
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
