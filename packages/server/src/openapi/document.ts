import type { z } from 'zod'
import { GoogleErrorBody, OpenAiErrorBody, PlantainErrorBody } from './errors.ts'
import type { Operation, Operations } from './operation.ts'
import { ownAnswers, ownOperations } from './own-operations.ts'
import { parametersIn, publicPath, templateOf } from './path.ts'
import { componentSchemas } from './schemas.ts'

/** A route as the router has it. */
export interface MountedRoute {
  readonly method: string
  readonly path: string
}
/** An API, as far as its description goes. */
export interface DescribedSurface {
  readonly path: string
  readonly title: string
  readonly errors: 'plantain' | 'google' | 'openai'
  readonly operations: Operations
  /** Schemas of what comes back, by the names that the operations call them; nobody needs them but the document. */
  readonly answers: () => Promise<Readonly<Record<string, z.ZodType>>>
}
export interface DocumentOptions {
  readonly version: string
  readonly keysRequired: boolean
  readonly surfaces: readonly DescribedSurface[]
  /** Files of the page, which are no API. */
  readonly pages: readonly string[]
}

export interface OperationObject {
  readonly tags: readonly string[]
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly ParameterObject[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<
    Record<string, { readonly $ref: string } | { readonly description: string; readonly content?: Content }>
  >
}
export interface ParameterObject {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly description?: string
  readonly schema: object
}
type Content = Readonly<Record<string, { readonly schema?: object }>>
export interface Document {
  readonly openapi: '3.1.1'
  readonly info: object
  readonly tags: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> } & Readonly<
    Record<string, object>
  >
  readonly security: readonly object[]
}

const errors = {
  plantain: { name: 'PlantainError', schema: PlantainErrorBody },
  google: { name: 'GoogleError', schema: GoogleErrorBody },
  openai: { name: 'OpenAiError', schema: OpenAiErrorBody },
} as const
const parameters: Readonly<Record<string, ParameterObject['schema']>> = {
  version: { type: 'string', enum: ['v1', 'v1beta', 'v1alpha', 'v1beta1'], default: 'v1beta' },
  model: { type: 'string', examples: ['gemini-2.5-flash-image', 'plantain-tiny'] },
}
const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * Every route that is mounted, with the schemas that validate what it takes, and those of what it answers, to which tests hold it. A route
 * that nobody described stands there with its address alone: the document follows the router.
 */
export async function openApiDocument(
  routes: readonly MountedRoute[],
  options: DocumentOptions,
): Promise<Document> {
  const own: DescribedSurface = {
    path: '',
    title: 'Server',
    errors: 'plantain',
    operations: ownOperations,
    answers: async () => ownAnswers,
  }
  const { sharedAnswers } = await import('./shared-answers.ts')
  const answers = await Promise.all([own, ...options.surfaces].map((surface) => surface.answers()))
  const named = new Map<string, z.ZodType>(Object.values(errors).map(({ name, schema }) => [name, schema]))
  for (const all of [sharedAnswers, ...answers])
    for (const [name, schema] of Object.entries(all)) named.set(name, schema)
  const paths: Record<string, Record<string, OperationObject>> = {}
  for (const { method, path } of routes) {
    if (!methods.has(method) || path.includes('*') || options.pages.includes(path)) continue
    const surface =
      options.surfaces.find((one) => path === one.path || path.startsWith(`${one.path}/`)) ?? own
    for (const operation of operationsFor(surface, method, path)) {
      const address = operation.path ?? publicPath(templateOf(path))
      if (operation.body !== undefined) named.set(operation.body.name, operation.body.schema)
      paths[address] ??= {}
      // Several surfaces may answer at one address; the first that is mounted is the one that is described there.
      paths[address][method.toLowerCase()] ??= operationObject(operation, surface, { method, address })
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Plantain',
      version: options.version,
      summary: 'Pictures made and changed by words, behind the APIs that programs already speak.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...options.surfaces, own].map(({ title }) => ({ name: title })),
    paths,
    components: {
      schemas: componentSchemas(named),
      responses: Object.fromEntries(
        Object.values(errors).map(({ name }) => [
          name,
          {
            description: 'What was wrong, and what to do.',
            content: { 'application/json': { schema: reference(name) } },
          },
        ]),
      ),
      securitySchemes: {
        header: { type: 'apiKey', in: 'header', name: 'x-goog-api-key' },
        query: { type: 'apiKey', in: 'query', name: 'key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [...(options.keysRequired ? [] : [{}]), { header: [] }, { query: [] }, { bearer: [] }],
  }
}

function operationsFor(surface: DescribedSurface, method: string, path: string): readonly Operation[] {
  const found = surface.operations[`${method} ${path.slice(surface.path.length) || '/'}`]
  return found === undefined ? [{ summary: `${method} ${publicPath(templateOf(path))}` }] : [found].flat()
}

function operationObject(
  {
    summary,
    description,
    query = {},
    body,
    answers = { 'application/json': 'The answer.' },
    status = 200,
  }: Operation,
  surface: DescribedSurface,
  { method, address }: { readonly method: string; readonly address: string },
): OperationObject {
  const given: ParameterObject[] = [
    ...parametersIn(address).map((name): ParameterObject => ({
      name,
      in: 'path',
      required: true,
      schema: parameters[name] ?? { type: 'string' },
    })),
    ...Object.entries(query).map(([name, words]): ParameterObject => ({
      name,
      in: 'query',
      required: false,
      description: words,
      schema: { type: 'string' },
    })),
  ]
  return {
    tags: [surface.title],
    operationId: `${method.toLowerCase()}${address.replace(/[^A-Za-z0-9]+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    summary,
    ...(description === undefined ? {} : { description }),
    ...(given.length === 0 ? {} : { parameters: given }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status]: {
        description: Object.values(answers)
          .map((answer) => (typeof answer === 'string' ? answer : answer.words))
          .join(' '),
        content: Object.fromEntries(
          Object.entries(answers).map(([type, answer]) => [
            type,
            typeof answer === 'string' ? {} : { schema: reference(answer.schema) },
          ]),
        ),
      },
      default: { $ref: `#/components/responses/${errors[surface.errors].name}` },
    },
  }
}

const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` })

function contentOf({ name, files }: NonNullable<Operation['body']>): Content {
  const schema = reference(name)
  if (files === undefined) return { 'application/json': { schema } }
  const properties = Object.fromEntries(
    Object.entries(files).map(([field, description]) => [
      field,
      { type: 'string', contentMediaType: 'application/octet-stream', description },
    ]),
  )
  return { 'multipart/form-data': { schema: { allOf: [schema, { type: 'object', properties }] } } }
}
