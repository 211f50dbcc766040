import { PlantainError } from '@plantain/core'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { parseFileId } from '../../files/file-name.ts'
import type { FileWish } from '../../files/files.ts'
import type { Plantain } from '../../plantain.ts'
import type { FileEntry } from '../../store/files.ts'
import type { Upload } from '../../store/uploads.ts'
import { callerIn, uploadTokenIn } from '../authenticate.ts'
import { publicUrl } from '../public-url.ts'
import { invalid } from './content.ts'
import { fileBody } from './files.ts'
import { readFormData, readRelated } from './multipart.ts'
import { parse } from './wire.ts'

/** Google's chunks are multiples of it; ours may have any length. */
const granularity = 262_144
const mostMetadataBytes = 65_536

/**
 * Uploads, in each of Google's protocols: resumable (begin, then chunks to an address that is its own credential), multipart, raw. What a
 * body is says the protocol, never its Content-Type: Google's clients send chunks as application/json.
 */
export function uploadRoutes(routes: Hono, plantain: Plantain): void {
  routes.on(['POST', 'PUT'], '/upload/:version/files', async (c) => {
    const token = uploadTokenIn(c)
    try {
      return await (token === null ? upload(c, plantain) : step(c, plantain, token))
    } finally {
      await drain(c)
    }
  })
}

async function upload(c: Context, plantain: Plantain): Promise<Response> {
  const protocol = (
    c.req.header('x-goog-upload-protocol') ??
    c.req.query('upload_protocol') ??
    c.req.query('uploadType') ??
    ''
  ).toLowerCase()
  const type = c.req.header('content-type') ?? ''
  if (protocol === 'resumable' || commandsOf(c).includes('start'))
    return begin(c, plantain, await metadata(bodyOf(c)))
  if (protocol === 'multipart' || /^multipart\/(related|form-data)\b/i.test(type))
    return multipart(c, plantain, type)
  return raw(c, plantain)
}

const commandsOf = (c: Context): readonly string[] =>
  (c.req.header('x-goog-upload-command') ?? '').split(',').map((command) => command.trim().toLowerCase())

type Bytes = AsyncIterable<Uint8Array>
/** What is left of a body. It is taken hold of with the first byte that is asked for, and let go, not given up, when it is left early. */
async function* bodyOf(c: Context): AsyncGenerator<Uint8Array> {
  const body = c.req.raw.body ?? new Blob([]).stream()
  // Node's streams have it; the types of browsers do not know it.
  const { values } = body as unknown as { values(options: { preventCancel: boolean }): Bytes }
  yield* values.call(body, { preventCancel: true })
}

const mostDrained = 64 * 2 ** 20
/** Who is refused in the middle of a body goes on sending it, and hears of it only then: the rest is read, too, up to a limit. */
async function drain(c: Context): Promise<void> {
  if (c.req.raw.body === null || c.req.raw.body.locked) return
  let drained = 0
  try {
    for await (const bytes of bodyOf(c)) if ((drained += bytes.length) > mostDrained) return
  } catch {
    // the client is gone
  }
}

async function begin(c: Context, plantain: Plantain, said: Metadata): Promise<Response> {
  const wish = toWish(c, said)
  const token = await plantain.files.of(callerIn(c).id).begin(wish)
  const { version = 'v1beta' } = c.req.param() as { version?: string }
  const base = publicUrl(c, plantain.config.publicUrl)
  c.header(
    'X-Goog-Upload-URL',
    `${base}/upload/${version}/files?upload_id=${token}&upload_protocol=resumable`,
  )
  c.header('X-Goog-Upload-Status', 'active')
  c.header('X-Goog-Upload-Chunk-Granularity', String(granularity))
  return c.body(null, 200)
}

/** One request of an upload that has begun: bytes, the end, a question, giving up. */
async function step(c: Context, { files, config }: Plantain, token: string): Promise<Response> {
  const commands = commandsOf(c)
  const upload = await files.upload(token)
  tell(c, upload) // errors tell it, too: a client then knows where to go on
  const wanted = ['query', 'cancel', 'upload', 'finalize'].find((command) => commands.includes(command))
  if (wanted === undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'X-Goog-Upload-Command says nothing that can be done here; give upload, finalize (both, if these are the last bytes), query or cancel',
    )
  if (wanted === 'query') return c.body(null, 200)
  if (wanted === 'cancel') {
    await files.cancel(token)
    c.header('X-Goog-Upload-Status', 'cancelled')
    return c.body(null, 200)
  }
  // Who lost the answer to the last bytes sends them again, and is answered again.
  const sendsAgain = upload.status === 'final' && commands.includes('finalize')
  if (commands.includes('upload') && !sendsAgain) tell(c, await files.receive(token, offsetOf(c), bodyOf(c)))
  if (!commands.includes('finalize')) return c.body(null, 200)
  const file = await files.finish(token)
  c.header('X-Goog-Upload-Status', 'final')
  return sendFile(c, file, publicUrl(c, config.publicUrl))
}

function tell(c: Context, { status, receivedBytes }: Upload): void {
  c.header('X-Goog-Upload-Status', status)
  c.header('X-Goog-Upload-Size-Received', String(receivedBytes))
  c.header('X-Goog-Upload-Chunk-Granularity', String(granularity))
}

function offsetOf(c: Context): number {
  const given = c.req.header('x-goog-upload-offset') ?? '0'
  if (/^\d{1,15}$/.test(given)) return Number(given)
  throw invalid(
    `the offset is ${given.slice(0, 40)}; give the number of bytes before these`,
    'X-Goog-Upload-Offset',
  )
}

const sendFile = (c: Context, file: FileEntry, base: string): Response =>
  c.json({ file: fileBody(file, `${base}/${c.req.param('version')}`) })

async function multipart(c: Context, plantain: Plantain, type: string): Promise<Response> {
  const most = plantain.config.maxBodyMegabytes * 1e6
  const bytes = await readUpTo(bodyOf(c), most, () =>
    invalid(
      `the request is larger than ${plantain.config.maxBodyMegabytes} MB; send larger files by the resumable protocol`,
      'file',
    ),
  )
  const form = /^multipart\/form-data\b/i.test(type)
  const { said, media } = await (form ? readFormData : readRelated)(bytes, type)
  const wish = { ...toWish(c, parseMetadata(said)), bytes: null }
  const mimeType = wish.mimeType ?? media.type
  return create(c, plantain, { ...wish, mimeType }, [media.bytes])
}

/** The body is the file; unless it is what the SDK sends when it loses its headers: then it is a beginning. */
async function raw(c: Context, plantain: Plantain): Promise<Response> {
  const { head, all } = await peek(bodyOf(c))
  const said = head === null ? null : asMetadata(head)
  if (said !== null) return begin(c, plantain, parseMetadata(said))
  const mimeType = c.req.header('x-goog-upload-header-content-type') ?? c.req.header('content-type') ?? null
  // What curl says of --data-binary where nothing else was asked for.
  const unsaid = mimeType === 'application/x-www-form-urlencoded'
  const name = c.req.header('x-goog-upload-file-name')
  const wish = { id: null, displayName: name ?? null, mimeType: unsaid ? null : mimeType, bytes: null }
  return create(c, plantain, wish, all)
}

async function create(
  c: Context,
  plantain: Plantain,
  wish: FileWish,
  body: Bytes | readonly Uint8Array[],
): Promise<Response> {
  const file = await plantain.files.of(callerIn(c).id).create(wish, asyncly(body))
  c.header('X-Goog-Upload-Status', 'final')
  return sendFile(c, file, publicUrl(c, plantain.config.publicUrl))
}
async function* asyncly(body: Bytes | readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* body
}

// What is said of a file.

interface Metadata {
  readonly name?: string | undefined
  readonly displayName?: string | undefined
  readonly mimeType?: string | undefined
  readonly sizeBytes?: number | undefined
}
const length = z.coerce.number({ error: 'TYPE_INT64' }).int({ error: 'TYPE_INT64' }).min(0)
const Body: z.ZodType<{ readonly file?: Metadata | undefined }> = z.object({
  file: z
    .object({
      name: z.string().optional(),
      displayName: z.string().max(512, { error: 'at most 512 characters' }).optional(),
      mimeType: z.string().max(256).optional(),
      sizeBytes: length.optional(),
    })
    .optional(),
})

const parseMetadata = (text: string): Metadata => {
  let value: unknown
  try {
    value = JSON.parse(text.trim() === '' ? '{}' : text)
  } catch (cause) {
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `Invalid JSON payload received. ${(cause as Error).message}`,
      {
        cause,
        details: { field: '' },
      },
    )
  }
  return parse(Body, value).file ?? {}
}

const metadata = async (body: Bytes): Promise<Metadata> => {
  const tooLong = (): PlantainError =>
    invalid(`what is said of the file is longer than ${mostMetadataBytes} bytes; shorten it`, 'file')
  return parseMetadata(Buffer.from(await readUpTo(body, mostMetadataBytes, tooLong)).toString())
}

function toWish(c: Context, { name, displayName, mimeType, sizeBytes }: Metadata): FileWish {
  const announced = c.req.header('x-goog-upload-header-content-length')
  if (announced !== undefined && !/^\d{1,15}$/.test(announced))
    throw invalid(
      `the length is ${announced.slice(0, 40)}; give the bytes of the file`,
      'X-Goog-Upload-Header-Content-Length',
    )
  return {
    id: parseFileId(name),
    displayName: displayName ?? null,
    mimeType: mimeType ?? c.req.header('x-goog-upload-header-content-type') ?? null,
    bytes: announced !== undefined ? Number(announced) : (sizeBytes ?? null),
  }
}

/** The text of `{"file": {…}}`; null for anything else, which is then a file itself. */
function asMetadata(head: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head)
    const value = JSON.parse(text) as unknown
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const { file, ...others } = value as { file?: unknown }
    return typeof file === 'object' && file !== null && Object.keys(others).length === 0 ? text : null
  } catch {
    return null
  }
}

// Bodies.

async function readUpTo(body: Bytes, most: number, tooLong: () => PlantainError): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const bytes of body) {
    length += bytes.length
    if (length > most) throw tooLong()
    parts.push(bytes)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** A body whole, where it is short; null and the same bytes again, where it is long. */
async function peek(body: Bytes): Promise<{ head: Uint8Array | null; all: Bytes }> {
  const stream = body[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const next = await stream.next()
    if (next.done) {
      const head = new Uint8Array(Buffer.concat(parts))
      return { head, all: asyncly(head.length > 0 ? [head] : []) }
    }
    parts.push(next.value)
    length += next.value.length
    if (length > mostMetadataBytes) break
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* parts
    yield* { [Symbol.asyncIterator]: () => stream }
  }
  return { head: null, all: all() }
}
