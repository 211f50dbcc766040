import { kernelWeights, type Filter } from './weights.ts'

const lobes = 3

/** Windowed sinc of three lobes: the sharpest filter that hardly rings. Source: C. E. Duchon, 1979. */
export const lanczos: Filter = (source, target) => kernelWeights(source, target, lobes, weight)

function weight(distance: number): number {
  if (distance === 0) return 1
  if (Math.abs(distance) >= lobes) return 0
  const angle = Math.PI * distance
  return (lobes * Math.sin(angle) * Math.sin(angle / lobes)) / (angle * angle)
}
