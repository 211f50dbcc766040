import { convert } from './convert.ts'
import type { Strip } from './operator.ts'
import type { Planes } from './planes.ts'

/** A whole picture in Oklab: `one` is lightness, `two` a, `three` b. A copy. */
export function toOklabPlanes({ width, red, green, blue, alpha }: Planes): Strip {
  const strip: Strip = { width, top: 0, one: red.slice(), two: green.slice(), three: blue.slice(), alpha }
  convert(strip, 'linear', 'oklab')
  return strip
}

/** Back to light, in place. */
export function fromOklabPlanes(strip: Strip, height: number): Planes {
  convert(strip, 'oklab', 'linear')
  return {
    width: strip.width,
    height,
    red: strip.one,
    green: strip.two,
    blue: strip.three,
    alpha: strip.alpha,
  }
}
