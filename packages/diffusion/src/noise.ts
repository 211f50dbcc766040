import { PlantainError, normals } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { sizeOf } from './tensor.ts'
import { torchNormals } from './torch-random.ts'

/**
 * Where unit normals come from. Draws are named, not counted, so that skipping a stage does not shift the others; a source
 * that replays a reference ignores the name and keeps the order.
 */
export interface NoiseSource {
  /** shape: batch first; picture k of the batch has noise of its own. */
  normals(draw: number, shape: readonly number[]): Tensor
}

/** The names of the draws; step i of a scheduler draws `DRAW.step + i`. */
export const DRAW = { initial: 0, encoder: 1, inpaint: 2, step: 16 } as const

/**
 * Ours: the noise of a picture depends on (seed, index of the picture, draw) alone, in any order and on any thread.
 *
 * seed:         whole number, 0 to 2^53 - 1
 * firstPicture: index of the first picture of the batch, so that picture 3 can be made alone
 */
export function philoxNoise(seed: number, firstPicture = 0): NoiseSource {
  return {
    normals(draw, shape) {
      const pictures = shape[0] ?? 1
      const each = sizeOf(shape) / pictures
      const data = new Float32Array(pictures * each)
      for (let picture = 0; picture < pictures; picture++)
        data.set(normals(seed, each, { draw, picture: firstPicture + picture }), picture * each)
      return { data, shape }
    },
  }
}

/** PyTorch's CPU generator, for seeds shared with diffusers: one stream, so the draws follow in the order of the calls. */
export function torchNoise(seed: number): NoiseSource {
  const next = torchNormals(seed)
  return { normals: (_draw, shape) => ({ data: next(sizeOf(shape)), shape }) }
}

/** Noise from a list, in the order of the calls: for comparisons with a reference. */
export function listedNoise(tensors: readonly Tensor[]): NoiseSource {
  let used = 0
  return {
    normals(draw, shape) {
      const tensor = tensors[used++]
      if (tensor?.data.length === sizeOf(shape)) return { data: tensor.data, shape }
      const given = tensor
        ? `has shape ${tensor.shape.join(' x ')}`
        : `is missing, ${tensors.length} are listed`
      throw new PlantainError(
        'INVALID_ARGUMENT',
        `noise ${used - 1} of the list ${given}; draw ${draw} needs ${shape.join(' x ')}`,
      )
    },
  }
}
