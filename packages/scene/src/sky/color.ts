import type { Rgb } from '../light.ts'
import { mix, pow } from '../math.ts'

/** Linear light of an sRGB value of 0 to 1. */
export const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)

/** Linear colour of '#rrggbb', times `strength`. */
export function srgb(hex: string, strength = 1): Rgb {
  const n = Number.parseInt(hex.slice(1), 16)
  const part = (shift: number): number => toLinear(((n >> shift) & 255) / 255) * strength
  return [part(16), part(8), part(0)]
}
export const mixRgb = (a: Rgb, b: Rgb, share: number): Rgb => [
  mix(a[0], b[0], share),
  mix(a[1], b[1], share),
  mix(a[2], b[2], share),
]
export const scaleRgb = (a: Rgb, factor: number): Rgb => [a[0] * factor, a[1] * factor, a[2] * factor]
export const timesRgb = (a: Rgb, b: Rgb): Rgb => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
export const luminance = (a: Rgb): number => 0.2126 * a[0] + 0.7152 * a[1] + 0.0722 * a[2]
/** The same brightness with `share` of the colour taken out. */
export function fadeRgb(a: Rgb, share: number): Rgb {
  const grey = luminance(a)
  return mixRgb(a, [grey, grey, grey], share)
}
