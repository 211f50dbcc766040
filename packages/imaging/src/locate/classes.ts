import { exp } from '../math.ts'
import { LAYERS } from './classes-weights.ts'
import { FEATURES, featuresOf } from './features.ts'
import type { Patch } from './patches.ts'

/** What a patch can be told to be from its look and place alone. */
export const PARTS = ['sky', 'water', 'vegetation', 'ground', 'relief', 'building', 'thing', 'wall'] as const
export type Part = (typeof PARTS)[number]

/** [patch, part]: how likely each patch is each part. A network of three layers, trained on renders whose labels are known. */
export function classify(patches: readonly Patch[]): Float32Array {
  const features = featuresOf(patches)
  const result = new Float32Array(patches.length * PARTS.length)
  for (let i = 0; i < patches.length; i++) {
    let values: readonly number[] = Array.from(features.subarray(i * FEATURES, (i + 1) * FEATURES))
    LAYERS.forEach(({ weights, biases }, layer) => {
      values = biases.map((bias, out) => {
        const sum = values.reduce(
          (total, value, k) => total + value * weights[out * values.length + k]!,
          bias,
        )
        return layer < LAYERS.length - 1 && sum < 0 ? 0 : sum
      })
    })
    const top = Math.max(...values)
    const shares = values.map((value) => exp(Math.max(-60, value - top)))
    const total = shares.reduce((sum, share) => sum + share, 0)
    result.set(
      shares.map((share) => share / total),
      i * PARTS.length,
    )
  }
  return result
}
