import { throwIfCancelled } from '@plantain/core'
import * as z from 'zod'
import { guided } from '../filters/guided.ts'
import { padRows } from '../filters/pad-rows.ts'
import { BAND_NUMBERS, withKernels } from '../kernels/kernels.ts'
import { fromOklabPlanes, toOklabPlanes } from './oklab-planes.ts'
import { percent } from './params.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Takes out noise, grain and the traces of compression: non-local means of lightness (each pixel becomes the mean of those near it whose surroundings look
 * alike), and colours smoothed along the edges of lightness. It measures the noise itself; `percent` says how much of it goes.
 *
 * People: slight 35, moderate 60, strong 85, max 100. Source: Buades, Coll, Morel, 2005; sums of squares as by Darbon et al., 2008.
 */
export const denoise: SpatialOperator = spatial({
  name: 'denoise',
  params: z.strictObject({ percent: percent(0, 100) }),
  identity: { percent: 0 },
  apply(image, { percent }, { signal }) {
    if (percent === 0) return image
    const { width, height } = image
    const lab = toOklabPlanes(image)
    const noise = Math.max(0.002, noiseOf(lab.one, width, height))
    const amount = percent / 100
    const clean = nonLocalMeans(lab.one, width, height, noise * (0.4 + 1.1 * amount), signal)
    const smooth = (plane: Float32Array): Float32Array =>
      guided(clean, plane, { width, height, radius: 4, epsilon: 4 * noise * noise })
    const blend = (before: Float32Array, after: Float32Array): void => {
      for (let i = 0; i < before.length; i++) before[i] = before[i]! + (after[i]! - before[i]!) * amount
    }
    const [a, b] = [smooth(lab.two), smooth(lab.three)]
    blend(lab.one, clean)
    blend(lab.two, a)
    blend(lab.three, b)
    return fromOklabPlanes(lab, height)
  },
})

const SEARCH = 3
const PATCH = 2
/** Rows above and below that a row's result depends on. */
const HALO = SEARCH + PATCH
/** Numbers before and after each row, for moves and patches that reach over its ends. */
const [BEFORE, AFTER] = [8, 16]

function nonLocalMeans(
  plane: Float32Array,
  width: number,
  height: number,
  noise: number,
  signal: AbortSignal,
): Float32Array {
  const stride = BEFORE + width + AFTER
  const most = Math.max(16, Math.floor(BAND_NUMBERS / stride))
  const count = stride * (most + 2 * HALO)
  const result = new Float32Array(plane.length)
  // Two patches of pure noise differ by twice its variance, so that much counts as no difference.
  const floor = 2 * noise * noise
  const scale = 1 / (1.2 * noise * noise)
  withKernels([count, count, count, count, count, count], ({ run, at, floats }) => {
    const [band, sums, weights, strongest] = floats as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    for (let top = 0; top < height; top += most) {
      throwIfCancelled(signal)
      const rows = Math.min(most, height - top)
      const all = rows + 2 * HALO
      for (const one of floats.slice(1)) one.fill(0, 0, all * stride)
      padRows(plane, { width, height, top, rows }, { halo: HALO, before: BEFORE, stride }, band)
      // Two pixels are as like as they are the other way round, so half of the moves are enough.
      for (let dy = 0; dy <= SEARCH; dy++)
        for (let dx = dy === 0 ? 1 : -SEARCH; dx <= SEARCH; dx++)
          run.moveOfMeans(at[0]!, at[1]!, at[2]!, at[3]!, at[4]!, at[5]!, dx, dy, all, stride, floor, scale)
      for (let y = 0; y < rows; y++)
        for (let x = 0, i = (y + HALO) * stride + BEFORE, to = (top + y) * width; x < width; x++, i++, to++) {
          // The pixel itself counts as much as its best likeness: alone it would always win.
          const own = Math.max(strongest[i]!, 1e-3)
          result[to] = (sums[i]! + own * band[i]!) / (weights[i]! + own)
        }
    }
  })
  return result
}

/** Standard deviation of the noise: the median of a filter that answers neither to slopes nor to curves. Source: J. Immerkær, 1996. */
function noiseOf(plane: Float32Array, width: number, height: number): number {
  if (width < 3 || height < 3) return 0
  const counts = new Uint32Array(4096)
  let total = 0
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x
      const corners =
        plane[i - width - 1]! + plane[i - width + 1]! + plane[i + width - 1]! + plane[i + width + 1]!
      const sides = plane[i - width]! + plane[i + width]! + plane[i - 1]! + plane[i + 1]!
      const answer = Math.abs(corners - 2 * sides + 4 * plane[i]!) / 6
      counts[Math.min(4095, Math.floor(answer * 16384))]!++
      total++
    }
  let [bin, below] = [0, counts[0]!]
  while (below < total / 2) below += counts[++bin]!
  // Median of an absolute normal is 0.6745 deviations.
  return bin / 16384 / 0.6745
}
