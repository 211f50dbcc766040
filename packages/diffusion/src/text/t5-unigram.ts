import { PlantainError } from '@plantain/core'
import type { ModelDirectory } from '../directory.ts'
import { tokenizerFrom, type TextTokenizer } from './tokenizer.ts'

/** T5's tokenizer from its folder. Throws NOT_FOUND when there is only a spiece.model, which the library cannot read. */
export function t5Tokenizer(directory: ModelDirectory, folder: string): TextTokenizer {
  const whole = directory.json(`${folder}/tokenizer.json`)
  if (whole === null)
    throw new PlantainError(
      'NOT_FOUND',
      `${directory.file(folder)} has no tokenizer.json; take it from the model's page, or save the tokenizer with the fast class`,
    )
  return tokenizerFrom(directory, folder, whole, { length: 512, padding: '<pad>' })
}
