import { own, PlantainError } from '@plantain/core'
import type { Format } from '@plantain/codecs'
import { defaultSize, ratiosOf, sizeNames, type Alias } from '../../aliases/index.ts'
import type { Ask } from '../../answer/ask.ts'
import type { PixelSize } from '../../sizes.ts'
import { invalid } from './content.ts'
import type { GenerateContentRequest, GenerationConfigBody } from './wire.ts'

export interface Settings extends Pick<Ask, 'size' | 'format' | 'quality' | 'seed'> {
  readonly text: boolean
  readonly image: boolean
  readonly thoughts: boolean
  /** Name of the size, for counting tokens. */
  readonly sizeName: string
}
const at = 'GenerateContentRequest.generation_config'

/** throws: INVALID_ARGUMENT in Google's words for what this model does not do */
export function toSettings(
  { generationConfig: config = {}, tools }: GenerateContentRequest,
  alias: Alias,
): Settings {
  refuse(config, tools)
  const modalities = (config.responseModalities ?? []).filter((one) => one !== 'MODALITY_UNSPECIFIED')
  for (const modality of modalities)
    if (modality === 'AUDIO' || modality === 'VIDEO')
      throw invalid(
        `Model does not support the requested response modalities: ${modality.toLowerCase()}`,
        'generation_config.response_modalities',
      )
  const { aspectRatio, imageSize, mimeType, quality } = imageWishes(config)
  const sizeName = toSizeName(imageSize, alias)
  return {
    text: modalities.length === 0 || modalities.includes('TEXT'),
    image: modalities.length === 0 || modalities.includes('IMAGE'),
    thoughts: config.thinkingConfig?.includeThoughts === true,
    sizeName,
    size: toSize(aspectRatio, sizeName, alias),
    format: toFormat(mimeType),
    ...(quality === undefined ? {} : { quality }),
    // An int32 may be negative, our seeds are not; distinct ones stay distinct.
    ...(config.seed === undefined ? {} : { seed: config.seed < 0 ? config.seed + 2 ** 32 : config.seed }),
  }
}

function refuse(config: GenerationConfigBody, tools: GenerateContentRequest['tools']): void {
  if (config.candidateCount !== undefined && config.candidateCount !== 1)
    throw invalid('Multiple candidates is not enabled for this model', 'generation_config.candidate_count')
  if (config.responseSchema !== undefined || config.responseMimeType === 'application/json')
    throw invalid('JSON mode is not enabled for this model', 'generation_config.response_mime_type')
  refuseTools(tools)
}

/** throws: INVALID_ARGUMENT for tools that would have to act; to search has no effect */
export function refuseTools(tools: GenerateContentRequest['tools']): void {
  if (
    tools?.some(
      ({ functionDeclarations }) => functionDeclarations !== undefined && functionDeclarations.length > 0,
    )
  )
    throw invalid('Function calling is not enabled for this model', 'tools')
  if (tools?.some(({ codeExecution }) => codeExecution !== undefined))
    throw invalid('Code execution is not enabled for this model', 'tools')
}

interface Wishes {
  readonly aspectRatio: string | undefined
  readonly imageSize: string | undefined
  readonly mimeType: string | undefined
  readonly quality: number | undefined
}
/** imageConfig and the newer responseFormat say the same; where both speak they must agree. */
function imageWishes({ imageConfig, responseFormat }: GenerationConfigBody): Wishes {
  const format = responseFormat?.find(({ image }) => image !== undefined)?.image
  if (format?.delivery !== undefined && !/^(DELIVERY_)?(INLINE|UNSPECIFIED)$/i.test(format.delivery))
    throw invalid(
      `delivery ${JSON.stringify(format.delivery.slice(0, 40))} is not possible here: pictures come inline; leave delivery out`,
      'generation_config.response_format.image.delivery',
    )
  const one = (name: 'aspectRatio' | 'imageSize'): string | undefined => {
    const [first, second] = [spelled(imageConfig?.[name]), spelled(format?.[name])]
    if (first !== undefined && second !== undefined && first !== second)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `image_config says ${first} and response_format ${second}; give one of them`,
      )
    return first ?? second
  }
  return {
    aspectRatio: one('aspectRatio'),
    imageSize: one('imageSize'),
    mimeType: imageConfig?.imageOutputOptions?.mimeType ?? format?.mimeType,
    quality: atLeastOne(imageConfig?.imageOutputOptions?.compressionQuality),
  }
}

/** Google's qualities begin at 0, those of our files at 1. */
const atLeastOne = (quality: number | undefined): number | undefined =>
  quality === undefined ? undefined : Math.max(1, quality)

const words: Readonly<Record<string, string>> = {
  ONE: '1',
  TWO: '2',
  THREE: '3',
  FOUR: '4',
  FIVE: '5',
  EIGHT: '8',
  NINE: '9',
  SIXTEEN: '16',
  TWENTY_ONE: '21',
}
/** ASPECT_RATIO_SIXTEEN_BY_NINE and IMAGE_SIZE_TWO_K are how enums say 16:9 and 2K. */
function spelled(value: string | undefined): string | undefined {
  const ratio = /^ASPECT_RATIO_(\w+)_BY_(\w+)$/i.exec(value ?? '')
  if (ratio)
    return `${own(words, ratio[1]!.toUpperCase()) ?? ratio[1]}:${own(words, ratio[2]!.toUpperCase()) ?? ratio[2]}`
  const size = /^IMAGE_SIZE_(ONE|TWO|FOUR)_K$/i.exec(value ?? '')
  if (size) return `${words[size[1]!.toUpperCase()]}K`
  if (/^(ASPECT_RATIO|IMAGE_SIZE)_UNSPECIFIED$/i.test(value ?? '')) return undefined
  return /^IMAGE_SIZE_FIVE_TWELVE$/i.test(value ?? '') ? '512' : value
}

function toSizeName(given: string | undefined, alias: Alias): string {
  if (given === undefined) return defaultSize(alias)
  const name = /^(512(px)?|0\.5k)$/i.test(given) ? '512' : given.toUpperCase()
  const names = sizeNames(alias)
  if (!names.includes(name))
    throw invalid(
      `* ${at}.image_config.image_size: image_size must be one of ${either(names)}.\n`,
      'generation_config.image_config.image_size',
    )
  return name
}

function toSize(ratio: string | undefined, sizeName: string, alias: Alias): Ask['size'] {
  const table = alias.sizes[sizeName]!
  if (ratio === undefined) return { nearest: table, otherwise: pixels(Object.values(table)[0]!) }
  const found = own(table, ratio)
  if (found === undefined)
    throw invalid(
      `* ${at}.image_config.aspect_ratio: aspect_ratio must be one of ${either(ratiosOf(alias).filter((name) => name in table))}.\n`,
      'generation_config.image_config.aspect_ratio',
    )
  return { exact: pixels(found) }
}
const pixels = ([width, height]: readonly [number, number]): PixelSize => ({ width, height })

const either = (names: readonly string[]): string => {
  const quoted = names.map((name) => `'${name}'`)
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')}, or ${quoted.at(-1)}`
}

const formats: Readonly<Record<string, Format>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  'image/webp': 'webp',
}
function toFormat(mimeType: string | undefined): Format {
  if (mimeType === undefined) return 'png'
  const format = own(formats, mimeType.toLowerCase())
  if (format === undefined)
    throw invalid(
      `Unsupported output MIME type: ${mimeType.slice(0, 100)}; use image/png, image/jpeg or image/webp`,
      'generation_config.image_config.image_output_options.mime_type',
    )
  return format
}
