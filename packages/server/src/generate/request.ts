import { PlantainError } from '@plantain/core'
import type { Format } from '@plantain/codecs'
import { z } from 'zod'
import { field, parseField, type Field } from '../field.ts'
import { ASPECTS, pixelSize, SIZES, type PixelSize } from '../sizes.ts'

/** A request whose every value is allowed; what is left out is the model's choice. */
export interface GenerateRequest {
  readonly prompt: string
  readonly negativePrompt?: string
  readonly model?: string
  /** null: the model's own size. */
  readonly size: PixelSize | null
  readonly seed?: number
  readonly steps?: number
  readonly guidanceScale?: number
  readonly scheduler?: string
  readonly count: number
  readonly format: Format
  /** Of JPEG and WebP, 1 to 100. */
  readonly quality?: number
  /** Encoded pictures. */
  readonly references: readonly Uint8Array[]
}

/** What surfaces hand in: the same names, nothing checked yet. */
export type GenerateInput = Readonly<Record<string, unknown>>

const formats = ['png', 'jpeg', 'webp'] as const

type GenerateFields = {
  readonly prompt: Field<string>
  readonly negativePrompt: Field<string | undefined>
  readonly model: Field<string | undefined>
  readonly aspect: Field<string | undefined>
  readonly size: Field<string | undefined>
  readonly seed: Field<number | undefined>
  readonly steps: Field<number | undefined>
  readonly guidanceScale: Field<number | undefined>
  readonly scheduler: Field<string | undefined>
  readonly count: Field<number>
  readonly format: Field<Format>
  readonly quality: Field<number | undefined>
  readonly references: Field<readonly Uint8Array[]>
}

/** Borders of what a request for a picture may say, by name; `edit/request.ts` shares them. */
export const generateFields: GenerateFields = {
  prompt: field(
    z.string().trim().min(1).max(32_000),
    'a sentence that says what to draw (up to 32000 characters)',
  ),
  negativePrompt: field(
    z.string().trim().max(32_000).optional(),
    'words for what the picture should not show (up to 32000 characters)',
  ),
  model: field(z.string().min(1).optional(), 'the name of an installed model'),
  aspect: field(
    z.enum(Object.keys(ASPECTS) as [string, ...string[]]).optional(),
    `one of ${Object.keys(ASPECTS).join(', ')}`,
  ),
  size: field(
    z
      .string()
      .regex(/^([124]K|\d{1,5}x\d{1,5})$/i)
      .transform((size) => size.toUpperCase().replace('X', 'x'))
      .optional(),
    `one of ${Object.keys(SIZES).join(', ')}, or pixels as 640x480`,
  ),
  seed: field(
    z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
  ),
  steps: field(z.number().int().min(1).max(150).optional(), 'a whole number from 1 to 150'),
  guidanceScale: field(
    z.number().min(0).max(50).optional(),
    'a number from 0 (ignore the prompt) to 50; most models like 1 to 10',
  ),
  scheduler: field(
    z.string().min(1).max(100).optional(),
    'the name of a scheduler, such as EulerDiscreteScheduler or "DPM++ 2M karras"',
  ),
  count: field(z.number().int().min(1).max(16).default(1), 'a whole number from 1 to 16'),
  format: field(z.enum(formats).default('png'), `one of ${formats.join(', ')}`),
  quality: field(
    z.number().int().min(1).max(100).optional(),
    'a whole number from 1 to 100, for JPEG and WebP',
  ),
  references: field(z.array(z.instanceof(Uint8Array)).max(3).default([]), 'up to three pictures'),
}

/** For descriptions. */
export const generateBody: Readonly<Record<string, Field>> = { ...generateFields }

/**
 * The one border for every surface.
 *
 * throws: INVALID_ARGUMENT with a sentence for a value or a name that is not allowed
 */
export function parseGenerateRequest(input: GenerateInput): GenerateRequest {
  const known = Object.keys(generateFields)
  const unknown = Object.keys(input).find((key) => !known.includes(key))
  if (unknown !== undefined)
    throw new PlantainError('INVALID_ARGUMENT', `${unknown} is not known; known are ${known.join(', ')}`, {
      details: { field: unknown },
    })
  const value = <T>(name: keyof typeof generateFields, parse: Field<T>): T =>
    parseField(parse, input[name], name)
  const fields = generateFields
  return compact({
    prompt: value('prompt', fields.prompt),
    negativePrompt: value('negativePrompt', fields.negativePrompt),
    model: value('model', fields.model),
    size: pixelSize(value('aspect', fields.aspect), value('size', fields.size)),
    seed: value('seed', fields.seed),
    steps: value('steps', fields.steps),
    guidanceScale: value('guidanceScale', fields.guidanceScale),
    scheduler: value('scheduler', fields.scheduler),
    count: value('count', fields.count),
    format: value('format', fields.format),
    quality: value('quality', fields.quality),
    references: value('references', fields.references),
  })
}

/** What is undefined leaves, so that "not given" has one form. */
function compact(request: { [K in keyof GenerateRequest]: GenerateRequest[K] | undefined }): GenerateRequest {
  return Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined),
  ) as unknown as GenerateRequest
}
