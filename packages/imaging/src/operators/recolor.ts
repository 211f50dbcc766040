import type { Mask } from '@plantain/core'
import * as z from 'zod'
import { colorParam, colorToOklab } from '../color/named.ts'
import { fromOklabPlanes, toOklabPlanes } from './oklab-planes.ts'
import { pow } from '../math.ts'
import { percent } from './params.ts'
import { spatial, type SpatialOperator, type Strip } from './operator.ts'

/**
 * A thing in another colour, under its mask: its mean becomes `color` (white and black a little less, so that there is room for shades), shading and
 * texture stay. Lightness is bent by its odds, so
 * that shadows stay dark and highlights bright, whether the new colour is white, black or any other; hue and chroma follow the
 * pixel's own deviation from the mean in part. `percent` mixes with the original.
 */
export const recolor: SpatialOperator = spatial({
  name: 'recolor',
  params: z.strictObject({ color: colorParam('red'), percent: percent(0, 100, 100) }),
  identity: { percent: 0 },
  apply(image, { color, percent }, { mask }) {
    if (percent === 0) return image
    const lab = toOklabPlanes(image)
    const mean = meanOf(lab, mask)
    const wanted = colorToOklab(color)
    const share = percent / 100
    const chroma = Math.sqrt(mean.a * mean.a + mean.b * mean.b)
    const shades = shadesOf(mean.lightness, Math.min(LIGHTEST, Math.max(DARKEST, wanted.lightness)))
    const { one, two, three } = lab
    for (let i = 0; i < one.length; i++) {
      const [l, a, b] = [one[i]!, two[i]!, three[i]!]
      const lightness = shades[l <= 0 ? 0 : l >= 1 ? STEPS : (l * STEPS + 0.5) | 0]!
      // The pixel's colour over the mean's, as complex numbers: how much stronger, and how far turned.
      let [real, imaginary] = [1, 0]
      if (chroma > 0.03) {
        real = (a * mean.a + b * mean.b) / (chroma * chroma)
        imaginary = (b * mean.a - a * mean.b) / (chroma * chroma)
        real = 1 + TEXTURE * (Math.min(2, Math.max(0, real)) - 1)
        imaginary *= TEXTURE
      }
      // Chroma of a shade: as light in the dark, none at white.
      const shade =
        Math.min(1.3, lightness / Math.max(DARKEST, wanted.lightness)) * room(lightness, wanted.lightness)
      const [newA, newB] = [wanted.a * shade, wanted.b * shade]
      one[i] = l + (lightness - l) * share
      two[i] = a + (newA * real - newB * imaginary - a) * share
      three[i] = b + (newA * imaginary + newB * real - b) * share
    }
    return fromOklabPlanes(lab, image.height)
  },
})

/** How much of the texture's own hue and chroma stays. */
const TEXTURE = 0.45

/** White and black things still have shades: in light and in shadow. */
const [DARKEST, LIGHTEST] = [0.2, 0.95]
const STEPS = 2048

/** Lightness after, by lightness before. A thing made lighter gets its shadows in proportion, or white would have none. */
const shadesOf = (mean: number, wanted: number): Float64Array =>
  Float64Array.from({ length: STEPS + 1 }, (_, i) => {
    const before = i / STEPS
    if (wanted > mean && before < mean) return wanted * pow(before / mean, 0.7)
    const bent = (odds(before) * odds(wanted)) / odds(mean)
    return bent / (1 + bent)
  })

/** Odds of a lightness, a little inside 0 to 1 so that black can be made white. */
function odds(lightness: number): number {
  const l = Math.min(0.985, Math.max(0.015, lightness))
  return l / (1 - l)
}

/** Towards white there is less room for chroma than at the colour's own lightness. */
const room = (lightness: number, wanted: number): number =>
  lightness <= wanted ? 1 : Math.max(0, (1 - lightness) / Math.max(0.02, 1 - wanted))

function meanOf(
  { one, two, three, alpha }: Strip,
  mask: Mask | null,
): { lightness: number; a: number; b: number } {
  let [lightness, a, b, total] = [0, 0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    const weight = (mask ? mask.data[i]! : 255) * (alpha ? alpha[i]! : 1)
    lightness += one[i]! * weight
    a += two[i]! * weight
    b += three[i]! * weight
    total += weight
  }
  return total === 0
    ? { lightness: 0.5, a: 0, b: 0 }
    : { lightness: lightness / total, a: a / total, b: b / total }
}
