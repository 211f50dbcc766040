import { PlantainError, type Bitmap } from '@plantain/core'
import sharp, { type Metadata } from 'sharp'
import { describeUnreadable, sniff, type ReadableFormat } from './sniff.ts'

export interface DecodeOptions {
  /** The most pixels a picture may have; more is refused from its header, before anything is unpacked. */
  readonly maxPixels?: number
}

// A little over what large phone cameras make (48 megapixels): 200 MB unpacked.
const defaultMaxPixels = 50_000_000

/**
 * Bytes of a PNG, JPEG, WebP or still GIF → pixels as a person sees them: turned by EXIF, colours brought to 8-bit sRGB
 * from whatever profile, CMYK, grey or 16 bits they were in.
 *
 * throws: INVALID_ARGUMENT for anything that is not one whole still picture within the limit
 */
export async function decode(bytes: Uint8Array, options: DecodeOptions = {}): Promise<Bitmap> {
  const format = requireFormat(bytes)
  const maxPixels = options.maxPixels ?? defaultMaxPixels
  try {
    checkHeader(await sharp(bytes, { limitInputPixels: false }).metadata(), format, maxPixels)
    const { data, info } = await sharp(bytes, {
      limitInputPixels: maxPixels,
      failOn: 'error',
      autoOrient: true,
    })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return {
      width: info.width,
      height: info.height,
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    }
  } catch (cause) {
    if (cause instanceof PlantainError) throw cause
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the ${format.toUpperCase()} picture is truncated or damaged and cannot be read; give the whole file`,
      { cause },
    )
  }
}

/**
 * Width and height of a picture as a person sees it, from its header alone.
 *
 * throws: INVALID_ARGUMENT for anything that is not one still picture
 */
export async function measureImage(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const format = requireFormat(bytes)
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (metadata === null)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the ${format.toUpperCase()} picture is damaged and cannot be read; give the whole file`,
    )
  checkHeader(metadata, format, Infinity)
  const { width, height, orientation = 1 } = metadata
  return orientation >= 5 ? { width: height, height: width } : { width, height } // 5 to 8 lie on their side
}

/** How a file holds its pixels. */
export interface Traits {
  /** A channel; `decode` gives 8. */
  readonly bits: number
  readonly colors: 'rgb' | 'gray' | 'cmyk' | 'other'
}

/** From the header alone. Of what is no picture: 8 bits of RGB; `decode` is the one to complain. */
export async function readTraits(bytes: Uint8Array): Promise<Traits> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  const { depth = 'uchar', space = 'srgb' } = metadata ?? {}
  const bits = depth === 'ushort' || depth === 'short' ? 16 : depth === 'uchar' ? 8 : 32
  const colors = /cmyk/.test(space)
    ? 'cmyk'
    : /rgb/.test(space)
      ? 'rgb'
      : /b-w|grey/.test(space)
        ? 'gray'
        : 'other'
  return { bits, colors }
}

function requireFormat(bytes: Uint8Array): ReadableFormat {
  if (bytes.length === 0)
    throw new PlantainError('INVALID_ARGUMENT', 'the picture is empty; give a PNG, JPEG or WebP file')
  const format = sniff(bytes)
  if (format) return format
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `the file is ${describeUnreadable(bytes)}; give a PNG, JPEG, WebP or still GIF picture`,
  )
}

function checkHeader({ width, height, pages }: Metadata, format: ReadableFormat, maxPixels: number): void {
  const frames = pages ?? 1
  if (frames > 1)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the ${format.toUpperCase()} picture has ${frames} frames; give a still picture, for example one frame of it as PNG`,
      { details: { frames } },
    )
  if (width * height > maxPixels)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the picture has ${width} x ${height} pixels, the limit is ${maxPixels} in all; make it smaller first`,
      { details: { width, height, maxPixels } },
    )
}
