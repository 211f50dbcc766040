import type { Rgb } from '../color/named.ts'
import { gaussian } from '../filters/gaussian.ts'
import { spread } from '../filters/spread.ts'
import { blockToPath, type Block } from '../text/layout.ts'
import { accumulate, pathBounds, readRow, type Bounds } from '../vector/coverage.ts'
import { IDENTITY } from '../vector/matrix.ts'
import type { Path } from '../vector/path.ts'
import type { Backing, Ink } from './ink.ts'
import { mapPlanes, type Planes } from './planes.ts'

export interface Setting {
  /** Pixels, the left top corner of the block. */
  readonly x: number
  readonly y: number
  readonly sizePixels: number
  readonly align: 'left' | 'center' | 'right'
  readonly ink: Ink
  readonly backing: Backing
}

/** Lettering over the picture, with what helps to read it underneath. */
export function drawLettering(image: Planes, block: Block, setting: Setting): Planes {
  const { sizePixels, ink, backing } = setting
  const result = mapPlanes(image, image, (plane) => plane.slice())
  const path = blockToPath(block, setting)
  // Room for the shadow, which is the widest.
  const margin = Math.ceil(0.35 * sizePixels) + 2
  const whole: Bounds = { left: 0, top: 0, right: image.width, bottom: image.height }
  const tight = pathBounds(path, IDENTITY, { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 })
  if (!tight) return result
  const bounds = clip(
    {
      left: tight.left - margin,
      top: tight.top - margin,
      right: tight.right + margin,
      bottom: tight.bottom + margin,
    },
    whole,
  )
  if (!bounds) return result
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  const coverage = coverageOf(path, bounds)
  if (backing === 'plate') {
    const pad = 0.28 * sizePixels
    const plate = plateOf(
      bounds,
      { left: tight.left - pad, top: tight.top - pad, right: tight.right + pad, bottom: tight.bottom + pad },
      0.12 * sizePixels,
    )
    over(result, bounds, plate, ink.behind, 0.68)
  }
  if (backing === 'shadow' || backing === 'outline') {
    const soft = gaussian(coverage, width, height, 0.09 * sizePixels)
    // A blurred hair is faint; raised, it carries again.
    over(
      result,
      bounds,
      soft.map((value) => Math.min(1, 1.8 * value)),
      ink.behind,
      backing === 'outline' ? 0.5 : 0.75,
    )
  }
  if (backing === 'outline')
    over(
      result,
      bounds,
      spread(coverage, width, height, Math.min(12, Math.max(1, 0.045 * sizePixels))),
      ink.behind,
      1,
    )
  over(result, bounds, coverage, ink.color, 1)
  return result
}

function clip(one: Bounds, other: Bounds): Bounds | null {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const right = Math.min(one.right, other.right)
  const bottom = Math.min(one.bottom, other.bottom)
  return left < right && top < bottom ? { left, top, right, bottom } : null
}

function coverageOf(path: Path, bounds: Bounds): Float32Array {
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  const plane = new Float32Array(width * height)
  const coverage = accumulate(path, IDENTITY, bounds)
  for (let row = 0; row < height; row++)
    readRow(coverage, row, false, plane.subarray(row * width, (row + 1) * width))
  return plane
}

/** A rounded rectangle. */
function plateOf(bounds: Bounds, { left, top, right, bottom }: Bounds, radius: number): Float32Array {
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  const plane = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const px = bounds.left + x + 0.5
      const py = bounds.top + y + 0.5
      const dx = Math.max(left + radius - px, px - (right - radius), 0)
      const dy = Math.max(top + radius - py, py - (bottom - radius), 0)
      plane[i] = Math.min(1, Math.max(0, radius - Math.sqrt(dx * dx + dy * dy) + 0.5))
    }
  return plane
}

/** A colour over the picture, by coverage. */
function over(
  { width: stride, red, green, blue, alpha }: Planes,
  bounds: Bounds,
  coverage: Float32Array,
  color: Rgb,
  opacity: number,
): void {
  const width = bounds.right - bounds.left
  for (let i = 0; i < coverage.length; i++) {
    const share = coverage[i]! * opacity
    if (share === 0) continue
    const p = (bounds.top + Math.floor(i / width)) * stride + bounds.left + (i % width)
    const below = alpha ? alpha[p]! : 1
    const sum = share + below * (1 - share)
    const part = share / sum
    red[p] = red[p]! + (color[0] - red[p]!) * part
    green[p] = green[p]! + (color[1] - green[p]!) * part
    blue[p] = blue[p]! + (color[2] - blue[p]!) * part
    if (alpha) alpha[p] = sum
  }
}
