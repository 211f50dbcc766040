import type { Mask } from '@plantain/core'
import * as z from 'zod'
import { colorParam, colorToOklab } from '../color/named.ts'
import { fromOklabPlanes, toOklabPlanes } from './oklab-planes.ts'
import { pow, smoothstep } from '../math.ts'
import { percent } from './params.ts'
import { spatial, type SpatialOperator, type Strip } from './operator.ts'

/**
 * A thing in another colour, under its mask: its mean becomes `color` (white and black a little less, so that there is room for shades), shading and
 * texture stay. Lightness is bent by its odds, so
 * that shadows stay dark and highlights bright, whether the new colour is white, black or any other; hue and chroma follow the
 * pixel's own deviation from the mean in part. `percent` mixes with the original. `parts: 'main'` colours what has the thing's main colour where it
 * has one, and leaves a face above an orange suit, or the white rim of a red cup.
 */
export const recolor: SpatialOperator = spatial({
  name: 'recolor',
  params: z.strictObject({
    color: colorParam('red'),
    percent: percent(0, 100, 100),
    parts: z.enum(['all', 'main']).default('all'),
  }),
  identity: { percent: 0 },
  apply(image, { color, percent, parts }, { mask }) {
    if (percent === 0) return image
    const lab = toOklabPlanes(image)
    const main = parts === 'main' ? mainColor(lab, mask) : null
    const mean = main === null ? meanOf(lab, mask, null) : meanOf(lab, mask, main)
    const wanted = colorToOklab(color)
    const chroma = Math.sqrt(mean.a * mean.a + mean.b * mean.b)
    const shades = shadesOf(mean.lightness, Math.min(LIGHTEST, Math.max(DARKEST, wanted.lightness)))
    const { one, two, three } = lab
    for (let i = 0; i < one.length; i++) {
      const [l, a, b] = [one[i]!, two[i]!, three[i]!]
      const share = (percent / 100) * (main === null ? 1 : main[i]!)
      if (share === 0) continue
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

/** Share of a thing that has its main colour at least; strength of colour (chroma over lightness) from which it is one. */
const [LEAST_MAIN, LEAST_STRENGTH] = [0.3, 0.1]
/** Cosines between hues that are another colour, and that are the same. */
const [OTHER_HUE, SAME_HUE] = [0.72, 0.92]

/** How much each pixel has the thing's main hue, about as strong; null where no hue is the main one. */
function mainColor({ one, two, three, alpha }: Strip, mask: Mask | null): Float32Array | null {
  const weightAt = (i: number): number => ((mask ? mask.data[i]! : 255) * (alpha ? alpha[i]! : 1)) / 255
  let [x, y, strength] = [0, 0, 0]
  // The direction of the mean, then of what lies near to it.
  for (let round = 0; round < 6; round++) {
    let [a, b, weights, sum] = [0, 0, 1e-6, 0]
    for (let i = 0; i < one.length; i++) {
      const weight = weightAt(i)
      if (weight === 0) continue
      const chroma = Math.sqrt(two[i]! * two[i]! + three[i]! * three[i]!)
      if (chroma < 0.02) continue
      const near = round === 0 ? 1 : smoothstep(OTHER_HUE, SAME_HUE, (two[i]! * x + three[i]! * y) / chroma)
      const counts = weight * near * chroma
      a += counts * two[i]!
      b += counts * three[i]!
      weights += counts
      sum += (counts * chroma) / (Math.max(0, one[i]!) + 0.05)
    }
    const length = Math.sqrt(a * a + b * b)
    if (length < 1e-9) return null
    ;[x, y, strength] = [a / length, b / length, sum / weights]
  }
  if (strength < LEAST_STRENGTH) return null
  let [taken, all] = [0, 1e-6]
  const share = new Float32Array(one.length)
  for (let i = 0; i < share.length; i++) {
    const weight = weightAt(i)
    if (weight === 0) continue
    all += weight
    const chroma = Math.sqrt(two[i]! * two[i]! + three[i]! * three[i]!)
    if (chroma < 1e-4) continue
    const hue = smoothstep(OTHER_HUE, SAME_HUE, (two[i]! * x + three[i]! * y) / chroma)
    share[i] = hue * smoothstep(0.25 * strength, 0.6 * strength, chroma / (Math.max(0, one[i]!) + 0.05))
    taken += weight * share[i]!
  }
  return taken < LEAST_MAIN * all ? null : share
}

function meanOf(
  { one, two, three, alpha }: Strip,
  mask: Mask | null,
  share: Float32Array | null,
): { lightness: number; a: number; b: number } {
  let [lightness, a, b, total] = [0, 0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    const weight = (mask ? mask.data[i]! : 255) * (alpha ? alpha[i]! : 1) * (share ? share[i]! : 1)
    lightness += one[i]! * weight
    a += two[i]! * weight
    b += three[i]! * weight
    total += weight
  }
  return total === 0
    ? { lightness: 0.5, a: 0, b: 0 }
    : { lightness: lightness / total, a: a / total, b: b / total }
}
