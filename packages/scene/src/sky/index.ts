import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../frame.ts'
import { paintAurora } from './aurora.ts'
import { cloudAt, cloudMap } from './clouds.ts'
import { paintLightning } from './lightning.ts'
import { airFor } from './model.ts'
import { paintOrb } from './orbs.ts'
import { paintStars } from './stars.ts'

/** Paints the whole frame with sky, down to the bottom: land paints over it. */
export function paintSky(stage: Stage, scene: Scene): void {
  const { frame, camera, light } = stage
  const { world } = scene
  const air = airFor(world, camera)
  fillAir(stage, (x, y, at) => air.color(x, y, frame.color, at))
  const covered =
    world.weather === 'overcast' ||
    world.weather === 'rain' ||
    world.weather === 'storm' ||
    world.weather === 'snow' ||
    world.weather === 'fog'
  if (!covered) paintStars(frame, scene, air, camera.horizon, air.palette.night)
  if (world.aurora) paintAurora(frame, scene, camera)
  paintOrb(frame, scene, air)
  paintClouds(stage, cloudMap(scene, camera, light, air, frame.height, stage.checkpoint))
  if (world.lightning) paintLightning(frame, scene, camera)
}

function fillAir(stage: Stage, color: (x: number, y: number, at: number) => void): void {
  const { width, height, label } = stage.frame
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++, p += 3) color((column + 0.5) / width, y, p)
  }
  label.fill(LABEL.sky)
}

function paintClouds(stage: Stage, map: ReturnType<typeof cloudMap>): void {
  if (map === null) return
  const { width, height, color, label } = stage.frame
  const cloud = new Float32Array(4)
  const rows = Math.min(height, Math.ceil(map.bottom * height))
  for (let row = 0, p = 0; row < rows; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++, p++) {
      cloudAt(map, (column + 0.5) / width, y, cloud)
      const cover = cloud[3]!
      if (cover < 0.003) continue
      const o = p * 3
      color[o] = color[o]! * (1 - cover) + cloud[0]!
      color[o + 1] = color[o + 1]! * (1 - cover) + cloud[1]!
      color[o + 2] = color[o + 2]! * (1 - cover) + cloud[2]!
      if (cover > 0.4 && (label[p] === LABEL.sky || cover > 0.75)) label[p] = LABEL.cloud
    }
  }
}
