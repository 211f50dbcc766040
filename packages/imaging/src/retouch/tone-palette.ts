import type { Bitmap } from '@plantain/core'
import { smoothstep } from '../math.ts'
import { toOklabPlanes } from '../operators/oklab-planes.ts'
import { toPlanes } from '../operators/planes.ts'
import type { Strip } from '../operators/operator.ts'
import { at, quantilesOf, rankOf, STEPS, tonesOf } from './tones.ts'

/** What the operator `tone-palette` takes. */
export interface TonePalette {
  readonly lightness: readonly number[]
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly chroma: readonly number[]
}

/**
 * The grade that gives `image` the palette and tones of `reference`, as numbers by which it can be given again, to this picture or to another state of it:
 * the distribution of lightness is matched, and what is as light among its own takes the cast and strength of colour that the other has there. The
 * same matching as in `transferLook`, without its fine structure. Both may be small copies; what is clear in them does not count.
 */
export function paletteOf(image: Bitmap, reference: Bitmap): TonePalette {
  const [own, other] = [seen(image), seen(reference)]
  const [quantiles, wanted] = [quantilesOf(own.one), quantilesOf(other.one)]
  const [tones, wantedTones] = [tonesOf(own, quantiles), tonesOf(other, wanted)]
  const ramp = gentle(
    Array.from({ length: STEPS + 1 }, (_, step) => {
      const light = step / STEPS
      return beyond(light, quantiles, wanted) ?? at(wanted, rankOf(light, quantiles))
    }),
  )
  const steps = ramp.map((lightness, step) => {
    const tone = Math.min(STEPS, rankOf(step / STEPS, quantiles))
    const ratio = at(wantedTones.spread, tone) / at(tones.spread, tone)
    const scale = Math.min(STRONGEST, Math.max(WEAKEST, ratio))
    // White stays white, black stays black: neither has room for another colour.
    const room = (1 - smoothstep(0.88, 1, lightness)) * smoothstep(0, 0.15, lightness)
    return {
      lightness,
      a: room * (at(wantedTones.a, tone) - scale * at(tones.a, tone)),
      b: room * (at(wantedTones.b, tone) - scale * at(tones.b, tone)),
      chroma: 1 + room * (scale - 1),
    }
  })
  const column = (name: keyof TonePalette): number[] =>
    steps.map((one) => Math.round(one[name] * 10_000) / 10_000)
  return { lightness: column('lightness'), a: column('a'), b: column('b'), chroma: column('chroma') }
}
/** What is to be seen of a picture, in Oklab: a logo on nothing is not one on black. */
function seen(image: Bitmap): Strip {
  const strip = toOklabPlanes(toPlanes(image))
  const { alpha } = strip
  if (alpha === null) return strip
  const shown = (plane: Float32Array): Float32Array => plane.filter((_, p) => alpha[p]! >= 0.5)
  const one = shown(strip.one)
  return one.length === 0
    ? strip
    : { width: one.length, top: 0, one, two: shown(strip.two), three: shown(strip.three), alpha: null }
}

/** How much weaker and stronger colours may get. */
const [WEAKEST, STRONGEST] = [0.6, 1.5]

/** Lightness that the picture does not have now, but may have one day: in proportion to where its own end. */
function beyond(light: number, own: Float32Array, wanted: Float32Array): number | null {
  const [dark, bright] = [own[0]!, own[STEPS]!]
  if (light < dark) return (wanted[0]! * light) / dark
  if (light > bright) return 1 - ((1 - wanted[STEPS]!) * (1 - light)) / (1 - bright)
  return null
}

/**
 * A curve that is nowhere steeper than `STEEPEST`, smoothed as far as that takes: a few lamps in a dark picture would make grain of the lightest clouds of
 * another. Its ends stay where they are.
 */
function gentle(curve: readonly number[]): readonly number[] {
  const last = curve.length - 1
  const end = (step: number): number =>
    step < 0
      ? 2 * curve[0]! - curve[-step]!
      : step > last
        ? 2 * curve[last]! - curve[2 * last - step]!
        : curve[step]!
  for (let reach = 0; reach <= last; reach++) {
    const soft = curve.map((_, step) => {
      let sum = 0
      for (let other = step - reach; other <= step + reach; other++) sum += end(other)
      return sum / (2 * reach + 1)
    })
    if (soft.every((value, step) => step === 0 || value - soft[step - 1]! <= STEEPEST / STEPS)) return soft
  }
  return curve.map((_, step) => curve[0]! + ((curve[last]! - curve[0]!) * step) / last)
}
const STEEPEST = 2.2
