import { addUsage, OUTPUT_IMAGE_TOKENS, type Usage } from '@plantain/core'
import type { Outcome } from '../perform.ts'

const NONE: Usage = { promptTokens: 0, inputImageTokens: 0, outputImageTokens: 0, steps: 0, milliseconds: 0 }

/** What a message cost: all runs of the composer, and the pictures that came of them. */
export function totalUsage(runs: readonly Usage[], pictures = 0): Usage {
  const sum = runs.reduce(addUsage, NONE)
  return { ...sum, outputImageTokens: pictures * OUTPUT_IMAGE_TOKENS }
}

/** An outcome without a picture, and why. */
export const nothing = (...notes: readonly string[]): Outcome => ({
  pictures: [],
  source: null,
  notes,
  usage: NONE,
})
