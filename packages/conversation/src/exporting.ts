import { PlantainError, type Wish } from '@plantain/core'

/** A file as it is asked for. */
export interface ExportRequest {
  readonly format: 'png' | 'jpeg' | 'webp' | 'zip'
  /** 1 to 100; of JPEG and WebP. */
  readonly quality?: number
  /** Pixels that the picture is fitted into; one of the two can be missing. */
  readonly width?: number
  readonly height?: number
  /** Instead of pixels: 0.5 is half as wide and high. */
  readonly scale?: number
}

const formats: Readonly<Record<string, ExportRequest['format']>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
  zip: 'zip',
}
const qualities: Readonly<Record<string, number>> = { high: 95, best: 100, max: 100, medium: 80, low: 60 }
const longestSide = 8192

/**
 * The wish in figures.
 *
 * fallback: format and quality where the wish names none
 * throws:   INVALID_ARGUMENT for a format that is not written, or a size or a quality that cannot be
 */
export function readExport({ format, quality, size }: Wish, fallback: ExportRequest): ExportRequest {
  const named = format === undefined ? fallback.format : formats[format.toLowerCase().replace(/^\./, '')]
  if (named === undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `Pictures are not written as ${format!.toUpperCase()}; ask for PNG, JPEG or WebP, or for all of them as a ZIP.`,
    )
  const grade = quality === undefined ? fallback.quality : readQuality(quality)
  return {
    format: named,
    ...(grade === undefined ? {} : { quality: grade }),
    ...(size === undefined ? {} : readSize(size)),
  }
}

function readQuality(quality: string): number {
  const number = qualities[quality.toLowerCase()] ?? Number(quality.replace(/\s*%$/, ''))
  if (Number.isFinite(number) && number >= 1 && number <= 100) return number
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `The quality cannot be ${quality}; give a number from 1 (small) to 100 (best).`,
  )
}

type Size = Pick<ExportRequest, 'width' | 'height' | 'scale'>

/** "2048", "2048 wide", "1080 px high", "1920x1080", "4K", "50%", "2x". */
function readSize(size: string): Size {
  const text = size.toLowerCase().trim()
  const wrong = new PlantainError(
    'INVALID_ARGUMENT',
    `The size cannot be ${size}; give pixels like “1920x1080” or “2048 wide”, or 2K or 4K (up to ${longestSide}).`,
  )
  const pixels = (number: string): number => {
    const value = Number(number)
    if (value < 16 || value > longestSide) throw wrong
    return value
  }
  const both = /(\d+)\s*[x×*]\s*(\d+)/.exec(text)
  if (both) return { width: pixels(both[1]!), height: pixels(both[2]!) }
  const share = /^(\d+(?:\.\d+)?)\s*(%|x)$/.exec(text)
  if (share) return { scale: Number(share[1]) / (share[2] === '%' ? 100 : 1) }
  const thousands = /^([124])k$/.exec(text)
  if (thousands) return { width: Number(thousands[1]) * 1024, height: Number(thousands[1]) * 1024 }
  const one = /(\d+)\s*(?:px|pixels?)?\s*(high|tall|in height)?/.exec(text)
  if (one === null) throw wrong
  return one[2] === undefined ? { width: pixels(one[1]!) } : { height: pixels(one[1]!) }
}

/** Pixels of the file of a picture: its ratio stays, and the longest side has its limit. */
export function exportedSize(
  picture: { readonly width: number; readonly height: number },
  { width, height, scale = 1 }: Size,
): { readonly width: number; readonly height: number } {
  const wanted =
    width === undefined && height === undefined
      ? scale
      : Math.min((width ?? Infinity) / picture.width, (height ?? Infinity) / picture.height)
  const factor = Math.min(wanted, longestSide / Math.max(picture.width, picture.height))
  const side = (pixels: number): number => Math.max(1, Math.round(pixels * factor))
  return { width: side(picture.width), height: side(picture.height) }
}
