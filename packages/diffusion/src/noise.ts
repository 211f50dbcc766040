import type { Tensor } from '@plantain/core'

/**
 * Where unit normals come from. Draws are named, not counted, so that skipping a stage does not shift the others; a source
 * that replays a reference may ignore the name and keep the order.
 */
export interface NoiseSource {
  /** shape: batch first; picture k of the batch has noise of its own. */
  normals(draw: number, shape: readonly number[]): Tensor
}

/** The names of the draws. */
export const DRAW = { initial: 0, encoder: 1, inpaint: 2, step: 16 } as const
