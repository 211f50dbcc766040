import { cubeRoot } from '../color/cube-root.ts'
import type { Planes } from './planes.ts'

/** Lightness of grey of the same light, 0 to 1: what detail and edges are measured in. */
export function perceived({ red, green, blue }: Planes): Float32Array {
  const result = new Float32Array(red.length)
  for (let i = 0; i < result.length; i++) {
    const light = 0.2126 * red[i]! + 0.7152 * green[i]! + 0.0722 * blue[i]!
    result[i] = light > 0 ? cubeRoot(light) : 0
  }
  return result
}

/** The picture with another lightness at each pixel; colours keep their hue and saturation. */
export function withPerceived(image: Planes, before: Float32Array, after: Float32Array): Planes {
  const [red, green, blue] = [image.red.slice(), image.green.slice(), image.blue.slice()]
  for (let i = 0; i < red.length; i++) {
    const ratio = after[i]! > 0 ? (after[i]! + FLOOR) / (before[i]! + FLOOR) : FLOOR / (before[i]! + FLOOR)
    const scale = ratio * ratio * ratio
    red[i] = red[i]! * scale
    green[i] = green[i]! * scale
    blue[i] = blue[i]! * scale
  }
  return { ...image, red, green, blue }
}
/** Keeps the noise of black from being multiplied. */
const FLOOR = 0.02
