import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../frame.ts'
import { airFor } from './model.ts'

/** Paints the whole frame with sky, down to the bottom: land paints over it. */
export function paintSky(stage: Stage, scene: Scene): void {
  const { frame, camera } = stage
  const { width, height, color, label } = frame
  const air = airFor(scene.world, camera)
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++, p += 3) air.color((column + 0.5) / width, y, color, p)
  }
  label.fill(LABEL.sky)
}
