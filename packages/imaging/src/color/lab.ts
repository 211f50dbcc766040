import { byteToLinear } from './srgb.ts'

/** CIE L*a*b* under D65: L 0 to 100, a and b about -128 to 128. */
export type Lab = readonly [lightness: number, a: number, b: number]

const [whiteX, whiteZ] = [0.95047, 1.08883]

/** sRGB bytes → CIE L*a*b*. */
export function bytesToLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [byteToLinear(red), byteToLinear(green), byteToLinear(blue)]
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / whiteX)
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / whiteZ)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const curve = (value: number): number =>
  value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116

const degrees = (radians: number): number => ((radians * 180) / Math.PI + 360) % 360
const sinDegrees = (angle: number): number => Math.sin((angle * Math.PI) / 180)
const cosDegrees = (angle: number): number => Math.cos((angle * Math.PI) / 180)

/**
 * How different two colours look: 1 is just seen side by side, 5 is clear, 20 is another colour.
 * Source: CIEDE2000 after Sharma, Wu, Dalal, Color Research and Application 30 (1), 2005.
 */
export function deltaE2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const stretch = 1.5 - 0.5 * Math.sqrt(saturate(meanChroma)) // 1 + G: neutral colours are spread along a
  const c1 = Math.hypot(stretch * a1, b1)
  const c2 = Math.hypot(stretch * a2, b2)
  const h1 = degrees(Math.atan2(b1, stretch * a1))
  const h2 = degrees(Math.atan2(b2, stretch * a2))
  const { difference, mean: h } = hues(h1, h2, c1 * c2 === 0)

  const l = (l1 + l2) / 2
  const c = (c1 + c2) / 2
  const t =
    1 -
    0.17 * cosDegrees(h - 30) +
    0.24 * cosDegrees(2 * h) +
    0.32 * cosDegrees(3 * h + 6) -
    0.2 * cosDegrees(4 * h - 63)
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2))
  const chroma = (c2 - c1) / (1 + 0.045 * c)
  const hue = (2 * Math.sqrt(c1 * c2) * sinDegrees(difference / 2)) / (1 + 0.015 * c * t)
  const turn = -2 * Math.sqrt(saturate(c)) * sinDegrees(60 * Math.exp(-(((h - 275) / 25) ** 2)))
  return Math.sqrt(Math.max(0, lightness ** 2 + chroma ** 2 + hue ** 2 + turn * chroma * hue))
}

const saturate = (chroma: number): number => chroma ** 7 / (chroma ** 7 + 25 ** 7)

/** Difference and mean of two hues over the shorter way; without chroma there is no hue, and the sum stands for the mean. */
function hues(h1: number, h2: number, grey: boolean): { difference: number; mean: number } {
  if (grey) return { difference: 0, mean: h1 + h2 }
  const difference = h2 - h1
  // A hair over 180, as the reference data has two pairs that are opposite but for the last bit.
  if (Math.abs(difference) <= 180 + 1e-11) return { difference, mean: (h1 + h2) / 2 }
  const mean = h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
  return { difference: difference > 0 ? difference - 360 : difference + 360, mean }
}
