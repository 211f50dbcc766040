import { decodeTable, encodeTable } from '../color/encoded.ts'
import { byteOfStep, linearOfByte } from '../color/srgb.ts'
import type { Exports } from './exports.ts'
import { openKernels } from './kernels.ts'

/**
 * The memory that strips of a picture pass through: their bytes and planes, small enough to stay in the processor's cache while step
 * after step works on them, and the tables between bytes and light.
 */
export interface StripMemory {
  readonly run: Exports
  /** RGBA of a strip; a whole number of words, from a word on. */
  readonly bytes: Uint8Array
  readonly planes: readonly [one: Float32Array, two: Float32Array, three: Float32Array, alpha: Float32Array]
  /** For what a step looks up: see `lookUp`. */
  readonly table: Float32Array
  /** Addresses. */
  readonly at: {
    readonly bytes: number
    readonly planes: readonly [one: number, two: number, three: number, alpha: number]
    readonly table: number
    readonly linearOfByte: number
    readonly shareOfByte: number
    readonly byteOfStep: number
    readonly encode: number
    readonly decode: number
  }
  /** Puts numbers where `table` is, unless they are there; tells the address. */
  readonly lookUp: (numbers: Float32Array) => number
}

/** Numbers that a step may look things up in. */
const TABLE_NUMBERS = 8192
const PAGE = 65536
const shareOfByte: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => byte / 255)
let kept: { readonly pixels: number; readonly memory: StripMemory } | null = null

/** `use` with room for so many pixels; a multiple of four more may be written. What it keeps it must copy. */
export function withStrips<T>(pixels: number, use: (memory: StripMemory) => T): T {
  const mine = kept && kept.pixels >= pixels ? kept : { pixels, memory: layOut(pixels) }
  kept = null // one that works while another does gets its own
  try {
    return use(mine.memory)
  } finally {
    if (mine.pixels <= MOST_KEPT_PIXELS) kept = mine
  }
}
const MOST_KEPT_PIXELS = 65536

function layOut(pixels: number): StripMemory {
  let end = 4096 // below is the compiler's own
  const place = (bytes: number): number => {
    const at = end
    end = (end + bytes + 47) & ~15 // the last step may go a little too far
    return at
  }
  const at = {
    linearOfByte: place(1024),
    shareOfByte: place(1024),
    byteOfStep: place(byteOfStep.length),
    encode: place(encodeTable.values.byteLength),
    decode: place(decodeTable.values.byteLength),
    table: place(4 * TABLE_NUMBERS),
    bytes: place(4 * pixels),
    planes: [place(4 * pixels), place(4 * pixels), place(4 * pixels), place(4 * pixels)] as const,
  }
  const { memory, run } = openKernels(Math.ceil(end / PAGE))
  const floats = (from: number, count: number): Float32Array => new Float32Array(memory.buffer, from, count)
  new Uint8Array(memory.buffer, at.byteOfStep, byteOfStep.length).set(byteOfStep)
  for (const [from, numbers] of [
    [at.linearOfByte, linearOfByte],
    [at.shareOfByte, shareOfByte],
    [at.encode, encodeTable.values],
    [at.decode, decodeTable.values],
  ] as const)
    floats(from, numbers.length).set(numbers)
  const table = floats(at.table, TABLE_NUMBERS)
  let there: Float32Array | null = null
  return {
    run,
    at,
    bytes: new Uint8Array(memory.buffer, at.bytes, 4 * pixels),
    planes: [
      floats(at.planes[0], pixels),
      floats(at.planes[1], pixels),
      floats(at.planes[2], pixels),
      floats(at.planes[3], pixels),
    ],
    table,
    lookUp: (numbers) => {
      if (there !== numbers) table.set(numbers)
      there = numbers
      return at.table
    },
  }
}
