import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { own } from '@plantain/core'
import { z } from 'zod'
import { nearestSize, type SizeTable } from '../../aliases/index.ts'
import { flash25, thirdSizes } from '../../aliases/tables.ts'
import { answer } from '../../answer/answer.ts'
import type { Answer, Ask } from '../../answer/ask.ts'
import type { Plantain } from '../../plantain.ts'
import { toBase64 } from '../gemini/bytes.ts'
import { readJson } from '../read-json.ts'
import { askOf } from './ask-of.ts'
import { Message, toTalk, type MessageBody } from './messages.ts'
import { editOf } from './respond.ts'
import { wrong } from './wire.ts'

interface ChatRequest {
  readonly model?: string | undefined
  readonly messages: readonly MessageBody[]
  readonly modalities?: readonly string[] | undefined
  readonly image_config?:
    | { readonly aspect_ratio?: string | undefined; readonly image_size?: string | undefined }
    | undefined
  readonly seed?: number | undefined
  readonly stream?: boolean | undefined
  readonly n?: number | undefined
}
export { Request as ChatSchema }
const Request: z.ZodType<ChatRequest> = z.object({
  model: z.string().optional(),
  messages: z.array(Message).min(1),
  modalities: z.array(z.string()).optional(),
  image_config: z
    .object({ aspect_ratio: z.string().optional(), image_size: z.string().optional() })
    .optional(),
  seed: z.number().int().min(0).optional(),
  stream: z.boolean().optional(),
  n: z.number().int().optional(),
})

/** Chat completions with pictures, as OpenRouter and LiteLLM write them. */
export async function chatCompletions(c: Context, plantain: Plantain): Promise<Response> {
  const parsed = Request.safeParse(await readJson(c))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw wrong(path.join('.'), `Invalid value for '${path.join('.')}': ${message}.`)
  }
  const request = parsed.data
  if (request.n !== undefined && request.n !== 1)
    throw wrong('n', 'Only one choice is made; send the request again for another.')
  const { turns, instruction } = toTalk(request.messages, 'messages')
  const ask: Ask = {
    ...askOf(c, plantain, request.model),
    turns,
    size: sizeOf(request.image_config ?? {}),
    count: 1,
    format: 'png',
    wordsOnly: request.modalities !== undefined && !request.modalities.includes('image'),
    previewMilliseconds: null,
    ...(instruction === '' ? {} : { instruction }),
    ...(request.seed === undefined ? {} : { seed: request.seed }),
  }
  const events = answer(plantain, ask, c.req.raw.signal)
  let next = await events.next()
  while (!next.done) next = await events.next()
  const result = next.value
  const head = {
    id: `chatcmpl-${randomBytes(12).toString('hex')}`,
    created: Math.floor(Date.now() / 1000),
    model: request.model ?? ask.alias,
  }
  if (request.stream !== true)
    return c.json({
      ...head,
      object: 'chat.completion',
      choices: [
        { index: 0, message: { role: 'assistant', ...messageOf(result) }, finish_reason: endOf(result) },
      ],
      usage: usageOf(result),
    })
  return streamSSE(c, async (stream) => {
    const send = (delta: object, finish: string | null, more: object = {}): Promise<void> =>
      stream.writeSSE({
        data: JSON.stringify({
          ...head,
          object: 'chat.completion.chunk',
          choices: [{ index: 0, delta, finish_reason: finish }],
          ...more,
        }),
      })
    await send({ role: 'assistant', ...messageOf(result) }, null)
    await send({}, endOf(result), { usage: usageOf(result) })
    await stream.writeSSE({ data: '[DONE]' })
  })
}

const tables: Readonly<Record<string, SizeTable>> = { ...thirdSizes, '1K': flash25 }

function sizeOf({
  aspect_ratio: ratio,
  image_size: size = '1K',
}: NonNullable<ChatRequest['image_config']>): Ask['size'] {
  const table = own(tables, size.toUpperCase())
  if (table === undefined)
    throw wrong(
      'image_config.image_size',
      `'${size.slice(0, 40)}' is no size here; there are ${Object.keys(tables).join(', ')}.`,
    )
  if (ratio === undefined) return { nearest: table, otherwise: nearestSize(table, { width: 1, height: 1 }) }
  const found = own(table, ratio)
  if (found === undefined)
    throw wrong(
      'image_config.aspect_ratio',
      `'${ratio.slice(0, 40)}' is no ratio here; there are ${Object.keys(table).join(', ')}.`,
    )
  return { exact: { width: found[0], height: found[1] } }
}

const endOf = ({ blocked }: Answer): string => (blocked === null ? 'stop' : 'content_filter')
const messageOf = ({ text, images, blocked }: Answer): object => ({
  content: blocked?.message ?? text,
  ...(images.length > 0
    ? {
        images: images.map((image) => ({
          type: 'image_url',
          image_url: { url: `data:${image.mimeType};base64,${toBase64(image.bytes)}` },
          ...editOf(image),
        })),
      }
    : {}),
})
function usageOf({ usage, images }: Answer): object {
  const [prompt, made] = [usage.promptTokens + usage.inputImageTokens, 1290 * images.length]
  return { prompt_tokens: prompt, completion_tokens: made, total_tokens: prompt + made }
}
