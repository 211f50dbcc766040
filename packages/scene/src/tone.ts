import type { Frame } from './frame.ts'
import { pow } from './math.ts'

/**
 * The fixed film of all pictures: straight up to the middle tones, then a long shoulder for suns and lamps. It never looks
 * at the picture: an edit in one corner must not change another.
 */
export function film(x: number): number {
  const knee = 0.5
  const room = 1 - knee
  return x < knee ? x : knee + (room * (x - knee)) / (x - knee + room)
}

const SIZE = 8192
const TOP = 24
/** Display sRGB of 0 to 1 by the square root of light, which gives dark tones the finer steps. */
const CURVE: Float32Array = Float32Array.from({ length: SIZE + 2 }, (_, i) => {
  const root = (i / SIZE) * Math.sqrt(TOP)
  const v = film(root * root)
  return v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055
})
const SCALE = SIZE / Math.sqrt(TOP)

/** Scene light to display sRGB, 0 to 1, in place: from here on `color` is a picture and no longer light. */
export function expose(frame: Frame): Float32Array {
  const { color } = frame
  for (let p = 0; p < color.length; p++) {
    const light = color[p]!
    const root = light > 0 ? (light < TOP ? Math.sqrt(light) * SCALE : SIZE) : 0
    const i = root | 0
    const low = CURVE[i]!
    color[p] = low + (CURVE[i + 1]! - low) * (root - i)
  }
  return color
}
