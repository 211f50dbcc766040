import { type Camera, projectX, projectY } from '../../camera.ts'
import type { Stage } from '../../frame.ts'
import { nearestInDepth, newMeeting, placeHit, type Ray } from './ray.ts'
import { type Hit, newHit, type Solid } from './solid.ts'

/** What is seen, and how it is lit. */
export interface Setting {
  readonly camera: Camera
  readonly solids: readonly Solid[]
  /** Light that leaves a painted hit towards the origin of the ray, written to `out`. `deep` counts mirrors on the way. */
  light(hit: Hit, ray: Ray, out: Float64Array, deep: number): void
  /** What is seen where no solid is; null leaves the sky that was painted before. */
  readonly behind: ((ray: Ray, out: Float64Array) => void) | null
}

/** Tiles along each side of the frame: each knows the few solids that can be seen in it. */
const TILES = 24
/** Solids nearer than this are not cut to tiles, metres. */
const NEAREST = 0.3
/** The most layers (curtain, glass, leaves) that one ray goes through. */
const LAYERS = 12
/** Places in a pixel on an edge, besides its middle: a turned square. */
const PLACES = [
  [0.125, 0.375],
  [0.625, 0.125],
  [0.375, 0.875],
  [0.875, 0.625],
] as const

/**
 * Paints solids into the frame by casting a ray a pixel, and four more where two faces meet. Writes colour, distance and label of
 * every pixel that a solid covers; `within` a painted land, only where nothing nearer has been painted.
 */
export function trace(stage: Stage, setting: Setting, within = false): void {
  const { frame } = stage
  const { width, height, color, depth, label } = frame
  const seen: Seen = { depth: Infinity, label: 0, face: 0 }
  const look = lookInto(setting, height, seen)
  const faces = new Int32Array(width * height)
  const under = setting.behind === null ? color.slice() : null
  const before = within ? depth.slice() : depth
  const out = new Float64Array(3)
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) stage.checkpoint()
    for (let column = 0; column < width; column++, p++) {
      if (!look((column + 0.5) / width, (row + 0.5) / height, out)) continue
      if (within && depth[p]! < seen.depth) continue
      color[3 * p] = out[0]!
      color[3 * p + 1] = out[1]!
      color[3 * p + 2] = out[2]!
      depth[p] = seen.depth
      label[p] = seen.label
      faces[p] = seen.face
    }
  }
  const smooth = new Float32Array(3)
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) stage.checkpoint()
    for (let column = 0; column < width; column++, p++) {
      const own = faces[p]!
      const edge =
        (column > 0 && faces[p - 1] !== own) ||
        (column + 1 < width && faces[p + 1] !== own) ||
        (row > 0 && faces[p - width] !== own) ||
        (row + 1 < height && faces[p + width] !== own)
      if (!edge) continue
      let total = 0
      smooth.fill(0)
      for (const [px, py] of PLACES) {
        if (!look((column + px) / width, (row + py) / height, out) || (within && before[p]! < seen.depth)) {
          // The sky at the edge of a roof: what was there before.
          if (under === null) continue
          out[0] = under[3 * p]!
          out[1] = under[3 * p + 1]!
          out[2] = under[3 * p + 2]!
        }
        // A weight that falls with brightness keeps the edges of lamps and windows smooth on film.
        const weight = 1 / (1 + 0.6 * (out[0]! + out[1]! + out[2]!))
        total += weight
        for (let k = 0; k < 3; k++) smooth[k] = smooth[k]! + weight * out[k]!
      }
      if (total > 0) for (let k = 0; k < 3; k++) color[3 * p + k] = smooth[k]! / total
    }
  }
}

/** What the last look met: its distance, its label, and a number that differs from face to face. */
interface Seen {
  depth: number
  label: number
  face: number
}

/** A function that writes the light at frame (x, y) to `out` and tells in `seen` what is there; false where no solid is. */
function lookInto(
  setting: Setting,
  height: number,
  seen: Seen,
): (x: number, y: number, out: Float64Array) => boolean {
  const { camera, behind } = setting
  const tiles = tilesOf(setting)
  const size = camera.spread / height
  const numbers = new Map(setting.solids.map((solid, index) => [solid, index + 1]))
  const hit = newHit()
  const found = newMeeting()
  const ray: Ray = { ox: 0, oy: camera.eye, oz: 0, dx: 0, dy: 0, dz: 1 }
  return (x, y, out) => {
    ray.dx = (x - 0.5) * camera.spread * camera.aspect
    ray.dy = (camera.horizon - y) * camera.spread
    const solids =
      tiles[Math.min(TILES - 1, Math.floor(y * TILES)) * TILES + Math.min(TILES - 1, Math.floor(x * TILES))]!
    let red = 0
    let green = 0
    let blue = 0
    let left = 1
    let from = 0.05
    seen.depth = Infinity
    seen.label = 0
    seen.face = 0
    for (let layer = 0; layer < LAYERS && left > 0.01; layer++) {
      const solid = nearestInDepth(solids, ray, from, found)
      if (solid === null) break
      const { t } = found
      const slant = Math.abs(found.nx * ray.dx + found.ny * ray.dy + found.nz * ray.dz)
      placeHit(hit, found, ray)
      // The footprint of a pixel grows with the slant, by its root: sharp across and soft along is worse than a bit soft.
      hit.pixel = (size * t) / Math.sqrt(slant > 0.02 ? slant : 0.02)
      solid.paint(hit)
      from = t + 1e-4
      if (hit.alpha <= 0.004) continue
      const face = ((numbers.get(solid)! * 8 + found.face) * 64 + hit.label) * 8 + hit.part
      setting.light(hit, ray, out, 0)
      const share = left * hit.alpha
      red += share * out[0]!
      green += share * out[1]!
      blue += share * out[2]!
      left -= share
      if (seen.face === 0 && (left < 0.5 || hit.alpha > 0.5)) {
        seen.depth = t
        seen.label = hit.label
        seen.face = face
      }
    }
    if (left > 0.01) {
      if (behind === null && seen.face === 0) return false
      if (behind !== null) {
        behind(ray, out)
        red += left * out[0]!
        green += left * out[1]!
        blue += left * out[2]!
      }
    }
    out[0] = red
    out[1] = green
    out[2] = blue
    return true
  }
}

/** The solids of each tile, by the frame rectangle of their boxes. */
function tilesOf({ camera, solids }: Setting): readonly (readonly Solid[])[] {
  const tiles: Solid[][] = Array.from({ length: TILES * TILES }, () => [])
  for (const solid of solids) {
    let left = 1
    let right = 0
    let top = 1
    let bottom = 0
    if (solid.shape === 'room' || solid.max[2] < NEAREST) {
      left = 0
      right = 1
      top = 0
      bottom = 1
    } else
      for (let corner = 0; corner < 8; corner++) {
        const z = Math.max(NEAREST, corner & 4 ? solid.max[2] : solid.min[2])
        const x = projectX(camera, corner & 1 ? solid.max[0] : solid.min[0], z)
        const y = projectY(camera, corner & 2 ? solid.max[1] : solid.min[1], z)
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    const i0 = Math.max(0, Math.floor(left * TILES))
    const i1 = Math.min(TILES - 1, Math.floor(right * TILES))
    const j0 = Math.max(0, Math.floor(top * TILES))
    const j1 = Math.min(TILES - 1, Math.floor(bottom * TILES))
    for (let j = j0; j <= j1; j++) for (let i = i0; i <= i1; i++) tiles[j * TILES + i]!.push(solid)
  }
  for (const tile of tiles) tile.sort((a, b) => a.min[2] - b.min[2])
  return tiles
}
