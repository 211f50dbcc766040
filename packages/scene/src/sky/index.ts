import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../frame.ts'
import { paintAurora } from './aurora.ts'
import { cloudAt, cloudMap } from './clouds.ts'
import { paintLightning } from './lightning.ts'
import { type Air, airFor } from './model.ts'
import { paintOrb } from './orbs.ts'
import { paintStars } from './stars.ts'

/** Paints the whole frame with sky, down to the bottom: land paints over it. */
export function paintSky(stage: Stage, scene: Scene): void {
  const { frame, camera, light } = stage
  const { world } = scene
  const air = airFor(world, camera)
  fillAir(stage, air)
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

/** Clear air changes slowly: every fourth pixel is asked for, the rest lies between; below the horizon nothing changes. */
function fillAir(stage: Stage, air: Air): void {
  const { width, height, color, label } = stage.frame
  const knots = Math.ceil((width - 1) / 4) + 1
  const line = new Float64Array((knots + 1) * 3)
  const last = Math.min(height - 1, Math.ceil(stage.camera.horizon * height))
  for (let row = 0; row <= last; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let k = 0; k <= knots; k++) air.color((k * 4 + 0.5) / width, y, line, k * 3)
    for (let column = 0, p = row * width * 3; column < width; column++, p += 3) {
      const k = (column >> 2) * 3
      const f = (column & 3) * 0.25
      color[p] = line[k]! + (line[k + 3]! - line[k]!) * f
      color[p + 1] = line[k + 1]! + (line[k + 4]! - line[k + 1]!) * f
      color[p + 2] = line[k + 2]! + (line[k + 5]! - line[k + 2]!) * f
    }
  }
  for (let row = last + 1; row < height; row++)
    color.copyWithin(row * width * 3, last * width * 3, (last + 1) * width * 3)
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
