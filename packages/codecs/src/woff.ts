import { inflateSync } from 'node:zlib'
import { PlantainError } from '@plantain/core'

/**
 * The bytes of a font as TrueType or OpenType has them; a WOFF is unpacked, anything else is given back as it is.
 *
 * throws: INVALID_ARGUMENT for a WOFF2 or a broken file. Source: WOFF File Format 1.0, W3C, 2012.
 */
export function unpackFont(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = bytes.length >= 44 ? view.getUint32(0) : 0
  if (signature === 0x774f4632)
    throw new PlantainError('INVALID_ARGUMENT', 'the font is a WOFF2; give it as WOFF, TTF or OTF')
  if (signature !== 0x774f4646) return bytes
  try {
    return unpack(bytes, view)
  } catch (error) {
    throw new PlantainError('INVALID_ARGUMENT', 'the font file is broken; give another copy of it', {
      cause: error,
    })
  }
}

function unpack(bytes: Uint8Array, view: DataView): Uint8Array {
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, i) => {
    const entry = 44 + 20 * i
    const [offset, packed, length] = [4, 8, 12].map((at) => view.getUint32(entry + at)) as [
      number,
      number,
      number,
    ]
    const data = bytes.subarray(offset, offset + packed)
    return {
      tag: view.getUint32(entry),
      checksum: view.getUint32(entry + 16),
      data: packed < length ? inflateSync(data) : data,
      length,
    }
  })
  const padded = (length: number): number => (length + 3) & ~3
  const total = tables.reduce((sum, { length }) => sum + padded(length), 12 + 16 * count)
  const result = new Uint8Array(total)
  const out = new DataView(result.buffer)
  out.setUint32(0, view.getUint32(4))
  const power = 31 - Math.clz32(count)
  out.setUint16(4, count)
  out.setUint16(6, 16 << power)
  out.setUint16(8, power)
  out.setUint16(10, 16 * count - (16 << power))
  let at = 12 + 16 * count
  for (const [i, { tag, checksum, data, length }] of tables.entries()) {
    if (data.length !== length) throw new RangeError(`a table has ${data.length} bytes and not ${length}`)
    const entry = 12 + 16 * i
    out.setUint32(entry, tag)
    out.setUint32(entry + 4, checksum)
    out.setUint32(entry + 8, at)
    out.setUint32(entry + 12, length)
    result.set(data, at)
    at += padded(length)
  }
  return result
}
