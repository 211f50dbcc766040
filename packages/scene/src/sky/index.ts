import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../frame.ts'
import { cloudAt, cloudMap } from './clouds.ts'
import { airFor } from './model.ts'

/** Paints the whole frame with sky, down to the bottom: land paints over it. */
export function paintSky(stage: Stage, scene: Scene): void {
  const { frame, camera } = stage
  const { width, height, color, label } = frame
  const air = airFor(scene.world, camera)
  const clouds = cloudMap(scene, camera, stage.light, air, height, stage.checkpoint)
  const cloud = new Float32Array(4)
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++, p++) {
      const x = (column + 0.5) / width
      const o = p * 3
      air.color(x, y, color, o)
      label[p] = LABEL.sky
      if (clouds === null || y > clouds.bottom) continue
      cloudAt(clouds, x, y, cloud)
      const clear = 1 - cloud[3]!
      color[o] = color[o]! * clear + cloud[0]!
      color[o + 1] = color[o + 1]! * clear + cloud[1]!
      color[o + 2] = color[o + 2]! * clear + cloud[2]!
      if (clear < 0.6) label[p] = LABEL.cloud
    }
  }
}
