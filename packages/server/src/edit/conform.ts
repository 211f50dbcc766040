import type { Wish } from '@plantain/core'
import { ASPECTS, type PixelSize } from '../sizes.ts'
import type { Shape } from './request.ts'

/** Ratios this near are the same to a pixel or so. */
const SAME_RATIO = 0.004

/** What makes a picture of the shape that is asked for; nothing where it has it. */
export function wishesFor(shape: Shape | null, { width, height }: PixelSize): readonly Wish[] {
  if (shape === null) return []
  if (shape.kind === 'ratio') {
    const [across, down] = ASPECTS[shape.aspect]
    return differs(across / down, width / height) ? [{ op: 'aspect', value: shape.aspect }] : []
  }
  const size = shape.kind === 'pixels' ? shape.size : scaled({ width, height }, shape.side)
  if (size.width === width && size.height === height) return []
  return [
    ...(differs(size.width / size.height, width / height)
      ? [{ op: 'aspect', value: `${size.width}:${size.height}` } as const]
      : []),
    { op: 'resize', value: `${size.width}x${size.height}` },
  ]
}

const differs = (one: number, other: number): boolean => Math.abs(Math.log(one / other)) > SAME_RATIO

function scaled({ width, height }: PixelSize, side: number): PixelSize {
  const scale = side / Math.sqrt(width * height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
