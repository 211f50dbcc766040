import { createHash } from 'node:crypto'
import type { Blobs } from '../store/blobs/blobs.ts'
import type { Piece } from '../store/files.ts'

/** Files lie in the blobs in pieces of this length, so that none is ever whole in memory. The last one is shorter. */
export const pieceBytes: number = 8 * 2 ** 20

/** Bytes that gather until they make a piece. */
export interface Gathering {
  /** Whole pieces that are now there. */
  push(bytes: Uint8Array): readonly Uint8Array[]
  /** What is left. */
  rest(): Uint8Array
  readonly length: number
}

/** first: bytes that stand before, of a piece that is not full */
export function gather(first: Uint8Array): Gathering {
  let parts: Uint8Array[] = first.length === 0 ? [] : [first]
  let length = first.length
  const take = (): Uint8Array => {
    const whole = parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts))
    ;[parts, length] = [[], 0]
    return whole
  }
  return {
    push(bytes) {
      const full: Uint8Array[] = []
      let at = 0
      while (length + bytes.length - at >= pieceBytes) {
        const end = at + pieceBytes - length
        parts.push(bytes.subarray(at, end))
        at = end
        full.push(take())
      }
      if (at < bytes.length) {
        parts.push(bytes.slice(at)) // a copy: a stream may use its buffer again
        length += bytes.length - at
      }
      return full
    },
    rest: take,
    get length() {
      return length
    },
  }
}

export async function writePieces(bytes: Uint8Array, blobs: Blobs): Promise<readonly Piece[]> {
  const pieces: Piece[] = []
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes)
    pieces.push({ sha256: await blobs.write(piece), bytes: piece.length })
  }
  return pieces
}

export async function* readPieces(pieces: readonly Piece[], blobs: Blobs): AsyncGenerator<Uint8Array> {
  for (const { sha256 } of pieces) yield await blobs.read(sha256)
}

export async function readWhole(pieces: readonly Piece[], blobs: Blobs): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of readPieces(pieces, blobs)) parts.push(part)
  return parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts))
}

/** sha-256 of a whole, hexadecimal, and its first bytes. */
export async function digest(
  pieces: readonly Piece[],
  blobs: Blobs,
): Promise<{ readonly sha256: string; readonly head: Uint8Array }> {
  const hash = createHash('sha256')
  let head: Uint8Array | null = null
  for await (const bytes of readPieces(pieces, blobs)) {
    hash.update(bytes)
    head ??= bytes.slice(0, 4096)
  }
  return { sha256: hash.digest('hex'), head: head ?? new Uint8Array() }
}
