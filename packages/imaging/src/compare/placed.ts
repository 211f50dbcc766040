import type { Bitmap, Mask } from '@plantain/core'
import type { Placement } from '../operators/placement.ts'

/**
 * The picture before, each pixel where it is to be afterwards, and which of the new frame it does not reach (255). null where pixels do
 * not go to whole pixels (another scale, an odd angle): then none can be held against another.
 */
export function placedBefore(
  before: Bitmap,
  placement: Placement,
): { readonly image: Bitmap; readonly free: Mask } | null {
  return isWhole(placement) ? sampledBefore(before, placement) : null
}

/** The same by the nearest pixel, wherever pixels go. */
export function sampledBefore(
  before: Bitmap,
  placement: Placement,
): { readonly image: Bitmap; readonly free: Mask } {
  const { width, height } = placement
  const source = new Uint32Array(before.data.slice().buffer)
  const target = new Uint32Array(width * height)
  const free = new Uint8Array(width * height)
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++) {
      const [sx, sy] = placement.toSource(x + 0.5, y + 0.5)
      const [column, row] = [Math.floor(sx), Math.floor(sy)]
      if (column < 0 || row < 0 || column >= before.width || row >= before.height) free[p] = 255
      else target[p] = source[row * before.width + column]!
    }
  return {
    image: { width, height, data: new Uint8ClampedArray(target.buffer) },
    free: { width, height, data: free },
  }
}

/** Middles of pixels come from middles of pixels, a step of one from a step of one. */
function isWhole({ width, height, toSource }: Placement): boolean {
  const points = [
    [0.5, 0.5],
    [1.5, 0.5],
    [0.5, 1.5],
    [width - 0.5, height - 0.5],
  ] as const
  const found = points.map(([x, y]) => toSource(x, y))
  const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 1e-6
  const [origin, right, below] = found as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ]
  const length = (one: readonly [number, number]): number =>
    (one[0] - origin[0]) ** 2 + (one[1] - origin[1]) ** 2
  return (
    found.flat().every((value) => near(value - Math.floor(value), 0.5)) &&
    near(length(right), 1) &&
    near(length(below), 1)
  )
}
