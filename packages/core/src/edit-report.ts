import type { OpName } from './interpretation.ts'
import type { Rect } from './image.ts'

/** One wish held against the pixels: which figure was to move, and how it did. */
export interface EditCheck {
  readonly op: OpName
  readonly target?: string
  /** What was measured, with its unit: "mean lightness", "things named dog", "width in pixels". */
  readonly measure: string
  /** Null where it could not be measured in that picture. */
  readonly before: number | null
  readonly after: number | null
  /** In words: "at least 0.005 more". */
  readonly expected: string
  readonly followed: boolean
}

/**
 * What an edit did, measured on the pixels of the picture before and after; nothing in it is taken from what was planned but the
 * region that was to change and the figures that were to move.
 */
export interface EditReport {
  /** Share of the picture's pixels that differ in any byte from the pixel that was there, 0 to 1. */
  readonly changedShare: number
  /** The smallest box around them, in pixels; null where none does. */
  readonly changedBox: Rect | null
  /** What had to stay: outside of the painted mask, of the region that the wishes name, or, where neither is known, of all that changed. */
  readonly outside: {
    readonly of: 'mask' | 'region' | 'change'
    /** Share of the picture that lies outside, 0 to 1. */
    readonly share: number
    /** Share of those pixels whose bytes are the same, 0 to 1; null where nothing lies outside. */
    readonly untouched: number | null
  }
  /**
   * How far what had to stay has moved, in pixels: 0, or something is wrong. Null where it cannot be measured: too little of it, or
   * too plain, or a change of frame that leaves no pixel for pixel comparison.
   */
  readonly shiftPixels: { readonly x: number; readonly y: number } | null
  readonly checks: readonly EditCheck[]
  /** Whether all checks hold; null where nothing of the edit can be measured. */
  readonly followed: boolean | null
  /** How often the edit was made: 2 where the first one did not follow the instruction and another seed was tried. */
  readonly attempts: number
}
