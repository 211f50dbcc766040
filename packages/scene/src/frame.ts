import type { Camera } from './camera.ts'
import type { Light } from './light.ts'

/**
 * A picture under construction. Painters work front to back of the pipeline on the same frame:
 * sky, land, water, things, weather, then the lens (glow, depth of field, tone), then the style.
 */
export interface Frame {
  readonly width: number
  readonly height: number
  /** [H, W, 3], linear light, sRGB primaries, scene-referred: 1 is white paper in full light, a sun may be 50. */
  readonly color: Float32Array
  /** [H, W], distance from the camera, in metres of the scene; Infinity where nothing is (sky). */
  readonly depth: Float32Array
  /** [H, W], what each pixel is: one of LABEL, or a thing by `thingLabel`. */
  readonly label: Uint16Array
}

/** What a pixel is, when it is no thing. Masks from words ("the sky", "the lake") are exact because of these. */
export const LABEL = {
  sky: 0,
  cloud: 1,
  sun: 2,
  moon: 3,
  relief: 4,
  ground: 5,
  water: 6,
  vegetation: 7,
  building: 8,
  road: 9,
  backdrop: 10,
  floor: 11,
  table: 12,
  rainbow: 13,
  aurora: 14,
  furniture: 15,
} as const
const FIRST_THING = 64
/** Labels that each thing of a scene has, one a copy. */
export const COPIES = 16

/** Label of copy `copy` (from 0) of the scene's thing `index`. */
export const thingLabel = (index: number, copy: number): number => FIRST_THING + index * COPIES + copy
/** Index and copy of the thing behind a label, or null for a label of the world. */
export const labelThing = (label: number): { index: number; copy: number } | null =>
  label < FIRST_THING
    ? null
    : { index: Math.floor((label - FIRST_THING) / COPIES), copy: (label - FIRST_THING) % COPIES }

export function newFrame(width: number, height: number): Frame {
  const size = width * height
  return {
    width,
    height,
    color: new Float32Array(size * 3),
    depth: new Float32Array(size).fill(Infinity),
    label: new Uint16Array(size),
  }
}

/** What a land painter tells about the ground it painted, so that things can stand on it. */
export interface Ground {
  /** Frame y where the ground ends at frame x (the crest on which things can stand farthest away). */
  crest(x: number): number
  /** Distance in metres of the ground seen at frame (x, y); clamped to the ground. */
  distance(x: number, y: number): number
  /** Slope to the right of the ground there, as rise over run on the screen; 0 is level. */
  slope(x: number, y: number): number
}

/** Everything a painter may look at. */
export interface Stage {
  readonly frame: Frame
  readonly light: Light
  readonly camera: Camera
  /** Throws CANCELLED once the run was stopped; called before each block of rows. */
  checkpoint(): void
}
