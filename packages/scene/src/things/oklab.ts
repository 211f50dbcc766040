import { pow } from '../math.ts'
import { toLinear } from '../sky/color.ts'

/** Oklab, in which equal steps look equal: lightness 0 to 1, then green to red and blue to yellow. Source: B. Ottosson, 2020. */
export type Lab = readonly [number, number, number]

const root = (x: number): number => (x < 0 ? -pow(-x, 1 / 3) : pow(x, 1 / 3))
const encode = (x: number): number => (x <= 0.0031308 ? 12.92 * x : 1.055 * pow(x, 1 / 2.4) - 0.055)

/** Of sRGB, 0 to 1. */
export function labOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** sRGB, 0 to 1; colours that sRGB lacks lose chroma, not hue. */
export function srgbOf([lightness, a, b]: Lab): [number, number, number] {
  let chroma = 1
  for (let i = 0; i < 12; i++) {
    const rgb = unclipped(lightness, a * chroma, b * chroma)
    if (rgb.every((part) => part > -0.002 && part < 1.002)) return clipped(rgb)
    chroma *= 0.9
  }
  return clipped(unclipped(lightness, 0, 0))
}

const clipped = (rgb: readonly number[]): [number, number, number] => {
  const part = (i: number): number => Math.min(1, Math.max(0, rgb[i]!))
  return [part(0), part(1), part(2)]
}

function unclipped(lightness: number, a: number, b: number): [number, number, number] {
  const l = lightness + 0.3963377774 * a + 0.2158037573 * b
  const m = lightness - 0.1055613458 * a - 0.0638541728 * b
  const s = lightness - 0.0894841775 * a - 1.291485548 * b
  const [l3, m3, s3] = [l * l * l, m * m * m, s * s * s]
  return [
    encode(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3),
    encode(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3),
    encode(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3),
  ]
}
