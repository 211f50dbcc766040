/**
 * One place of the land while it is painted. A surface reads where it is and writes what it is made of. One object is
 * used again for every pixel: nothing may keep it.
 */
export interface Place {
  /** World place, metres. */
  x: number
  y: number
  z: number
  /** Frame place. */
  frameX: number
  frameY: number
  /** Rise over run to the right and away; surfaces may bend them. */
  slopeX: number
  slopeZ: number
  /** Slopes of the land itself, without what surfaces add. */
  readonly base: { slopeX: number; slopeZ: number }
  /** How steep the land itself is, rise over run; surfaces set it. */
  steep: number
  /** Shares of the sun and of the sky that reach the place. */
  lit: number
  open: number
  /** Width of a pixel there, metres. */
  pixel: number
  /** The same for textures, by how aslant the place is seen; surfaces set it. */
  footprint: number
  /** What it is made of, linear light reflected, 0 to 1. */
  red: number
  green: number
  blue: number
  /** Share of the light that passes through it from behind (leaves, blades, snow), 0 to 1. */
  through: number
  /** Strength of a sheen, 0 to 1. */
  gloss: number
  /** Light that it sends out of itself, linear: embers, lava. */
  glowRed: number
  glowGreen: number
  glowBlue: number
  label: number
}

export type Surface = (place: Place) => void

export const newPlace = (): Place => ({
  x: 0,
  y: 0,
  z: 1,
  frameX: 0,
  frameY: 0,
  slopeX: 0,
  slopeZ: 0,
  base: { slopeX: 0, slopeZ: 0 },
  steep: 0,
  lit: 1,
  open: 1,
  pixel: 1,
  footprint: 1,
  red: 0.5,
  green: 0.5,
  blue: 0.5,
  through: 0,
  gloss: 0,
  glowRed: 0,
  glowGreen: 0,
  glowBlue: 0,
  label: 5,
})
