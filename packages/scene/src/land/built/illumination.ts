import type { Rgb } from '../../light.ts'
import { exp } from '../../math.ts'
import { nearest, newMeeting, placeHit, type Ray, shadowOf } from './ray.ts'
import { type Hit, newHit, type Solid } from './solid.ts'

/** A lamp, or a window that shines into a room. */
export interface Beam {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Light on a surface that faces it one metre away. */
  readonly color: Rgb
  /** Radius, metres: how soft its shadows are, and where it stops to grow with nearness. */
  readonly size: number
  /** Where it faces; null shines to all sides. */
  readonly facing: readonly [number, number, number] | null
  readonly shadows: boolean
}
/** Parallel light. */
export interface Sun {
  /** Towards the sun, world axes (z into the picture). */
  readonly towards: readonly [number, number, number]
  readonly color: Rgb
  /** Radius of the source as slope: 0.02 is a hard edge. */
  readonly soft: number
  /** Share that reaches a place before solids are asked (a window lets light in), 0 to 1. */
  gate(x: number, y: number, z: number): number
}
export interface Illumination {
  /** Light from above and from below, where nothing is near. */
  readonly above: Rgb
  readonly below: Rgb
  readonly beams: readonly Beam[]
  readonly sun: Sun | null
  /** What casts shadows and dims its surroundings. */
  readonly casters: readonly Solid[]
  /** What dims its surroundings by standing close; the casters where it is not given. */
  readonly contact?: readonly Solid[]
  /** Share of the open sky at a place of a street; 1 where it is not given. */
  open?(hit: Hit): number
  /** The room round everything, whose corners are dim; null outdoors. */
  readonly room: Solid | null
  /** What mirrors show; empty for no mirrors. */
  readonly mirrored: readonly Solid[]
  readonly behind: ((ray: Ray, out: Float64Array) => void) | null
  /** Colour that distance fades into, and per metre how fast. */
  readonly haze?: { readonly color: Rgb; readonly perMetre: number }
}

/** A function that lights hits, for `Setting.light`. */
export function illuminate(
  world: Illumination,
): (hit: Hit, ray: Ray, out: Float64Array, deep: number) => void {
  const { above, below, beams, sun, casters, room, mirrored, haze } = world
  const contact = (world.contact ?? casters).map(closeness)
  const mirror = newHit()
  const found = newMeeting()
  const back: Ray = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 }
  const seen = new Float64Array(3)
  const light = (hit: Hit, ray: Ray, out: Float64Array, deep: number): void => {
    let { nx, ny, nz } = hit
    const n = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz)
    nx *= n
    ny *= n
    nz *= n
    const { x, y, z } = hit
    const open = openness(hit, contact, room) * (world.open === undefined ? 1 : world.open(hit))
    const up = 0.5 + 0.5 * ny
    let r = (below[0] + (above[0] - below[0]) * up) * open
    let g = (below[1] + (above[1] - below[1]) * up) * open
    let b = (below[2] + (above[2] - below[2]) * up) * open
    for (let k = 0; k < beams.length; k++) {
      const beam = beams[k]!
      const dx = beam.x - x
      const dy = beam.y - y
      const dz = beam.z - z
      const square = dx * dx + dy * dy + dz * dz
      const far = 1 / Math.sqrt(square + 1e-6)
      let facing = (nx * dx + ny * dy + nz * dz) * far
      // A wide light reaches a little round the edge; cloth and shades let some through from behind.
      const wrap = 0.08 + 0.25 * Math.min(1, beam.size * far)
      facing = facing > -wrap ? (facing + wrap) / (1 + wrap) : 0
      if (hit.through > 0 && facing < hit.through) facing = hit.through
      if (beam.facing !== null) {
        const emits = -(beam.facing[0] * dx + beam.facing[1] * dy + beam.facing[2] * dz) * far
        facing *= emits > 0 ? 0.25 + 0.75 * emits : 0.25 * (1 + emits)
      }
      if (facing <= 0) continue
      let strength = facing / (square + beam.size * beam.size)
      if (beam.shadows && deep === 0)
        strength *= lit(casters, x + nx * 0.01, y + ny * 0.01, z + nz * 0.01, dx, dy, dz, beam.size)
      r += beam.color[0] * strength
      g += beam.color[1] * strength
      b += beam.color[2] * strength
    }
    if (sun !== null) {
      const sx = sun.towards[0]
      const sy = sun.towards[1]
      const sz = sun.towards[2]
      let facing = nx * sx + ny * sy + nz * sz
      if (hit.through > 0) facing = Math.max(facing, -facing * hit.through, hit.through * 0.4)
      if (facing > 0) {
        let strength = facing * sun.gate(x, y, z)
        if (strength > 0.003)
          strength *= lit(
            casters,
            x + nx * 0.01,
            y + ny * 0.01,
            z + nz * 0.01,
            sx * 60,
            sy * 60,
            sz * 60,
            sun.soft * 60,
          )
        r += sun.color[0] * strength
        g += sun.color[1] * strength
        b += sun.color[2] * strength
      }
    }
    let red = hit.red * r + hit.glowRed
    let green = hit.green * g + hit.glowGreen
    let blue = hit.blue * b + hit.glowBlue
    if (hit.gloss > 0.01 && deep === 0 && (mirrored.length > 0 || world.behind !== null)) {
      const length = Math.sqrt(ray.dx * ray.dx + ray.dy * ray.dy + ray.dz * ray.dz)
      const cosine = -(nx * ray.dx + ny * ray.dy + nz * ray.dz) / length
      if (cosine > 0) {
        const m = 1 - cosine
        const grazing = m * m * m * m * m
        // What mirrors less than this is not worth a second ray.
        const share = hit.gloss * (0.05 + 0.95 * grazing) - 0.042
        if (share > 0) {
          back.ox = x + nx * 0.004
          back.oy = y + ny * 0.004
          back.oz = z + nz * 0.004
          back.dx = ray.dx / length + 2 * cosine * nx
          back.dy = ray.dy / length + 2 * cosine * ny
          back.dz = ray.dz / length + 2 * cosine * nz
          const { pixel, solid } = hit
          reflect(back, pixel, solid, seen)
          red += share * (seen[0]! - red * 0.5)
          green += share * (seen[1]! - green * 0.5)
          blue += share * (seen[2]! - blue * 0.5)
        }
      }
    }
    if (haze !== undefined && deep === 0) {
      const share = 1 - exp(-haze.perMetre * z)
      red += (haze.color[0] - red) * share
      green += (haze.color[1] - green) * share
      blue += (haze.color[2] - blue) * share
    }
    out[0] = red
    out[1] = green
    out[2] = blue
  }
  const reflect = (ray: Ray, pixel: number, own: Solid | null, out: Float64Array): void => {
    let left = 1
    let red = 0
    let green = 0
    let blue = 0
    let from = 0.001
    for (let layer = 0; layer < 4 && left > 0.02; layer++) {
      const solid = nearest(mirrored, ray, from, found, own !== null && own.shape !== 'room' ? own : null)
      if (solid === null) break
      placeHit(mirror, found, ray)
      mirror.pixel = pixel * 2
      from = found.t + 1e-4
      solid.paint(mirror)
      if (mirror.alpha <= 0.004) continue
      light(mirror, ray, out, 1)
      red += left * mirror.alpha * out[0]!
      green += left * mirror.alpha * out[1]!
      blue += left * mirror.alpha * out[2]!
      left *= 1 - mirror.alpha
    }
    if (left > 0.02 && world.behind !== null) {
      world.behind(ray, out)
      red += left * out[0]!
      green += left * out[1]!
      blue += left * out[2]!
    }
    out[0] = red
    out[1] = green
    out[2] = blue
  }
  return light
}

/** Share of a light that no caster hides. */
function lit(
  casters: readonly Solid[],
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  size: number,
): number {
  let left = 1
  for (let k = 0; k < casters.length; k++) {
    const caster = casters[k]!
    const hidden = shadowOf(caster, x, y, z, dx, dy, dz, size)
    if (hidden > 0) {
      left *= 1 - hidden * (caster.casts ?? 1)
      if (left < 0.01) return 0
    }
  }
  return left
}

/** A caster with what is asked of it at every place, ready. */
interface Close {
  readonly solid: Solid
  readonly x0: number
  readonly y0: number
  readonly z0: number
  readonly x1: number
  readonly y1: number
  readonly z1: number
  readonly reach: number
  readonly dark: number
}
function closeness(solid: Solid): Close {
  const [x0, y0, z0] = solid.min
  const [x1, y1, z1] = solid.max
  return {
    solid,
    x0,
    y0,
    z0,
    x1,
    y1,
    z1,
    reach: 0.16 + 0.3 * Math.min(x1 - x0, y1 - y0, z1 - z0),
    dark: 0.62 * (solid.casts ?? 1),
  }
}

/** Share of the light of the surroundings that reaches a place: less in corners and beside furniture. */
function openness(hit: Hit, contact: readonly Close[], room: Solid | null): number {
  const { x, y, z, nx, ny, nz } = hit
  let open = 1
  if (room !== null) {
    const { min, max } = room
    open *= 1 - corner(x - min[0], nx) - corner(max[0] - x, -nx)
    open *= 1 - corner(y - min[1], ny) - 0.7 * corner(max[1] - y, -ny)
    open *= 1 - 0.6 * corner(z - min[2], nz) - corner(max[2] - z, -nz)
  }
  for (let k = 0; k < contact.length; k++) {
    const near = contact[k]!
    const { reach } = near
    const qx = x < near.x0 ? near.x0 - x : x > near.x1 ? near.x1 - x : 0
    if (qx >= reach || qx <= -reach) continue
    const qz = z < near.z0 ? near.z0 - z : z > near.z1 ? near.z1 - z : 0
    if (qz >= reach || qz <= -reach) continue
    const qy = y < near.y0 ? near.y0 - y : y > near.y1 ? near.y1 - y : 0
    const square = qx * qx + qy * qy + qz * qz
    if (square >= reach * reach || near.solid === hit.solid) continue
    const d = Math.sqrt(square)
    const towards = d > 1e-4 ? (qx * nx + qy * ny + qz * nz) / d : 0.3
    // Beside a box that stands on this surface the direction is level with it: that still counts for half.
    if (towards <= -0.3) continue
    const share = 1 - d / reach
    open *= 1 - near.dark * share * share * (0.45 + 0.55 * (towards > 0 ? towards : 0))
  }
  return open
}
/** How much a wall at that distance takes from a surface; `away` is the normal's part that looks away from it. */
function corner(distance: number, away: number): number {
  if (away > 0.6 || distance > 1.1) return 0
  const t = 1 - (distance < 0 ? 0 : distance) / 1.1
  const t2 = t * t
  return 0.3 * t2 * t + 0.12 * t2 * t2 * t2 * t2
}
