import type { Rgb } from '../../light.ts'

/**
 * What a ray met, filled in place by the tracer and then by the solid's `paint`; one object is used again for every ray.
 * World axes as in camera.ts: x right, y up, z into the picture, metres.
 */
export interface Hit {
  x: number
  y: number
  z: number
  /** Unit normal. `paint` may bend it; the tracer makes it unit again. */
  nx: number
  ny: number
  nz: number
  /** Direction of the ray that met it. */
  rx: number
  ry: number
  rz: number
  /** Place on the face that was hit, metres from its lower left corner (from the near left one on faces up and down). */
  u: number
  v: number
  /** 0 left, 1 right, 2 bottom, 3 top, 4 towards the viewer, 5 away. */
  face: number
  /** Width of a pixel there, metres. */
  pixel: number
  /** Light reflected, linear, 0 to 1. */
  red: number
  green: number
  blue: number
  /** Share of a mirror in it, 0 to 1, and how rough the mirror is, as slope of its waves. */
  gloss: number
  /** Light of its own, linear. */
  glowRed: number
  glowGreen: number
  glowBlue: number
  /** 0 lets the ray pass, 1 stops it. */
  alpha: number
  /** Share of light that comes through from the other side (curtains, lampshades, leaves). */
  through: number
  label: number
  /** Part of the face, 0 to 7, set by `paint` where a pattern has hard edges: they are smoothed like edges of solids. */
  part: number
  /** What was hit. */
  solid: Solid | null
}

export const newHit = (): Hit => ({
  x: 0,
  y: 0,
  z: 0,
  nx: 0,
  ny: 1,
  nz: 0,
  rx: 0,
  ry: 0,
  rz: 1,
  u: 0,
  v: 0,
  face: 0,
  pixel: 0.001,
  red: 0.5,
  green: 0.5,
  blue: 0.5,
  gloss: 0,
  glowRed: 0,
  glowGreen: 0,
  glowBlue: 0,
  alpha: 1,
  through: 0,
  label: 0,
  part: 0,
  solid: null,
})

export type Paint = (hit: Hit) => void
type Point = readonly [number, number, number]

/** A body of the room or the street. */
export interface Solid {
  /**
   * box: its outside. room: its inside (walls, floor, ceiling round the camera). ball: an ellipsoid that fills the box; drum: an upright
   * cylinder that does. hull: what is behind all of `planes`. card: a thin upright sheet that faces the viewer (or the side, where it is thin in x) and may have holes.
   */
  readonly shape: 'box' | 'room' | 'ball' | 'drum' | 'card' | 'hull'
  readonly min: Point
  readonly max: Point
  readonly label: number
  readonly paint: Paint
  /** Of a hull: outward normal and distance from the origin along it; six at most. */
  readonly planes?: readonly (readonly [number, number, number, number])[]
  /** Radius by which edges of a box look rounded, metres. */
  readonly round?: number
  /** Share of light that it keeps from others; 0 for cards and small things. */
  readonly casts?: number
}

/** Sets the colour of a hit. */
export function tint(hit: Hit, color: Rgb, factor = 1): void {
  hit.red = color[0] * factor
  hit.green = color[1] * factor
  hit.blue = color[2] * factor
}
/** Moves the colour of a hit towards another. */
export function blend(hit: Hit, color: Rgb, share: number, factor = 1): void {
  hit.red += (color[0] * factor - hit.red) * share
  hit.green += (color[1] * factor - hit.green) * share
  hit.blue += (color[2] * factor - hit.blue) * share
}
export function dim(hit: Hit, factor: number): void {
  hit.red *= factor
  hit.green *= factor
  hit.blue *= factor
}

/** A box from its middle at the bottom, with its sizes. */
export function boxAt(
  x: number,
  y: number,
  z: number,
  size: readonly [number, number, number],
  rest: Omit<Solid, 'shape' | 'min' | 'max'> & { readonly shape?: Solid['shape'] },
): Solid {
  const [w, h, d] = size
  return { shape: 'box', ...rest, min: [x - w / 2, y, z - d / 2], max: [x + w / 2, y + h, z + d / 2] }
}
