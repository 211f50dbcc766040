import type { Alias } from './alias.ts'
import { gemini25FlashImage, gemini25FlashImagePreview } from './gemini-2.5-flash-image.ts'
import {
  gemini31FlashImage,
  gemini31FlashImagePreview,
  gemini31FlashLiteImage,
  gemini3ProImage,
  gemini3ProImagePreview,
  geminiNanoBanana21,
  nanoBananaProPreview,
} from './gemini-3.ts'
import { imagen4, imagen4Fast, imagen4Ultra } from './imagen-4.ts'
import { openaiModel, openaiModels } from './openai.ts'

export * from './alias.ts'

/** Ids of others, each with what its clients rely on; the first is what a request without a model gets. */
export const aliases: readonly Alias[] = [
  gemini25FlashImage,
  gemini25FlashImagePreview,
  gemini3ProImage,
  gemini3ProImagePreview,
  nanoBananaProPreview,
  gemini31FlashImage,
  gemini31FlashImagePreview,
  gemini31FlashLiteImage,
  geminiNanoBanana21,
  imagen4,
  imagen4Fast,
  imagen4Ultra,
  ...openaiModels,
]

/**
 * The behaviour behind a name: an id of the list, or an installed model's own (`plantain-tiny`), which is served with the sizes of the
 * newest family.
 */
export function findAlias(id: string, installed: readonly string[]): Alias | undefined {
  const known = aliases.find((alias) => alias.id === id) ?? openaiModel(id)
  if (known !== undefined) return known
  return installed.includes(id)
    ? {
        ...geminiNanoBanana21,
        id,
        api: 'plantain',
        displayName: id,
        description: 'An installed model',
        imageTokens: { '1K': 1290, '2K': 1680, '4K': 2520 },
      }
    : undefined
}
