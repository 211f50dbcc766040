import type { Exports } from './exports.ts'
import { KERNELS } from './module.ts'

/** Memory laid out for one use. */
export interface Kernels {
  readonly run: Exports
  /** Address of each array, in bytes. */
  readonly at: readonly number[]
  /** The arrays themselves, as float32; starts hold whatever was there before. */
  readonly floats: readonly Float32Array[]
}

const PAGE = 65536
const SLACK = 32 // the last step of a row writes and reads a little too far
/** A memory that grew beyond it is let go after its use. */
const KEPT_BYTES = 48 * 2 ** 20

let module: WebAssembly.Module | null = null
let held: { readonly memory: WebAssembly.Memory; readonly run: Exports } | null = null

/** The kernels over a memory of their own. */
export function openKernels(pages: number): { readonly memory: WebAssembly.Memory; readonly run: Exports } {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(KERNELS), (one) => one.charCodeAt(0)))
  const memory = new WebAssembly.Memory({ initial: pages })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  return { memory, run: exports as unknown as Exports }
}

/** `use` with arrays of so many numbers each. What it keeps it must copy: the next use has the same memory. */
export function withKernels<T>(lengths: readonly number[], use: (kernels: Kernels) => T): T {
  const { memory, run } = (held ??= openKernels(1))
  const at: number[] = []
  let end = 4096 // below is the compiler's own
  for (const length of lengths) {
    at.push(end)
    end += (length * 4 + SLACK + 15) & ~15
  }
  const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE)
  if (missing > 0) memory.grow(missing)
  const floats = lengths.map((length, n) => new Float32Array(memory.buffer, at[n], length))
  try {
    return use({ run, at, floats })
  } finally {
    if (memory.buffer.byteLength > KEPT_BYTES) held = null
  }
}

/** Numbers worked on at a time: small enough for the cache and for any picture. */
export const BAND_NUMBERS: number = 1 << 18
