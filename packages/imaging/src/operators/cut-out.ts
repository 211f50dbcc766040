import * as z from 'zod'
import { gaussian } from '../filters/gaussian.ts'
import { percent } from './params.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Takes what the mask covers out of the picture: clear there, and along its soft border the colours of what stays are put in place of the mixture with what went, so that no rim of
 * the old background shows on a new one. Without a mask everything goes. `percent` is how clear it becomes.
 */
export const cutOut: SpatialOperator = spatial({
  name: 'cut-out',
  params: z.strictObject({ percent: percent(0, 100, 100) }),
  identity: { percent: 0 },
  writesAlpha: true,
  ownMask: true,
  apply(image, { percent }, { mask }) {
    const { width, height } = image
    if (percent === 0) return image
    const gone = mask
      ? Float32Array.from(mask.data, (value) => value / 255)
      : new Float32Array(width * height).fill(1)
    const alpha = gone.map((share, i) => (1 - share * (percent / 100)) * (image.alpha ? image.alpha[i]! : 1))
    if (!mask) return { ...image, alpha }
    // Colours of what surely stays, carried a few pixels outwards.
    const sure = gone.map((share, i) => (share < 0.02 ? (image.alpha ? image.alpha[i]! : 1) : 0))
    const reach = Math.max(2, Math.max(width, height) / 250)
    const weight = gaussian(sure, width, height, reach)
    const carried = (plane: Float32Array): Float32Array => {
      const sum = gaussian(
        plane.map((value, i) => value * sure[i]!),
        width,
        height,
        reach,
      )
      return plane.map((value, i) => {
        if (gone[i] === 0 || weight[i]! < 1e-3) return value
        return value + (sum[i]! / weight[i]! - value) * gone[i]! * (percent / 100)
      })
    }
    return {
      ...image,
      red: carried(image.red),
      green: carried(image.green),
      blue: carried(image.blue),
      alpha,
    }
  },
})
