import { inputImageTokens, textTokens } from '@plantain/core'
import { measureImage } from '@plantain/codecs'
import { PlantainError } from '@plantain/core'
import type { AskTurn } from '../../answer/ask.ts'

export interface ModalityCount {
  readonly modality: 'TEXT' | 'IMAGE'
  readonly tokenCount: number
}
export interface PromptTokens {
  readonly total: number
  readonly details: readonly ModalityCount[]
}

/** What a prompt costs: all turns, history included, by modality. */
export async function promptTokens(turns: readonly AskTurn[], system: string): Promise<PromptTokens> {
  const texts = [system, ...turns.map(({ text }) => text)].filter((text) => text !== '')
  const text = texts.reduce((sum, one) => sum + textTokens(one), 0)
  const sizes = await Promise.all(
    turns.flatMap(({ pictures }) => pictures).map(({ bytes }) => measure(bytes)),
  )
  const image = sizes.reduce((sum, { width, height }) => sum + inputImageTokens(width, height), 0)
  return { total: text + image, details: counts({ TEXT: text, IMAGE: image }) }
}

export const counts = (of: Readonly<Record<'TEXT' | 'IMAGE', number>>): readonly ModalityCount[] =>
  (['TEXT', 'IMAGE'] as const)
    .filter((modality) => of[modality] > 0)
    .map((modality) => ({ modality, tokenCount: of[modality] }))

async function measure(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    return await measureImage(bytes)
  } catch (cause) {
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'Unable to process input image. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
      { cause },
    )
  }
}
