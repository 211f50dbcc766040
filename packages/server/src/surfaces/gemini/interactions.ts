import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import type { Alias } from '../../aliases/index.ts'
import type { Answer, AskPicture, AskTurn } from '../../answer/ask.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import { invalid, type ReadFile } from './content.ts'
import { counts, type PromptTokens } from './tokens.ts'
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
}
export interface InteractionRequest {
  readonly model: string
  readonly input: string | readonly Item[]
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
})
export { Request as InteractionSchema }
const Request: z.ZodType<InteractionRequest> = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(Item)]),
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

/** The same wishes in the words of generateContent, so that one piece of code reads sizes and formats. */
export function asGenerateContent({
  responseFormat,
  responseModalities,
  generationConfig = {},
}: InteractionRequest): GenerateContentRequest {
  const formats = responseFormat === undefined ? [] : [responseFormat].flat()
  const image = formats.find(({ type }) => type === 'image')
  return {
    contents: [],
    generationConfig: {
      ...(responseModalities === undefined
        ? {}
        : { responseModalities: responseModalities.map((one) => one.toUpperCase()) }),
      ...(generationConfig.seed === undefined ? {} : { seed: generationConfig.seed }),
      ...(generationConfig.imageConfig === undefined ? {} : { imageConfig: generationConfig.imageConfig }),
      ...(image === undefined ? {} : { responseFormat: [{ image }] }),
    },
  }
}

/**
 * A text, a list of contents (one turn of the person), or a list of steps (turns of both).
 *
 * throws: INVALID_ARGUMENT with the path of what is wrong
 */
export async function toInteractionTurns(
  input: InteractionRequest['input'],
  readFile: ReadFile,
): Promise<readonly AskTurn[]> {
  const items: readonly Item[] = typeof input === 'string' ? [{ type: 'text', text: input }] : input
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
}
export const contents = ({ text, images }: Answer): object[] => [
  ...(text === '' ? [] : [{ type: 'text', text }]),
  ...images.map(({ bytes, mimeType }) => ({ type: 'image', data: toBase64(bytes), mime_type: mimeType })),
]

/** The interaction resource. The SDK reads the answer from its last model_output step. */
export function toInteraction(answer: Answer, { id, alias, created, sizeName, prompt }: Told): object {
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
    updated: new Date().toISOString(),
    steps: [{ type: 'model_output', content: contents(answer) }],
    usage: {
      total_input_tokens: prompt.total,
      total_output_tokens: made,
      total_tokens: prompt.total + made,
      input_tokens_by_modality: tokens(prompt.details),
      output_tokens_by_modality: tokens(counts({ TEXT: 0, IMAGE: made })),
    },
  }
}
