import { exactCubeRoot } from './cube-root.ts'
import { byteToLinear } from './srgb.ts'

/** Perceptual lightness (0 to 1), green to red and blue to yellow (about -0.4 to 0.4). Source: B. Ottosson, 2020. */
export interface Oklab {
  readonly lightness: number
  readonly a: number
  readonly b: number
}

/** Linear sRGB, each 0 to 1 → Oklab. */
export function linearToOklab(red: number, green: number, blue: number): Oklab {
  const l = exactCubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = exactCubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = exactCubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

/** Oklab → linear sRGB; outside 0 to 1 where the colour is outside the gamut. */
export function oklabToLinear({ lightness, a, b }: Oklab): readonly [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** sRGB bytes → Oklab. */
export const bytesToOklab = (red: number, green: number, blue: number): Oklab =>
  linearToOklab(byteToLinear(red), byteToLinear(green), byteToLinear(blue))

/** Hue in degrees from 0 to 360 (red 29, yellow 110, green 142, blue 264) and chroma (grey 0, pure red 0.26). */
export function hueAndChroma({ a, b }: Oklab): { hue: number; chroma: number } {
  return { hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360, chroma: Math.hypot(a, b) }
}
