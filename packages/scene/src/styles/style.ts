import type { Style } from '@plantain/core'

/**
 * A finished picture with what is known about it: what a style re-renders. Styles read it and never write to it.
 *
 * color: [H, W, 3], display sRGB (gamma-encoded), 0 to 1; values outside are clamped where bytes are made.
 * depth: [H, W], metres; Infinity is sky.
 * label: [H, W], one of LABEL or a thing by `thingLabel`: the exact edges of everything.
 */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly color: Float32Array
  readonly depth: Float32Array
  readonly label: Uint16Array
}

export interface Styler {
  readonly name: Style
  /**
   * How far a change of the picture can be seen after the style, as a share of the shorter side of the frame. All
   * randomness of a style comes from the place, so beyond this distance every byte stays.
   */
  readonly reach: number
  /** The picture in this style: [H, W, 3], display sRGB, 0 to 1. The same bits for the same input and seed. */
  paint(picture: Picture, seed: number): Float32Array
}
