import type { Bitmap, Mask } from '@plantain/core'
import fc from 'fast-check'

/** What the property tests of this package draw from: small pictures, opaque or not, and masks of their size. */
export const bitmapOf = (width: number, height: number): fc.Arbitrary<Bitmap> =>
  fc
    .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
    .map((data) => ({ width, height, data: new Uint8ClampedArray(data) }))
const maskOf = (width: number, height: number): fc.Arbitrary<Mask> =>
  fc
    .array(fc.oneof(fc.constantFrom(0, 255), fc.integer({ min: 0, max: 255 })), {
      minLength: width * height,
      maxLength: width * height,
    })
    .map((data) => ({ width, height, data: Uint8Array.from(data) }))
const sizes = fc.tuple(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }))

export const bitmaps: fc.Arbitrary<Bitmap> = sizes.chain(([width, height]) => bitmapOf(width, height))
export const masks: fc.Arbitrary<Mask> = sizes.chain(([width, height]) => maskOf(width, height))
/** Two pictures and a mask of one size. */
export const layers: fc.Arbitrary<readonly [Bitmap, Bitmap, Mask]> = sizes.chain(([width, height]) =>
  fc.tuple(bitmapOf(width, height), bitmapOf(width, height), maskOf(width, height)),
)
export const uniform = (width: number, height: number, rgba: readonly number[]): Bitmap => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => rgba[i % 4]!),
})
/** Red, green, blue, red, … → an opaque bitmap. */
export const fromRgb = (width: number, height: number, rgb: readonly number[]): Bitmap => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : rgb[(i >> 2) * 3 + (i % 4)]!,
  ),
})
export const pixelAt = ({ data, width }: Bitmap, x: number, y: number): readonly number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]
