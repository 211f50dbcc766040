import type { Mask, Rect } from '@plantain/core'
import type { Size } from './planes.ts'

/** A point in pixels: the middle of the first pixel is (0.5, 0.5). */
export type Point = readonly [x: number, y: number]

/**
 * Where things of a picture are after a geometric operator, so that masks, label maps and boxes can follow it.
 * Points outside either picture map to points outside the other, or near enough.
 */
export interface Placement extends Size {
  readonly toSource: (x: number, y: number) => Point
  readonly toTarget: (x: number, y: number) => Point
}

export const samePlace = ({ width, height }: Size): Placement => ({
  width,
  height,
  toSource: (x, y) => [x, y],
  toTarget: (x, y) => [x, y],
})

/** `second` after `first`. */
export const compose = (first: Placement, second: Placement): Placement => ({
  width: second.width,
  height: second.height,
  toSource: (x, y) => first.toSource(...second.toSource(x, y)),
  toTarget: (x, y) => second.toTarget(...first.toTarget(x, y)),
})

/** Moved by whole or broken pixels and stretched: target = source * scale + offset. */
export const stretched = (
  { width, height }: Size,
  {
    scaleX = 1,
    scaleY = 1,
    offsetX = 0,
    offsetY = 0,
  }: { scaleX?: number; scaleY?: number; offsetX?: number; offsetY?: number },
): Placement => ({
  width,
  height,
  toSource: (x, y) => [(x - offsetX) / scaleX, (y - offsetY) / scaleY],
  toTarget: (x, y) => [x * scaleX + offsetX, y * scaleY + offsetY],
})

/** The mask where its things are now; nothing is covered where the source did not reach. Bilinear. */
export function transformMask(mask: Mask, placement: Placement): Mask {
  const { width, height } = placement
  const data = new Uint8Array(width * height)
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= mask.width || y >= mask.height ? 0 : mask.data[y * mask.width + x]!
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [sx, sy] = placement.toSource(x + 0.5, y + 0.5)
      const left = Math.floor(sx - 0.5)
      const top = Math.floor(sy - 0.5)
      const [u, v] = [sx - 0.5 - left, sy - 0.5 - top]
      const upper = at(left, top) * (1 - u) + (u > 0 ? at(left + 1, top) * u : 0)
      const lower = v > 0 ? at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u : 0
      data[y * width + x] = Math.round(upper * (1 - v) + lower * v)
    }
  return { width, height, data }
}

/** The label map where its things are now, by the nearest pixel; `outside` is the label of what was not in the source. */
export function transformLabels(
  labels: Uint16Array,
  source: Size,
  placement: Placement,
  outside: number,
): Uint16Array {
  const { width, height } = placement
  const result = new Uint16Array(width * height).fill(outside)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [sx, sy] = placement.toSource(x + 0.5, y + 0.5)
      const [column, row] = [Math.floor(sx), Math.floor(sy)]
      if (column >= 0 && row >= 0 && column < source.width && row < source.height)
        result[y * width + x] = labels[row * source.width + column]!
    }
  return result
}

/** The smallest box of whole pixels around what was in `rect`, cut to the picture; null where it has left the frame. */
export function transformRect(rect: Rect, placement: Placement): Rect | null {
  const corners = [
    placement.toTarget(rect.x, rect.y),
    placement.toTarget(rect.x + rect.width, rect.y),
    placement.toTarget(rect.x, rect.y + rect.height),
    placement.toTarget(rect.x + rect.width, rect.y + rect.height),
  ]
  // A hair inside, so that 9.9999999 is 10 and not the pixel before.
  const hair = 1e-6
  const left = Math.max(0, Math.floor(Math.min(...corners.map(([x]) => x)) + hair))
  const top = Math.max(0, Math.floor(Math.min(...corners.map(([, y]) => y)) + hair))
  const right = Math.min(placement.width, Math.ceil(Math.max(...corners.map(([x]) => x)) - hair))
  const bottom = Math.min(placement.height, Math.ceil(Math.max(...corners.map(([, y]) => y)) - hair))
  return left < right && top < bottom ? { x: left, y: top, width: right - left, height: bottom - top } : null
}

/** What a geometric operator added to the frame: 255 where no source pixel is. For a model that paints it. */
export function maskOfNew(placement: Placement, source: Size): Mask {
  const { width, height } = placement
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [sx, sy] = placement.toSource(x + 0.5, y + 0.5)
      if (sx < 0 || sy < 0 || sx >= source.width || sy >= source.height) data[y * width + x] = 255
    }
  return { width, height, data }
}
