import { PlantainError } from '@plantain/core'
import { joinTurns, type AskPicture, type AskTurn } from '../../answer/ask.ts'
import { fromBase64 } from './bytes.ts'
import type { ContentBody, PartBody } from './wire.ts'

/** Types of pictures that requests may name; whether the bytes can be read is seen when they are. */
export const pictures: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/jpg',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'image/heif',
  'image/bmp',
]
const mostPictures = 14

/** Bytes of a file that was uploaded before, by its URI or name. */
export type ReadFile = (uri: string, field: string) => Promise<Uint8Array>

/**
 * Contents → turns as they stand there. Thoughts are left out: they are drafts, not results.
 *
 * throws: INVALID_ARGUMENT with Google's words
 */
export async function readTurns(
  contents: readonly ContentBody[],
  readFile: ReadFile,
): Promise<readonly AskTurn[]> {
  const said: AskTurn[] = []
  for (const [i, { role = 'user', parts }] of contents.entries()) {
    if (role !== 'user' && role !== 'model' && role !== 'function')
      throw invalid('Please use a valid role: user, model.', `contents[${i}].role`)
    said.push(await toTurn(role === 'model' ? 'model' : 'user', parts, `contents[${i}]`, readFile))
  }
  return said
}

/**
 * Contents → a conversation, the person's turn last.
 *
 * before: turns that come before them
 * throws: INVALID_ARGUMENT with Google's words
 */
export async function toTurns(
  contents: readonly ContentBody[],
  readFile: ReadFile,
  before: readonly AskTurn[] = [],
): Promise<readonly AskTurn[]> {
  if (contents.length === 0)
    throw invalid('* GenerateContentRequest.contents: contents is not specified\n', 'contents')
  const turns = joinTurns([...before, ...(await readTurns(contents, readFile))])
  const last = turns.at(-1)!
  if (last.role !== 'user')
    throw invalid(
      'Please use a valid role: user, model. The last content must be of the user.',
      `contents[${contents.length - 1}].role`,
    )
  if (last.text.trim() === '' && last.pictures.length === 0)
    throw invalid(
      '* GenerateContentRequest.contents: contents is not specified\n',
      `contents[${contents.length - 1}].parts`,
    )
  const count = turns.reduce((sum, turn) => sum + (turn.role === 'user' ? turn.pictures.length : 0), 0)
  if (last.pictures.length > mostPictures || count > 50)
    throw invalid(
      `Please ensure that the number of images in the request does not exceed the limit of ${mostPictures}.`,
      'contents',
    )
  return turns
}

const signed = (signature: string | undefined): { signature?: string } =>
  signature === undefined ? {} : { signature }

async function toTurn(
  role: 'user' | 'model',
  parts: readonly PartBody[],
  path: string,
  readFile: ReadFile,
): Promise<AskTurn> {
  const texts: string[] = []
  const found: AskPicture[] = []
  let signature: string | undefined
  for (const [i, part] of parts.entries()) {
    const field = `${path}.parts[${i}]`
    if (Object.values(part).every((value) => value === undefined))
      throw invalid(`Invalid value at '${field}': a part must have text, inline_data or file_data.`, field)
    if (part.thought === true) continue
    if (part.thoughtSignature !== undefined && fromBase64(part.thoughtSignature) === null)
      throw badBase64(`${field}.thought_signature`, part.thoughtSignature)
    if (part.text !== undefined && part.text !== '') texts.push(part.text)
    if (part.inlineData !== undefined)
      found.push({ bytes: inline(part.inlineData, `${field}.inline_data`), ...signed(part.thoughtSignature) })
    else if (part.fileData !== undefined)
      found.push({
        bytes: await readFile(part.fileData.fileUri, `${field}.file_data.file_uri`),
        ...signed(part.thoughtSignature),
      })
    else signature = part.thoughtSignature ?? signature
  }
  return { role, text: texts.join('\n'), pictures: found, ...signed(signature) }
}

function inline(
  { mimeType, data }: { mimeType?: string | undefined; data: string },
  field: string,
): Uint8Array {
  const type = mimeType?.toLowerCase().split(';')[0]!.trim()
  if (
    type !== undefined &&
    type !== '' &&
    type !== 'image/*' &&
    type !== 'application/octet-stream' &&
    !pictures.includes(type)
  )
    throw invalid(`Unsupported MIME type: ${mimeType!.slice(0, 100)}`, `${field}.mime_type`)
  const bytes = fromBase64(data)
  if (bytes === null) throw badBase64(`${field}.data`, data)
  if (bytes.length === 0) throw invalid('Unable to process input image. It is empty.', `${field}.data`)
  return bytes
}

const badBase64 = (field: string, data: string): PlantainError =>
  invalid(
    `Invalid value at '${field}' (TYPE_BYTES), Base64 decoding failed for ${JSON.stringify(data.slice(0, 64))}`,
    field,
  )

export const invalid = (message: string, field: string): PlantainError =>
  new PlantainError('INVALID_ARGUMENT', message, { details: { field } })
