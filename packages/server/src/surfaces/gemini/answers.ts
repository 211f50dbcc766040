import { z } from 'zod'
import { GoogleErrorBody } from '../../openapi/errors.ts'
import { count, EditReportBody, time, warnings } from '../../openapi/shared-answers.ts'

const Counts = z.array(z.object({ modality: z.enum(['TEXT', 'IMAGE']), tokenCount: count }))
const UsageMetadata = z.object({
  promptTokenCount: count,
  candidatesTokenCount: count.optional(),
  totalTokenCount: count,
  cachedContentTokenCount: count.optional(),
  cacheTokensDetails: Counts.optional(),
  promptTokensDetails: Counts,
  candidatesTokensDetails: Counts.optional(),
})
const Part = z.object({
  text: z.string().optional(),
  thought: z.boolean().optional().describe('A preview.'),
  thoughtSignature: z
    .string()
    .optional()
    .describe('Sent back with the picture, it leads to the stored turn.'),
  inlineData: z.object({ mimeType: z.string(), data: z.string().describe('Base64.') }).optional(),
})
const Candidate = z.object({
  content: z.object({ role: z.literal('model'), parts: z.array(Part) }).optional(),
  finishReason: z.string().optional(),
  finishMessage: z.string().optional(),
  index: z.number().int(),
})
const Blocked = z.object({
  blockReason: z.string(),
  blockReasonMessage: z.string(),
  safetyRatings: z
    .array(z.object({ category: z.string(), probability: z.enum(['MEDIUM', 'HIGH']), blocked: z.boolean() }))
    .optional(),
})
/** A field of our own. */
const Own = z.object({ edits: z.array(EditReportBody).optional(), warnings: warnings.optional() })
const GenerateContentResponse = z.object({
  candidates: z.array(Candidate).optional(),
  promptFeedback: Blocked.optional().describe('In place of candidates, where the prompt is refused.'),
  usageMetadata: UsageMetadata.optional().describe('Of a stream: in its last response.'),
  modelVersion: z.string(),
  responseId: z.string(),
  plantain: Own.optional(),
  createTime: time.optional().describe('On the paths of Vertex AI.'),
})
const Frame = z
  .union([GenerateContentResponse, GoogleErrorBody])
  .describe('An error only where it breaks off.')

export const GeminiModel: z.ZodObject = z.object({
  name: z.string(),
  version: z.string(),
  displayName: z.string(),
  description: z.string(),
  inputTokenLimit: count,
  outputTokenLimit: count,
  supportedGenerationMethods: z.array(z.string()),
  temperature: z.number(),
  topP: z.number(),
  topK: z.number(),
  maxTemperature: z.number(),
  thinking: z.boolean().optional(),
})
/** Under v1 Google's and OpenAI's at once. */
const openAi = { id: z.string(), object: z.literal('model'), created: count, owned_by: z.string() }
const ofOpenAi = 'Under v1, where OpenAI has the same address.'
const nextPageToken = z.string().optional()
export const ListModels: z.ZodObject = z.object({
  models: z.array(GeminiModel),
  nextPageToken,
  object: z.literal('list').optional().describe(ofOpenAi),
  data: z.array(z.object(openAi)).optional().describe(ofOpenAi),
})

const File = z.object({
  name: z.string(),
  displayName: z.string().optional(),
  mimeType: z.string(),
  sizeBytes: z.string(),
  createTime: time,
  updateTime: time,
  expirationTime: time,
  sha256Hash: z.string().describe('Base64 of the hexadecimal text.'),
  uri: z.string(),
  downloadUri: z.string().optional(),
  state: z.literal('ACTIVE'),
  source: z.enum(['UPLOADED', 'GENERATED']),
})
const CachedContent = z.object({
  name: z.string(),
  model: z.string(),
  displayName: z.string().optional(),
  createTime: time,
  updateTime: time,
  expireTime: time,
  usageMetadata: z.object({ totalTokenCount: count }),
})

const Line = z.object({
  response: GenerateContentResponse.optional(),
  error: z.object({ code: z.number().int(), message: z.string(), status: z.string() }).optional(),
  metadata: z.unknown().optional().describe('As it came with the request.'),
})
const inlined = z.object({ inlinedResponses: z.array(Line) })
const BatchOperation = z.object({
  name: z.string(),
  metadata: z.object({
    '@type': z.string(),
    name: z.string(),
    model: z.string(),
    displayName: z.string(),
    state: z.enum(
      ['PENDING', 'RUNNING', 'SUCCEEDED', 'CANCELLED', 'EXPIRED'].map((state) => `BATCH_STATE_${state}`),
    ),
    createTime: time,
    updateTime: time,
    endTime: time.optional(),
    batchStats: z.object({
      requestCount: z.string(),
      successfulRequestCount: z.string(),
      failedRequestCount: z.string(),
      pendingRequestCount: z.string(),
    }),
    inputConfig: z.object({ fileName: z.string() }).optional(),
    output: z
      .object({ responsesFile: z.string().optional(), inlinedResponses: inlined.optional() })
      .optional(),
  }),
  done: z.literal(true).optional(),
  response: z
    .object({
      '@type': z.string(),
      responsesFile: z.string().optional(),
      inlinedResponses: inlined.optional(),
    })
    .optional(),
  error: z.object({ code: z.number().int(), message: z.string() }).optional(),
})

const Content = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), data: z.string().describe('Base64.'), mime_type: z.string() }),
])
const Step = z.object({ type: z.literal('model_output'), content: z.array(Content) })
const tokens = z.array(z.object({ modality: z.enum(['text', 'image']), tokens: count }))
const begun = {
  id: z.string(),
  object: z.literal('interaction'),
  model: z.string(),
  created: time,
}
const Interaction = z.object({
  ...begun,
  status: z.literal('completed'),
  updated: time,
  previous_interaction_id: z.string().optional(),
  usage: z.object({
    total_input_tokens: count,
    total_output_tokens: count,
    total_tokens: count,
    input_tokens_by_modality: tokens,
    output_tokens_by_modality: tokens,
    total_cached_tokens: count.optional(),
    cached_tokens_by_modality: tokens.optional(),
  }),
  steps: z.array(Step),
  plantain: Own.optional(),
})
const event = <const T extends string>(type: T) => ({ event_type: z.literal(type) })
const index = z.number().int()
const InteractionEvent = z
  .discriminatedUnion('event_type', [
    z.object({
      ...event('interaction.created'),
      interaction: z.object({ ...begun, status: z.literal('in_progress') }),
    }),
    z.object({ ...event('step.start'), index, step: Step }),
    z.object({ ...event('step.delta'), index, delta: Content }),
    z.object({ ...event('step.stop'), index }),
    z.object({ ...event('interaction.completed'), interaction: Interaction }),
    z.object({ ...event('error'), ...GoogleErrorBody.shape }),
  ])
  .describe('The data of each event; of the last one, done, it is [DONE].')

/** What comes back, for the document. */
export const geminiAnswers: Readonly<Record<string, z.ZodType>> = {
  GenerateContentResponse,
  GenerateContentFrame: Frame,
  GenerateContentFrames: z.array(Frame),
  CountTokensResponse: z.object({
    totalTokens: count,
    promptTokensDetails: Counts,
    cachedContentTokenCount: count.optional(),
    cacheTokensDetails: Counts.optional(),
  }),
  PredictResponse: z.object({
    predictions: z.array(
      z.object({
        mimeType: z.string().optional(),
        bytesBase64Encoded: z.string().optional(),
        raiFilteredReason: z.string().optional().describe('Why there is no picture.'),
      }),
    ),
    plantain: Own.optional(),
  }),
  Model: GeminiModel.extend(z.object(openAi).partial().shape).describe(
    `id, object, created, owned_by: ${ofOpenAi}`,
  ),
  ListModelsResponse: ListModels,
  File,
  UploadedFile: z.object({ file: File }),
  ListFilesResponse: z.object({ files: z.array(File).optional(), nextPageToken }),
  CachedContent,
  ListCachedContentsResponse: z.object({ cachedContents: z.array(CachedContent).optional(), nextPageToken }),
  BatchOperation,
  ListOperationsResponse: z.object({ operations: z.array(BatchOperation).optional(), nextPageToken }),
  Interaction,
  InteractionEvent,
  Empty: z.object({}),
}
