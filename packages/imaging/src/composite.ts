import type { Bitmap, Mask } from '@plantain/core'
import { byteToLinear, linearToByte } from './color/srgb.ts'

/**
 * `after` laid over `before` where the mask says so. Where it is 0 the bytes are those of `before`, where it is 255 those
 * of `after`, exactly; between, the light of the two is mixed by coverage.
 */
export function composite(before: Bitmap, after: Bitmap, mask: Mask): Bitmap {
  sameSize(before, after)
  sameSize(before, mask)
  const data = new Uint8ClampedArray(before.data)
  for (let pixel = 0, i = 0; pixel < mask.data.length; pixel++, i += 4) {
    const coverage = mask.data[pixel]!
    if (coverage === 255)
      for (let channel = 0; channel < 4; channel++) data[i + channel] = after.data[i + channel]!
    else if (coverage > 0) mixPixel(data, after.data, i, coverage / 255)
  }
  return { ...before, data }
}

/** Both sizes come from our own code, so another one is a bug of ours and not of whoever asked. */
export function sameSize(
  one: { width: number; height: number },
  other: { width: number; height: number },
): void {
  if (one.width !== other.width || one.height !== other.height)
    throw new RangeError(
      `${one.width} x ${one.height} and ${other.width} x ${other.height} should be of one size`,
    )
}

function mixPixel(data: Uint8ClampedArray, after: Uint8ClampedArray, i: number, share: number): void {
  const alphaBefore = (data[i + 3]! / 255) * (1 - share)
  const alphaAfter = (after[i + 3]! / 255) * share
  const alpha = alphaBefore + alphaAfter
  if (alpha > 0)
    for (let channel = i; channel < i + 3; channel++) {
      // Equal bytes stay: a mix of the same must not depend on rounding.
      if (data[channel] === after[channel]) continue
      const light = byteToLinear(data[channel]!) * alphaBefore + byteToLinear(after[channel]!) * alphaAfter
      data[channel] = linearToByte(light / alpha)
    }
  data[i + 3] = Math.round(alpha * 255)
}
