import { PlantainError } from '@plantain/core'
import type { Caller } from '../../access.ts'
import type { Plantain } from '../../plantain.ts'
import type { FileEntry } from '../../store/files.ts'
import { invalid, pictures, type ReadFile } from './content.ts'

/** The file resource; `base` is the address of the server with the version: the AI SDK knows a file of ours by it. */
export const fileBody = (file: FileEntry, base: string): object => ({
  name: `files/${file.id}`,
  ...(file.displayName === null ? {} : { displayName: file.displayName }),
  mimeType: file.mimeType,
  sizeBytes: String(file.bytes),
  createTime: file.createdAt.toISOString(),
  updateTime: file.createdAt.toISOString(),
  expirationTime: file.expiresAt.toISOString(),
  // As the real service has it: base64 of the hexadecimal text.
  sha256Hash: Buffer.from(file.sha256).toString('base64'),
  uri: `${base}/files/${file.id}`,
  ...(file.source === 'GENERATED' ? { downloadUri: `${base}/files/${file.id}:download?alt=media` } : {}),
  state: 'ACTIVE',
  source: file.source,
})

/**
 * The id in a name or an address of a file of ours, on whatever host the client knows us by; null for any other address. Nothing is ever
 * fetched: an address is only looked at.
 */
export function fileIdOf(uri: string): string | null {
  if (uri.length > 2000) return null
  const found =
    /^(?:https?:\/\/[^/?#\s]+(?:\/[^/?#\s]+)*?\/v1(?:beta|alpha)?\/)?files\/([a-z0-9-]{1,40})(?:\?alt=media)?$/.exec(
      uri,
    )
  return found?.[1] ?? null
}

const mostFiles = 64

/**
 * Reads pictures that a request names by their files, those of the caller alone; each once, and together no more than a body may hold.
 *
 * throws: INVALID_ARGUMENT for any other address or for a file that is no picture, PERMISSION_DENIED for a file that is not there;
 *         all with the field
 */
export function fileReader({ files, config }: Plantain, caller: Caller): ReadFile {
  const read = new Map<string, Promise<Uint8Array>>()
  let left = config.maxBodyMegabytes * 1e6
  const start = async (id: string, field: string): Promise<Uint8Array> => {
    const file = await files
      .of(caller.id)
      .get(id)
      .catch((error: unknown) => {
        throw error instanceof PlantainError ? withField(error, field) : error
      })
    if (!pictures.includes(file.mimeType)) throw invalid(`Unsupported MIME type: ${file.mimeType}`, field)
    left -= file.bytes
    if (left < 0)
      throw invalid(
        `the files of this request are together larger than ${config.maxBodyMegabytes} MB; name fewer or smaller pictures`,
        field,
      )
    return files.bytes(file)
  }
  return async (uri, field) => {
    const id = fileIdOf(uri)
    if (id === null) throw invalid(`Invalid or unsupported file uri: ${uri.slice(0, 200)}`, field)
    const known = read.get(id)
    if (known !== undefined) return known
    if (read.size >= mostFiles)
      throw invalid(`more than ${mostFiles} files are named; name those that the picture needs`, field)
    const reading = start(id, field)
    read.set(id, reading)
    return reading
  }
}

const withField = ({ code, message, cause, details }: PlantainError, field: string): PlantainError =>
  new PlantainError(code, message, { cause, details: { ...details, field } })
