import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { answer } from '../../answer/answer.ts'
import type { Answer, Ask } from '../../answer/ask.ts'
import { toPlantainError } from '../../http-error.ts'
import type { Plantain } from '../../plantain.ts'
import { toBase64, toUrlSafe } from '../gemini/bytes.ts'
import { forAll } from '../gemini/thresholds.ts'
import { readJson } from '../read-json.ts'
import { askOf } from './ask-of.ts'
import { toOpenAiError } from './error.ts'
import { fromUrl, Message, toTalk, type MessageBody } from './messages.ts'
import { editOf, warningsOf } from './respond.ts'
import { toSize } from './sizes.ts'
import { stepsOf, withoutEffect, wrong } from './wire.ts'

interface Tool {
  readonly type: string
  readonly size?: string | undefined
  readonly background?: 'auto' | 'opaque' | 'transparent' | undefined
  readonly output_format?: 'png' | 'jpeg' | 'webp' | undefined
  readonly output_compression?: number | undefined
  readonly input_image_mask?: { readonly image_url?: string | undefined } | undefined
  readonly quality?: string | undefined
  readonly moderation?: 'auto' | 'low' | undefined
  readonly input_fidelity?: string | undefined
  readonly partial_images?: number | undefined
}
interface ResponsesRequest {
  readonly model?: string | undefined
  readonly input: string | readonly MessageBody[]
  readonly instructions?: string | null | undefined
  readonly tools?: readonly Tool[] | undefined
  readonly previous_response_id?: string | null | undefined
  readonly stream?: boolean | null | undefined
}
/** null is OpenAI's "default". */
const given = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? undefined)
const Tool: z.ZodType<Tool> = z.object({
  type: z.string(),
  size: z.string().optional(),
  background: z.enum(['auto', 'opaque', 'transparent']).optional(),
  output_format: z.enum(['png', 'jpeg', 'webp']).optional(),
  output_compression: z.number().int().min(0).max(100).optional(),
  input_image_mask: z.object({ image_url: z.string().optional() }).optional(),
  quality: given(z.string()),
  moderation: given(z.enum(['auto', 'low'])),
  input_fidelity: given(z.string()),
  partial_images: given(z.number().int().min(0).max(3)),
})
export { Request as ResponsesSchema }
const Request: z.ZodType<ResponsesRequest> = z.object({
  model: z.string().optional(),
  input: z.union([z.string(), z.array(Message)]),
  instructions: z.string().nullish(),
  tools: z.array(Tool).optional(),
  previous_response_id: z.string().nullish(),
  stream: z.boolean().nullish(),
})

/** The part of the Responses API that makes pictures: one call of the tool image_generation, and words. */
export async function responses(
  c: Context,
  plantain: Plantain,
  log: (message: string, cause: unknown) => void,
): Promise<Response> {
  const parsed = Request.safeParse(await readJson(c))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw wrong(path.join('.'), `Invalid value for '${path.join('.')}': ${message}.`)
  }
  const request = parsed.data
  const id = `resp_${randomBytes(24).toString('hex')}`
  const ask = { ...toAsk(c, plantain, request), name: id }
  const events = answer(plantain, ask, c.req.raw.signal)
  let next = await events.next()
  if (request.stream !== true) {
    while (!next.done) next = await events.next()
    return c.json(body(next.value, request, { id, model: ask.alias }))
  }
  return streamSSE(c, async (stream) => {
    let sequence = 0
    const send = (type: string, data: object): Promise<void> =>
      stream.writeSSE({ event: type, data: JSON.stringify({ type, sequence_number: sequence++, ...data }) })
    try {
      await send('response.created', {
        response: { id, object: 'response', status: 'in_progress', output: [] },
      })
      while (!next.done) next = await events.next()
      const whole = body(next.value, request, { id, model: ask.alias })
      for (const [index, item] of whole.output.entries()) {
        const at = { output_index: index, item_id: item.id }
        await send('response.output_item.added', {
          output_index: index,
          // The picture itself goes out twice as it is: when it is done, and in the whole.
          item: {
            ...item,
            status: 'in_progress',
            ...(item.type === 'image_generation_call' ? { result: null } : {}),
          },
        })
        if (item.type === 'image_generation_call')
          for (const state of ['in_progress', 'generating', 'completed'])
            await send(`response.image_generation_call.${state}`, at)
        await send('response.output_item.done', { output_index: index, item })
      }
      await send('response.completed', { response: whole })
    } catch (thrown) {
      const error = toPlantainError(thrown)
      if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
      const { message, param, code } = toOpenAiError(error).error
      await send('error', { message, param, code })
    } finally {
      await events.return(undefined as unknown as Answer) // whoever leaves early stops the engine
    }
  })
}

const isTool = ({ type }: Tool): boolean => type === 'image_generation'

function toAsk(
  c: Context,
  plantain: Plantain,
  { model, input, instructions, tools = [], previous_response_id: previous }: ResponsesRequest,
): Ask {
  const tool = tools.find(isTool)
  const messages: readonly MessageBody[] =
    typeof input === 'string' ? [{ role: 'user', content: input }] : input
  const { turns, instruction } = toTalk(messages, 'input')
  const said = [instructions ?? '', instruction].filter(Boolean).join('\n')
  const mask = tool?.input_image_mask
  const wanted = stepsOf(tool?.quality)
  // Names of models that write text come with this API; the picture is made by ours.
  const known = model === undefined || /^(gpt-(?!image)|o\d|chatgpt-4)/.test(model) ? undefined : model
  return {
    ...askOf(c, plantain, known),
    turns,
    thresholds: tool?.moderation === 'low' ? forAll('ONLY_HIGH') : {},
    ...(wanted === undefined ? {} : { steps: wanted }),
    size: toSize(tool?.size),
    count: 1,
    format: tool?.output_format ?? 'png',
    ...(tool?.output_compression === undefined ? {} : { quality: Math.max(1, tool.output_compression) }),
    ...(tool?.background === undefined || tool.background === 'auto' ? {} : { background: tool.background }),
    ...(mask === undefined
      ? {}
      : {
          mask: {
            bytes: fromUrl(mask.image_url, 'tools[0].input_image_mask.image_url'),
            convention: 'alpha' as const,
          },
        }),
    ...(said === '' ? {} : { instruction: said }),
    ...(previous === undefined || previous === null ? {} : { previous }),
    previewMilliseconds: null,
  }
}

interface Output {
  readonly type: string
  readonly id: string
}

interface Whole {
  readonly output: readonly Output[]
  readonly [key: string]: unknown
}

function body(
  result: Answer,
  { tools = [] }: ResponsesRequest,
  { id, model }: { readonly id: string; readonly model: string },
): Whole {
  const { partial_images = 0, ...tool } = tools.find(isTool) ?? {}
  const warnings = [
    ...withoutEffect(tool),
    ...(partial_images > 0 ? ['partial_images had no effect: a response has none; /v1/images/* has'] : []),
    ...(result.warnings ?? []),
  ]
  const images = result.images.map((image) => ({
    type: 'image_generation_call',
    id: `ig_${toUrlSafe(image.signature ?? '')}`,
    status: 'completed',
    result: toBase64(image.bytes),
    ...editOf(image),
  }))
  const text = result.blocked?.message ?? result.text
  const words = {
    type: 'message',
    id: `msg_${randomBytes(8).toString('hex')}`,
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', text, annotations: [] }],
  }
  const { usage } = result
  const [input, output] = [usage.promptTokens + usage.inputImageTokens, 1290 * result.images.length]
  return {
    id,
    object: 'response',
    created_at: Math.floor(Date.now() / 1000),
    status: 'completed',
    model,
    output: text === '' ? images : [...images, words],
    ...warningsOf({ warnings }),
    usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
  }
}
