import type { ArtifactId, Scene } from '@plantain/core'
import type {
  Composed,
  ComposeRequest,
  Outcome,
  PaintedScene,
  PerformEvent,
  PictureState,
  Session,
  Task,
} from '@plantain/conversation'

/** A task as plain data: with all pictures that may be asked for. */
export type SentTask = Omit<Task, 'picture'> & { readonly pictures: Readonly<Record<string, PictureState>> }

/** What the performer's thread does. */
export type PerformerOffers = {
  readonly perform: {
    /** run: number by which the main thread knows whose tools compose for it */
    readonly given: { readonly task: SentTask; readonly run: number }
    readonly event: PerformEvent
    readonly answer: Outcome
  }
  readonly keep: {
    readonly given: {
      readonly files: readonly Uint8Array[]
      readonly session: Session
      readonly maxPixels: number
    }
    readonly event: never
    readonly answer: readonly PictureState[]
  }
  /** Frees the networks and ends the thread. */
  readonly close: { readonly given: null; readonly event: never; readonly answer: void }
}

/** What it asks the main thread for: the engine, and the store of artifacts. */
export type MainOffers = {
  readonly compose: {
    readonly given: { readonly run: number; readonly request: ComposeRequest }
    readonly event: PerformEvent
    readonly answer: Composed
  }
  readonly paint: {
    readonly given: { readonly scene: Scene; readonly width: number; readonly height: number }
    readonly event: never
    readonly answer: PaintedScene
  }
  readonly read: { readonly given: ArtifactId; readonly event: never; readonly answer: Uint8Array }
  readonly write: { readonly given: Uint8Array; readonly event: never; readonly answer: ArtifactId }
}

/** What its thread is started with. */
export interface PerformerOptions {
  /** Directory of the embedded model, for its words. */
  readonly model: string
  /** Directory of the networks that look at photographs; null: there are none. */
  readonly sight: string | null
}

export const onlyAnswer = async <T>(call: AsyncGenerator<unknown, T>): Promise<T> => {
  for (;;) {
    const { done, value } = await call.next()
    if (done) return value
  }
}
