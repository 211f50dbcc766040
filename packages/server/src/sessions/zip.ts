import { crc32 } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A ZIP of files as they are (pictures are packed already). No time is written, so that the same files give the same bytes.
 *
 * Source: APPNOTE.TXT 6.3.10, PKWARE.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const file = Buffer.from(name, 'utf8')
    const common = fields(file.length, bytes)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, file])
    parts.push(local, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const place = Buffer.alloc(14) // comment, disk, attributes: none; then where the file begins
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, place, file]))
    offset += local.length + bytes.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

/** Version 2.0, names in UTF-8, not packed, 1 January 1980. */
function fields(nameLength: number, bytes: Uint8Array): Buffer {
  const buffer = Buffer.alloc(26)
  buffer.writeUInt16LE(20, 0)
  buffer.writeUInt16LE(0x0800, 2)
  buffer.writeUInt16LE(0x0021, 8)
  buffer.writeUInt32LE(crc32(bytes), 10)
  buffer.writeUInt32LE(bytes.length, 14)
  buffer.writeUInt32LE(bytes.length, 18)
  buffer.writeUInt16LE(nameLength, 22)
  return buffer
}
