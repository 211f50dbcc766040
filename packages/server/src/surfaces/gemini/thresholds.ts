import { own } from '@plantain/core'
import type { Category, Threshold, Thresholds } from '../../safety/policy.ts'
import type { GenerateContentRequest } from './wire.ts'

const thresholds: Readonly<Record<string, Threshold>> = {
  BLOCK_LOW_AND_ABOVE: 'LOW_AND_ABOVE',
  BLOCK_MEDIUM_AND_ABOVE: 'MEDIUM_AND_ABOVE',
  BLOCK_ONLY_HIGH: 'ONLY_HIGH',
  BLOCK_NONE: 'NONE',
  OFF: 'NONE',
}

const categories: Readonly<Record<string, Category>> = {
  HARM_CATEGORY_HARASSMENT: 'HARASSMENT',
  HARM_CATEGORY_HATE_SPEECH: 'HATE_SPEECH',
  HARM_CATEGORY_SEXUALLY_EXPLICIT: 'SEXUALLY_EXPLICIT',
  HARM_CATEGORY_DANGEROUS_CONTENT: 'DANGEROUS_CONTENT',
  HARM_CATEGORY_CIVIC_INTEGRITY: 'CIVIC_INTEGRITY',
  HARM_CATEGORY_IMAGE_HATE: 'HATE_SPEECH',
  HARM_CATEGORY_IMAGE_DANGEROUS_CONTENT: 'DANGEROUS_CONTENT',
  HARM_CATEGORY_IMAGE_HARASSMENT: 'HARASSMENT',
  HARM_CATEGORY_IMAGE_SEXUALLY_EXPLICIT: 'SEXUALLY_EXPLICIT',
}

/** Gemini's `safetySettings`; "unspecified" leaves the choice to the operator, and of two for one category the last holds. */
export function toThresholds(settings: GenerateContentRequest['safetySettings'] = []): Thresholds {
  const pairs = settings.flatMap((one) => {
    const [category, threshold] = [own(categories, one.category), own(thresholds, one.threshold)]
    return category === undefined || threshold === undefined ? [] : [[category, threshold] as const]
  })
  return Object.fromEntries(pairs)
}

/** One threshold for all categories, as Imagen's `safetySetting` and OpenAI's `moderation` have it. */
export const forAll = (threshold: Threshold): Thresholds =>
  Object.fromEntries(Object.values(categories).map((category) => [category, threshold]))

/** Imagen's spelling: block_only_high. */
export const imagenThresholds = (setting: string | undefined): Thresholds => {
  const threshold = own(thresholds, (setting ?? '').toUpperCase())
  return threshold === undefined ? {} : forAll(threshold)
}
