import type { Bitmap } from '@plantain/core'
import { bytesToOklab } from '../color/oklab.ts'
import { resize } from '../resize.ts'

/** A picture small enough to be understood as a whole, in Oklab. Numbers per pixel, row-major. */
export interface Thumbnail {
  readonly width: number
  readonly height: number
  /** 0 to 1. */
  readonly lightness: Float32Array
  /** Green to red and blue to yellow, about -0.4 to 0.4. */
  readonly a: Float32Array
  readonly b: Float32Array
}

/** Longer side of a thumbnail, pixels. */
export const THUMBNAIL_SIDE = 224

export function thumbnailOf(image: Bitmap): Thumbnail {
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(image.width, image.height))
  const [width, height] = [image.width, image.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number]
  const { data } = resize(image, width, height)
  const [lightness, a, b] = [0, 0, 0].map(() => new Float32Array(width * height)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  for (let p = 0, i = 0; p < lightness.length; p++, i += 4) {
    const lab = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
    lightness[p] = lab.lightness
    a[p] = lab.a
    b[p] = lab.b
  }
  return { width, height, lightness, a, b }
}
