import type { Scene } from '@plantain/core'
import { worldX } from '../camera.ts'
import type { Ground, Stage } from '../frame.ts'
import { LABEL } from '../frame.ts'
import { exp } from '../math.ts'
import { airFor } from '../sky/model.ts'
import { groundFrom } from './ground.ts'
import { type Haze, hazeFor } from './haze.ts'
import { lightRelief } from './relief/daylight.ts'
import { type Relief, type Shape, buildRelief } from './relief/grid.ts'
import { type View, viewRelief } from './relief/view.ts'
import { shade } from './shading.ts'
import { type Surface, newPlace } from './surface.ts'

/** A piece of country: its shape and what covers it. */
export interface Terrain {
  /** Metres from the eye to the nearest and the farthest land. */
  readonly near: number
  readonly far: number
  readonly shape: Shape
  readonly surface: Surface
}

/** Paints a terrain into the frame, over the sky. */
export function paintTerrain(stage: Stage, scene: Scene, terrain: Terrain): Ground {
  const { frame, camera, light } = stage
  const { width, height } = frame
  const fine = Math.min(1, height / 512)
  const relief = buildRelief(
    camera,
    {
      near: terrain.near,
      far: terrain.far,
      resolution: Math.round(160 + 352 * fine),
      rows: Math.round(240 + 460 * fine),
    },
    terrain.shape,
    stage.checkpoint,
  )
  lightRelief(relief, camera, light, stage.checkpoint)
  const view = viewRelief(relief, camera, width, height, stage.checkpoint)
  const haze = hazeFor(light, camera, airFor(scene.world, camera), width)
  paintView(stage, relief, view, haze, terrain.surface)
  return groundFrom(frame, camera)
}

function paintView(stage: Stage, relief: Relief, view: View, haze: Haze, surface: Surface): void {
  const { frame, checkpoint } = stage
  const { width, height, color, depth, label } = frame
  const paint = placePainter(stage, relief, haze, surface)
  const out = new Float32Array(3)
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) checkpoint()
    for (let column = 0; column < width; column++, p++) {
      const hit = view.hit[p]!
      if (hit < 0) continue
      const place = paint(column, row, hit, out)
      color[p * 3] = out[0]!
      color[p * 3 + 1] = out[1]!
      color[p * 3 + 2] = out[2]!
      depth[p] = place.z
      label[p] = place.label
    }
  }
  const { edges } = view
  for (let k = edges.count - 1; k >= 0; k--) {
    const p = edges.pixel[k]!
    const cover = edges.cover[k]!
    const place = paint(p % width, (p / width) | 0, edges.hit[k]!, out)
    for (let channel = 0; channel < 3; channel++)
      color[p * 3 + channel] = color[p * 3 + channel]! + (out[channel]! - color[p * 3 + channel]!) * cover
    if (cover >= 0.5) {
      depth[p] = place.z
      label[p] = place.label
    }
  }
}

/** Returns a function that looks up a pixel's place on the relief, covers it with its surface, lights it and hazes it. */
function placePainter(stage: Stage, relief: Relief, haze: Haze, surface: Surface) {
  const { camera, light, frame } = stage
  const { columns, margin, scale, near, step, height, slopeX, slopeZ, lit, open } = relief
  const place = newPlace()
  const { width } = frame
  const pixelAngle = camera.spread / frame.height
  return (column: number, row: number, hit: number, out: Float32Array) => {
    const x = (column + 0.5) / width
    const c = x * scale + margin
    const ci = c | 0
    const fc = c - ci
    const ri = hit | 0
    const fr = hit - ri
    const a = ri * columns + ci
    const b = a + columns
    const w1 = fc * (1 - fr)
    const w2 = (1 - fc) * fr
    const w3 = fc * fr
    const w0 = 1 - w1 - w2 - w3
    const z = near * exp(step * hit)
    place.z = z
    place.x = worldX(camera, x, z)
    place.y = height[a]! * w0 + height[a + 1]! * w1 + height[b]! * w2 + height[b + 1]! * w3
    place.slopeX = slopeX[a]! * w0 + slopeX[a + 1]! * w1 + slopeX[b]! * w2 + slopeX[b + 1]! * w3
    place.slopeZ = slopeZ[a]! * w0 + slopeZ[a + 1]! * w1 + slopeZ[b]! * w2 + slopeZ[b + 1]! * w3
    place.base.slopeX = place.slopeX
    place.base.slopeZ = place.slopeZ
    place.lit = lit[a]! * w0 + lit[a + 1]! * w1 + lit[b]! * w2 + lit[b + 1]! * w3
    place.open = open[a]! * w0 + open[a + 1]! * w1 + open[b]! * w2 + open[b + 1]! * w3
    place.frameX = x
    place.frameY = (row + 0.5) / frame.height
    place.pixel = z * pixelAngle
    place.through = 0
    place.gloss = 0
    place.label = LABEL.ground
    surface(place)
    shade(place, light, camera.eye, out, 0)
    const left = haze.left(z, place.y)
    const k = column * 3
    out[0] = haze.color[k]! + (out[0]! - haze.color[k]!) * left
    out[1] = haze.color[k + 1]! + (out[1]! - haze.color[k + 1]!) * left
    out[2] = haze.color[k + 2]! + (out[2]! - haze.color[k + 2]!) * left
    return place
  }
}
