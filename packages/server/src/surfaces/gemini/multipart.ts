import { invalid } from './content.ts'

/** A file with what is said of it, as JSON text (empty: nothing). */
export interface Multipart {
  readonly said: string
  readonly media: { readonly type: string | null; readonly bytes: Uint8Array }
}

const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')

/**
 * multipart/related: a part of JSON, then the file. No library reads it: those for forms want a name for each part.
 * Source: RFC 2046, section 5.1; RFC 2387.
 *
 * throws: INVALID_ARGUMENT for what has no boundary or not two parts
 */
export async function readRelated(body: Uint8Array, contentType: string): Promise<Multipart> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType)
  const name = boundary?.[1] ?? boundary?.[2]
  if (name === undefined)
    throw invalid('the Content-Type names no boundary; send multipart/related; boundary=B', 'Content-Type')
  const parts = partsOf(Buffer.from(body.buffer, body.byteOffset, body.byteLength), Buffer.from(`--${name}`))
  if (parts.length !== 2)
    throw invalid(
      `the body has ${parts.length} parts; send two: what is said of the file as JSON, then the file`,
      'file',
    )
  const [first, second] = parts as [Part, Part]
  return {
    said: first.bytes.toString(),
    media: {
      type: /^content-type:\s*([^\r\n]+)$/im.exec(second.head)?.[1]?.trim() ?? null,
      bytes: new Uint8Array(second.bytes),
    },
  }
}

interface Part {
  readonly head: string
  readonly bytes: Buffer
}
function partsOf(body: Buffer, delimiter: Buffer): readonly Part[] {
  const parts: Part[] = []
  let start = findDelimiter(body, delimiter, 0)
  while (start !== -1) {
    const after = start + delimiter.length
    if (body.subarray(after, after + 2).toString() === '--') break
    const next = findDelimiter(body, delimiter, after)
    if (next === -1) break
    const begin = body.indexOf(lineEnd, after) // white space may follow the boundary
    const part = begin === -1 || begin + 2 > next ? Buffer.alloc(0) : body.subarray(begin, next - 2)
    const end = part.indexOf(headEnd)
    if (end !== -1) parts.push({ head: part.subarray(0, end).toString(), bytes: part.subarray(end + 4) })
    start = next
  }
  return parts
}

/** Where the delimiter stands at the start of a line. */
function findDelimiter(body: Buffer, delimiter: Buffer, from: number): number {
  for (let at = body.indexOf(delimiter, from); at !== -1; at = body.indexOf(delimiter, at + 1))
    if (at === 0 || (body[at - 2] === 0x0d && body[at - 1] === 0x0a)) return at
  return -1
}

/** multipart/form-data: `metadata` or `file` as JSON, and the file as `file` or whatever its name. throws: INVALID_ARGUMENT */
export async function readFormData(body: Uint8Array, contentType: string): Promise<Multipart> {
  const form = await new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': contentType },
  })
    .formData()
    .catch((cause: unknown) => {
      throw invalid(`the form cannot be read: ${(cause as Error).message}`, 'file')
    })
  const file = [...form.values()].findLast((value) => typeof value !== 'string' && value.name !== '')
  const said = form.get('metadata') ?? ''
  if (file === undefined || typeof file === 'string')
    throw invalid('the form has no file; send one as "file", and JSON as "metadata" if you like', 'file')
  return {
    said: typeof said === 'string' ? said : said === file ? '' : await said.text(),
    media: { type: file.type === '' ? null : file.type, bytes: new Uint8Array(await file.arrayBuffer()) },
  }
}
