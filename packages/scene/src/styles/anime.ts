import { LABEL } from '../frame.ts'
import { clamp01, mix, smoothstep } from '../math.ts'
import { noise2 } from '../noise.ts'
import { blur, boxBlur } from './kit/blur.ts'
import { fromOklab, oklabOf, planeOf } from './kit/color.ts'
import { edgesOf, looseOf } from './kit/edges.ts'
import { fieldOf } from './kit/field.ts'
import { linesOf } from './comic.ts'
import { smooth } from './kit/smooth.ts'
import { tonesOf } from './kit/tones.ts'
import type { Styler } from './style.ts'

/**
 * Animation film: things in three clean tones with thin coloured lines, set into a gouache background; deep skies, shadows that
 * lean to blue and violet, and light that blooms.
 */
export const anime: Styler = {
  name: 'anime',
  reach: 0.14,
  paint(picture, seed) {
    const { color, label, width, height, depth } = picture
    const short = Math.min(width, height)
    const lab = oklabOf(color)
    const edges = edgesOf(picture)
    const { walls } = edges
    const cel = smooth(lab, walls, width, height, {
      radius: 0.01 * short,
      tolerance: 0.11,
      lab: true,
      rounds: 2,
    })
    const light = planeOf(cel, 0)
    const tones = tonesOf(blur(light, width, height, 0.0008 * short), width, height, 8)
    const lines = linesOf(picture, edges.outline, short, seed, 0.55)
    // Gouache: what is far is laid in with broad dabs; one round of smoothing leaves their edges.
    const loose = looseOf(picture)
    const far = smooth(lab, walls, width, height, {
      radius: 0.011 * short,
      tolerance: 0.075,
      lab: true,
      loose,
      slack: 1.7,
    })
    const painted = tonesOf(blur(planeOf(far, 0), width, height, 0.0012 * short), width, height, 15)
    const dabs = fieldOf(
      width,
      height,
      0.003,
      (u, v) => noise2(seed + 1, u * 55 + v * 12, v * 95) + 0.6 * noise2(seed + 2, u * 20, v * 34),
    )
    const out = new Float32Array(color.length)
    for (let i = 0, j = 0; i < light.length; i++, j += 3) {
      const own = label[i]!
      const crisp = own >= 64 || own === LABEL.furniture || own === LABEL.building ? 1 : 0
      const base = crisp ? cel : far
      let L = crisp
        ? 0.75 * tones[i]! + 0.25 * light[i]!
        : 0.55 * far[j]! + 0.45 * painted[i]! + 0.016 * dabs[i]!
      let a = base[j + 1]!
      let b = base[j + 2]!
      if (own === LABEL.sky) {
        // A summer sky is painted deeper than it is.
        const blue = smoothstep(0.01, -0.08, b)
        L -= 0.045 * blue
        b *= 1 + 0.45 * blue
        a *= 1 + 0.1 * blue
      }
      a *= 1.32
      b *= 1.32
      const shade = smoothstep(0.62, 0.25, L)
      a += 0.012 * shade
      b -= 0.03 * shade
      // An S-curve: clear lights, and darks that stay coloured.
      L = mix(L, L * L * (3 - 2 * L), 0.3) + 0.035
      const line = lines[i]! * (crisp ? 0.85 : 0.4 / (1 + depth[i]! * 0.002))
      if (line > 0) {
        // Lines take the colour of what they bound, darker and warmer, as if traced in coloured ink.
        L = mix(L, L * 0.3 + 0.06, line)
        a = mix(a, a * 0.7 + 0.012, line)
        b = mix(b, b * 0.6, line)
      }
      fromOklab(L, a, b, out, j)
    }
    return bloom(out, width, height, short)
  },
}

/** Light from the brightest parts, spread and screened over the picture. */
function bloom(color: Float32Array, width: number, height: number, short: number): Float32Array {
  const out = new Float32Array(color.length)
  for (let channel = 0; channel < 3; channel++) {
    const bright = planeOf(color, channel)
    for (let i = 0; i < bright.length; i++) bright[i] = smoothstep(0.68, 1.05, bright[i]!)
    const wide = boxBlur(
      boxBlur(boxBlur(bright, width, height, 0.016 * short), width, height, 0.016 * short),
      width,
      height,
      0.016 * short,
    )
    const tint = channel === 0 ? 0.3 : channel === 1 ? 0.27 : 0.24
    for (let i = 0, j = channel; i < bright.length; i++, j += 3)
      out[j] = clamp01(1 - (1 - color[j]!) * (1 - tint * wide[i]!))
  }
  return out
}
