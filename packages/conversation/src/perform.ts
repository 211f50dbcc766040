import type {
  ArtifactId,
  Bitmap,
  Document,
  EditReport,
  Interpretation,
  Mask,
  Scene,
  SceneSummary,
  Usage,
  Wish,
} from '@plantain/core'
import type { Look, Typesetter } from '@plantain/imaging'
import type { Vocabulary } from './reading/vocabulary.ts'

/** A picture of the conversation: how it is made, what it shows, and its finished pixels. */
export interface PictureState {
  readonly document: Document
  readonly artifact: ArtifactId
  readonly width: number
  readonly height: number
  readonly summary: SceneSummary
}

/** The edit before, for "more", "a bit less", "the other one too": its wishes and the picture that it was applied to. */
export interface LastEdit {
  readonly ops: readonly Wish[]
  readonly source: PictureState | null
}

/** All that the doing of a message depends on. Equal values give equal bytes. */
export interface Task {
  readonly message: string
  readonly interpretation: Interpretation
  /** The picture that the message is about, where it names none; null before the first. */
  readonly current: PictureState | null
  readonly last: LastEdit | null
  /** `image:N` and `turn:N` of the session; undefined where there is none. */
  readonly picture: (ref: string) => PictureState | undefined
  /** A mask that the person painted for this message; at the size of the current picture. */
  readonly mask: ArtifactId | null
  readonly seed: number
  /** Defaults of the session (set_option) and of the command line. */
  readonly options: Readonly<Partial<Record<string, string>>>
}

/** What is told while a message is carried out; it comes from the engine unchanged, plus which picture it is about. */
export type PerformEvent = {
  readonly type: 'progress'
  readonly picture: number
  readonly stage: string
  readonly share: number
  readonly preview?: Bitmap
}

/** A scene as asked for: made from nothing, or a given one in which only what is free is made anew. */
export interface ComposeRequest {
  readonly prompt: string
  readonly negativePrompt?: string
  readonly seed: number
  readonly width: number
  readonly height: number
  readonly steps?: number
  readonly guidanceScale?: number
  readonly source?: Scene
  /** Fields of the world, and of slots of `things`, that may change; everything else stays exactly as in `source`. */
  readonly free?: {
    readonly world: readonly string[]
    readonly things: readonly { readonly slot: number; readonly fields: 'all' | readonly string[] }[]
  }
}
export interface Composed {
  readonly scene: Scene
  readonly notDrawn: readonly string[]
  readonly drawnAs: readonly { readonly word: string; readonly kind: string }[]
  readonly usage: Usage
}

/** A painted scene: pixels, and what each of them is (labels of the scene package). */
export interface PaintedScene {
  readonly bitmap: Bitmap
  readonly labels: Uint16Array
}

/** The outside, handed in: networks, painting off this thread, artifacts. Tests pass small ones. */
export interface Tools {
  /** What words mean to the model, and what it can draw. */
  vocabulary(): Promise<Vocabulary>
  /** Fonts, for lettering. */
  typesetter(): Promise<Typesetter>
  compose(request: ComposeRequest, signal: AbortSignal): AsyncGenerator<PerformEvent, Composed>
  paint(
    scene: Scene,
    size: { readonly width: number; readonly height: number },
    signal: AbortSignal,
  ): Promise<PaintedScene>
  /** throws: NOT_FOUND */
  load(artifact: ArtifactId): Promise<Bitmap>
  /** What an uploaded picture shows, found out by looking at it. */
  look(artifact: ArtifactId, signal: AbortSignal): Promise<Look>
  /** Stores pixels losslessly and gives their id. */
  save(bitmap: Bitmap): Promise<ArtifactId>
}

/** A picture that was made. */
export interface Performed extends PictureState {
  /** Where it may differ from the picture that it was made from: 0 where no pixel changed. null: it was made from nothing. */
  readonly mask: Mask | null
  readonly seed: number
  /** Of an edit: what it did, measured. */
  readonly report?: EditReport
}

export interface Outcome {
  /** None where nothing could be done; then `notes` says why. */
  readonly pictures: readonly Performed[]
  /** Which picture they were made from. */
  readonly source: PictureState | null
  /** Sentences for the person: what could not be expressed and the nearest thing that was done, what is not drawn. */
  readonly notes: readonly string[]
  readonly usage: Usage
}

/**
 * Carries out what was understood: wishes become the cheapest exact route, and pictures. Moves in the history (undo, redo,
 * revert_to, branch), questions, exports, options, clarify and refuse are not its business.
 */
export type Perform = (task: Task, tools: Tools, signal: AbortSignal) => AsyncGenerator<PerformEvent, Outcome>
