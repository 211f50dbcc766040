export type Format = 'png' | 'jpeg' | 'webp'
/** Formats that are read; GIF only when it is still. */
export type ReadableFormat = Format | 'gif'

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** What the bytes say they are, by their first bytes and never by a name; null when it is no format that is read. */
export function sniff(bytes: Uint8Array): ReadableFormat | null {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif'
  return null
}

/** A name for what was given in place of a picture that is read, to end the sentence "these bytes are …". */
export function describeUnreadable(bytes: Uint8Array): string {
  const head = ascii(bytes, 0, 16)
  const brand = head.slice(8, 12)
  if (head.slice(4, 8) === 'ftyp') {
    if (/^(heic|heix|hevc|mif1|msf1)/.test(brand)) return 'a HEIC picture'
    if (/^avi[fs]/.test(brand)) return 'an AVIF picture'
    return 'a video'
  }
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'a TIFF picture'
  if (head.startsWith('BM')) return 'a BMP picture'
  if (head.startsWith('%PDF')) return 'a PDF document'
  if (/^\s*<(\?xml|svg)/.test(head)) return 'an SVG or XML document'
  return 'no picture that is known'
}

export const mimeTypes: Readonly<Record<ReadableFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}
