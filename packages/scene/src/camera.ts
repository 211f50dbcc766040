import type { Scene } from '@plantain/core'

/**
 * A level pinhole camera whose lens is shifted up or down, as architects do it: the horizon may lie anywhere in the
 * frame, uprights stay upright, and a column of the frame is one vertical plane of the world.
 *
 * World axes: x to the right, y up (0 is the ground below the camera), z into the picture, all in metres.
 */
export interface Camera {
  /** Width of the frame over its height. */
  readonly aspect: number
  /** Frame y of the horizon. */
  readonly horizon: number
  /** Height of the frame at a distance of one metre, in metres: 1 is a view of 53 degrees. */
  readonly spread: number
  /** Height of the eye above the ground, metres. */
  readonly eye: number
}

/** Frame y at which a point of height `y` shows that is `z` metres away. */
export const projectY = (camera: Camera, y: number, z: number): number =>
  camera.horizon + (camera.eye - y) / (camera.spread * z)
/** Frame x at which a point shows. */
export const projectX = (camera: Camera, x: number, z: number): number =>
  0.5 + x / (camera.spread * camera.aspect * z)
/** World x of what is seen at frame x, `z` metres away. */
export const worldX = (camera: Camera, x: number, z: number): number =>
  (x - 0.5) * camera.spread * camera.aspect * z
/** Distance at which level ground of height 0 is seen at frame y; Infinity above the horizon. */
export const groundDistance = (camera: Camera, y: number): number =>
  y <= camera.horizon ? Infinity : camera.eye / (camera.spread * (y - camera.horizon))

/** Eye in metres and spread of each viewpoint. */
const VIEWS = {
  'eye level': [1.7, 1],
  'from above': [14, 1.05],
  'low angle': [0.7, 1.1],
  'close-up': [1.1, 0.6],
  wide: [3.2, 1.35],
  portrait: [1.5, 0.6],
} as const

export function cameraFor(scene: Scene, aspect: number): Camera {
  const [eye, spread] = VIEWS[scene.world.viewpoint]
  return { aspect, horizon: scene.world.horizon, spread, eye }
}
