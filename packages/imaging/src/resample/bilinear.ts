import { kernelWeights, type Filter } from './weights.ts'

/** Straight lines between pixels: soft and cheap, never rings. */
export const bilinear: Filter = (source, target) =>
  kernelWeights(source, target, 1, (distance) => Math.max(0, 1 - Math.abs(distance)))
