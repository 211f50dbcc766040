import type { Answer, AnswerImage } from '../../answer/ask.ts'
import { toBase64 } from '../gemini/bytes.ts'
import type { ImagesRequest } from './wire.ts'

const seconds = (): number => Math.floor(Date.now() / 1000)

export function usageBody({ usage, images }: Pick<Answer, 'usage' | 'images'>): object {
  const [text, image] = [usage.promptTokens, usage.inputImageTokens]
  const made = 1290 * images.length
  return {
    input_tokens: text + image,
    output_tokens: made,
    total_tokens: text + image + made,
    input_tokens_details: { text_tokens: text, image_tokens: image },
    output_tokens_details: { text_tokens: 0, image_tokens: made },
  }
}

/** What a picture is, beside its bytes. */
const aspects = (request: ImagesRequest, { width, height }: AnswerImage): object => ({
  size: `${width}x${height}`,
  quality: request.quality === undefined || request.quality === 'auto' ? 'high' : request.quality,
  background: request.background === 'transparent' ? 'transparent' : 'opaque',
  output_format: request.output_format,
})

/** What an edit did, measured: a field of our own. */
export const editOf = ({ report }: AnswerImage): object =>
  report === undefined ? {} : { plantain: { edit: report } }

/** What was asked for and had no effect, in sentences. */
export const warningsOf = ({ warnings = [] }: Pick<Answer, 'warnings'>): object =>
  warnings.length === 0 ? {} : { plantain: { warnings } }

/** Both in the one field. */
const ownField = ({ report }: AnswerImage, { warnings = [] }: Answer): object => {
  const edit = report === undefined ? {} : { edit: report }
  const own = { ...edit, ...(warnings.length === 0 ? {} : { warnings }) }
  return Object.keys(own).length === 0 ? {} : { plantain: own }
}

/** `url` gives the address of a stored picture. */
export function imagesBody(
  answer: Answer,
  request: ImagesRequest,
  url: (image: AnswerImage) => string,
): object {
  const data = answer.images.map((image) => ({
    ...(request.response_format === 'url' ? { url: url(image) } : { b64_json: toBase64(image.bytes) }),
    ...editOf(image),
  }))
  const [first] = answer.images
  const identifier = request.safety_identifier ?? request.user
  return {
    created: seconds(),
    ...(first === undefined ? {} : aspects(request, first)),
    data,
    ...warningsOf(answer),
    usage: usageBody(answer),
    ...(identifier === undefined ? {} : { safety_identifier: identifier }),
  }
}

export const partialEvent = (
  kind: string,
  index: number,
  base64: string,
  request: ImagesRequest,
  size: string,
): [string, object] => {
  const type = `${kind}.partial_image`
  return [
    type,
    {
      type,
      b64_json: base64,
      partial_image_index: index,
      created_at: seconds(),
      size,
      quality: 'high',
      background: 'opaque',
      output_format: request.output_format,
    },
  ]
}
export const completedEvent = (
  kind: string,
  image: AnswerImage,
  answer: Answer,
  request: ImagesRequest,
): [string, object] => {
  const type = `${kind}.completed`
  const usage = usageBody({ ...answer, images: [image] })
  return [
    type,
    {
      type,
      b64_json: toBase64(image.bytes),
      created_at: seconds(),
      ...aspects(request, image),
      usage,
      ...ownField(image, answer),
    },
  ]
}
