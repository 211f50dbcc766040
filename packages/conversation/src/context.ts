import type { ArtifactId, Interpretation, Interpreter, Mask, OpName, Wish } from '@plantain/core'
import type { ExportRequest } from './exporting.ts'
import type { Perform, PerformEvent, PictureState, Tools } from './perform.ts'
import type { Said } from './said.ts'
import type { Delivered, Picture, Place, Session, Turn } from './session.ts'

/** The outside, handed in. */
export interface Use {
  readonly interpreter: Interpreter
  readonly perform: Perform
  readonly tools: Tools
  /** Stores a mask as a picture, black where it is 0. */
  saveMask(mask: Mask): Promise<ArtifactId>
  /** Writes files of pictures; several of them into one file where the format is zip. */
  deliver(
    pictures: readonly NamedPicture[],
    request: ExportRequest,
    signal: AbortSignal,
  ): Promise<readonly Delivered[]>
  readonly version: string
}

export interface NamedPicture {
  readonly picture: PictureState
  /** Without an extension. */
  readonly name: string
}

export type ReplyEvent =
  | { readonly type: 'interpretation-ready'; readonly interpretation: Interpretation }
  | PerformEvent
  | { readonly type: 'image-ready'; readonly index: number; readonly place: Place; readonly picture: Picture }
  | { readonly type: 'text'; readonly text: string }

export type Reply = AsyncGenerator<ReplyEvent, Turn>

/** A message that is being answered. */
export interface Context {
  readonly session: Session
  /** With the draft as last turn, so that pictures sent with the message have their names. */
  readonly here: Session
  readonly draft: Turn
  readonly said: Said
  readonly use: Use
  readonly signal: AbortSignal
}

/** Wishes that are no business of pictures. */
const ofSession: ReadonlySet<OpName> = new Set(['undo', 'redo', 'export', 'set_option'])
const conditions: ReadonlySet<OpName> = new Set(['keep', 'avoid'])
export const editsIn = (ops: readonly Wish[]): readonly Wish[] => ops.filter(({ op }) => !ofSession.has(op))
export const hasEdits = ({ ops }: Interpretation): boolean =>
  editsIn(ops).some(({ op }) => !conditions.has(op))

/** The turn that answers in words alone. */
export const words = (draft: Turn, text: string): Turn => ({ ...draft, text })
