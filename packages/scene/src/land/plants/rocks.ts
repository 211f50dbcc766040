import { clamp01, cos, sin } from '../../math.ts'
import { random } from '../../noise.ts'
import { crag, look } from '../texture.ts'
import { CHANNELS, type Raster } from './sketch.ts'

const PLANES = 18

/**
 * A boulder `scale` pixels high: a body cut by random planes, as weather breaks stone, its edges rounded and its faces
 * pitted. It is all "bark": the dye says which stone.
 */
export function boulder(seed: number, scale: number): Raster {
  const wide = 0.75 + 0.55 * random(seed, 1)
  const footX = Math.ceil(wide * scale) + 2
  const footY = Math.ceil(scale) + 2
  const width = 2 * footX
  const height = footY + Math.ceil(0.06 * scale) + 2
  const data = new Float32Array(width * height * CHANNELS)
  const planes = cuts(seed)
  const bump = new Float64Array(3)
  for (let row = 0, o = 0; row < height; row++) {
    for (let column = 0; column < width; column++, o += CHANNELS) {
      const x = ((column + 0.5 - footX) / (scale * wide)) * 1.12
      const y = ((footY - row - 0.5) / scale) * 1.04
      const hit = meet(planes, x, y * 1.8 - 0.72)
      const cover = clamp01(hit.inside * scale * 0.5 + 0.5) * clamp01((y + 0.05) * scale * 0.35)
      if (cover <= 0.003) continue
      look(crag, x * 0.35 + seed * 0.17, y * 0.35, 0.6 / scale, bump)
      const n = 0.02
      const nx = hit.x - bump[1]! * n
      const ny = hit.y + bump[2]! * n
      const norm = cover / Math.sqrt(nx * nx + ny * ny + hit.z * hit.z + 1e-6)
      data[o] = nx * norm
      data[o + 1] = ny * norm
      data[o + 2] = hit.z * norm
      data[o + 3] = (0.35 + 0.65 * clamp01(y * 2.2 + 0.08)) * (0.85 + 0.15 * clamp01(bump[0]! + 0.6)) * cover
      data[o + 4] = Math.max(-1, Math.min(1, bump[0]! * 0.9 + hit.tone)) * cover
      data[o + 5] = cover
      data[o + 7] = cover
    }
  }
  return { width, height, footX, footY, scale, data }
}

/** [PLANES, 5]: unit normal, distance from the middle, tone. */
function cuts(seed: number): Float64Array {
  const planes = new Float64Array(PLANES * 5)
  for (let k = 0; k < PLANES; k++) {
    const v = 1 - (2 * (k + 0.5)) / PLANES
    const turn = k * 2.399963 + random(seed, 2, k) * 1.6
    const ring = Math.sqrt(1 - v * v)
    planes.set(
      [
        ring * cos(turn),
        v,
        ring * sin(turn),
        0.7 + 0.34 * random(seed, 3, k),
        (random(seed, 4, k) - 0.5) * 0.5,
      ],
      k * 5,
    )
  }
  return planes
}

/** Where a ray from the viewer meets the cut body: its blended normal there, and how far inside the outline it is. */
function meet(
  planes: Float64Array,
  x: number,
  y: number,
): { x: number; y: number; z: number; inside: number; tone: number } {
  let front = 9
  let back = -9
  for (let k = 0; k < planes.length; k += 5) {
    const nz = planes[k + 2]!
    const room = planes[k + 3]! - planes[k]! * x - planes[k + 1]! * y
    if (nz > 1e-3) front = Math.min(front, room / nz)
    else if (nz < -1e-3) back = Math.max(back, room / nz)
  }
  // Planes that are almost met share in the normal: rounded edges.
  let nx = 0
  let ny = 0
  let nz = 0
  let tone = 0
  for (let k = 0; k < planes.length; k += 5) {
    const gap = planes[k + 3]! - planes[k]! * x - planes[k + 1]! * y - planes[k + 2]! * front
    if (gap > 0.09) continue
    const w = 1 - gap / 0.09
    const w2 = w * w
    nx += planes[k]! * w2
    ny += planes[k + 1]! * w2
    nz += planes[k + 2]! * w2
    tone += planes[k + 4]! * w2
  }
  const total = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-6
  return { x: nx / total, y: ny / total, z: nz / total, inside: (front - back) * 0.6, tone }
}
