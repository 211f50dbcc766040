import { LABEL, labelThing } from '../frame.ts'
import { clamp01 } from '../math.ts'
import { boxBlur } from '../styles/kit/blur.ts'
import { fromOklab, oklabOf } from '../styles/kit/color.ts'
import type { Picture } from '../styles/style.ts'

/** Share of the shorter side over which surroundings are felt. */
const AROUND = 0.035
const WRAP = 0.005
export const CONSISTENCY_REACH: number = 2 * AROUND + 0.01

/**
 * Makes things agree with the light around them: their colour leans a little towards that of the surroundings (light that
 * bounces), and where the background is brighter a thin rim of it spills over their edge (as in every lens). Returns new
 * colour [H, W, 3]; pixels that belong to no thing keep theirs.
 */
export function agree(picture: Picture): Float32Array {
  const { width, height, color, label } = picture
  const out = color.slice()
  const isThing = new Uint8Array(label.length)
  let any = false
  for (let i = 0; i < label.length; i++)
    if (labelThing(label[i]!) !== null || label[i] === LABEL.furniture) {
      isThing[i] = 1
      any = true
    }
  if (!any) return out
  const lab = oklabOf(color)
  const short = Math.min(width, height)
  const wide = around(lab, isThing, width, height, Math.max(1, AROUND * short))
  const near = around(lab, isThing, width, height, Math.max(1, WRAP * short))
  for (let i = 0; i < label.length; i++) {
    if (isThing[i] === 0) continue
    const j = 3 * i
    let L = lab[j]!
    let a = lab[j + 1]!
    let b = lab[j + 2]!
    const felt = 0.22 * clamp01(2 * wide.share[i]!)
    if (felt > 0) {
      // Saturated paint keeps its hue: the colour of the surroundings shows mostly on greys and on shaded sides.
      const chroma = Math.sqrt(a * a + b * b)
      const lean = felt * (1 - clamp01(chroma * 3)) * (1.2 - L)
      a += lean * (wide.lab[j + 1]! - a)
      b += lean * (wide.lab[j + 2]! - b)
    }
    const spill = 0.5 * clamp01(near.share[i]! * 1.6) * clamp01(near.lab[j]! - L)
    if (spill > 0) {
      L += spill * (near.lab[j]! - L)
      a += spill * (near.lab[j + 1]! - a)
      b += spill * (near.lab[j + 2]! - b)
    }
    fromOklab(L, a, b, out, j)
  }
  return out
}

/** Mean Oklab of the pixels around that belong to no thing, and their share. */
function around(
  lab: Float32Array,
  isThing: Uint8Array,
  width: number,
  height: number,
  radius: number,
): { lab: Float32Array; share: Float32Array } {
  const open = new Float32Array(isThing.length)
  for (let i = 0; i < open.length; i++) open[i] = 1 - isThing[i]!
  const soft = (plane: Float32Array): Float32Array =>
    boxBlur(boxBlur(plane, width, height, radius), width, height, radius)
  const share = soft(open)
  const out = new Float32Array(lab.length)
  const plane = new Float32Array(isThing.length)
  for (let channel = 0; channel < 3; channel++) {
    for (let i = 0, j = channel; i < plane.length; i++, j += 3) plane[i] = lab[j]! * open[i]!
    const sums = soft(plane)
    for (let i = 0, j = channel; i < plane.length; i++, j += 3)
      out[j] = share[i]! > 0.001 ? sums[i]! / share[i]! : lab[j]!
  }
  return { lab: out, share }
}
