import type { Bitmap, Mask } from '@plantain/core'
import { LABEL, thingLabel } from '../frame.ts'
import { clamp } from '../math.ts'

/** What is known of a photograph's parts, at its size: enough to treat it as a painted scene. */
export interface PhotoParts {
  readonly subject: Mask | null
  readonly sky: Mask | null
}

/** Labels of a photograph: sky, the thing in front, and ground for the rest. */
export function photoLabels({ width, height }: Bitmap, { subject, sky }: PhotoParts): Uint16Array {
  const labels = new Uint16Array(width * height).fill(LABEL.ground)
  if (sky !== null) sky.data.forEach((value, p) => value > 127 && (labels[p] = LABEL.sky))
  if (subject !== null) subject.data.forEach((value, p) => value > 127 && (labels[p] = thingLabel(0, 0)))
  return labels
}

/** Metres, guessed: what is lower in the frame is nearer, the sky is endless, the subject stands in front. */
export function photoDepth({ width, height }: Bitmap, labels: Uint16Array): Float32Array {
  const depth = new Float32Array(width * height)
  for (let p = 0; p < depth.length; p++) {
    const v = Math.floor(p / width) / Math.max(1, height - 1)
    const label = labels[p]!
    depth[p] =
      label === LABEL.sky ? Infinity : label === thingLabel(0, 0) ? 3 : clamp(4 / (0.04 + v * v), 3, 100)
  }
  return depth
}
