import type { Format } from '@plantain/codecs'
import { own, PlantainError } from '@plantain/core'
import { z } from 'zod'
import { nearestSize, type Alias } from '../../aliases/index.ts'
import { imagen4 } from '../../aliases/imagen-4.ts'
import type { Caller } from '../../access.ts'
import type { Answer, Ask, AskPicture } from '../../answer/ask.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import { invalid } from './content.ts'
import { engineModel } from './models.ts'
import { editsOf } from './respond.ts'
import { imagenThresholds } from './thresholds.ts'
import { parse } from './wire.ts'

interface ImageBody {
  readonly bytesBase64Encoded?: string | undefined
  readonly mimeType?: string | undefined
  readonly gcsUri?: string | undefined
}
export interface PredictRequest {
  readonly instances: readonly {
    readonly prompt?: string | undefined
    readonly image?: ImageBody | undefined
    readonly referenceImages?:
      | readonly {
          readonly referenceType: string
          readonly referenceImage?: ImageBody | undefined
          readonly maskImageConfig?: { readonly maskMode?: string | undefined } | undefined
        }[]
      | undefined
  }[]
  readonly parameters?:
    | {
        readonly sampleCount?: number | undefined
        readonly aspectRatio?: string | undefined
        readonly sampleImageSize?: string | undefined
        readonly seed?: number | undefined
        readonly negativePrompt?: string | undefined
        readonly safetySetting?: string | undefined
        readonly guidanceScale?: number | undefined
        readonly mode?: string | undefined
        readonly upscaleConfig?: { readonly upscaleFactor?: string | undefined } | undefined
        readonly outputOptions?:
          | { readonly mimeType?: string | undefined; readonly compressionQuality?: number | undefined }
          | undefined
      }
    | undefined
}
const Image = z.object({
  bytesBase64Encoded: z.string().optional(),
  mimeType: z.string().optional(),
  gcsUri: z.string().optional(),
})
const whole = z.coerce.number({ error: 'TYPE_INT32' }).int({ error: 'TYPE_INT32' })
export { Request as PredictSchema }
const Request: z.ZodType<PredictRequest> = z.object({
  instances: z.array(
    z.object({
      prompt: z.string().optional(),
      image: Image.optional(),
      referenceImages: z
        .array(
          z.object({
            referenceType: z.string(),
            referenceImage: Image.optional(),
            maskImageConfig: z.object({ maskMode: z.string().optional() }).optional(),
          }),
        )
        .optional(),
    }),
  ),
  parameters: z
    .object({
      sampleCount: whole.optional(),
      aspectRatio: z.string().optional(),
      sampleImageSize: z.string().optional(),
      seed: whole.min(-2147483648).max(4294967295).optional(),
      negativePrompt: z.string().optional(),
      safetySetting: z.string().optional(),
      guidanceScale: z.coerce.number().min(0).max(50).optional(),
      mode: z.string().optional(),
      upscaleConfig: z.object({ upscaleFactor: z.string().optional() }).optional(),
      outputOptions: z
        .object({ mimeType: z.string().optional(), compressionQuality: whole.min(0).max(100).optional() })
        .optional(),
    })
    .optional(),
})

const formats: Readonly<Record<string, Format>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
}

/** Imagen's request → ours. White of a mask is edited, unlike in the OpenAI API. */
export function toPredictAsk(body: unknown, alias: Alias, caller: Caller): Ask {
  const { instances, parameters = {} } = parse(Request, body)
  const [instance] = instances
  if (instance === undefined || instances.length > 1)
    throw invalid(`instances holds ${instances.length} items; give exactly one`, 'instances')
  const {
    sampleCount = 1,
    aspectRatio,
    sampleImageSize = '1K',
    outputOptions,
    seed,
    negativePrompt,
    safetySetting,
    guidanceScale,
  } = parameters
  if (sampleCount < 1 || sampleCount > 4)
    throw invalid(
      `sampleCount must be in the range [1, 4], but is ${sampleCount}.`,
      'parameters.sample_count',
    )
  if (parameters.mode === 'upscale')
    throw new PlantainError(
      'UNIMPLEMENTED',
      'upscaling through predict is not possible yet; ask for a larger size with sampleImageSize',
    )
  const { pictures, mask } = picturesOf(instance)
  const prompt = instance.prompt ?? ''
  if (prompt.trim() === '' && pictures.length === 0)
    throw invalid('the prompt is empty; give a sentence in instances[0].prompt', 'instances[0].prompt')
  const tables = alias.api === 'imagen' ? alias.sizes : imagen4.sizes
  const table = own(tables, sampleImageSize.toUpperCase())
  if (table === undefined)
    throw invalid(
      `sampleImageSize must be one of ${Object.keys(tables).join(', ')}, but is ${sampleImageSize.slice(0, 40)}.`,
      'parameters.sample_image_size',
    )
  const ratio = aspectRatio === undefined ? undefined : own(table, aspectRatio)
  if (aspectRatio !== undefined && ratio === undefined)
    throw invalid(
      `aspectRatio must be one of ${Object.keys(table).join(', ')}, but is ${aspectRatio.slice(0, 40)}.`,
      'parameters.aspect_ratio',
    )
  const format = own(formats, outputOptions?.mimeType?.toLowerCase() ?? 'image/png')
  if (format === undefined)
    throw invalid(
      `outputOptions.mimeType must be one of ${Object.keys(formats).join(', ')}.`,
      'parameters.output_options.mime_type',
    )
  const model = engineModel(alias)
  return {
    caller,
    alias: alias.id,
    thresholds: imagenThresholds(safetySetting),
    plain: pictures.length === 0,
    turns: [{ role: 'user', text: prompt, pictures }],
    model,
    size:
      ratio === undefined
        ? { nearest: table, otherwise: nearestSize(table, { width: 1, height: 1 }) }
        : { exact: { width: ratio[0], height: ratio[1] } },
    count: sampleCount,
    format,
    ...(outputOptions?.compressionQuality === undefined
      ? {}
      : { quality: Math.max(1, outputOptions.compressionQuality) }),
    ...(seed === undefined ? {} : { seed: seed < 0 ? seed + 2 ** 32 : seed }),
    ...(negativePrompt === undefined || negativePrompt === '' ? {} : { negativePrompt }),
    ...(guidanceScale === undefined ? {} : { guidanceScale }),
    ...(mask === undefined ? {} : { mask }),
    previewMilliseconds: null,
  }
}

function picturesOf({ image, referenceImages = [] }: PredictRequest['instances'][number]): {
  pictures: readonly AskPicture[]
  mask?: NonNullable<Ask['mask']>
} {
  const all: NonNullable<PredictRequest['instances'][number]['referenceImages']> = [
    ...(image === undefined ? [] : [{ referenceType: 'REFERENCE_TYPE_RAW', referenceImage: image }]),
    ...referenceImages,
  ]
  const decoded = all.flatMap(({ referenceType, referenceImage, maskImageConfig }, i) => {
    const maskMode = maskImageConfig?.maskMode
    if (maskMode !== undefined && !/^MASK_MODE_(USER_PROVIDED|DEFAULT|UNSPECIFIED)$/i.test(maskMode))
      throw invalid(
        `maskMode ${maskMode.slice(0, 40)} is not possible here; send the mask as a picture, with MASK_MODE_USER_PROVIDED`,
        `instances[0].reference_images[${i}].mask_image_config.mask_mode`,
      )
    if (referenceImage === undefined)
      throw invalid(
        'a reference image has no picture; send it as referenceImage.bytesBase64Encoded',
        `instances[0].reference_images[${i}].reference_image`,
      )
    if (referenceImage.gcsUri !== undefined)
      throw invalid(
        'gcsUri cannot be read here; send the picture as bytesBase64Encoded',
        `instances[0].reference_images[${i}]`,
      )
    const bytes = fromBase64(referenceImage.bytesBase64Encoded ?? '')
    if (bytes === null || bytes.length === 0)
      throw invalid(
        'Base64 decoding failed; send a picture as bytesBase64Encoded',
        `instances[0].reference_images[${i}].reference_image.bytes_base64_encoded`,
      )
    return [{ isMask: /MASK/i.test(referenceType), bytes }]
  })
  const mask = decoded.find(({ isMask }) => isMask)
  return {
    pictures: decoded.filter(({ isMask }) => !isMask).map(({ bytes }) => ({ bytes })),
    ...(mask === undefined ? {} : { mask: { bytes: mask.bytes, convention: 'luminance' as const } }),
  }
}

export const toPredictions = (answer: Answer): object => {
  const { images, blocked, text } = answer
  return {
    predictions:
      images.length > 0
        ? images.map(({ mimeType, bytes }) => ({ mimeType, bytesBase64Encoded: toBase64(bytes) }))
        : [{ raiFilteredReason: blocked?.message ?? text }],
    ...editsOf(answer),
  }
}
