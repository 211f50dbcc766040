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
        readonly editMode?: string | undefined
        readonly editConfig?: Readonly<Record<string, unknown>> | undefined
        readonly storageUri?: string | undefined
        readonly personGeneration?: string | undefined
        readonly enhancePrompt?: boolean | undefined
        readonly addWatermark?: boolean | undefined
        readonly language?: string | undefined
        readonly includeSafetyAttributes?: boolean | undefined
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
      editMode: z.string().optional(),
      editConfig: z.record(z.string(), z.unknown()).optional(),
      storageUri: z.string().optional(),
      personGeneration: z.string().optional(),
      enhancePrompt: z.boolean().optional(),
      addWatermark: z.boolean().optional(),
      language: z.string().optional(),
      includeSafetyAttributes: z.boolean().optional(),
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

/** What is asked for, and what of it has no effect, in sentences. */
export interface PredictAsk {
  readonly ask: Ask
  readonly warnings: readonly string[]
}

/** Imagen's request → ours. White of a mask is edited, unlike in the OpenAI API. */
export function toPredictAsk(body: unknown, alias: Alias, caller: Caller): PredictAsk {
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
  refuseImpossible(parameters)
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
  const ask: Ask = {
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
  return { ask, warnings: withoutEffect(parameters) }
}

type Parameters = NonNullable<PredictRequest['parameters']>

/** Edits are said in words here: these say no more than that there is one. */
const plainEdits = /^(EDIT_MODE_)?(DEFAULT|INPAINT_INSERTION|UNSPECIFIED)?$/i

/** throws: UNIMPLEMENTED with the path of what would change the picture and cannot be done */
function refuseImpossible({
  mode = '',
  upscaleConfig,
  editMode = '',
  editConfig = {},
  storageUri = '',
  personGeneration = '',
}: Parameters): void {
  const refuse = (message: string, field: string): never => {
    throw new PlantainError('UNIMPLEMENTED', message, { details: { field: `parameters.${field}` } })
  }
  const larger = 'pictures cannot be made larger through predict; ask for a larger size with sampleImageSize'
  if (mode === 'upscale') refuse(larger, 'mode')
  if (upscaleConfig !== undefined) refuse(larger, 'upscale_config')
  if (!plainEdits.test(editMode))
    refuse(
      `editMode ${editMode.slice(0, 40)} is not possible here; leave it out, and say the edit in instances[0].prompt, with a mask where it belongs`,
      'edit_mode',
    )
  const [setting] = Object.keys(editConfig)
  if (setting !== undefined)
    refuse(
      `editConfig.${setting.slice(0, 40)} cannot be set here; leave it out`,
      `edit_config.${snakeCase(setting.slice(0, 40))}`,
    )
  if (storageUri !== '')
    refuse('pictures cannot be stored elsewhere; leave storageUri out, they come with the answer', 'storage_uri')
  if (/^dont_allow$/i.test(personGeneration))
    refuse(
      'people cannot be kept out of pictures by a request; leave personGeneration out, and say in negativePrompt what is not wanted',
      'person_generation',
    )
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What may be asked for and changes nothing. */
const withoutEffect = ({
  enhancePrompt,
  addWatermark,
  language = 'auto',
  personGeneration,
  includeSafetyAttributes,
}: Parameters): readonly string[] => [
  ...(enhancePrompt === true ? ['enhancePrompt had no effect: prompts are drawn as they are said'] : []),
  ...(addWatermark === undefined
    ? []
    : ['addWatermark had no effect: marks are a setting of the server (PLANTAIN_WATERMARK)']),
  ...(/^(auto|en)$/i.test(language) ? [] : ['language had no effect: the prompt itself tells it']),
  ...(personGeneration === undefined
    ? []
    : ['personGeneration had no effect: what is drawn is a matter of the safety policy of the server']),
  ...(includeSafetyAttributes === true
    ? ['includeSafetyAttributes had no effect: a refusal tells its reason, and nothing else is rated']
    : []),
]

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

/** warnings: of the request itself */
export const toPredictions = (answer: Answer, warnings: readonly string[]): object => {
  const { images, blocked, text } = answer
  return {
    predictions:
      images.length > 0
        ? images.map(({ mimeType, bytes }) => ({ mimeType, bytesBase64Encoded: toBase64(bytes) }))
        : [{ raiFilteredReason: blocked?.message ?? text }],
    ...editsOf({ ...answer, warnings: [...warnings, ...(answer.warnings ?? [])] }),
  }
}
