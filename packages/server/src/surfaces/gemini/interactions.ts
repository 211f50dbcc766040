import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import type { Alias } from '../../aliases/index.ts'
import type { Answer, AskPicture, AskTurn } from '../../answer/ask.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import { invalid, type ReadFile } from './content.ts'
import { counts, type PromptTokens } from './tokens.ts'
import { editsOf } from './respond.ts'
import { parse, type GenerateContentRequest } from './wire.ts'

interface Item {
  readonly type: string
  readonly text?: string | undefined
  readonly data?: string | undefined
  readonly uri?: string | undefined
  readonly mimeType?: string | undefined
  readonly content?: string | readonly Item[] | undefined
}
interface Format {
  readonly type?: string | undefined
  readonly aspectRatio?: string | undefined
  readonly imageSize?: string | undefined
  readonly mimeType?: string | undefined
  readonly delivery?: string | undefined
  readonly schema?: unknown
}
export interface InteractionRequest {
  readonly model: string
  readonly input: string | Item | readonly Item[]
  readonly cachedContent?: string | undefined
  readonly responseMimeType?: string | undefined
  readonly systemInstruction?: string | undefined
  readonly previousInteractionId?: string | undefined
  readonly responseFormat?: Format | readonly Format[] | undefined
  readonly responseModalities?: readonly string[] | undefined
  readonly generationConfig?:
    | {
        readonly seed?: number | undefined
        readonly imageConfig?: Format | undefined
        readonly thinkingLevel?: string | undefined
      }
    | undefined
  readonly tools?: readonly { readonly type: string }[] | undefined
  readonly background?: boolean | undefined
  readonly store?: boolean | undefined
  readonly stream?: boolean | undefined
}
const Item: z.ZodType<Item> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().optional(),
    data: z.string().optional(),
    uri: z.string().optional(),
    mimeType: z.string().optional(),
    content: z.union([z.string(), z.array(Item)]).optional(),
  }),
)
const Format: z.ZodType<Format> = z.object({
  type: z.string().optional(),
  aspectRatio: z.string().optional(),
  imageSize: z.string().optional(),
  mimeType: z.string().optional(),
  delivery: z.string().optional(),
  schema: z.unknown().optional(),
})
export { Request as InteractionSchema }
const Request: z.ZodType<InteractionRequest> = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(Item), Item]),
  cachedContent: z.string().optional(),
  responseMimeType: z.string().optional(),
  systemInstruction: z.string().optional(),
  previousInteractionId: z.string().optional(),
  responseFormat: z.union([Format, z.array(Format)]).optional(),
  responseModalities: z.array(z.string()).optional(),
  generationConfig: z
    .object({
      seed: z.number().int().optional(),
      imageConfig: Format.optional(),
      thinkingLevel: z.string().optional(),
    })
    .optional(),
  tools: z.array(z.object({ type: z.string() })).optional(),
  background: z.boolean().optional(),
  store: z.boolean().optional(),
  stream: z.boolean().optional(),
})
/** throws: INVALID_ARGUMENT for what is not in its form, or cannot be done here */
export function parseInteraction(body: unknown): InteractionRequest {
  const request = parse(Request, body)
  const tool = request.tools?.find(({ type }) => type === 'function' || type === 'code_execution')
  if (tool !== undefined) throw invalid(`The tool ${tool.type} is not enabled for this model`, 'tools')
  if (request.background === true)
    throw invalid('Interactions in the background are not possible here; leave background out', 'background')
  return request
}

/** The same wishes in the words of generateContent, so that one piece of code reads sizes and formats, and refuses what cannot be. */
export function asGenerateContent(request: InteractionRequest): GenerateContentRequest {
  const { responseFormat, responseMimeType, generationConfig = {} } = request
  const formats = responseFormat === undefined ? [] : [responseFormat].flat()
  const image = formats.find(isImage)
  const modalities = modalitiesOf(request, formats)
  const json =
    responseMimeType === 'application/json' ||
    formats.some((format) => !isImage(format) && (format.schema !== undefined || isSchema(format)))
  const { seed, imageConfig } = generationConfig
  return {
    contents: [],
    generationConfig: {
      ...(modalities === null ? {} : { responseModalities: modalities }),
      ...(seed === undefined ? {} : { seed }),
      ...(imageConfig === undefined ? {} : { imageConfig }),
      ...(json ? { responseMimeType: 'application/json' } : {}),
      ...(image === undefined ? {} : { responseFormat: [{ image: withMimeType(image, responseMimeType) }] }),
    },
  }
}

/** Without a type it is one where it says something of pictures. */
const isImage = ({ type, aspectRatio, imageSize, mimeType }: Format): boolean =>
  type === undefined
    ? aspectRatio !== undefined || imageSize !== undefined || mimeType?.startsWith('image/') === true
    : type.toLowerCase() === 'image'

const media = ['text', 'image', 'audio', 'video']
/** A schema of JSON stood there in earlier versions; its type is that of a value. */
const isSchema = ({ type, mimeType }: Format): boolean =>
  mimeType === 'application/json' || (type !== undefined && !media.includes(type.toLowerCase()))

/** null: not said. Where formats are given and none is of a picture, none is wanted. */
function modalitiesOf(
  { responseModalities }: InteractionRequest,
  formats: readonly Format[],
): readonly string[] | null {
  if (responseModalities !== undefined) return responseModalities.map((one) => one.toUpperCase())
  if (formats.length === 0 || formats.some(isImage)) return null
  return formats.map(({ type = 'text' }) => type.toUpperCase())
}

const withMimeType = (image: Format, mimeType: string | undefined): Format =>
  image.mimeType === undefined && mimeType?.startsWith('image/') === true ? { ...image, mimeType } : image

/**
 * A text, a list of contents (one turn of the person), or a list of steps (turns of both).
 *
 * throws: INVALID_ARGUMENT with the path of what is wrong
 */
export async function toInteractionTurns(
  input: InteractionRequest['input'],
  readFile: ReadFile,
): Promise<readonly AskTurn[]> {
  const items: readonly Item[] = typeof input === 'string' ? [{ type: 'text', text: input }] : [input].flat()
  const steps = items.some(({ type }) => type === 'user_input' || type === 'model_output')
  const turns = steps
    ? await Promise.all(
        items.map((step, i) =>
          toTurn(
            step.type === 'model_output' ? 'model' : 'user',
            contentOf(step),
            `input[${i}].content`,
            readFile,
          ),
        ),
      )
    : [await toTurn('user', items, 'input', readFile)]
  const last = turns.at(-1)
  if (last === undefined || last.role !== 'user' || (last.text.trim() === '' && last.pictures.length === 0))
    throw invalid(
      'input ends with no words and no picture of the user; say what to draw, or what to change',
      'input',
    )
  return turns
}
const contentOf = ({ content = [] }: Item): readonly Item[] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : content

async function toTurn(
  role: 'user' | 'model',
  items: readonly Item[],
  path: string,
  readFile: ReadFile,
): Promise<AskTurn> {
  const texts: string[] = []
  const pictures: AskPicture[] = []
  for (const [i, { type, text, data, uri }] of items.entries()) {
    if (type === 'text') texts.push(text ?? '')
    else if (type === 'image' && uri !== undefined)
      pictures.push({ bytes: await readFile(uri, `${path}[${i}].uri`) })
    else if (type === 'image') {
      const bytes = fromBase64(data ?? '')
      if (bytes === null || bytes.length === 0)
        throw invalid(
          `Invalid value at '${path}[${i}].data' (TYPE_BYTES), Base64 decoding failed`,
          `${path}[${i}].data`,
        )
      pictures.push({ bytes })
    } else if (type !== 'thought')
      throw invalid(
        `'${path}[${i}].type' is ${JSON.stringify(type.slice(0, 40))}; give text or image`,
        `${path}[${i}].type`,
      )
  }
  return { role, text: texts.join('\n'), pictures }
}

export interface Told {
  readonly id: string
  readonly alias: Alias
  readonly created: string
  readonly sizeName: string
  readonly prompt: PromptTokens
  readonly cached: PromptTokens | null
  readonly previous: string | undefined
}
export const contents = ({ text, images }: Pick<Answer, 'text' | 'images'>): object[] => [
  ...(text === '' ? [] : [{ type: 'text', text }]),
  ...images.map(({ bytes, mimeType }) => ({ type: 'image', data: toBase64(bytes), mime_type: mimeType })),
]

/** What is told of an interaction besides its steps: plain JSON, as it is kept. */
export interface InteractionHead {
  readonly id: string
  readonly object: 'interaction'
  readonly model: string
  readonly status: 'completed'
  readonly created: string
  readonly updated: string
  readonly previous_interaction_id?: string
  readonly usage: object
  /** A field of our own: what edits did, measured, and what had no effect. */
  readonly plantain?: object
}

/** throws: INVALID_ARGUMENT where what was asked is refused: an interaction has no field for it */
export function toHead(answer: Answer, told: Told, updated: Date): InteractionHead {
  const { id, alias, created, sizeName, prompt, cached, previous } = told
  if (answer.blocked !== null)
    throw new PlantainError('INVALID_ARGUMENT', answer.blocked.message, { details: { field: 'input' } })
  const made = answer.images.length * (alias.imageTokens[sizeName] ?? 1290)
  const tokens = (list: ReturnType<typeof counts>): object[] =>
    list.map(({ modality, tokenCount }) => ({ modality: modality.toLowerCase(), tokens: tokenCount }))
  return {
    id,
    object: 'interaction',
    model: alias.id,
    status: 'completed',
    created,
    updated: updated.toISOString(),
    ...(previous === undefined ? {} : { previous_interaction_id: previous }),
    usage: {
      total_input_tokens: prompt.total,
      total_output_tokens: made,
      total_tokens: prompt.total + made,
      input_tokens_by_modality: tokens(prompt.details),
      output_tokens_by_modality: tokens(counts({ TEXT: 0, IMAGE: made })),
      ...(cached === null
        ? {}
        : { total_cached_tokens: cached.total, cached_tokens_by_modality: tokens(cached.details) }),
    },
    ...editsOf(answer),
  }
}

/** The interaction resource. The SDK reads the answer from its last model_output step. */
export const toInteraction = (head: InteractionHead, content: readonly object[]): object => ({
  ...head,
  steps: [{ type: 'model_output', content }],
})
