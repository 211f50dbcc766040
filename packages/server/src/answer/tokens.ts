import { measureImage } from '@plantain/codecs'
import { inputImageTokens, PlantainError, textTokens } from '@plantain/core'
import type { Ask, AskTurn } from './ask.ts'

/** What a prompt costs, all turns and the instruction included. */
export async function inputTokens({
  turns,
  instruction = '',
}: Pick<Ask, 'turns' | 'instruction'>): Promise<{ promptTokens: number; inputImageTokens: number }> {
  const texts = [instruction, ...turns.map(({ text }) => text)].filter((text) => text !== '')
  const sizes = await Promise.all(turns.flatMap(picturesOf).map(measured))
  return {
    promptTokens: texts.reduce((sum, text) => sum + textTokens(text), 0),
    inputImageTokens: sizes.reduce((sum, { width, height }) => sum + inputImageTokens(width, height), 0),
  }
}
const picturesOf = ({ pictures }: AskTurn): readonly Uint8Array[] => pictures.map(({ bytes }) => bytes)

async function measured(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  try {
    return await measureImage(bytes)
  } catch (cause) {
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `Unable to process input image: ${cause instanceof Error ? cause.message : 'it cannot be read'}`,
      { cause },
    )
  }
}
