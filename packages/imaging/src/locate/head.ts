import type { Look } from './look.ts'
import type { Box, Detection } from './sight.ts'
import { objectRegion } from './subject.ts'

/** Faces as ovals within their boxes. */
export function facesRegion({ small: { width, height } }: Look, faces: readonly Box[]): Float32Array {
  const region = new Float32Array(width * height)
  for (const { left, top, right, bottom } of faces) {
    // The detector's box ends at the brow; a face goes on to the hairline.
    const [cx, cy, rx, ry] = [
      (left + right) / 2,
      (top + bottom) / 2 - 0.06 * (bottom - top),
      (right - left) * 0.52,
      (bottom - top) * 0.62,
    ]
    for (let p = 0; p < region.length; p++) {
      const [u, v] = [((p % width) + 0.5) / width, (Math.floor(p / width) + 0.5) / height]
      const d = Math.sqrt(((u - cx) / rx) ** 2 + ((v - cy) / ry) ** 2)
      region[p] = Math.max(region[p]!, Math.min(1, Math.max(0, (1.12 - d) / 0.24)))
    }
  }
  return region
}

/** Share of the frame's height from which an animal is a portrait: then all of it is about its head. */
const PORTRAIT = 0.75

/** Where the head of an animal probably is, which no network here tells: about what of it is highest. */
export function animalHead(look: Look, animal: Detection): Float32Array {
  const region = objectRegion(look, animal)
  const { width, height } = look.small
  const [left, top, right, bottom] = [
    animal.left * width,
    animal.top * height,
    animal.right * width,
    animal.bottom * height,
  ]
  if (bottom - top > PORTRAIT * height) return region
  let [sum, weight] = [0, 1e-6]
  for (let y = Math.floor(top); y < top + 0.25 * (bottom - top); y++)
    for (let x = Math.floor(left); x < right; x++) {
      sum += x * region[y * width + x]!
      weight += region[y * width + x]!
    }
  const side = 0.55 * Math.min(right - left, bottom - top)
  const middle = weight > 1 ? sum / weight : (left + right) / 2
  return region.map((value, p) => {
    const [x, y] = [p % width, Math.floor(p / width)]
    return Math.abs(x - middle) < side / 2 && y < top + side ? value : 0
  })
}
