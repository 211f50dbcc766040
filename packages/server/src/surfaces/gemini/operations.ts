import { json, type Operation, type Operations } from '../../openapi/operation.ts'
import { BatchSchema } from './batch-input.ts'
import { WaitSchema } from './batch-routes.ts'
import { InteractionSchema } from './interactions.ts'
import { PredictSchema } from './predict.ts'
import { CachedContentSchema, CountTokensSchema, ExpirySchema, GenerateContentSchema } from './wire.ts'

const generateContent = { name: 'GenerateContentRequest', schema: GenerateContentSchema }

/** The verbs of a model, under whatever its address begins with. */
export const verbOperations = (model: string): readonly Operation[] => [
  {
    path: `${model}:generateContent`,
    summary: 'Pictures and words for a conversation',
    description:
      'Field names in camelCase or snake_case. A field that concerns the picture and cannot be honoured is refused by name.',
    body: generateContent,
    answers: json('GenerateContentResponse', 'candidates with parts of text and inlineData, usageMetadata.'),
  },
  {
    path: `${model}:streamGenerateContent`,
    summary: 'The same as a stream',
    query: { alt: '"sse": server-sent events; else a JSON array that grows.' },
    body: generateContent,
    answers: {
      'text/event-stream': { words: 'One response a message.', schema: 'GenerateContentFrame' },
      ...json('GenerateContentFrames', 'An array of responses.'),
    },
  },
  {
    path: `${model}:batchGenerateContent`,
    summary: 'Many requests that nobody waits for',
    description: 'As a list, or as a file of JSON lines that was uploaded. The answer is an operation.',
    body: { name: 'BatchRequest', schema: BatchSchema },
    answers: json('BatchOperation', 'The operation, without answers yet.'),
  },
  {
    path: `${model}:countTokens`,
    summary: 'Tokens of a request',
    body: { name: 'CountTokensRequest', schema: CountTokensSchema },
    answers: json('CountTokensResponse'),
  },
  {
    path: `${model}:predict`,
    summary: 'Pictures as Imagen makes them',
    body: { name: 'PredictRequest', schema: PredictSchema },
    answers: json('PredictResponse', 'predictions with bytesBase64Encoded.'),
  },
]

const paged = {
  pageSize: 'At most so many.',
  pageToken: 'Where the next page starts, from the answer before.',
}

const fileOperations: Operations = {
  'POST /upload/:version/files': {
    summary: 'Upload a file',
    description:
      'Resumable (X-Goog-Upload-Protocol: resumable, then chunks to the address in X-Goog-Upload-URL), multipart, or raw.',
    query: { uploadType: 'resumable, multipart or media, where no header says it.' },
    answers: json('UploadedFile', 'The file, or nothing but headers while there is more to come.'),
  },
  'PUT /upload/:version/files': {
    summary: 'Go on with an upload',
    answers: json('UploadedFile', 'The file, or nothing but headers while there is more to come.'),
  },
  'GET /:version/files': {
    summary: 'Your files, the latest first',
    query: paged,
    answers: json('ListFilesResponse'),
  },
  'GET /:version/files/:id': { summary: 'What is known of a file', answers: json('File') },
  'DELETE /:version/files/:id': { summary: 'Delete a file', answers: json('Empty') },
  'GET /download/:version/files/:id': {
    summary: 'The bytes of a file',
    answers: { 'application/octet-stream': 'The file, under its own type.' },
  },
}

const cachedContentOperations: Operations = {
  'POST /:version/cachedContents': {
    summary: 'Keep what many requests begin with',
    description:
      'Requests name it in cachedContent. It is for one model, and gone after an hour, or as ttl or expireTime says.',
    body: { name: 'CachedContentRequest', schema: CachedContentSchema },
    answers: json('CachedContent'),
  },
  'GET /:version/cachedContents': {
    summary: 'Your cached contents, the latest first',
    query: paged,
    answers: json('ListCachedContentsResponse'),
  },
  'GET /:version/cachedContents/:id': {
    summary: 'What is known of cached contents; not they themselves',
    answers: json('CachedContent'),
  },
  'PATCH /:version/cachedContents/:id': {
    summary: 'Change when they expire',
    query: { updateMask: 'ttl or expireTime; nothing else can be changed.' },
    body: { name: 'CachedContentExpiry', schema: ExpirySchema },
    answers: json('CachedContent'),
  },
  'DELETE /:version/cachedContents/:id': { summary: 'Forget them', answers: json('Empty') },
}

const batchOperations: Operations = Object.fromEntries(
  ['batches', 'operations', 'models/:model/operations'].flatMap((base) => [
    [
      `GET /:version/${base}`,
      {
        summary: 'Your batches as operations, the latest first, without their answers',
        query: paged,
        answers: json('ListOperationsResponse'),
      },
    ],
    [
      `GET /:version/${base}/:id`,
      { summary: 'A batch, with its answers when it is through', answers: json('BatchOperation') },
    ],
    [`DELETE /:version/${base}/:id`, { summary: 'Delete a batch and its answers', answers: json('Empty') }],
    [
      `POST /:version/${base}/:call`,
      [
        {
          path: `/{version}/${base.replace(':model', '{model}')}/{id}:cancel`,
          summary: 'Stop a batch; what is answered stays',
          answers: json('Empty'),
        },
        {
          path: `/{version}/${base.replace(':model', '{model}')}/{id}:wait`,
          summary: 'A batch when it is through, or after a time',
          body: { name: 'WaitRequest', schema: WaitSchema },
          answers: json('BatchOperation'),
        },
      ],
    ],
  ]),
)

export const geminiOperations: Operations = {
  'GET /:version/models': {
    summary: 'The models that answer here',
    description: "Under v1 the answer is Google's and OpenAI's at once: both list models there.",
    query: paged,
    answers: json('ListModelsResponse'),
  },
  'GET /:version/models/:id': { summary: 'One model: its limits and what it can do', answers: json('Model') },
  'POST /:version/models/:call{.+}': verbOperations('/{version}/models/{model}'),
  'POST /:version/interactions': {
    summary: 'One turn of an interaction',
    description: 'previous_interaction_id goes on from an earlier one, in the same stored session.',
    body: { name: 'InteractionRequest', schema: InteractionSchema },
    answers: {
      ...json('Interaction', 'The interaction.'),
      'text/event-stream': { words: 'Its events, with stream: true.', schema: 'InteractionEvent' },
    },
  },
  'GET /:version/interactions/:id': {
    summary: 'An interaction that was stored',
    query: { stream: '"true": its events, as when it was made.' },
    answers: {
      ...json('Interaction', 'The interaction.'),
      'text/event-stream': { words: 'Its events, with stream=true.', schema: 'InteractionEvent' },
    },
  },
  'DELETE /:version/interactions/:id': {
    summary: 'Forget an interaction',
    description: 'Nothing can go on from it any more. Its session stays.',
    answers: json('Empty'),
  },
  'POST /:version/interactions/:id/cancel': {
    summary: 'Cancel an interaction in the background',
    description: 'There are none here yet: it says that the interaction is completed, or not found.',
    answers: { 'application/json': 'Never.' },
  },
  ...fileOperations,
  ...cachedContentOperations,
  ...batchOperations,
}
