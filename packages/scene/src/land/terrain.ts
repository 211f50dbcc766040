import type { Scene } from '@plantain/core'
import { worldX } from '../camera.ts'
import type { Ground, Stage } from '../frame.ts'
import { LABEL } from '../frame.ts'
import { airFor } from '../sky/model.ts'
import { groundFrom } from './ground.ts'
import { type Haze, hazeFor } from './haze.ts'
import { type Stand, grow } from './plants/scatter.ts'
import { TURF_FROM, TURF_RING, TURF_TO, type Turf, paintTurf } from './plants/turf.ts'
import { lightRelief } from './relief/daylight.ts'
import { type Relief, type ReliefSize, type Shape, buildRelief } from './relief/grid.ts'
import { samplerOf } from './relief/sample.ts'
import { type View, viewRelief } from './relief/view.ts'
import { paintWater } from '../water/index.ts'
import { shade } from './shading.ts'
import { type Surface, newPlace } from './surface.ts'

/** A piece of country: its shape and what covers it. */
export interface Terrain {
  /** Distances in metres where the spacing of rows changes, with the spacing as a share of the distance. */
  readonly spans: ReliefSize['spans']
  readonly far: number
  readonly shape: Shape
  readonly surface: Surface
  readonly stands?: readonly Stand[]
  readonly turf?: Turf | null
}

/** Metres of water through which no bed is seen. */
const MURKY = 2.2

/** Plants farther away than this are mirrored by the water; nearer ones stand before it. Metres. */
const SHORE_PLANTS = 80

/** Paints a terrain into the frame, over the sky. */
export function paintTerrain(stage: Stage, scene: Scene, terrain: Terrain): Ground {
  const { frame, camera, light } = stage
  const { width, height } = frame
  // Some two pixels a column: finer land than that is the surface's business.
  const resolution = Math.round(Math.min(1100, Math.max(72, height * 0.41)))
  const coarse = Math.min(3.2, Math.max(0.55, 420 / resolution))
  const relief = buildRelief(
    camera,
    {
      spans: terrain.spans.map(([from, ratio]) => [from, ratio * 1.22 * coarse] as const),
      far: terrain.far,
      resolution,
    },
    terrain.shape,
    stage.checkpoint,
  )
  lightRelief(relief, camera, light, stage.checkpoint)
  const ground = samplerOf(relief, camera)
  const growth = grow(stage, scene, terrain.stands ?? [], ground)
  growth.shade(relief)
  const view = viewRelief(relief, camera, width, height, stage.checkpoint)
  const haze = hazeFor(light, camera, airFor(scene.world, camera), width)
  const { level } = terrain.shape
  const deep = level === undefined ? null : new Float32Array(width * height)
  const waves = relief.waves === null ? null : new Float32Array(width * height * 3)
  paintView(stage, relief, view, haze, terrain, deep, waves)
  growth.plant(SHORE_PLANTS, Infinity, haze)
  if (level !== undefined) paintWater(stage, scene, { level, deep, waves })
  const walkable = groundFrom(frame, camera)
  growth.plant(TURF_TO, SHORE_PLANTS, haze)
  for (let far = TURF_TO; far > TURF_FROM; far /= TURF_RING) {
    stage.checkpoint()
    growth.plant(far / TURF_RING, far, haze)
    if (terrain.turf) paintTurf(stage, scene, terrain.turf, ground, haze, far / TURF_RING, far)
  }
  return walkable
}

function paintView(
  stage: Stage,
  relief: Relief,
  view: View,
  haze: Haze,
  terrain: Terrain,
  deep: Float32Array | null,
  waves: Float32Array | null,
): void {
  const { frame, checkpoint } = stage
  const level = terrain.shape.level ?? -Infinity
  const { width, height, color, depth, label } = frame
  const paint = placePainter(stage, relief, haze, terrain.surface, level - MURKY)
  const out = new Float32Array(3)
  const swell = waves === null ? null : waveReader(relief, stage)
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
      if (deep !== null && place.y < level) {
        deep[p] = level - place.y
        label[p] = LABEL.water
        if (waves !== null) swell!(column, hit, waves, p * 3)
      } else label[p] = place.label
    }
  }
  const { edges } = view
  for (let k = edges.count - 1; k >= 0; k--) {
    const p = edges.pixel[k]!
    const cover = edges.cover[k]!
    const place = paint(p % width, (p / width) | 0, edges.hit[k]!, out)
    if (deep !== null && place.y < level) {
      // The rim of a lake or the end of the sea: water is painted later, whole pixels of it.
      if (cover >= 0.5) {
        depth[p] = place.z
        label[p] = LABEL.water
        deep[p] = level - place.y
      }
      continue
    }
    for (let channel = 0; channel < 3; channel++)
      color[p * 3 + channel] = color[p * 3 + channel]! + (out[channel]! - color[p * 3 + channel]!) * cover
    if (cover >= 0.5) {
      depth[p] = place.z
      label[p] = place.label
    }
  }
}

/** Returns a function that writes the slopes by x and z and the height of the waves that a pixel hits to out[at ..]. */
function waveReader(relief: Relief, stage: Stage) {
  const { columns, rows, margin, scale, distance } = relief
  const waves = relief.waves!
  const { camera, frame } = stage
  return (column: number, hit: number, out: Float32Array, at: number): void => {
    const c = ((column + 0.5) / frame.width) * scale + margin
    const ci = c | 0
    const ri = Math.min(rows - 2, hit | 0)
    const p = ri * columns + ci
    const q = p + columns
    const fc = c - ci
    const fr = hit - ri
    const near = waves[p]! + (waves[p + 1]! - waves[p]!) * fc
    const far = waves[q]! + (waves[q + 1]! - waves[q]!) * fc
    const across = (camera.spread * camera.aspect * distance[ri]!) / scale
    out[at] =
      (waves[p + 1]! - waves[p]! + (waves[q + 1]! - waves[q]! - waves[p + 1]! + waves[p]!) * fr) / across
    out[at + 1] = (far - near) / (distance[ri + 1]! - distance[ri]!)
    out[at + 2] = near + (far - near) * fr
  }
}

const FIELDS = 5
/** The fields that a pixel reads, side by side: one place in memory for each corner. */
function packed(relief: Relief): Float32Array {
  const { bed, slopeX, slopeZ, lit, open } = relief
  const field = new Float32Array(bed.length * FIELDS)
  for (let p = 0, o = 0; p < bed.length; p++, o += FIELDS) {
    field[o] = bed[p]!
    field[o + 1] = slopeX[p]!
    field[o + 2] = slopeZ[p]!
    field[o + 3] = lit[p]!
    field[o + 4] = open[p]!
  }
  return field
}

/** Returns a function that looks up a pixel's place on the relief, covers it with its surface, lights it and hazes it. */
function placePainter(stage: Stage, relief: Relief, haze: Haze, surface: Surface, murky: number) {
  const { camera, light, frame } = stage
  const { columns, margin, scale, distance } = relief
  const field = packed(relief)
  const place = newPlace()
  const fog = new Float64Array(2)
  const { width } = frame
  const pixelAngle = camera.spread / frame.height
  return (column: number, row: number, hit: number, out: Float32Array) => {
    const x = (column + 0.5) / width
    const c = x * scale + margin
    const ci = c | 0
    const fc = c - ci
    const ri = hit | 0
    const fr = hit - ri
    const a = (ri * columns + ci) * FIELDS
    const b = a + columns * FIELDS
    const w1 = fc * (1 - fr)
    const w2 = (1 - fc) * fr
    const w3 = fc * fr
    const w0 = 1 - w1 - w2 - w3
    const z = distance[ri]! + (distance[ri + 1]! - distance[ri]!) * fr
    place.z = z
    place.x = worldX(camera, x, z)
    place.y = field[a + 0]! * w0 + field[a + 5]! * w1 + field[b + 0]! * w2 + field[b + 5]! * w3
    place.slopeX = field[a + 1]! * w0 + field[a + 6]! * w1 + field[b + 1]! * w2 + field[b + 6]! * w3
    place.slopeZ = field[a + 2]! * w0 + field[a + 7]! * w1 + field[b + 2]! * w2 + field[b + 7]! * w3
    place.base.slopeX = place.slopeX
    place.base.slopeZ = place.slopeZ
    place.lit = field[a + 3]! * w0 + field[a + 8]! * w1 + field[b + 3]! * w2 + field[b + 8]! * w3
    place.open = field[a + 4]! * w0 + field[a + 9]! * w1 + field[b + 4]! * w2 + field[b + 9]! * w3
    place.frameX = x
    place.frameY = (row + 0.5) / frame.height
    place.pixel = z * pixelAngle
    place.through = 0
    place.gloss = 0
    place.glowRed = 0
    place.glowGreen = 0
    place.glowBlue = 0
    place.label = LABEL.ground
    if (place.y < murky) {
      // Nobody sees that far down: the water will paint itself.
      out.fill(0)
      return place
    }
    surface(place)
    shade(place, light, camera.eye, out, 0)
    fog[0] = z
    fog[1] = place.y
    haze.fade(fog)
    const left = fog[0]!
    const k = column * 3
    out[0] = haze.color[k]! + (out[0]! - haze.color[k]!) * left
    out[1] = haze.color[k + 1]! + (out[1]! - haze.color[k + 1]!) * left
    out[2] = haze.color[k + 2]! + (out[2]! - haze.color[k + 2]!) * left
    return place
  }
}
