import type { Bitmap } from '@plantain/core'
import { box } from '../filters/box.ts'
import { smoothstep } from '../math.ts'
import { fromOklabPlanes, toOklabPlanes } from '../operators/oklab-planes.ts'
import { toBitmap, toPlanes } from '../operators/planes.ts'
import { at, quantilesOf, rankOf, tonesOf } from './tones.ts'

/**
 * A picture with the palette, tones and crispness of another: lightness by matching distributions, colours tone by tone (what is as light
 * among its own takes the cast and strength of colour that the other has there), detail by the strength of fine structure. `share` 0 to 1: how far
 * it goes. What is where stays as it is.
 *
 * A single map of all colours (linear Monge-Kantorovitch) was worse by eye: where one picture is warm and the other cold, what is white turned cyan,
 * and faces green. Source of the matching of means and deviations: Reinhard et al., Color transfer between images, 2001.
 */
export function transferLook(image: Bitmap, reference: Bitmap, share: number): Bitmap {
  const [own, other] = [toOklabPlanes(toPlanes(image)), toOklabPlanes(toPlanes(reference))]
  const [quantiles, wanted] = [quantilesOf(own.one), quantilesOf(other.one)]
  const [tones, wantedTones] = [tonesOf(own, quantiles), tonesOf(other, wanted)]
  const base = box(own.one, image.width, image.height, detailRadius(image))
  const gain = Math.min(
    1.8,
    Math.max(0.6, detailOf(other.one, reference) / Math.max(1e-4, detailOf(own.one, image))),
  )
  for (let p = 0; p < own.one.length; p++) {
    const rank = rankOf(base[p]!, quantiles)
    const light = at(wanted, rank)
    const lightness = light + (own.one[p]! - base[p]!) * gain
    const tone = rankOf(own.one[p]!, quantiles)
    const [a, b, spread] = [at(tones.a, tone), at(tones.b, tone), at(tones.spread, tone)]
    const scale = Math.min(1.5, Math.max(0.6, at(wantedTones.spread, tone) / spread))
    own.one[p] = own.one[p]! + share * (lightness - own.one[p]!)
    // White stays white, black stays black: neither has room for another colour.
    const room = share * (1 - smoothstep(0.88, 1, lightness)) * smoothstep(0, 0.15, lightness)
    own.two[p] = own.two[p]! + room * (at(wantedTones.a, tone) + scale * (own.two[p]! - a) - own.two[p]!)
    own.three[p] =
      own.three[p]! + room * (at(wantedTones.b, tone) + scale * (own.three[p]! - b) - own.three[p]!)
  }
  const result = toBitmap(fromOklabPlanes(own, image.height))
  for (let i = 3; i < result.data.length; i += 4) result.data[i] = image.data[i]!
  return result
}

const detailRadius = ({ width, height }: { width: number; height: number }): number =>
  Math.max(1, Math.round(Math.max(width, height) / 120))

function detailOf(plane: Float32Array, size: { width: number; height: number }): number {
  const smooth = box(plane, size.width, size.height, detailRadius(size))
  return plane.reduce((sum, value, p) => sum + Math.abs(value - smooth[p]!), 0) / plane.length
}
