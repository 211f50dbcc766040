import { affine, warpPlacement, type Homography } from '../filters/homography.ts'
import { cos, sin } from '../math.ts'
import type { Move } from './operator.ts'
import type { Size } from './planes.ts'

/** Quarter turns, clockwise, without computing a pixel. */
export function quarterTurn(quarters: number, { width, height }: Size): Move {
  const last = width * height - 1
  if (quarters === 0)
    return {
      placement: warpPlacement({ width, height }, affine(1, 0, 0, 0, 1, 0)),
      walk: { start: 0, stepX: 1, stepY: width },
    }
  if (quarters === 2)
    return {
      placement: warpPlacement({ width, height }, affine(-1, 0, width, 0, -1, height)),
      walk: { start: last, stepX: -1, stepY: -width },
    }
  const size = { width: height, height: width }
  return quarters === 1
    ? {
        placement: warpPlacement(size, affine(0, 1, 0, -1, 0, height)),
        walk: { start: (height - 1) * width, stepX: -width, stepY: 1 },
      }
    : {
        placement: warpPlacement(size, affine(0, -1, width, 1, 0, 0)),
        walk: { start: width - 1, stepX: width, stepY: -1 },
      }
}

/** Target to source points of a turn by `degrees` clockwise about the middle. */
export function turn(degrees: number, source: Size, target: Size): Homography {
  const angle = (degrees * 3.141592653589793) / 180
  const [c, s] = [cos(angle), sin(angle)]
  const [tx, ty] = [target.width / 2, target.height / 2]
  return affine(c, s, source.width / 2 - c * tx - s * ty, -s, c, source.height / 2 + s * tx - c * ty)
}

/** The frame that holds the whole turned picture. */
export function expandedSize(degrees: number, { width, height }: Size): Size {
  const angle = (degrees * 3.141592653589793) / 180
  const [c, s] = [Math.abs(cos(angle)), Math.abs(sin(angle))]
  return { width: Math.ceil(width * c + height * s - 1e-4), height: Math.ceil(width * s + height * c - 1e-4) }
}

/** The largest frame of the same shape that lies inside the turned picture. */
export function inscribedSize(degrees: number, { width, height }: Size): Size {
  const angle = (degrees * 3.141592653589793) / 180
  const [c, s] = [Math.abs(cos(angle)), Math.abs(sin(angle))]
  const scale = Math.min(width / (width * c + height * s), height / (width * s + height * c))
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) }
}

/** A turn within the frame, enlarged until no corner is empty. */
export function enlargedTurn(degrees: number, size: Size): Homography {
  const inside = inscribedSize(degrees, size)
  const [a, b, , d, e] = turn(degrees, size, size)
  const scale = Math.min(inside.width / size.width, inside.height / size.height)
  const [x, y] = [size.width / 2, size.height / 2]
  return affine(
    a * scale,
    b * scale,
    x - scale * (a * x + b * y),
    d * scale,
    e * scale,
    y - scale * (d * x + e * y),
  )
}
