import type { Bitmap } from '@plantain/core'

/** What a run tells while it works, in order. Names are noun-verb; errors are thrown, never told. */
export type Progress =
  /** Other runs go first; `position` is how many. */
  | { readonly type: 'run-queue'; readonly position: number }
  /** A network is read into memory; `bytes` is its size on disk. */
  | { readonly type: 'load-start'; readonly part: string; readonly bytes: number }
  | { readonly type: 'load-end'; readonly part: string; readonly milliseconds: number }
  /** Something a person should know about the picture to come: words that did not fit, for example. */
  | { readonly type: 'warning'; readonly message: string }
  /** Picture `index` begins: its text is encoded, its source (if any) too. */
  | { readonly type: 'picture-start'; readonly index: number; readonly steps: number }
  /** One call of the denoiser is done: `step` of `steps`, counted from 1. `preview` is the clean picture as guessed now. */
  | {
      readonly type: 'step'
      readonly index: number
      readonly step: number
      readonly steps: number
      readonly milliseconds: number
      readonly preview?: Bitmap
    }
  | { readonly type: 'decode-start'; readonly index: number }
  | { readonly type: 'picture-end'; readonly index: number; readonly milliseconds: number }
