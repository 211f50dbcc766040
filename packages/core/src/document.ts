import type { Scene } from './scene.ts'

/** sha-256 of the encoded file, hexadecimal: an artifact is known by its bytes. */
export type ArtifactId = string

/** What part of a picture an operation is for. A phrase is located when the operation runs, in the picture as it then is. */
export type Region =
  | { readonly kind: 'all' }
  /** A painted mask: 255 changes, 0 keeps. */
  | { readonly kind: 'mask'; readonly mask: ArtifactId }
  /** Things of the scene, by id: exact from its label map. */
  | { readonly kind: 'things'; readonly ids: readonly string[] }
  /** "the sky", "left half". */
  | { readonly kind: 'phrase'; readonly phrase: string }

/** One exact operation on pixels, by the operator's name in the registry of `imaging`. Plain JSON. */
export interface Operation {
  readonly operator: string
  readonly params: Readonly<Record<string, unknown>>
  readonly region: Region
}

/**
 * How a picture is made, as plain JSON: a base and the operations over it, in order. Nothing is ever applied to an already rounded
 * picture twice: a later turn makes a new document with one more operation, a changed one, or a changed base, and it is
 * developed from the base. So "a bit less" amends an operation, and ten small changes do not band.
 */
export interface Document {
  readonly base: Base
  readonly operations: readonly Operation[]
}

export type Base =
  /**
   * A scene of the embedded model. `artifact` holds its pixels before any operation: painted anew only where a change of the scene
   * falls and laid over the pixels that were there, so that all others stay the same bytes for any number of turns.
   */
  | {
      readonly kind: 'scene'
      readonly scene: Scene
      readonly width: number
      readonly height: number
      readonly artifact: ArtifactId
      /** Some of the pixels are not as the scene is painted: a mask kept them from a change of it. */
      readonly held?: true
    }
  /** An upload, or a picture of a model that has no scenes. */
  | {
      readonly kind: 'picture'
      readonly artifact: ArtifactId
      readonly width: number
      readonly height: number
      /** Where things were set into it: what is behind them, and they. `artifact` is all of it together. */
      readonly plate?: ArtifactId
      readonly layers?: readonly Layer[]
    }

/** A thing that was set into an uploaded picture, or lifted from it, and can be moved and scaled without loss. */
export interface Layer {
  readonly id: string
  readonly name: string
  /** Its pixels, with alpha. */
  readonly artifact: ArtifactId
  /** Its box in pixels of the base; it may reach out of the frame. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How much it takes on the light around it, 0 to 1, and whether it casts a shadow where it stands. */
  readonly match: number
  readonly shadow: boolean
}
