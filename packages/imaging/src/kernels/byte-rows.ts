import { byteOfStep, linearOfByte } from '../color/srgb.ts'
import { withKernels, type Kernels } from './kernels.ts'

/** Addresses of three planes, or of rows within them. */
export type PlaneAddresses = readonly [red: number, green: number, blue: number]

/** Memory for one use, and the way from bytes of pixels into it and back: for what goes from bytes to bytes without planes of a whole picture. */
export interface ByteRows extends Kernels {
  /** Some pixels to linear light; up to three numbers more are written. false: one of them is not opaque, and nothing was done. */
  readonly read: (
    data: Uint8ClampedArray,
    first: number,
    count: number,
    to: PlaneAddresses,
  ) => boolean
  /** Linear light to pixels, rounded and brought in as `toBitmap` does; opaque where `alpha` is no address (0). */
  readonly write: (
    from: PlaneAddresses,
    alpha: number,
    data: Uint8ClampedArray,
    first: number,
    count: number,
  ) => void
}

/** `use` with arrays of so many numbers each, and so many `pixels` at most read or written at a time. */
export function withByteRows<T>(
  pixels: number,
  lengths: readonly number[],
  use: (rows: ByteRows) => T,
): T {
  const own = [linearOfByte.length, byteOfStep.length / 4, pixels]
  return withKernels([...own, ...lengths], ({ run, at, floats }) => {
    const [light, step, pixel] = at as [number, number, number]
    const { buffer } = floats[0]!
    floats[0]!.set(linearOfByte)
    new Uint8Array(buffer, step, byteOfStep.length).set(byteOfStep)
    const bytes = new Uint8Array(buffer, pixel, 4 * pixels)
    return use({
      run,
      at: at.slice(own.length),
      floats: floats.slice(own.length),
      read(data, first, count, [red, green, blue]) {
        bytes.set(data.subarray(4 * first, 4 * (first + count)))
        if (run.allOpaque(pixel, count) === 0) return false
        run.bytesToPlanes(pixel, red, green, blue, 0, count, light)
        return true
      },
      write([red, green, blue], alpha, data, first, count) {
        bytes.fill(255, 0, 4 * count)
        run.lightToBytes(red, green, blue, pixel, count, step)
        if (alpha !== 0) run.alphaToBytes(alpha, pixel, count)
        data.set(bytes.subarray(0, 4 * count), 4 * first)
      },
    })
  })
}

/** Rows of three planes that a band of the result is made from; those that the next band needs, too, are kept. */
export class RowWindow {
  readonly #planes: readonly Float32Array[]
  readonly #line: number
  #first = 0
  #end = 0

  constructor(planes: readonly Float32Array[], line: number) {
    this.#planes = planes
    this.#line = line
    this.#end = this.#first = Number.MIN_SAFE_INTEGER
  }

  /**
   * Rows `first` to before `end`, first at the start of the planes. `make` is asked for those that are missing, and told which row of the
   * planes is the first of them; it may fail, and then this does.
   */
  show(first: number, end: number, make: (from: number, to: number, row: number) => boolean): boolean {
    const kept = first < this.#end && first >= this.#first ? this.#end - first : 0
    if (kept > 0 && first > this.#first)
      for (const plane of this.#planes)
        plane.copyWithin(0, (first - this.#first) * this.#line, (this.#end - this.#first) * this.#line)
    this.#first = first
    this.#end = Math.max(end, first + kept)
    return first + kept >= end || make(first + kept, end, kept)
  }
}
