import type { Alias } from './alias.ts'
import { third, third512, thirdSizes, thirdWithStrips } from './tables.ts'

const base = {
  api: 'gemini',
  version: '3.0',
  inputTokenLimit: 131_072,
  outputTokenLimit: 32_768,
  maxInputImages: 14,
  thinking: true,
} as const

export const gemini3ProImage: Alias = {
  ...base,
  id: 'gemini-3-pro-image',
  displayName: 'Nano Banana Pro',
  description: 'Gemini 3 Pro Image, answered by a local model',
  created: 1763596800,
  sizes: thirdSizes,
  imageTokens: { '1K': 1120, '2K': 1120, '4K': 2000 },
}
export const gemini31FlashImage: Alias = {
  ...base,
  id: 'gemini-3.1-flash-image',
  displayName: 'Nano Banana 2',
  description: 'Gemini 3.1 Flash Image, answered by a local model',
  created: 1772064000,
  sizes: { ...thirdWithStrips, '512': third512 },
  imageTokens: { '512': 747, '1K': 1120, '2K': 1680, '4K': 2520 },
}
export const gemini31FlashLiteImage: Alias = {
  ...base,
  id: 'gemini-3.1-flash-lite-image',
  displayName: 'Nano Banana 2 Lite',
  description: 'Gemini 3.1 Flash Lite Image, answered by a local model',
  created: 1776816000,
  sizes: { '1K': third },
  imageTokens: { '1K': 1120 },
}
export const geminiNanoBanana21: Alias = {
  ...base,
  id: 'gemini-nano-banana-2.1',
  displayName: 'Nano Banana 2.1',
  description: 'Gemini Nano Banana 2.1, answered by a local model',
  created: 1790640000,
  sizes: thirdWithStrips,
  imageTokens: { '1K': 1120, '2K': 1680, '4K': 2520 },
}
export const gemini3ProImagePreview: Alias = { ...gemini3ProImage, id: 'gemini-3-pro-image-preview' }
export const nanoBananaProPreview: Alias = { ...gemini3ProImage, id: 'nano-banana-pro-preview' }
export const gemini31FlashImagePreview: Alias = {
  ...gemini31FlashImage,
  id: 'gemini-3.1-flash-image-preview',
}
