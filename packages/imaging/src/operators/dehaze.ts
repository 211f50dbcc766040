import * as z from 'zod'
import { guided } from '../filters/guided.ts'
import { percent } from './params.ts'
import { perceived } from './perceived.ts'
import { mapPlanes, type Planes } from './planes.ts'
import { spatial, type SpatialOperator } from './operator.ts'

/**
 * Takes out the veil that air lays over distance (above 0) or lays one over all (below 0). The light of the veil is that of the haziest pixels; how
 * much of it lies over each place is read from its darkest channel, smoothed along the picture's edges.
 *
 * People: slight 30, moderate 55, strong 80, max 100. Source: He, Sun, Tang, Single image haze removal using dark channel prior, 2009.
 */
export const dehaze: SpatialOperator = spatial({
  name: 'dehaze',
  params: z.strictObject({ percent: percent(-100, 100) }),
  identity: { percent: 0 },
  apply(image, { percent }) {
    if (percent === 0) return image
    const { width, height } = image
    const radius = Math.max(1, Math.round(Math.max(width, height) / 60))
    const dark = darkest(image, radius)
    const air = airLight(image, dark)
    if (percent < 0) return veil(image, air, -percent / 100)
    const relative = Math.max(0.2, Math.min(air[0], air[1], air[2]))
    const haze = guided(
      perceived(image),
      dark.map((value) => Math.min(1, value / relative)),
      { width, height, radius: 2 * radius, epsilon: 0.001 },
    )
    const result = mapPlanes(image, image, (plane) => plane.slice())
    for (let i = 0; i < haze.length; i++) {
      // A little haze stays: without any, distance looks cut out.
      const clear = Math.max(0.25, 1 - 0.92 * (percent / 100) * Math.min(1, Math.max(0, haze[i]!)))
      result.red[i] = (result.red[i]! - air[0]) / clear + air[0]
      result.green[i] = (result.green[i]! - air[1]) / clear + air[1]
      result.blue[i] = (result.blue[i]! - air[2]) / clear + air[2]
    }
    return result
  },
})

type Light = readonly [red: number, green: number, blue: number]

/** Least channel in the square around each pixel. */
function darkest({ width, height, red, green, blue }: Planes, radius: number): Float32Array {
  const least = red.map((value, i) => Math.max(0, Math.min(value, green[i]!, blue[i]!)))
  return slideMinimum(slideMinimum(least, width, height, radius, 1, width), height, width, radius, width, 1)
}

/** Minimum along lines, by a queue of candidates: the radius costs nothing. */
function slideMinimum(
  plane: Float32Array,
  length: number,
  lines: number,
  radius: number,
  step: number,
  lineStep: number,
): Float32Array {
  const result = new Float32Array(plane.length)
  const queue = new Int32Array(length)
  for (let line = 0; line < lines; line++) {
    const base = line * lineStep
    let [head, tail] = [0, 0]
    for (let i = 0; i < length + radius; i++) {
      if (i < length) {
        const value = plane[base + i * step]!
        while (tail > head && plane[base + queue[tail - 1]! * step]! >= value) tail--
        queue[tail++] = i
      }
      const target = i - radius
      if (target < 0) continue
      while (queue[head]! < target - radius) head++
      result[base + target * step] = plane[base + queue[head]! * step]!
    }
  }
  return result
}

/** Mean colour of the thousandth of the pixels whose surroundings are haziest. */
function airLight({ red, green, blue }: Planes, dark: Float32Array): Light {
  const counts = new Uint32Array(1024)
  const bin = (value: number): number => Math.min(1023, Math.floor(Math.sqrt(value) * 1023))
  for (const value of dark) counts[bin(value)]!++
  let [level, above] = [1023, counts[1023]!]
  while (level > 0 && above < dark.length / 1000) above += counts[--level]!
  const sum = [0, 0, 0]
  let count = 0
  for (let i = 0; i < dark.length; i++) {
    if (bin(dark[i]!) < level) continue
    sum[0]! += red[i]!
    sum[1]! += green[i]!
    sum[2]! += blue[i]!
    count++
  }
  return [sum[0]! / count, sum[1]! / count, sum[2]! / count]
}

function veil(image: Planes, air: Light, amount: number): Planes {
  const share = 0.5 * amount
  const light = Math.max(0.6, 0.2126 * air[0] + 0.7152 * air[1] + 0.0722 * air[2])
  const mixed = (plane: Float32Array): Float32Array => plane.map((value) => value + (light - value) * share)
  return { ...image, red: mixed(image.red), green: mixed(image.green), blue: mixed(image.blue) }
}
