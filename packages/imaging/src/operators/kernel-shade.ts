import type { Exports } from '../kernels/exports.ts'
import { withStrips, type StripMemory } from '../kernels/strips.ts'
import type { Strip } from './operator.ts'

/** Addresses of a strip's three planes, how many numbers each has, and the memory they are in. */
export interface KernelStrip {
  readonly one: number
  readonly two: number
  readonly three: number
  readonly count: number
  readonly memory: StripMemory
}

/** Pixels at a time of what has no memory of kernels: small enough for the cache. */
const PIECE_PIXELS = 4096

/** A kernel over the three planes of a strip, in place where the strip lies in the kernels' memory, and else piece by piece there and back. */
export function inKernel(strip: Strip, use: (run: Exports, strip: KernelStrip) => void): void {
  const { memory } = strip
  if (memory) {
    const [one, two, three] = memory.at.planes
    use(memory.run, { one, two, three, count: strip.one.length, memory })
    return
  }
  const most = Math.min(PIECE_PIXELS, strip.one.length)
  const planes = [strip.one, strip.two, strip.three]
  withStrips(most, (lent) => {
    const [one, two, three] = lent.at.planes
    for (let first = 0; first < strip.one.length; first += most) {
      const count = Math.min(most, strip.one.length - first)
      for (const [n, plane] of planes.entries()) lent.planes[n]!.set(plane.subarray(first, first + count))
      use(lent.run, { one, two, three, count, memory: lent })
      for (const [n, plane] of planes.entries()) plane.set(lent.planes[n]!.subarray(0, count), first)
    }
  })
}
