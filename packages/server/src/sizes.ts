import { PlantainError } from '@plantain/core'

/** The ten ratios of the Gemini API and their pixels at 1K; 2K and 4K are twice and four times as wide and high. */
export const ASPECTS = {
  '1:1': [1024, 1024],
  '2:3': [832, 1248],
  '3:2': [1248, 832],
  '3:4': [864, 1184],
  '4:3': [1184, 864],
  '4:5': [896, 1152],
  '5:4': [1152, 896],
  '9:16': [768, 1344],
  '16:9': [1344, 768],
  '21:9': [1536, 672],
} as const
export const SIZES = { '1K': 1, '2K': 2, '4K': 4 } as const

export type Aspect = keyof typeof ASPECTS
export type SizeName = keyof typeof SIZES

export interface PixelSize {
  readonly width: number
  readonly height: number
}

const longestSide = 6144 // 21:9 at 4K

/**
 * What was asked for in pixels; null when nothing was, so that the model's own size holds.
 *
 * size: '1K', '2K', '4K', or 'WIDTHxHEIGHT' in pixels, which leaves no room for an aspect
 */
export function pixelSize(aspect: string | undefined, size: string | undefined): PixelSize | null {
  if (aspect === undefined && size === undefined) return null
  const exact = size === undefined ? null : /^(\d+)x(\d+)$/i.exec(size)
  if (exact) return exactSize(aspect, Number(exact[1]), Number(exact[2]))
  if (size !== undefined && !Object.hasOwn(SIZES, size))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `size is "${size}"; give ${Object.keys(SIZES).join(', ')}, or pixels as 640x480`,
    )
  if (aspect !== undefined && !Object.hasOwn(ASPECTS, aspect))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `aspect is "${aspect}"; give one of ${Object.keys(ASPECTS).join(', ')}`,
    )
  const [width, height] = ASPECTS[(aspect ?? '1:1') as Aspect]
  const scale = SIZES[(size ?? '1K') as SizeName]
  return { width: width * scale, height: height * scale }
}

function exactSize(aspect: string | undefined, width: number, height: number): PixelSize {
  if (aspect !== undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `a size in pixels (${width}x${height}) and an aspect (${aspect}) were given; give one of the two`,
    )
  if (width < 16 || height < 16 || width > longestSide || height > longestSide)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the size is ${width}x${height}; give sides from 16 to ${longestSide} pixels`,
    )
  return { width, height }
}
