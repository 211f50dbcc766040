import * as z from 'zod'
import { disk } from '../filters/disk.ts'
import { blurWeighted } from '../filters/weighted.ts'
import { smoothstep } from '../math.ts'
import { percent } from './params.ts'
import type { Planes } from './planes.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Out of focus, as an open lens draws it: every point becomes a disk of `radiusPixels`, and lights that were clipped to white shine
 * through as bright disks (`highlightsPercent`).
 *
 * People, in percent of the longer side: slight 0.5, moderate 1.2, strong 2.5, max 5.
 */
export const lensBlur: SpatialOperator = spatial({
  name: 'lens-blur',
  params: z.strictObject({
    radiusPixels: z.number().min(0).max(200).default(0),
    highlightsPercent: percent(0, 100, 40),
  }),
  identity: { radiusPixels: 0 },
  writesAlpha: true,
  apply: (image, { radiusPixels, highlightsPercent }, { mask }) =>
    radiusPixels < 0.5
      ? image
      : blurWeighted(brightened(image, highlightsPercent / 100), mask, (plane) =>
          disk(plane, image.width, image.height, radiusPixels),
        ),
})

/** What the sensor clipped was brighter: nearly white becomes up to four times as much light. */
function brightened(image: Planes, amount: number): Planes {
  const [red, green, blue] = [image.red.slice(), image.green.slice(), image.blue.slice()]
  for (let i = 0; i < red.length; i++) {
    const low = Math.min(red[i]!, green[i]!, blue[i]!)
    const high = Math.max(red[i]!, green[i]!, blue[i]!)
    const gain = 1 + amount * 3 * smoothstep(0.8, 1, 0.7 * high + 0.3 * low)
    red[i] = red[i]! * gain
    green[i] = green[i]! * gain
    blue[i] = blue[i]! * gain
  }
  return { ...image, red, green, blue }
}
