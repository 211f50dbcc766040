import { LABEL } from '../../frame.ts'
import { boxBlur, blur } from './blur.ts'
import type { Picture } from '../style.ts'

/** What kind of line, if any, an illustrator draws between two neighbours: 0 none to 1 a full outline. */
function weight(a: number, b: number, depthA: number, depthB: number): number {
  if (a !== b) {
    const thing = a >= 64 || b >= 64
    if (thing || solid(a) || solid(b)) return 1
    if (airy(a) && airy(b)) return 0
    if (a === LABEL.vegetation || b === LABEL.vegetation) return 0.7
    if (airy(a) || airy(b)) return 0.85
    return 0.75
  }
  // A ridge before a ridge, a wave of the ground before another: the distance jumps.
  const near = depthA < depthB ? depthA : depthB
  const far = depthA < depthB ? depthB : depthA
  if (far <= near * 1.12 || far === Infinity) return 0
  const jump = far / near - 1.12
  return jump > 0.3 ? 0.8 : (jump / 0.3) * 0.8
}
const solid = (label: number): boolean =>
  label === LABEL.building || label === LABEL.furniture || label === LABEL.moon || label === LABEL.table
const airy = (label: number): boolean =>
  label === LABEL.sky ||
  label === LABEL.cloud ||
  label === LABEL.aurora ||
  label === LABEL.rainbow ||
  label === LABEL.sun

/** [H, W]: 1 where the outline of something important runs between this pixel and the one to the right or below. */
export function outlineOf(picture: Picture): Float32Array {
  const { width, height, label, depth } = picture
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      let value = 0
      if (x + 1 < width) {
        const a = label[i]!
        const b = label[i + 1]!
        if (a !== b || depth[i] !== depth[i + 1]) value = weight(a, b, depth[i]!, depth[i + 1]!)
      }
      if (y + 1 < height) {
        const a = label[i]!
        const b = label[i + width]!
        if (a !== b || depth[i] !== depth[i + width]) {
          const other = weight(a, b, depth[i]!, depth[i + width]!)
          if (other > value) value = other
        }
      }
      out[i] = value
    }
  return out
}

/**
 * Outline blurred to a bump of height near 1 on a straight full outline and half a width of about `reach` pixels: thresholds of it
 * are lines of any width below, round at corners, without the staircase of the labels.
 */
export function bumpOf(outline: Float32Array, width: number, height: number, reach: number): Float32Array {
  const sigma = Math.max(0.6, reach / 2)
  const soft = blur(outline, width, height, sigma)
  const scale = sigma * 2.5066
  for (let i = 0; i < soft.length; i++) soft[i] = soft[i]! * scale
  return soft
}

/**
 * Difference of two blurs of a plane: positive on the dark side of edges and in dark lines no wider than about `sigma` pixels.
 * Source: H. Winnemoeller et al., "XDoG: an extended difference-of-Gaussians compendium".
 */
export function darkLines(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const fine = blur(plane, width, height, sigma)
  const r = Math.max(1, sigma * 1.6)
  const wide = boxBlur(boxBlur(fine, width, height, r), width, height, r)
  for (let i = 0; i < wide.length; i++) wide[i] = wide[i]! - fine[i]!
  return wide
}
