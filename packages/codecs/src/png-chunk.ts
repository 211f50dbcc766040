import { crc32 } from 'node:zlib'

const signatureLength = 8
const headerChunkLength = 25

/**
 * The PNG with its XMP as the standard wants it: one uncompressed iTXt chunk right after the header (libvips would write a
 * compressed zTXt, which few programs read). Source: XMP specification part 3, section 1.1.5; PNG third edition, section 11.3.3.4.
 */
export function insertXmp(png: Uint8Array, xmp: string): Uint8Array {
  // Keyword, its end, not compressed, method, no language, no translated keyword.
  const body = Buffer.concat([Buffer.from('iTXtXML:com.adobe.xmp\0\0\0\0\0', 'latin1'), Buffer.from(xmp)])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  const place = signatureLength + headerChunkLength
  return Buffer.concat([png.subarray(0, place), chunk, png.subarray(place)])
}
