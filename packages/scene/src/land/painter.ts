import type { Land, Scene } from '@plantain/core'
import type { Ground, Stage } from '../frame.ts'
import type { Light } from '../light.ts'

/** Paints the ground of some kinds of land: everything between the sky and the things, with its water. */
export interface LandPainter {
  readonly lands: readonly Land[]
  /** True when the painter fills the whole frame itself (rooms, studio, space, under water): no sky behind, no weather in front. */
  readonly enclosed?: boolean
  /** Changes the light of the hour where the place has its own (lamps of a room, deep water); else it is kept. */
  light?(scene: Scene, light: Light): Light
  /** Writes color, depth and label of every pixel that it covers; leaves the sky's pixels alone. */
  paint(stage: Stage, scene: Scene): Ground
}
