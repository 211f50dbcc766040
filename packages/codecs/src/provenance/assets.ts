import { JPEG, PNG, type Asset } from '@trustnxt/c2pa-ts/asset'
import { sniff, type Format } from '../sniff.ts'
import { WebPAsset, withoutManifestChunk } from './webp-asset.ts'

const opening: Readonly<Record<Format, (bytes: Uint8Array) => Asset>> = {
  png: (bytes) => new PNG(bytes),
  jpeg: (bytes) => new JPEG(bytes),
  webp: (bytes) => new WebPAsset(bytes),
}

/** The file as a place for a manifest; null for a format without one. throws: whatever a damaged file trips */
export function assetOf(bytes: Uint8Array): Asset | null {
  const format = sniff(bytes)
  return format === null || format === 'gif' ? null : opening[format](bytes)
}

const stripping: Readonly<Record<Format, (bytes: Uint8Array) => Uint8Array>> = {
  png: withoutChunks,
  jpeg: withoutSegments,
  webp: withoutManifestChunk,
}

/** The same file without its manifest: the bytes that it had before it was signed. A damaged file comes back as it is. */
export function withoutManifest(bytes: Uint8Array): Uint8Array {
  const format = sniff(bytes)
  if (format === null || format === 'gif') return bytes
  try {
    const rest = stripping[format](bytes)
    return rest.length === bytes.length ? bytes : rest
  } catch (error) {
    if (error instanceof RangeError) return bytes
    throw error
  }
}

const pngSignatureLength = 8

function withoutChunks(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.length)
  const parts = [png.subarray(0, pngSignatureLength)]
  for (let start = pngSignatureLength; start < png.length;) {
    const end = start + 12 + view.getUint32(start)
    const manifest = view.getUint32(start + 4) === 0x63614258 // caBX
    if (!manifest) parts.push(png.subarray(start, end))
    start = end
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Only segments before the picture: after its start there is no other. */
function withoutSegments(jpeg: Uint8Array): Uint8Array {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.length)
  const parts = [jpeg.subarray(0, 2)]
  let start = 2
  while (view.getUint16(start) !== 0xffda) {
    const end = start + 2 + view.getUint16(start + 2)
    const box = view.getUint16(start) === 0xffeb && view.getUint16(start + 4) === 0x4a50 // APP11, "JP"
    if (!box) parts.push(jpeg.subarray(start, end))
    start = end
  }
  return new Uint8Array(Buffer.concat([...parts, jpeg.subarray(start)]))
}
