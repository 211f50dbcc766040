import type { Recipe } from '@plantain/codecs'
import type { PerformEvent } from '@plantain/conversation'
import type { EditReport, Usage } from '@plantain/core'
import type { Progress } from '@plantain/diffusion'
import type { QueueEvent } from '../queue.ts'

/** A picture as a file, before it has a place. */
export interface GeneratedImage {
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly width: number
  readonly height: number
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
  /** With this seed alone the same picture comes again. */
  readonly seed: number
  readonly recipe: Recipe
  /** Of an edit: what it did, measured on the pixels. */
  readonly report?: EditReport
}

/** What a request tells while it is worked on; `index` counts the pictures of the request from 0. */
export type GenerateEvent =
  | QueueEvent
  | Progress
  | PerformEvent
  | { readonly type: 'image-ready'; readonly index: number; readonly image: GeneratedImage }

export interface GenerateResult {
  readonly images: readonly GeneratedImage[]
  /** What was understood: of the first picture; the others share the prompt. */
  readonly interpretation: Readonly<Record<string, unknown>>
  /** What of the prompt the picture lacks, in the prompt's words. */
  readonly notDrawn: readonly string[]
  /** What is drawn as something like it: "yak" as "bison". */
  readonly drawnAs: readonly { readonly word: string; readonly kind: string }[]
  /** What was done, in sentences, where pictures were gone by. */
  readonly text?: string
  /** Sentences for the person: words that were cut, an option without effect. */
  readonly warnings: readonly string[]
  readonly usage: Usage
}
