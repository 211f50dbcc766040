import type { Format } from '@plantain/codecs'
import type { Bitmap, Usage } from '@plantain/core'
import type { Caller } from '../access.ts'
import type { GeneratedImage } from '../generate/events.ts'
import type { Thresholds } from '../safety/policy.ts'
import type { Scenario } from './simulate.ts'
import type { SizeRule } from './size-rule.ts'

/** A picture in a request, as a file; `signature` is what we gave with it, if it is one of ours. */
export interface AskPicture {
  readonly bytes: Uint8Array
  readonly signature?: string
}

export interface AskTurn {
  readonly role: 'user' | 'model'
  readonly text: string
  readonly pictures: readonly AskPicture[]
  /** On a text part of a model's turn. */
  readonly signature?: string
}

/** Turns in a row by the same role as one: streamed chats send a content for each chunk. */
export function joinTurns(turns: readonly AskTurn[]): readonly AskTurn[] {
  const runs: AskTurn[][] = []
  for (const turn of turns) {
    const run = runs.at(-1)
    if (run?.[0]!.role === turn.role) run.push(turn)
    else runs.push([turn])
  }
  return runs.map((run) => {
    const signature = run.findLast((turn) => turn.signature !== undefined)?.signature
    return {
      role: run[0]!.role,
      text: run
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n'),
      pictures: run.flatMap(({ pictures }) => pictures),
      ...(signature === undefined ? {} : { signature }),
    }
  })
}

/**
 * What every public API asks for, translated: a conversation so far, with the person's turn last, and the picture wanted. A surface
 * is a translation to this and back.
 */
export interface Ask {
  readonly caller: Caller
  /** As the client named it, for limits and sums. */
  readonly alias: string
  readonly turns: readonly AskTurn[]
  /** The turn that this one goes on from, where the client knows it by a name that we gave. */
  readonly previous?: string
  /** A name by which a later request may go on from this answer, beside the one that comes with it. */
  readonly name?: string
  /** An installed model; undefined: the configured one. */
  readonly model: string | undefined
  readonly size: SizeRule
  readonly count: number
  readonly format: Format
  /** 1 to 100, of JPEG and WebP. */
  readonly quality?: number
  readonly seed?: number
  readonly steps?: number
  readonly guidanceScale?: number
  readonly negativePrompt?: string
  readonly background?: 'transparent' | 'opaque'
  /** Holds for all turns: "You draw in ink." */
  readonly instruction?: string
  /** The words say what to draw, and are no conversation. */
  readonly plain?: boolean
  /** What the request asks of the safety policy. */
  readonly thresholds?: Thresholds
  /** No picture is wanted, whatever is asked. */
  readonly wordsOnly?: boolean
  /** Of the size of the first picture of the last turn; 255 changes. */
  readonly mask?: { readonly bytes: Uint8Array; readonly convention: 'alpha' | 'luminance' }
  /** An answer is acted, for clients that test themselves. */
  readonly scenario?: Scenario
  /** At most one preview in so many milliseconds; null: none. */
  readonly previewMilliseconds: number | null
}

export interface AnswerImage extends GeneratedImage {
  /** Opaque; sent back with the picture, it leads to the stored turn. */
  readonly signature?: string
}

export type AnswerEvent =
  | { readonly type: 'preview'; readonly index: number; readonly bitmap: Bitmap }
  | { readonly type: 'image'; readonly index: number; readonly image: AnswerImage }
  | { readonly type: 'waiting' }

/** `prompt`: what was asked for is refused; `image`: what was made is not shown. Reasons by Gemini's names. */
export interface Blocked {
  readonly stage: 'prompt' | 'image'
  readonly reason: string
  readonly message: string
  /** As Gemini rates; left out where nothing was rated. */
  readonly ratings?: readonly Rating[]
}

export interface Rating {
  readonly category: string
  readonly probability: 'MEDIUM' | 'HIGH'
  readonly blocked: boolean
}

export interface Answer {
  /** A name for this turn, to go on from. */
  readonly name?: string
  readonly images: readonly AnswerImage[]
  /** Words for the person. */
  readonly text: string
  /** Why there is no picture, where none was made though one was wanted. */
  readonly blocked: Blocked | null
  /** What was asked for and had no effect, in sentences. */
  readonly warnings?: readonly string[]
  readonly usage: Usage
}
