import { LABEL } from '../frame.ts'
import { fromOklab, oklabOf, planeOf } from './kit/color.ts'
import { edgesOf, looseOf } from './kit/edges.ts'
import { smooth } from './kit/smooth.ts'
import { blurInside, tonesOf } from './kit/tones.ts'
import type { Styler } from './style.ts'

/** Tones between black and white: few enough to read as cut shapes, enough for a face. */
const TONES = 11

/**
 * Flat vector illustration: texture is smoothed away inside every shape, what is left falls into a few clean tones with round
 * outlines, and colours are a little purer than in nature.
 */
export const flat: Styler = {
  name: 'flat',
  reach: 0.085,
  paint(picture) {
    const { color, label, width, height } = picture
    const short = Math.min(width, height)
    const lab = oklabOf(color)
    const { walls } = edgesOf(picture)
    const loose = looseOf(picture)
    const calm = smooth(lab, walls, width, height, {
      radius: 0.007 * short,
      tolerance: 0.08,
      lab: true,
      loose,
      slack: 3,
    })
    const even = smooth(calm, walls, width, height, {
      loose,
      slack: 2,
      radius: 0.016 * short,
      tolerance: 0.06,
      rounds: 2,
      lab: true,
    })
    // Meadows and mountain sides lose their grain: one gentle shape instead of a hundred specks.
    const broad = new Uint8Array(label.length)
    for (let i = 0; i < broad.length; i++)
      broad[i] = label[i] === LABEL.ground || label[i] === LABEL.water || label[i] === LABEL.sky ? 1 : 0
    const light = blurInside(planeOf(even, 0), broad, width, height, 0.014 * short)
    const tones = tonesOf(light, width, height, TONES)
    const out = new Float32Array(color.length)
    for (let i = 0, j = 0; i < light.length; i++, j += 3) {
      const airy = label[i] === LABEL.sky || label[i] === LABEL.aurora
      const L = airy ? 0.55 * tones[i]! + 0.45 * light[i]! : 0.88 * tones[i]! + 0.12 * light[i]!
      fromOklab(L, even[j + 1]! * 1.16, even[j + 2]! * 1.16, out, j)
    }
    return out
  },
}
