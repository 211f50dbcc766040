import type { Amounts } from '../store/usage.ts'
import { OUTPUT_IMAGE_TOKENS } from '@plantain/core'
import type { TurnView } from './view.ts'

/** What a turn counts for. */
export const turnAmounts = ({ usage }: TurnView): Amounts => ({
  requests: 1,
  images: Math.round(usage.outputImageTokens / OUTPUT_IMAGE_TOKENS),
  inputTokens: usage.promptTokens + usage.inputImageTokens,
  outputTokens: usage.outputImageTokens,
  milliseconds: usage.milliseconds,
})
