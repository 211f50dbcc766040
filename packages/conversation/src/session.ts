import type { ArtifactId, EditReport, Interpretation, Kind, OptionName, Usage } from '@plantain/core'
import type { PictureState } from './perform.ts'

/** A picture of a session: `turn:2` (what turn 2 made), `turn:2.3` (the third of several), `image:1` (the first one sent). */
export type Place = string

/** A picture that a turn made. */
export interface Picture extends PictureState {
  readonly seed: number
  /** Black where no pixel changed; null where it was made from nothing. */
  readonly mask: ArtifactId | null
  /** Of an edit: what it did, measured on the pixels. */
  readonly report?: EditReport
}

/** A file that was asked for. Width and height of its picture; 0 where it holds several. */
export interface Delivered {
  readonly artifact: ArtifactId
  readonly mimeType: string
  /** Name with extension, for who saves it. */
  readonly name: string
  readonly width: number
  readonly height: number
}

/** What a turn did to which picture is the current one. A correction is an undo and then a picture: `make` from another parent. */
export type Move =
  | { readonly type: 'stay' }
  /** The pictures of this turn were made from `parent`; `line`: they begin a line of their own. */
  | { readonly type: 'make'; readonly line?: true }
  | { readonly type: 'undo'; readonly steps: number }
  | { readonly type: 'redo'; readonly steps: number }
  | { readonly type: 'jump'; readonly to: Place; readonly line?: true }

export type SessionOptions = Readonly<Partial<Record<OptionName, string>>>

/** A message and what came of it. Never changed once it is there. */
export interface Turn {
  /** 1 for the first message of the session; every message counts, also one that made no picture. */
  readonly number: number
  /** The picture that this turn goes on from; null before the first. */
  readonly parent: Place | null
  readonly kind: Kind
  readonly message: string
  /** Pictures sent with the message. */
  readonly attachments: readonly PictureState[]
  /** A mask that the person painted for it. */
  readonly painted: ArtifactId | null
  readonly interpretation: Interpretation
  readonly move: Move
  readonly pictures: readonly Picture[]
  /** What "more" and "a bit less" start from: the picture that those of this turn were made from. */
  readonly source: PictureState | null
  /** The reply. */
  readonly text: string
  readonly files: readonly Delivered[]
  /** Defaults that hold from this turn on, for this session. */
  readonly options: SessionOptions
  /** Settings that came beside the message, by a program: they hold for this turn alone. */
  readonly given?: SessionOptions
  /** Names given to things in this turn, by the id of the thing. */
  readonly names: Readonly<Record<string, string>>
  readonly seed: number
  readonly usage: Usage
  /** Who read the message, and the version of the program. */
  readonly reader: string
  readonly version: string
}

/** A conversation: turns in the order in which they were said. Which picture is current follows from them (tree.ts). */
export interface Session {
  readonly id: string
  /** With it, the same messages give the same pictures. */
  readonly seed: number
  readonly turns: readonly Turn[]
}
