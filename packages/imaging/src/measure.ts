import type { Bitmap, Mask } from '@plantain/core'
import { bytesToLab, deltaE2000 } from './color/lab.ts'
import { byteToLinear, linearToByte } from './color/srgb.ts'
import { sameSize } from './composite.ts'

/** How many bytes of the pixels differ; 0 is the same picture. */
export function changedBytes(before: Bitmap, after: Bitmap): number {
  sameSize(before, after)
  let count = 0
  for (let i = 0; i < before.data.length; i++) if (before.data[i] !== after.data[i]) count++
  return count
}

/** Peak signal-to-noise ratio over red, green and blue bytes, in decibels; Infinity for equal ones. */
export function psnr(one: Bitmap, other: Bitmap): number {
  sameSize(one, other)
  let sum = 0
  for (let i = 0; i < one.data.length; i++) if (i % 4 !== 3) sum += (one.data[i]! - other.data[i]!) ** 2
  return 10 * Math.log10((255 * 255 * one.width * one.height * 3) / sum)
}

/** Mean CIEDE2000 between the pictures, over the pixels that the mask covers (all without one). 0 where it covers none. */
export function meanDeltaE2000(one: Bitmap, other: Bitmap, mask?: Mask): number {
  sameSize(one, other)
  let sum = 0
  let weight = 0
  for (let pixel = 0, i = 0; pixel < one.width * one.height; pixel++, i += 4) {
    const coverage = mask ? mask.data[pixel]! : 255
    if (coverage === 0) continue
    sum += coverage * deltaE2000(labAt(one, i), labAt(other, i))
    weight += coverage
  }
  return weight === 0 ? 0 : sum / weight
}

const labAt = ({ data }: Bitmap, i: number): ReturnType<typeof bytesToLab> =>
  bytesToLab(data[i]!, data[i + 1]!, data[i + 2]!)

/** Mean colour of what the mask covers (all without one), averaged as light, as sRGB bytes; null where it covers nothing. */
export function meanColor(image: Bitmap, mask?: Mask): readonly [number, number, number] | null {
  if (mask) sameSize(image, mask)
  const sum = [0, 0, 0]
  let weight = 0
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    const coverage = mask ? mask.data[pixel]! : 255
    weight += coverage
    for (let channel = 0; channel < 3; channel++)
      sum[channel]! += coverage * byteToLinear(image.data[pixel * 4 + channel]!)
  }
  return weight === 0
    ? null
    : [linearToByte(sum[0]! / weight), linearToByte(sum[1]! / weight), linearToByte(sum[2]! / weight)]
}
