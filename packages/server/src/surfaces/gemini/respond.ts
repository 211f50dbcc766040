import { textTokens } from '@plantain/core'
import type { Alias } from '../../aliases/index.ts'
import type { Answer, AnswerImage } from '../../answer/ask.ts'
import { toBase64 } from './bytes.ts'
import type { Settings } from './settings.ts'
import { counts, type PromptTokens } from './tokens.ts'

export interface Head {
  readonly alias: Alias
  /** Echoed: clients show it. */
  readonly modelVersion: string
  readonly responseId: string
  readonly settings: Settings
  readonly prompt: PromptTokens
  /** Of the prompt, what came from cached contents. */
  readonly cached?: PromptTokens
}

export const imagePart = ({ mimeType, bytes, signature }: AnswerImage): object => ({
  inlineData: { mimeType, data: toBase64(bytes) },
  ...(signature === undefined ? {} : { thoughtSignature: signature }),
})

/** GenerateContentResponse. Absent fields are left out, never null: Go's and Java's clients do not take null. */
export function toResponse(answer: Answer, head: Head): object {
  if (answer.blocked?.stage === 'prompt') return blockedPrompt(answer, head)
  const { settings } = head
  // The JavaScript SDK drops finishMessage: the reason is in words, too.
  const words = answer.text === '' ? (answer.blocked?.message ?? '') : answer.text
  const text = settings.text && words !== '' ? [{ text: words }] : []
  const parts = [...text, ...answer.images.map(imagePart)]
  return {
    ...frame(parts, ending(answer, head), head),
    usageMetadata: usageOf(answer, head),
    ...editsOf(answer),
  }
}

/** What edits did, measured, and what had no effect: a field of our own, which clients that do not know it leave out. */
export const editsOf = ({ images, warnings = [] }: Answer): object => {
  const edits = images.flatMap(({ report }) => report ?? [])
  if (edits.length === 0 && warnings.length === 0) return {}
  return {
    plantain: {
      ...(edits.length === 0 ? {} : { edits }),
      ...(warnings.length === 0 ? {} : { warnings }),
    },
  }
}

/** A prompt that is refused has no candidates; the reason is always told in words, too. */
export function blockedPrompt(answer: Answer, head: Head): object {
  const { reason, message, ratings = [] } = answer.blocked!
  return {
    promptFeedback: {
      blockReason: reason,
      blockReasonMessage: message,
      ...(ratings.length === 0 ? {} : { safetyRatings: ratings }),
    },
    usageMetadata: usageOf(answer, head),
    modelVersion: head.modelVersion,
    responseId: head.responseId,
  }
}

/** One frame of a stream, or the only one. */
export function frame(
  parts: readonly object[],
  end: Ending | null,
  { modelVersion, responseId }: Head,
): object {
  const content = parts.length > 0 ? { content: { role: 'model', parts } } : {}
  return { candidates: [{ ...content, ...end, index: 0 }], modelVersion, responseId }
}

export interface Ending {
  readonly finishReason: string
  readonly finishMessage?: string
}
/** Why it ends; where a picture was wanted and none was made, always with the reason in words. */
export function ending({ images, blocked, text }: Answer, { settings }: Head): Ending {
  if (blocked !== null) return { finishReason: blocked.reason, finishMessage: blocked.message }
  if (images.length === 0 && !settings.text)
    return {
      finishReason: 'NO_IMAGE',
      finishMessage: text === '' ? 'The request was answered without a picture.' : text,
    }
  return { finishReason: 'STOP' }
}

export function usageOf({ images, text }: Answer, { alias, settings, prompt, cached }: Head): object {
  const words = settings.text && text !== '' ? textTokens(text) : 0
  const pictures = images.length * (alias.imageTokens[settings.sizeName] ?? 1290)
  const made = words + pictures
  return {
    promptTokenCount: prompt.total,
    ...(made > 0 ? { candidatesTokenCount: made } : {}),
    totalTokenCount: prompt.total + made,
    ...(cached === undefined ? {} : cachedTokens(cached)),
    promptTokensDetails: prompt.details,
    ...(made > 0 ? { candidatesTokensDetails: counts({ TEXT: words, IMAGE: pictures }) } : {}),
  }
}

/** What counts tell of cached contents. */
export const cachedTokens = ({ total, details }: PromptTokens): object => ({
  cachedContentTokenCount: total,
  cacheTokensDetails: details,
})
