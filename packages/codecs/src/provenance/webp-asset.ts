import type { Asset } from '@trustnxt/c2pa-ts/asset'

interface Chunk {
  readonly type: string
  readonly start: number
  /** Header and filling byte included. */
  readonly length: number
  /** Of what it holds. */
  readonly size: number
}

const headerLength = 12 // RIFF, size, WEBP
const chunkHeaderLength = 8
const manifestType = 'C2PA'

/** A WebP file as a place for a manifest, which the library lacks: a last RIFF chunk. Source: C2PA 2.1, appendix A.3.5. */
export class WebPAsset implements Asset {
  readonly mimeType = 'image/webp'
  #bytes: Uint8Array
  #manifest: Chunk | undefined

  /** throws: RangeError for a file that is cut off */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const found = chunksOf(bytes).filter(({ type }) => type === manifestType)
    // More than one is none: nobody could say which of them holds.
    this.#manifest = found.length === 1 ? found[0] : undefined
  }

  getDataLength(): number {
    return this.#bytes.length
  }
  getDataRange(start: number = 0, length: number = this.#bytes.length): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes.subarray(start, start + length))
  }
  getManifestJUMBF(): Uint8Array | undefined {
    if (this.#manifest === undefined) return undefined
    const { start, size } = this.#manifest
    return this.#bytes.subarray(start + chunkHeaderLength, start + chunkHeaderLength + size)
  }
  dumpInfo(): string {
    return chunksOf(this.#bytes)
      .map(({ type, size }) => `${type} (${size})`)
      .join('\n')
  }
  ensureManifestSpace(size: number): Promise<void> {
    const rest = withoutManifestChunk(this.#bytes)
    const length = chunkHeaderLength + size + (size % 2)
    const bytes = new Uint8Array(rest.length + length)
    bytes.set(rest)
    const view = new DataView(bytes.buffer)
    const start = rest.length
    for (let i = 0; i < 4; i++) bytes[start + i] = manifestType.charCodeAt(i)
    view.setUint32(start + 4, size, true)
    view.setUint32(4, bytes.length - 8, true)
    this.#bytes = bytes
    this.#manifest = { type: manifestType, start, length, size }
    return Promise.resolve()
  }
  getHashExclusionRange(): { start: number; length: number } {
    if (this.#manifest === undefined) throw new RangeError('no room was made for the manifest')
    const { start, size } = this.#manifest
    return { start, length: chunkHeaderLength + size } // the filling byte is signed: so does the reference implementation
  }
  writeManifestJUMBF(jumbf: Uint8Array): Promise<void> {
    if (this.#manifest?.size !== jumbf.length) throw new RangeError('the room made has another length')
    this.#bytes.set(jumbf, this.#manifest.start + chunkHeaderLength)
    return Promise.resolve()
  }
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < headerLength) throw new RangeError('the WebP file is cut off')
  const end = Math.min(bytes.length, view.getUint32(4, true) + 8)
  const chunks: Chunk[] = []
  for (let start = headerLength; start + chunkHeaderLength <= end;) {
    const size = view.getUint32(start + 4, true)
    const length = chunkHeaderLength + size + (size % 2)
    if (start + chunkHeaderLength + size > end) throw new RangeError('the WebP file is cut off')
    const type = String.fromCharCode(...bytes.subarray(start, start + 4))
    chunks.push({ type, start, length: Math.min(length, end - start), size })
    start += length
  }
  return chunks
}

/** The file as it was before a manifest was put into it. throws: RangeError for a file that is cut off */
export function withoutManifestChunk(bytes: Uint8Array): Uint8Array {
  const chunks = chunksOf(bytes)
  if (chunks.every(({ type }) => type !== manifestType)) return bytes
  const kept = chunks.filter(({ type }) => type !== manifestType)
  const parts = [
    bytes.subarray(0, headerLength),
    ...kept.map(({ start, length }) => bytes.subarray(start, start + length)),
  ]
  const whole = new Uint8Array(Buffer.concat(parts))
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}
