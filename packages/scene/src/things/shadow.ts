import { LABEL, type Stage } from '../frame.ts'
import { clamp, clamp01, exp } from '../math.ts'
import { blur } from '../vector/blur.ts'
import { borrow, giveBack } from '../vector/pool.ts'
import type { Placed } from './place.ts'
import type { Sprite } from './sprite.ts'

/** What a shadow falls on. Things that stand upright are not ground: shadows on them would lie where no one expects them. */
const GROUND = new Set<number>([
  LABEL.ground,
  LABEL.road,
  LABEL.floor,
  LABEL.table,
  LABEL.vegetation,
  LABEL.backdrop,
])

/** A plane of cells over a part of the frame. */
interface Plane {
  readonly left: number
  readonly top: number
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly data: Float32Array
}

function newPlane(left: number, top: number, right: number, bottom: number, cell: number): Plane {
  const columns = Math.max(2, Math.ceil((right - left) / cell) + 1)
  const rows = Math.max(2, Math.ceil((bottom - top) / cell) + 1)
  return { left, top, cell, columns, rows, data: borrow(columns * rows) }
}

/** Adds weight at (x, y) in pixels, shared among the four cells around. */
function splat(plane: Plane, x: number, y: number, weight: number): void {
  const sx = (x - plane.left) / plane.cell
  const sy = (y - plane.top) / plane.cell
  const ix = Math.floor(sx)
  const iy = Math.floor(sy)
  if (ix < 0 || iy < 0 || ix + 1 >= plane.columns || iy + 1 >= plane.rows) return
  const [fx, fy] = [sx - ix, sy - iy]
  const { data, columns } = plane
  const i = iy * columns + ix
  data[i] = data[i]! + weight * (1 - fx) * (1 - fy)
  data[i + 1] = data[i + 1]! + weight * fx * (1 - fy)
  data[i + columns] = data[i + columns]! + weight * (1 - fx) * fy
  data[i + columns + 1] = data[i + columns + 1]! + weight * fx * fy
}

function valueAt(plane: Plane, x: number, y: number): number {
  const sx = (x - plane.left) / plane.cell
  const sy = (y - plane.top) / plane.cell
  const ix = Math.floor(sx)
  const iy = Math.floor(sy)
  if (ix < 0 || iy < 0 || ix + 1 >= plane.columns || iy + 1 >= plane.rows) return 0
  const [fx, fy] = [sx - ix, sy - iy]
  const { data, columns } = plane
  const i = iy * columns + ix
  const upper = data[i]! + (data[i + 1]! - data[i]!) * fx
  const lower = data[i + columns]! + (data[i + columns + 1]! - data[i + columns]!) * fx
  return upper + (lower - upper) * fy
}

/**
 * Darkens the ground under and behind a thing: tight and dark where it touches, a little all around, and the silhouette cast
 * along the light. `onto` is the label of what it stands on when that is another thing.
 */
export function castShadow(
  stage: Stage,
  placed: Placed,
  sprite: Sprite,
  onto: readonly number[] | null,
): void {
  const { frame, light, camera } = stage
  const foot = placed.foot + placed.lift
  const high = placed.height
  const flatness =
    clamp((foot / frame.height - camera.horizon) * camera.spread, 0.1, 0.55) * (onto === null ? 1 : 0.6)
  const [lx, ly, lz] = light.direction
  const steep = Math.max(0.16, ly)
  const long = Math.min(1, 2.4 / (Math.sqrt(lx * lx + lz * lz) / steep))
  const leanX = (-lx / steep) * long
  const leanY = (-lz / steep) * flatness * long
  const cell = Math.max(1, high / 80)
  const margin = 0.35 * high + 3 * cell
  const reachX = Math.abs(leanX) * high
  const left = placed.x - placed.width * 0.6 - margin - (leanX < 0 ? reachX : 0)
  const right = placed.x + placed.width * 0.6 + margin + (leanX > 0 ? reachX : 0)
  const up = Math.max(0, -leanY * high) + margin
  const down = Math.max(0, leanY * high) + margin
  const plane = (): Plane => newPlane(left, foot - up, right, foot + down, cell)
  const [touch, around, near, far] = [plane(), plane(), plane(), plane()]
  const body = placed.width * 0.16 * flatness
  const step = Math.max(1, Math.round(cell * 0.75))
  const density = (step * step) / (cell * cell)
  const airborne = placed.lift / Math.max(1, high)
  for (let y = 0; y < sprite.height; y += step)
    for (let x = 0; x < sprite.width; x += step) {
      const alpha = sprite.alpha[y * sprite.width + x]!
      if (alpha < 0.05) continue
      const above = Math.max(0, placed.foot - (sprite.top + y + 0.5)) + placed.lift
      const share = above / high
      const px = sprite.left + x + 0.5
      if (share < 0.07) splat(touch, px, foot - above * 0.35 * flatness, alpha * density * (1 - share / 0.07))
      if (share < 0.8) splat(around, px, foot, alpha * density * (1 - share) * 0.05)
      if (light.softness >= 0.97 || above < 0) continue
      const to = share < 0.3 + airborne ? near : far
      for (let k = -1; k <= 1; k++)
        splat(to, px + leanX * above, foot + leanY * above + k * body, (alpha * density) / 3)
    }
  blur(touch.data, touch.columns, touch.rows, 1, (0.012 * high) / cell + 0.4)
  blur(around.data, around.columns, around.rows, 1, (0.07 * high) / cell + 0.6)
  const penumbra = 0.2 + light.softness
  blur(near.data, near.columns, near.rows, 1, (0.02 * high * penumbra + airborne * 0.1 * high) / cell + 0.4)
  blur(far.data, far.columns, far.rows, 1, (0.09 * high * penumbra + airborne * 0.1 * high) / cell + 0.5)
  const cast = 1 - light.softness
  // Per cell: how much light is kept by what lies close (in `touch`), and how much of the key light is taken (in `near`).
  let any = false
  for (let i = 0; i < touch.data.length; i++) {
    const contact = clamp01(touch.data[i]! * 1.5)
    const wide = 1 - exp(-around.data[i]! * 1.7)
    const occluded = (1 - 0.72 * contact) * (1 - 0.58 * wide * (1 - 0.5 * airborne))
    const sum = near.data[i]! + far.data[i]!
    touch.data[i] = 1 - occluded < 0.003 ? 0 : 1 - occluded
    near.data[i] = sum < 0.002 ? 0 : (1 - exp(-2.2 * sum)) * cast
    any ||= touch.data[i] !== 0 || near.data[i] !== 0
  }
  // Stalks of wheat that stand before it hide the ground, and take no shadow of it.
  const horizon = camera.horizon * frame.height
  const level = placed.distance * Math.max(1, foot - horizon)
  const groundAt = (y: number): number => (onto === null && y > horizon + 1 ? level / (y - horizon) : 0)
  if (any) darken(stage, touch, near, onto === null ? GROUND : new Set(onto), groundAt)
  for (const used of [touch, around, near, far]) giveBack(used.data)
}

/** Share of the ground's distance up to which a pixel is of something tall that stands before it. */
const BEFORE = 0.76

/**
 * Multiplies the colour of pixels with one of the labels by what two planes of one size take from it. `groundAt`: distance of the ground that
 * it is cast on, by row; 0 where that is not known.
 */
function darken(
  stage: Stage,
  close: Plane,
  taken: Plane,
  labels: ReadonlySet<number>,
  groundAt: (y: number) => number = () => 0,
): void {
  const { frame } = stage
  const kept = shadowColor(stage)
  const { columns, rows, cell, left, top } = close
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const i = row * columns + column
      const j = i + columns
      const [a, b] = [close.data, taken.data]
      if (a[i]! + a[i + 1]! + a[j]! + a[j + 1]! + b[i]! + b[i + 1]! + b[j]! + b[j + 1]! === 0) continue
      // Pixels whose centres lie in this cell.
      const x0 = Math.max(0, Math.ceil(left + column * cell - 0.5))
      const x1 = Math.min(frame.width, Math.ceil(left + (column + 1) * cell - 0.5))
      const y0 = Math.max(0, Math.ceil(top + row * cell - 0.5))
      const y1 = Math.min(frame.height, Math.ceil(top + (row + 1) * cell - 0.5))
      for (let y = y0; y < y1; y++) {
        const nearest = BEFORE * groundAt(y + 0.5)
        for (let x = x0; x < x1; x++) {
          const p = y * frame.width + x
          if (!labels.has(frame.label[p]!) || frame.depth[p]! < nearest) continue
          const fx = (x + 0.5 - left) / cell - column
          const fy = (y + 0.5 - top) / cell - row
          const open = 1 - between(a, i, j, fx, fy)
          const shadow = between(b, i, j, fx, fy)
          for (let channel = 0; channel < 3; channel++)
            frame.color[3 * p + channel] =
              frame.color[3 * p + channel]! * open * (1 + (kept[channel]! - 1) * shadow)
        }
      }
    }
}

function between(data: Float32Array, i: number, j: number, fx: number, fy: number): number {
  const upper = data[i]! + (data[i + 1]! - data[i]!) * fx
  const lower = data[j]! + (data[j + 1]! - data[j]!) * fx
  return upper + (lower - upper) * fy
}

/** Share of each colour that is left on level ground when the key light is taken away. */
function shadowColor({ light }: Stage): readonly number[] {
  return [0, 1, 2].map((channel) => {
    const key = light.color[channel]! * Math.max(0.2, light.direction[1])
    return clamp(light.sky[channel]! / (light.sky[channel]! + key), 0.12, 0.92)
  })
}

/** The soft shadow of something flat on a wall, a little below and away from the light. */
export function wallShadow(stage: Stage, placed: Placed, sprite: Sprite): void {
  const { frame, light } = stage
  const cell = Math.max(1, placed.height / 70)
  const margin = 0.2 * placed.height
  const plane = newPlane(
    sprite.left - margin,
    sprite.top - margin,
    sprite.left + sprite.width + margin,
    sprite.top + sprite.height + margin,
    cell,
  )
  const step = Math.max(1, Math.round(cell * 0.75))
  const density = (step * step) / (cell * cell)
  const dx = -light.direction[0] * 0.05 * placed.height
  const dy = 0.045 * placed.height
  for (let y = 0; y < sprite.height; y += step)
    for (let x = 0; x < sprite.width; x += step)
      splat(plane, sprite.left + x + dx, sprite.top + y + dy, sprite.alpha[y * sprite.width + x]! * density)
  blur(plane.data, plane.columns, plane.rows, 1, (0.03 * placed.height) / cell + 0.5)
  const x0 = Math.max(0, Math.floor(plane.left))
  const x1 = Math.min(frame.width, Math.ceil(plane.left + plane.columns * cell))
  const y0 = Math.max(0, Math.floor(plane.top))
  const y1 = Math.min(frame.height, Math.ceil(plane.top + plane.rows * cell))
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const value = valueAt(plane, x + 0.5, y + 0.5)
      if (value < 0.004) continue
      const p = 3 * (y * frame.width + x)
      for (let channel = 0; channel < 3; channel++)
        frame.color[p + channel] = frame.color[p + channel]! * (1 - 0.5 * clamp01(value))
    }
  giveBack(plane.data)
}
