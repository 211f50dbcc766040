import { json, type Operations } from '../../openapi/operation.ts'
import { verbOperations } from '../gemini/operations.ts'

const bases = [
  '/publishers/google/models',
  '/projects/:project/locations/:location/publishers/google/models',
] as const

/** The same verbs and bodies as the Gemini API, under Vertex AI's addresses. */
export const vertexOperations: Operations = Object.fromEntries(
  bases.flatMap((base) => [
    [
      `GET /:version${base}`,
      { summary: 'The models that answer here', answers: json('ListPublisherModelsResponse') },
    ],
    [`GET /:version${base}/:id`, { summary: 'One model', answers: json('PublisherModel') }],
    [
      `POST /:version${base}/:call{.+}`,
      verbOperations(`/{version}${base.replace(/:(\w+)/g, '{$1}')}/{model}`),
    ],
  ]),
)
