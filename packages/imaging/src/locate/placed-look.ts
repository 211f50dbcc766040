import type { Placement } from '../operators/placement.ts'
import type { Look } from './look.ts'
import type { Detection } from './sight.ts'
import { THUMBNAIL_SIDE, type Thumbnail } from './thumbnail.ts'

type Size = Readonly<{ width: number; height: number }>

/**
 * What was found out about a picture, where it is after the picture was cropped, turned, mirrored or extended: nothing is looked at
 * again, so what was recognised stays recognised upside down. What has left the frame is gone; what was added beyond the picture's edge
 * counts as what is at that edge.
 *
 * source: size of the picture that was looked at
 */
export function placedLook(look: Look, source: Size, placement: Placement): Look {
  const { small } = look
  const { width, height, from } = steps(small, source, placement)
  const taken = (values: Float32Array): Float32Array => Float32Array.from(from, (q) => values[q]!)
  const thumbnail: Thumbnail = {
    width,
    height,
    lightness: taken(small.lightness),
    a: taken(small.a),
    b: taken(small.b),
  }
  return {
    ...look,
    small: thumbnail,
    parts: { ...look.parts, of: Int32Array.from(from, (q) => look.parts.of[q]!) },
    salient: taken(look.salient),
    sighting: look.sighting === null ? null : placedSighting(look.sighting, source, placement),
  }
}

/** A region of the picture that was looked at, on the thumbnail of what became of it; null where it has left the frame. */
export function placedRegion(
  region: Float32Array,
  { small }: Look,
  source: Size,
  placement: Placement,
): Float32Array | null {
  const { from, outside } = steps(small, source, placement)
  const moved = Float32Array.from(from, (q, p) => (outside[p] === 1 ? 0 : region[q]!))
  return moved.some((value) => value > 0.5) ? moved : null
}

/** Of each pixel of the new thumbnail the one of the old that is seen there, the nearest where none is. */
function steps(
  small: Size,
  source: Size,
  placement: Placement,
): Size & { readonly from: Int32Array; readonly outside: Uint8Array } {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(placement.width, placement.height))
  const [width, height] = [placement.width, placement.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number]
  const [from, outside] = [new Int32Array(width * height), new Uint8Array(width * height)]
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p++) {
      const [u, v] = placement.toSource(
        ((x + 0.5) / width) * placement.width,
        ((y + 0.5) / height) * placement.height,
      )
      if (u < 0 || v < 0 || u >= source.width || v >= source.height) outside[p] = 1
      const column = within(Math.floor((u / source.width) * small.width), small.width)
      from[p] = within(Math.floor((v / source.height) * small.height), small.height) * small.width + column
    }
  return { width, height, from, outside }
}

const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value))

function placedSighting(
  { objects, faces, foreground }: NonNullable<Look['sighting']>,
  source: Size,
  placement: Placement,
): NonNullable<Look['sighting']> {
  const placed = (seen: readonly Detection[]): readonly Detection[] =>
    seen.flatMap((one) => {
      const box = placedBox(
        [one.left, one.top, one.right - one.left, one.bottom - one.top],
        source,
        placement,
      )
      return box === null
        ? []
        : { ...one, left: box[0], top: box[1], right: box[0] + box[2], bottom: box[1] + box[3] }
    })
  const { side, data } = foreground
  const moved = new Float32Array(side * side)
  for (let y = 0, p = 0; y < side; y++)
    for (let x = 0; x < side; x++, p++) {
      const [u, v] = placement.toSource(
        ((x + 0.5) / side) * placement.width,
        ((y + 0.5) / side) * placement.height,
      )
      const [column, row] = [Math.floor((u / source.width) * side), Math.floor((v / source.height) * side)]
      if (column >= 0 && row >= 0 && column < side && row < side) moved[p] = data[row * side + column]!
    }
  return { objects: placed(objects), faces: placed(faces), foreground: { side, data: moved } }
}

type SharesBox = readonly [x: number, y: number, width: number, height: number]

/** Of what has mostly left the frame no more is told. */
const LEAST_LEFT = 0.15

/** A box in shares of the frame where its corners have gone, cut to the new frame; null where most of it is outside. */
export function placedBox(
  [x, y, width, height]: SharesBox,
  source: Size,
  placement: Placement,
): SharesBox | null {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([u, v]) => placement.toTarget(u! * source.width, v! * source.height))
  const [xs, ys] = [corners.map(([u]) => u / placement.width), corners.map(([, v]) => v / placement.height)]
  const whole = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
  const [left, right] = [Math.max(0, Math.min(...xs)), Math.min(1, Math.max(...xs))]
  const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(1, Math.max(...ys))]
  if (right <= left || bottom <= top || (right - left) * (bottom - top) < LEAST_LEFT * whole) return null
  const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
  return [rounded(left), rounded(top), rounded(right - left), rounded(bottom - top)]
}
