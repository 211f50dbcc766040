import { z } from 'zod'
import { OpenAiErrorBody } from '../../openapi/errors.ts'
import { count, EditReportBody, warnings } from '../../openapi/shared-answers.ts'
import { GeminiModel, ListModels } from '../gemini/answers.ts'

const Model = z.object({ id: z.string(), object: z.literal('model'), created: count, owned_by: z.string() })

/** Fields of our own. */
const edited = z.object({ edit: EditReportBody }).optional()
const warned = z.object({ warnings }).optional()

const ImagesUsage = z.object({
  input_tokens: count,
  output_tokens: count,
  total_tokens: count,
  input_tokens_details: z.object({ text_tokens: count, image_tokens: count }),
  output_tokens_details: z.object({ text_tokens: count, image_tokens: count }),
})
const aspects = {
  size: z.string(),
  quality: z.string(),
  background: z.enum(['transparent', 'opaque']),
  output_format: z.enum(['png', 'jpeg', 'webp']),
}
const ImagesResponse = z.object({
  created: count,
  ...z.object(aspects).partial().shape,
  data: z.array(
    z.object({
      b64_json: z.string().optional(),
      url: z.string().optional().describe('A data URL, with response_format: url.'),
      plantain: edited,
    }),
  ),
  plantain: warned,
  usage: ImagesUsage,
  safety_identifier: z.string().optional(),
})
const kinds = ['image_generation', 'image_edit', 'image_variation'] as const
const picture = { b64_json: z.string(), created_at: count, ...aspects }
const ImagesEvent = z
  .union([
    z.object({
      type: z.enum(kinds.map((kind) => `${kind}.partial_image` as const)),
      ...picture,
      partial_image_index: count,
    }),
    z.object({
      type: z.enum(kinds.map((kind) => `${kind}.completed` as const)),
      ...picture,
      usage: ImagesUsage,
      plantain: z.object({ edit: EditReportBody.optional(), warnings: warnings.optional() }).optional(),
    }),
    z.object({ type: z.literal('error'), ...OpenAiErrorBody.shape }),
  ])
  .describe('The data of each event.')

const status = z.enum(['in_progress', 'completed'])
const Item = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('image_generation_call'),
    id: z.string().describe('Sent back in input, it leads to the stored turn.'),
    status,
    result: z.string().nullable().describe('Base64.'),
    plantain: edited,
  }),
  z.object({
    type: z.literal('message'),
    id: z.string(),
    status,
    role: z.literal('assistant'),
    content: z.array(
      z.object({ type: z.literal('output_text'), text: z.string(), annotations: z.array(z.unknown()) }),
    ),
  }),
])
const TokenUsage = z.object({ input_tokens: count, output_tokens: count, total_tokens: count })
const ResponseBody = z.object({
  id: z.string(),
  object: z.literal('response'),
  created_at: count,
  status: z.literal('completed'),
  model: z.string(),
  output: z.array(Item),
  plantain: warned,
  usage: TokenUsage,
})
const event = <const T extends string>(...types: readonly T[]) => ({
  type: z.enum(types),
  sequence_number: count,
})
const ResponseEvent = z
  .union([
    z.object({
      ...event('response.created'),
      response: z.object({
        id: z.string(),
        object: z.literal('response'),
        status: z.literal('in_progress'),
        output: z.array(Item),
      }),
    }),
    z.object({
      ...event('response.output_item.added', 'response.output_item.done'),
      output_index: count,
      item: Item,
    }),
    z.object({
      ...event(
        'response.image_generation_call.in_progress',
        'response.image_generation_call.generating',
        'response.image_generation_call.completed',
      ),
      output_index: count,
      item_id: z.string(),
    }),
    z.object({ ...event('response.completed'), response: ResponseBody }),
    z.object({
      ...event('error'),
      message: z.string(),
      param: z.string().nullable(),
      code: z.string().nullable(),
    }),
  ])
  .describe('The data of each event.')

const said = {
  content: z.string(),
  images: z
    .array(
      z.object({
        type: z.literal('image_url'),
        image_url: z.object({ url: z.string().describe('A data URL.') }),
        plantain: edited,
      }),
    )
    .optional(),
}
const chat = { id: z.string(), created: count, model: z.string() }
const reason = z.enum(['stop', 'content_filter'])
const usage = z.object({ prompt_tokens: count, completion_tokens: count, total_tokens: count })
const role = z.literal('assistant')

/** What comes back, for the document. */
export const openAiAnswers: Readonly<Record<string, z.ZodType>> = {
  OpenAiModel: GeminiModel.partial()
    .extend(Model.shape)
    .describe("Under /v1/models Google's fields are there, too."),
  OpenAiModelList: z.object({
    ...ListModels.partial().shape,
    object: z.literal('list'),
    data: z.array(Model),
  }),
  ImagesResponse,
  ImagesEvent,
  Response: ResponseBody,
  ResponseEvent,
  ChatCompletion: z.object({
    ...chat,
    object: z.literal('chat.completion'),
    choices: z.array(z.object({ index: count, message: z.object({ role, ...said }), finish_reason: reason })),
    usage,
  }),
  ChatCompletionChunk: z
    .object({
      ...chat,
      object: z.literal('chat.completion.chunk'),
      choices: z.array(
        z.object({
          index: count,
          delta: z.object({ role, ...said }).partial(),
          finish_reason: reason.nullable(),
        }),
      ),
      usage: usage.optional(),
    })
    .describe('The data of each event; of the last one it is [DONE].'),
}
