import { own, PlantainError } from '@plantain/core'
import { z } from 'zod'

export const wrong = (param: string, message: string, code = 'invalid_value'): PlantainError =>
  new PlantainError('INVALID_ARGUMENT', message, { details: { field: param, code } })

/** What `generations`, `edits` and `variations` share, after form fields have become values. */
export interface ImagesRequest {
  readonly prompt?: string | undefined
  readonly model?: string | undefined
  readonly n: number
  readonly size?: string | undefined
  readonly quality?: string | undefined
  readonly background?: 'auto' | 'opaque' | 'transparent' | undefined
  readonly output_format: 'png' | 'jpeg' | 'webp'
  readonly output_compression?: number | undefined
  readonly response_format: 'b64_json' | 'url'
  readonly stream: boolean
  readonly partial_images: number
  readonly seed?: number | undefined
  readonly user?: string | undefined
  readonly moderation?: 'auto' | 'low' | undefined
  readonly safety_identifier?: string | undefined
  readonly style?: string | undefined
  readonly complexity?: string | undefined
  readonly input_fidelity?: string | undefined
}

/** null is OpenAI's "default". */
const optional = <T extends z.ZodType>(of: T) => of.nullish().transform((value) => value ?? undefined)
export { Request as ImagesSchema }
const Request: z.ZodType<ImagesRequest> = z.object({
  prompt: optional(z.string().max(32_000)),
  model: optional(z.string().min(1).max(200)),
  n: optional(z.coerce.number().int().min(1).max(10)).transform((n) => n ?? 1),
  size: optional(z.string()),
  quality: optional(z.enum(['auto', 'low', 'medium', 'high', 'xhigh', 'max', 'standard', 'hd'])),
  background: optional(z.enum(['auto', 'opaque', 'transparent'])),
  output_format: optional(z.enum(['png', 'jpeg', 'webp'])).transform((format) => format ?? 'png'),
  output_compression: optional(z.coerce.number().int().min(0).max(100)),
  response_format: optional(z.enum(['b64_json', 'url'])).transform((format) => format ?? 'b64_json'),
  stream: optional(
    z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]),
  ).transform((on) => on ?? false),
  partial_images: optional(z.coerce.number().int().min(0).max(3)).transform((n) => n ?? 0),
  seed: optional(z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)),
  user: optional(z.string()),
  safety_identifier: optional(z.string()),
  moderation: optional(z.enum(['auto', 'low'])),
  style: optional(z.string()),
  complexity: optional(z.enum(['low', 'medium', 'high'])),
  input_fidelity: optional(z.enum(['low', 'high'])),
})

const allowed: Readonly<Record<string, string>> = {
  n: 'a whole number from 1 to 10',
  quality: "'auto', 'low', 'medium', 'high', 'xhigh', 'max', 'standard' or 'hd'",
  background: "'auto', 'opaque' or 'transparent'",
  output_format: "'png', 'jpeg' or 'webp'",
  output_compression: 'a whole number from 0 to 100',
  response_format: "'b64_json' or 'url'",
  partial_images: 'a whole number from 0 to 3',
  seed: 'a whole number from 0 up',
  moderation: "'auto' or 'low'",
  prompt: 'a text of at most 32000 characters',
}

/** throws: INVALID_ARGUMENT with the parameter's name */
export function parseImages(body: unknown): ImagesRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw wrong('', 'The body must be a JSON object such as {"prompt": "a red house"}.')
  const result = Request.safeParse(body)
  if (!result.success) {
    const param = String(result.error.issues[0]!.path[0] ?? '')
    const given = JSON.stringify((body as Record<string, unknown>)[param])?.slice(0, 64)
    throw wrong(
      param,
      `Invalid value for '${param}': ${given}. Expected ${allowed[param] ?? 'another type'}.`,
    )
  }
  const { background, output_format } = result.data
  if (background === 'transparent' && output_format === 'jpeg')
    throw wrong('background', "JPEG has no transparency; use 'png' or 'webp' as output_format.")
  return result.data
}

/** throws: INVALID_ARGUMENT of `prompt` */
export function requirePrompt({ prompt }: ImagesRequest): string {
  if (prompt === undefined || prompt.trim() === '')
    throw wrong('prompt', "Missing required parameter: 'prompt'.", 'missing_required_parameter')
  return prompt
}

// Quality is a matter of steps; what is left to the server is the model's own choice.
const steps: Readonly<Record<string, number>> = { low: 12, medium: 20, high: 28, xhigh: 50, max: 80, hd: 50 }
export const stepsOf = (quality = 'auto'): number | undefined => own(steps, quality)

type Asked = { readonly [Field in keyof ImagesRequest]?: ImagesRequest[Field] | undefined }

/** Of a request or of a tool: what may be asked for and changes nothing, in sentences. */
export const withoutEffect = ({
  style,
  complexity,
  input_fidelity,
  output_format = 'png',
  output_compression,
  stream,
  partial_images = 0,
}: Asked): readonly string[] => [
  ...(style === undefined ? [] : ['style had no effect: say the style in the prompt']),
  ...(complexity === undefined ? [] : ['complexity had no effect: the prompt tells what is drawn']),
  ...(input_fidelity === undefined
    ? []
    : ['input_fidelity had no effect: pixels that nobody asked to change stay the same bytes']),
  ...(output_compression === undefined || output_format !== 'png'
    ? []
    : ['output_compression had no effect: PNG loses nothing; it is of jpeg and webp']),
  ...(partial_images > 0 && stream !== true
    ? ['partial_images had no effect: partial pictures are events of a stream']
    : []),
]
