/** Verbs with their points in one flat list: move 1 point, line 1, quadratic 2, cubic 3, close 0. */
export interface Path {
  readonly verbs: Uint8Array
  readonly points: Float32Array
}
export const MOVE = 0
export const LINE = 1
export const QUAD = 2
export const CUBIC = 3
export const CLOSE = 4
