import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { blurWeighted } from '../filters/weighted.ts'
import { clamp01 } from '../math.ts'
import { percent } from './params.ts'
import { mapPlanes, type Planes } from './planes.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Sharp in a level band, softer above and below, as in pictures of models: `centerPercent` is the band's place from the top,
 * `bandPercent` its height, `radiusPixels` the blur at the far edges.
 *
 * People: a radius of 0.6 (slight), 1.2 (moderate) or 2.5 (strong) percent of the longer side.
 */
export const tiltShift: SpatialOperator = spatial({
  name: 'tilt-shift',
  params: z.strictObject({
    radiusPixels: z.number().min(0).max(200).default(0),
    centerPercent: percent(0, 100, 55),
    bandPercent: percent(0, 100, 20),
  }),
  identity: { radiusPixels: 0 },
  writesAlpha: true,
  apply(image, { radiusPixels, centerPercent, bandPercent }, { mask }) {
    if (radiusPixels < 0.1) return image
    const { width, height } = image
    // Each level is twice as soft as the one before; between two, they are mixed.
    const levels: readonly Planes[] = [
      image,
      ...[0.25, 0.5, 1].map((share) =>
        blurWeighted(image, mask, (plane) => gaussian(plane, width, height, radiusPixels * share)),
      ),
    ]
    const result = mapPlanes(image, image, (plane) => plane.slice())
    for (let y = 0; y < height; y++) {
      const distance = Math.abs(y + 0.5 - (centerPercent / 100) * height) / height - bandPercent / 200
      const softness = clamp01(distance / 0.35) * 3
      const low = Math.min(2, Math.floor(softness))
      for (const channel of ['red', 'green', 'blue', 'alpha'] as const)
        mixRow(
          result[channel],
          levels[low]![channel],
          levels[low + 1]![channel],
          softness - low,
          y * width,
          width,
        )
    }
    return result
  },
})

function mixRow(
  target: Float32Array | null,
  one: Float32Array | null,
  other: Float32Array | null,
  share: number,
  from: number,
  count: number,
): void {
  if (!target || !one || !other) return
  for (let i = from; i < from + count; i++) target[i] = one[i]! + (other[i]! - one[i]!) * share
}
