import { PlantainError } from '@plantain/core'
import type { Format } from '@plantain/codecs'
import { z } from 'zod'
import { field, parseField, type Field } from '../field.ts'
import { generateFields, type GenerateInput } from '../generate/request.ts'
import { ASPECTS, pixelSize, SIZES, type Aspect, type PixelSize, type SizeName } from '../sizes.ts'

/** The shape that the picture gets once it is edited; null: the one that it has. */
export type Shape =
  /** Cut to a ratio, width to height, at its own resolution. */
  | { readonly kind: 'ratio'; readonly aspect: Aspect }
  /** As many pixels as a square of that size has; the ratio stays. */
  | { readonly kind: 'scale'; readonly side: number }
  | { readonly kind: 'pixels'; readonly size: PixelSize }

/** One edit of pictures that are given as files. Every value is allowed. */
export interface EditRequest {
  readonly instruction: string
  /** Encoded pictures: the first is edited, the others are what the instruction takes from. */
  readonly images: readonly Uint8Array[]
  /** Encoded, of the size of the first picture: white changes, black keeps; or clear changes. */
  readonly mask?: Uint8Array
  readonly shape: Shape | null
  readonly negativePrompt?: string
  readonly model?: string
  readonly seed?: number
  readonly steps?: number
  readonly guidanceScale?: number
  readonly count: number
  readonly format: Format
  /** Of JPEG and WebP, 1 to 100. */
  readonly quality?: number
}

/** The most pictures of one edit. */
export const MOST_IMAGES = 3

const editFields = {
  instruction: field(
    z.string().trim().min(1).max(20_000),
    'a sentence that says what to change (up to 20000 characters)',
  ),
  images: field(
    z.array(z.instanceof(Uint8Array)).min(1).max(MOST_IMAGES),
    `the pictures to edit, 1 to ${MOST_IMAGES} of them`,
  ),
  mask: field(z.instanceof(Uint8Array).optional(), 'a picture'),
} as const satisfies Readonly<Record<string, Field>>
const shared = [
  'negativePrompt',
  'model',
  'aspect',
  'size',
  'seed',
  'steps',
  'guidanceScale',
  'count',
  'format',
  'quality',
] as const

/**
 * The border of every edit that is no part of a conversation.
 *
 * throws: INVALID_ARGUMENT with a sentence for a value or a name that is not allowed
 */
export function parseEditRequest(input: GenerateInput): EditRequest {
  const known: readonly string[] = [...Object.keys(editFields), ...shared]
  const unknown = Object.keys(input).find((key) => !known.includes(key))
  if (unknown !== undefined)
    throw new PlantainError('INVALID_ARGUMENT', `${unknown} is not known; known are ${known.join(', ')}`, {
      details: { field: unknown },
    })
  const value = <T>(name: string, parse: Field<T>): T => parseField(parse, input[name], name)
  const images = input['images']
  if (Array.isArray(images) && images.length > MOST_IMAGES)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${images.length} pictures were given; give up to ${MOST_IMAGES}, the one to edit first`,
      { details: { field: 'images' } },
    )
  const fields = generateFields
  const request = {
    instruction: value('instruction', editFields.instruction),
    images: value('images', editFields.images),
    mask: value('mask', editFields.mask),
    shape: shapeOf(value('aspect', fields.aspect), value('size', fields.size)),
    negativePrompt: value('negativePrompt', fields.negativePrompt),
    model: value('model', fields.model),
    seed: value('seed', fields.seed),
    steps: value('steps', fields.steps),
    guidanceScale: value('guidanceScale', fields.guidanceScale),
    count: value('count', fields.count),
    format: value('format', fields.format),
    quality: value('quality', fields.quality),
  }
  return Object.fromEntries(
    Object.entries(request).filter(([, one]) => one !== undefined),
  ) as unknown as EditRequest
}

/** Pictures are made no smaller. */
const LEAST_SIDE = 64

function shapeOf(aspect: string | undefined, size: string | undefined): Shape | null {
  if (size === undefined) return aspect === undefined ? null : { kind: 'ratio', aspect: aspect as Aspect }
  if (aspect === undefined && Object.hasOwn(SIZES, size))
    return { kind: 'scale', side: ASPECTS['1:1'][0] * SIZES[size as SizeName] }
  const pixels = pixelSize(aspect, size)!
  if (Math.min(pixels.width, pixels.height) < LEAST_SIDE)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the size is ${pixels.width}x${pixels.height}; give sides from ${LEAST_SIDE} pixels`,
    )
  return { kind: 'pixels', size: pixels }
}
