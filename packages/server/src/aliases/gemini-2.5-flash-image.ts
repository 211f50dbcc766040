import type { Alias } from './alias.ts'
import { flash25 } from './tables.ts'

export const gemini25FlashImage: Alias = {
  id: 'gemini-2.5-flash-image',
  api: 'gemini',
  displayName: 'Nano Banana',
  description: 'Gemini 2.5 Flash Image, answered by a local model',
  version: '2.0',
  created: 1759363200,
  inputTokenLimit: 32_768,
  outputTokenLimit: 32_768,
  sizes: { '1K': flash25 },
  imageTokens: { '1K': 1290 },
  maxInputImages: 14,
}
export const gemini25FlashImagePreview: Alias = {
  ...gemini25FlashImage,
  id: 'gemini-2.5-flash-image-preview',
  displayName: 'Nano Banana (preview)',
  created: 1756166400,
}
