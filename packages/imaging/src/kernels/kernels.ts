import { KERNELS } from './module.ts'

/** Inner loops on four float32 at a time; see assembly/kernels.ts. All arguments are addresses in bytes, or numbers. */
interface Exports {
  convolveAcross(
    source: number,
    target: number,
    weights: number,
    radius: number,
    width: number,
    rows: number,
    stride: number,
  ): void
  convolveDown(
    source: number,
    target: number,
    weights: number,
    radius: number,
    width: number,
    rows: number,
  ): void
  mixRows(
    source: number,
    target: number,
    starts: number,
    values: number,
    taps: number,
    width: number,
    rows: number,
  ): void
  transpose(source: number, target: number, width: number, rows: number): void
  lightToOklab(one: number, two: number, three: number, count: number): void
  oklabToLight(one: number, two: number, three: number, count: number): void
  moveOfMeans(
    plane: number,
    sums: number,
    weights: number,
    strongest: number,
    squares: number,
    across: number,
    dx: number,
    dy: number,
    rows: number,
    stride: number,
    floor: number,
    scale: number,
  ): void
  cubicRow(
    red: number,
    green: number,
    blue: number,
    stride: number,
    outRed: number,
    outGreen: number,
    outBlue: number,
    count: number,
    x: number,
    y: number,
    stepX: number,
    stepY: number,
  ): void
}

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

function open(): { readonly memory: WebAssembly.Memory; readonly run: Exports } {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(KERNELS), (one) => one.charCodeAt(0)))
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  return { memory, run: exports as unknown as Exports }
}

/** `use` with arrays of so many numbers each. What it keeps it must copy: the next use has the same memory. */
export function withKernels<T>(lengths: readonly number[], use: (kernels: Kernels) => T): T {
  const { memory, run } = (held ??= open())
  const at: number[] = []
  let end = 1024 // below is the compiler's own
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
