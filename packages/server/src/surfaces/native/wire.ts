import { encode } from '@plantain/codecs'
import { PlantainError, type Bitmap } from '@plantain/core'
import { resize } from '@plantain/imaging'
import { z } from 'zod'
import type { GeneratedImage, GenerateEvent, GenerateResult } from '../../generate/events.ts'
import type { GenerateInput } from '../../generate/request.ts'

const Body = z.record(z.string(), z.unknown())
export const References: z.ZodType<readonly { readonly data: string }[] | undefined> = z
  .array(z.strictObject({ data: z.base64() }))
  .optional()

/** A body → the fields of a generate request, its pictures out of base64. */
export function toInput(body: unknown): GenerateInput {
  const fields = Body.safeParse(body)
  if (!fields.success)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the body is no JSON object; send one like {"prompt": "a red house"}',
    )
  const references = References.safeParse(fields.data['references'])
  if (!references.success)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'references is not a list of pictures; send [{"data": "…base64 of a PNG, JPEG or WebP…"}]',
      {
        cause: references.error,
      },
    )
  if (references.data === undefined) return fields.data
  return {
    ...fields.data,
    references: references.data.map(({ data }) => new Uint8Array(Buffer.from(data, 'base64'))),
  }
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** What a picture says of itself on the wire; `data` holds the file. */
const imageBody = ({ bytes, ...image }: GeneratedImage): object => ({ ...image, data: base64(bytes) })

/** One event as JSON; pixels leave as a small WebP in a data URL. */
export async function eventBody(event: GenerateEvent): Promise<object> {
  if (event.type === 'image-ready') return { ...event, image: imageBody(event.image) }
  if (event.type === 'step' && event.preview) return { ...event, preview: await previewUrl(event.preview) }
  return event
}

/** The end: the pictures themselves have gone out with image-ready. */
export const resultBody = ({ images, ...result }: GenerateResult): object => ({
  type: 'generate-end',
  images: images.map(({ bytes, ...image }) => ({ ...image, bytes: bytes.length })),
  ...result,
})

const previewSide = 512
/** A small WebP in a data URL. */
export async function previewUrl(bitmap: Bitmap): Promise<string> {
  const scale = Math.min(1, previewSide / Math.max(bitmap.width, bitmap.height))
  const small =
    scale < 1 ? resize(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)) : bitmap
  return `data:image/webp;base64,${base64(await encode(small, { format: 'webp', quality: 70 }))}`
}
