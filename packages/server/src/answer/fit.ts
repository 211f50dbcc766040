import { decode, encode } from '@plantain/codecs'
import { PlantainError, type Bitmap } from '@plantain/core'
import { crop, resize } from '@plantain/imaging'
import type { PixelSize } from '../sizes.ts'

/** A picture cut to a ratio around its middle and brought to a size; as it is where it has that size. */
export function fit(image: Bitmap, { width, height }: PixelSize): Bitmap {
  if (image.width === width && image.height === height) return image
  const ratio = width / height
  const across = Math.max(1, Math.min(image.width, Math.round(image.height * ratio)))
  const down = Math.max(1, Math.min(image.height, Math.round(image.width / ratio)))
  const cut = crop(image, {
    x: (image.width - across) >> 1,
    y: (image.height - down) >> 1,
    width: across,
    height: down,
  })
  return resize(cut, width, height)
}

export interface Fitted {
  readonly picture: Uint8Array
  /** White changes, black keeps. */
  readonly mask?: Uint8Array
}

/**
 * An upload at the size that its edit will have, and its mask with it: resampled once, before anything is changed, so that what is not
 * changed afterwards stays as it is.
 *
 * throws: INVALID_ARGUMENT for a file that is no picture, or a mask of another size or without transparency
 */
export async function fitUpload(
  bytes: Uint8Array,
  size: (source: PixelSize) => PixelSize,
  maxPixels: number,
  mask?: { readonly bytes: Uint8Array; readonly convention: 'alpha' | 'luminance' },
): Promise<Fitted> {
  const image = await decode(bytes, { maxPixels })
  const target = size(image)
  const same = target.width === image.width && target.height === image.height
  const picture = same ? bytes : await encode(fit(image, target), { alpha: true })
  const painted =
    mask === undefined
      ? ownMask(image)
      : toWhite(await decodeMask(mask.bytes, image, maxPixels), mask.convention)
  return { picture, ...(painted === null ? {} : { mask: await encode(fit(painted, target)) }) }
}

async function decodeMask(bytes: Uint8Array, image: Bitmap, maxPixels: number): Promise<Bitmap> {
  const wrong = (message: string): PlantainError =>
    new PlantainError('INVALID_ARGUMENT', message, { details: { field: 'mask' } })
  const mask = await decode(bytes, { maxPixels }).catch((error: unknown) => {
    throw error instanceof PlantainError ? wrong(`the mask: ${error.message}`) : error
  })
  if (mask.width !== image.width || mask.height !== image.height)
    throw wrong(
      `the mask has ${mask.width} x ${mask.height} pixels, the picture ${image.width} x ${image.height}; send one of the same size`,
    )
  return mask
}

/** A picture that is itself clear in places shows with them what to paint, as dall-e-2 took it. */
const ownMask = (image: Bitmap): Bitmap | null => (isClear(image) ? toWhite(image, 'alpha') : null)

function isClear({ data }: Bitmap): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] === 0) return true
  return false
}

function toWhite(mask: Bitmap, convention: 'alpha' | 'luminance'): Bitmap {
  if (convention === 'luminance') return mask
  if (!mask.data.some((value, i) => i % 4 === 3 && value < 255))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the mask has no transparency; make the pixels that may change transparent, or send no mask',
      { details: { field: 'mask' } },
    )
  const data = new Uint8ClampedArray(mask.data.length)
  for (let i = 0; i < data.length; i += 4) {
    data.fill(255 - mask.data[i + 3]!, i, i + 3)
    data[i + 3] = 255
  }
  return { ...mask, data }
}
