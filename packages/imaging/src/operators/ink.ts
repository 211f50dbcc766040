import type { Rect } from '@plantain/core'
import type { Rgb } from '../color/named.ts'
import type { Planes } from './planes.ts'

export type Backing = 'none' | 'shadow' | 'outline' | 'plate'
export interface Ink {
  /** Linear light. */
  readonly color: Rgb
  /** White behind dark lettering, black behind light. */
  readonly behind: Rgb
  /** What the lettering needs to be read on this ground. */
  readonly backing: Backing
}

const WHITE: Rgb = [1, 1, 1]
const BLACK: Rgb = [0.005, 0.005, 0.005]
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue
/** Source: WCAG 2.2, contrast ratio: 1 is none, 21 black on white. */
const ratio = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** A colour for lettering on what lies in the rectangle (white or black unless one is given), and whether it needs help to be read. */
export function inkOn(image: Planes, rect: Rect, given: Rgb | null): Ink {
  const [dark, light] = groundOf(image, rect)
  const color = given ?? (ratio(1, light) >= ratio(0.005, dark) * 0.6 ? WHITE : BLACK)
  const own = luminance(color)
  // The part of the ground that is most like the lettering.
  const worst = Math.min(ratio(own, dark), ratio(own, light))
  const between = own > dark && own < light
  const behind = own > 0.18 ? BLACK : WHITE
  return { color, behind, backing: between || worst < 2.2 ? 'outline' : worst < 4.5 ? 'shadow' : 'none' }
}

/** Light that a tenth of the ground lies below, and that a tenth lies above. */
function groundOf({ width, height, red, green, blue, alpha }: Planes, rect: Rect): readonly [number, number] {
  const [left, top] = [Math.max(0, Math.floor(rect.x)), Math.max(0, Math.floor(rect.y))]
  const [right, bottom] = [
    Math.min(width, Math.ceil(rect.x + rect.width)),
    Math.min(height, Math.ceil(rect.y + rect.height)),
  ]
  const stride = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / 20000)))
  const lights: number[] = []
  for (let y = top; y < bottom; y += stride)
    for (let x = left; x < right; x += stride) {
      const i = y * width + x
      // Nothing is taken for paper: white.
      const opacity = alpha ? alpha[i]! : 1
      const light = luminance([red[i]!, green[i]!, blue[i]!]) * opacity + 1 - opacity
      lights.push(Math.min(1, Math.max(0, light)))
    }
  lights.sort((one, other) => one - other)
  const at = (share: number): number => lights[Math.floor(share * (lights.length - 1))] ?? 1
  return [at(0.1), at(0.9)]
}
