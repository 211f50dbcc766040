import type { Ask } from '../../answer/ask.ts'
import { inputTokens } from '../../answer/tokens.ts'

export interface ModalityCount {
  readonly modality: 'TEXT' | 'IMAGE'
  readonly tokenCount: number
}
export interface PromptTokens {
  readonly total: number
  readonly details: readonly ModalityCount[]
}

/** Tokens of a prompt by modality. */
export async function promptTokens(ask: Pick<Ask, 'turns' | 'instruction'>): Promise<PromptTokens> {
  const { promptTokens: text, inputImageTokens: image } = await inputTokens(ask)
  return { total: text + image, details: counts({ TEXT: text, IMAGE: image }) }
}

export const counts = (of: Readonly<Record<'TEXT' | 'IMAGE', number>>): readonly ModalityCount[] =>
  (['TEXT', 'IMAGE'] as const)
    .filter((modality) => of[modality] > 0)
    .map((modality) => ({ modality, tokenCount: of[modality] }))
