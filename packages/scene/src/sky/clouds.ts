import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import type { Light } from '../light.ts'
import { clamp, clamp01, decay, exp, log, mix, smoothstep } from '../math.ts'
import { gradientNoise } from '../noise.ts'
import { billows } from './billow.ts'
import type { Air } from './model.ts'

/** Clouds on a coarse grid over the frame, premultiplied colour and cover, [rows, columns, 4]. */
export interface CloudMap {
  readonly columns: number
  readonly rows: number
  /** Frame y of the last row's lower edge. */
  readonly bottom: number
  readonly data: Float32Array
}

/** Shape of a layer of cloud. */
interface Layer {
  /** Metres above the eye. */
  readonly base: number
  readonly thick: number
  /** Metres from heap to heap. */
  readonly spacing: number
  /** -1 none to 1 all covered. */
  readonly cover: number
  /** How much the billows eat out of the heaps, 0 to 1. */
  readonly broken: number
  readonly dense: number
}

function layerFor(scene: Scene): Layer {
  const { clouds, weather, drama } = scene.world
  const amount = clamp01(clouds)
  switch (weather) {
    case 'overcast':
      return { base: 1100, thick: 700, spacing: 3600, cover: 0.62 + 0.3 * amount, broken: 0.5, dense: 0.9 }
    case 'rain':
      return { base: 850, thick: 800, spacing: 3400, cover: 0.7 + 0.3 * amount, broken: 0.55, dense: 1 }
    case 'snow':
      return { base: 800, thick: 700, spacing: 3800, cover: 0.75 + 0.25 * amount, broken: 0.35, dense: 0.7 }
    case 'storm':
      return { base: 900, thick: 1900, spacing: 4600, cover: 0.5 + 0.35 * amount, broken: 0.75, dense: 1.3 }
    case 'fog':
      return { base: 700, thick: 500, spacing: 3600, cover: 0.3 + 0.4 * amount, broken: 0.4, dense: 0.5 }
    case 'cloudy':
      return { base: 1250, thick: 1500, spacing: 3300, cover: -0.02 + 0.62 * amount, broken: 0.8, dense: 1 }
    default:
      return {
        base: 1350,
        thick: 1250 + 500 * drama,
        spacing: 3000,
        cover: -0.62 + 0.95 * amount,
        broken: 0.85,
        dense: 1,
      }
  }
}

const STEPS = 110

/** Marches through the clouds of a sky: heaps on a level base, lit from the sun's side, dark below, rimmed against the sun. */
export function cloudMap(
  scene: Scene,
  camera: Camera,
  light: Light,
  air: Air,
  height: number,
  checkpoint: () => void,
): CloudMap | null {
  const { world, seed } = scene
  const layer = layerFor(scene)
  if (layer.cover <= -0.6) return null
  const cells = clamp(Math.round(height / 2.9), 60, 900)
  const columns = Math.round(cells * camera.aspect)
  const bottom = Math.min(1, camera.horizon + 0.002)
  const rows = Math.max(4, Math.round(cells * bottom))
  const data = new Float32Array(rows * columns * 4)
  const billow = billows()
  const { base, thick, broken, dense } = layer
  const offset = (seed & 1023) * 7.31
  // Direction to the light where the clouds are: the drawn sun, so that their bright sides look at it.
  const sx = (air.sunX - 0.5) * camera.spread * camera.aspect
  const seen = (world.sun && world.time !== 'night') || (world.moon !== 'none' && world.time === 'night')
  const lx = light.direction[0]
  const ly = light.direction[1]
  const lz = light.direction[2]
  const dirX = mix(lx, sx, 0.5)
  const dirY = Math.max(0.2, ly)
  const dirZ = seen ? 0.35 : -lz
  const dirN = 1 / Math.sqrt(dirX * dirX + dirY * dirY + dirZ * dirZ)
  const step1 = 130
  const [ax, ay, az] = [dirX * dirN * step1, dirY * dirN * step1, dirZ * dirN * step1]
  const detailScale = 1 / 1500
  const fineScale = 1 / 420

  const heap = heapMap(scene, layer, camera, offset)
  // Places go in and values come out through arrays: see `probe`.
  const at = new Float64Array(4)
  const cell = new Float64Array(3)
  /** at: x, y, z, cover in; density out at [0]. */
  const density = (fine: boolean): void => {
    const x = at[0]!
    const y = at[1]!
    const z = at[2]!
    const cover = at[3]!
    at[0] = 0
    const h = (y - base) / thick
    if (h <= 0 || h >= 1) return
    const top = clamp01(cover * 1.9)
    const body =
      cover * 1.35 + 0.34 - Math.max(0, h - 0.06) * (1.3 - 0.62 * top) - (h < 0.06 ? (0.06 - h) * 6 : 0)
    if (body <= -0.1) return
    cell[0] = (x + offset) * detailScale
    cell[1] = y * detailScale
    cell[2] = z * detailScale
    billow(cell)
    let cut = 1 - cell[0]!
    if (fine) {
      cell[0] = x * fineScale
      cell[1] = y * fineScale
      cell[2] = (z + offset) * fineScale
      billow(cell)
      cut = cut * 0.64 + (1 - cell[0]!) * 0.36
    }
    cell[0] = cut
    const d = body - cut * broken * (0.95 + 0.35 * h)
    if (d > 0) at[0] = Math.min(1, d * 5) * dense
  }
  // Under a closed ceiling only its folds are seen.
  const turmoil = layer.cover > 0.4 ? 0.9 + 0.9 * world.drama + (world.weather === 'storm' ? 0.7 : 0) : 0.5
  const { cloudLit, cloudShade, cloudRim } = air.palette
  const seenColor = new Float32Array(3)
  for (let row = 0; row < rows; row++) {
    if ((row & 15) === 0) checkpoint()
    const y = ((row + 0.5) / rows) * bottom
    const tangent = (camera.horizon - y) * camera.spread
    if (tangent < 0.012) continue
    for (let column = 0; column < columns; column++) {
      const frameX = (column + 0.5) / columns
      const side = (frameX - 0.5) * camera.spread * camera.aspect
      const start = base / tangent
      const end = Math.min((base + thick) / tangent, 60000)
      if (start > 42000) continue
      const far = Math.min(end, start * 2.6 + 9000)
      // Fine steps inside, long ones between heaps; both grow with the distance, as pixels do.
      const fine = 18 + start * 0.0125
      // The first step is shifted by place, which turns slices into grain.
      let s = start + fine * ((column * 0.7548 + row * 0.5698) % 1)
      let left = 1
      let r = 0
      let g = 0
      let b = 0
      let where = 0
      const metre = 0.0042 * Math.sqrt(1 + side * side + tangent * tangent)
      for (let k = 0; k < STEPS && s < far; k++) {
        at[0] = side
        at[1] = s
        heap(at)
        const cover = at[0]!
        if (cover < -0.1) {
          // Nothing for a while: heaps are wide.
          s += fine * (cover < -0.4 ? 9 : 4)
          continue
        }
        const ds = fine
        const px = side * s
        const py = tangent * s
        at[0] = px
        at[1] = py
        at[2] = s
        at[3] = cover
        density(true)
        const d = at[0]!
        const folds = 1 + (0.5 - cell[0]!) * turmoil
        if (d <= 0.004) {
          s += ds
          continue
        }
        at[0] = px + ax
        at[1] = py + ay
        at[2] = s + az
        at[3] = cover
        density(false)
        const l1 = at[0]!
        at[0] = (px + ax * 3) / (s + az * 3)
        at[1] = s + az * 3
        heap(at)
        at[3] = at[0]!
        at[0] = px + ax * 3
        at[1] = py + ay * 3
        at[2] = s + az * 3
        density(false)
        const l2 = at[0]!
        const optical = l1 * 1.3 + l2 * 2.6
        const h = clamp01((py - base) / thick)
        const direct = decay(optical * 0.9) * 0.72 + decay(optical * 0.22) * 0.28
        // Powder: thin fresh edges scatter less towards the eye than the body behind them.
        const lit = direct * (0.55 + 0.45 * (1 - decay(d * 3.2)))
        // Thick parts let less through to their undersides.
        const ambient = folds * (0.44 + 0.56 * h) * (1.12 - 0.5 * clamp01(cover * 1.1) * (1 - h))
        const a = 1 - decay(d * ds * metre)
        const weight = left * a
        where += weight * s
        s += ds
        r += weight * (cloudShade[0] * ambient + cloudLit[0] * lit)
        g += weight * (cloudShade[1] * ambient + cloudLit[1] * lit)
        b += weight * (cloudShade[2] * ambient + cloudLit[2] * lit)
        left *= 1 - a
        if (left < 0.015) break
      }
      let alpha = 1 - left
      if (alpha < 0.004) continue
      // Against the sun thin parts glow.
      const gx = (frameX - air.sunX) * camera.aspect
      const gy = y - air.sunY
      const near = decay(Math.sqrt(gx * gx + gy * gy) * 4.2) * (seen ? 1 : 0.25)
      const rim = near * alpha * (1 - alpha) * 3 + near * alpha * 0.18
      r += cloudRim[0] * rim
      g += cloudRim[1] * rim
      b += cloudRim[2] * rim
      // Far clouds sink into the air.
      where /= Math.max(1e-4, alpha)
      const clear = decay(where * (0.000028 + light.hazePerKilometre * 0.00022))
      air.color(frameX, y, seenColor, 0)
      const fade = smoothstep(0.012, 0.05, tangent)
      const o = (row * columns + column) * 4
      data[o] = (r * clear + seenColor[0]! * alpha * (1 - clear)) * fade
      data[o + 1] = (g * clear + seenColor[1]! * alpha * (1 - clear)) * fade
      data[o + 2] = (b * clear + seenColor[2]! * alpha * (1 - clear)) * fade
      alpha *= fade
      data[o + 3] = alpha
    }
  }
  return { columns, rows, bottom, data: smooth(data, columns) }
}

/**
 * How tall the heap is over a place, about -1 to 1, by sideways tangent at[0] and distance at[1], into at[0]: all rays of a column of the frame pass
 * over the same places, so the noise is asked once for each.
 */
function heapMap(scene: Scene, layer: Layer, camera: Camera, offset: number): (at: Float64Array) => void {
  const { seed } = scene
  const { spacing } = layer
  const threshold = -layer.cover * 0.62
  const wide = camera.spread * camera.aspect * 0.5 + 0.3
  const columns = Math.max(96, Math.round(220 * (2 * wide)))
  const rows = 240
  const nearest = 600
  const step = log(62000 / nearest) / (rows - 1)
  const map = new Float32Array(columns * rows)
  for (let row = 0, p = 0; row < rows; row++) {
    const z = nearest * exp(row * step)
    for (let column = 0; column < columns; column++, p++) {
      const x = ((column / (columns - 1)) * 2 - 1) * wide * z + offset
      map[p] =
        gradientNoise(seed + 701, x / spacing, z / spacing) * 0.72 +
        gradientNoise(seed + 702, x / (spacing * 0.43), z / (spacing * 0.43)) * 0.4 -
        threshold
    }
  }
  const scale = (columns - 1) / (2 * wide)
  const inverse = 1 / step
  return (at) => {
    const s = at[1]!
    const c = clamp((at[0]! + wide) * scale, 0, columns - 1.001)
    const r = s > nearest ? log(s / nearest) * inverse : 0
    if (r >= rows - 1) {
      at[0] = -1
      return
    }
    const ic = c | 0
    const ir = r | 0
    const fc = c - ic
    const p = ir * columns + ic
    const a = map[p]! + (map[p + 1]! - map[p]!) * fc
    const b = map[p + columns]! + (map[p + columns + 1]! - map[p + columns]!) * fc
    at[0] = a + (b - a) * (r - ir)
  }
}

/** A tent of 3 x 3: takes out the grain of the shifted steps. */
function smooth(data: Float32Array, columns: number): Float32Array {
  const line = columns * 4
  const half = new Float32Array(data.length)
  for (let p = 0; p < data.length; p++) {
    const column = (p % line) >> 2
    const left = data[column > 0 ? p - 4 : p]!
    const right = data[column < columns - 1 ? p + 4 : p]!
    half[p] = data[p]! * 0.5 + (left + right) * 0.25
  }
  const out = new Float32Array(data.length)
  for (let p = 0; p < data.length; p++) {
    const above = half[p >= line ? p - line : p]!
    const below = half[p + line < data.length ? p + line : p]!
    out[p] = half[p]! * 0.5 + (above + below) * 0.25
  }
  return out
}

/** Colour and cover of the map at a frame place, smoothly: out[0..2] premultiplied, out[3] cover. */
export function cloudAt(map: CloudMap, x: number, y: number, out: Float32Array): void {
  const cx = clamp(x * map.columns - 0.5, 0, map.columns - 1.001)
  const cy = clamp((y / map.bottom) * map.rows - 0.5, 0, map.rows - 1.001)
  const ix = cx | 0
  const iy = cy | 0
  const fx = cx - ix
  const fy = cy - iy
  const a = (iy * map.columns + ix) * 4
  const b = a + map.columns * 4
  const { data } = map
  const w1 = fx * (1 - fy)
  const w2 = (1 - fx) * fy
  const w3 = fx * fy
  const w0 = 1 - w1 - w2 - w3
  for (let k = 0; k < 4; k++)
    out[k] = data[a + k]! * w0 + data[a + 4 + k]! * w1 + data[b + k]! * w2 + data[b + 4 + k]! * w3
}
