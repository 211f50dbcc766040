import type { Scene } from '@plantain/core'
import { type Camera, groundDistance } from '../camera.ts'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light } from '../light.ts'
import { clamp, clamp01, exp, mix, smoothstep } from '../math.ts'
import { fbm2, noise2, random } from '../noise.ts'
import type { LandPainter } from './painter.ts'

/** The ground of the moon under a black sky: craters with lit rims, boulders, low hills, and the earth. */
export const moonland: LandPainter = {
  lands: ['moon'],
  enclosed: true,
  light(scene, light): Light {
    const side = scene.world.sunX < 0.5 ? -1 : 1
    return {
      ...light,
      direction: [side * 0.8, 0.45, 0.39],
      color: [1.35, 1.3, 1.22],
      sky: [0.07, 0.08, 0.12],
      ground: [0.2, 0.19, 0.18],
      haze: [0.002, 0.002, 0.003],
      hazePerKilometre: 0,
      softness: 0.02,
      night: 0.35,
    }
  },
  paint: paintMoon,
}

const DUST = [0.4, 0.385, 0.365] as const

function paintMoon(stage: Stage, scene: Scene): Ground {
  const { frame, camera } = stage
  const { width, height, color, depth, label } = frame
  const side = scene.world.sunX < 0.5 ? -1 : 1
  const ridge = ridgeOf(scene)
  const out = new Float64Array(3)
  const soft = 1 / height
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++, p++) {
      const x = (column + 0.5) / width
      const o = 3 * p
      const line = ridge.top(x)
      const hills = smoothstep(line - soft, line + soft, y)
      label[p] = LABEL.sky
      depth[p] = Infinity
      if (hills < 1) sky(scene, camera, x, y, soft, out)
      if (hills > 0) {
        const r = out[0]!
        const g = out[1]!
        const b = out[2]!
        if (y < camera.horizon + 0.004) ridge.shade(x, y, out)
        else ground(scene, camera, x, y, height, side, out)
        out[0] = mix(r, out[0]!, hills)
        out[1] = mix(g, out[1]!, hills)
        out[2] = mix(b, out[2]!, hills)
        if (hills > 0.5) {
          label[p] = y < camera.horizon + 0.004 ? LABEL.relief : LABEL.ground
          depth[p] = y < camera.horizon + 0.004 ? 2600 : groundDistance(camera, y)
        }
      } else if (isEarth(scene, camera, x, y)) label[p] = LABEL.moon
      color[o] = out[0]!
      color[o + 1] = out[1]!
      color[o + 2] = out[2]!
    }
  }
  return {
    crest: () => clamp(camera.horizon + 0.01, 0.02, 0.98),
    distance: (_, y) => clamp(groundDistance(camera, Math.max(y, camera.horizon + 0.008)), 0.3, 800),
    slope: () => 0,
  }
}

/** Rounded mountains on the horizon, lit from one side. */
function ridgeOf({ seed, world }: Scene): {
  top(x: number): number
  shade(x: number, y: number, out: Float64Array): void
} {
  const high = 0.02 + 0.2 * world.relief * world.horizon
  const side = world.sunX < 0.5 ? -1 : 1
  const rise = (x: number): number =>
    clamp01(0.45 + 0.6 * fbm2(seed + 1, x * 2.4, 1, 3, 0.5) + 0.05 * fbm2(seed + 2, x * 14, 2, 3))
  return {
    top: (x) => world.horizon - high * rise(x),
    shade(x, y, out) {
      const d = 0.006
      const slope = (rise(x + d) - rise(x - d)) / (2 * d)
      const low = (y - (world.horizon - high * rise(x))) / high
      const u = x * 21 + noise2(seed + 4, x * 12, y * 24)
      const v = y * 34
      const bumps = fbm2(seed + 3, u, v, 4) - fbm2(seed + 3, u + 0.25 * side, v + 0.3, 4)
      const lit = clamp01(0.4 - side * slope * 0.1 - 0.7 * bumps)
      const tone = 0.04 + 0.66 * lit * (0.7 + 0.3 * clamp01(low))
      out[0] = DUST[0] * tone * 1.15
      out[1] = DUST[1] * tone * 1.15
      out[2] = DUST[2] * tone * 1.18
    },
  }
}

interface Dent {
  slopeX: number
  slopeZ: number
  dark: number
}
/** Key, spacing in metres and density of the generations of craters. */
const SIZES = [
  [11, 38, 0.75],
  [12, 11, 0.8],
  [13, 3.1, 0.75],
  [14, 0.8, 0.6],
] as const
const dent: Dent = { slopeX: 0, slopeZ: 0, dark: 0 }

/** Slopes of the craters of one size around a place; a bowl with a raised rim, the older the softer. */
function craters(
  seed: number,
  x: number,
  z: number,
  cell: number,
  many: number,
  seen: number,
  into: Dent,
): void {
  const ci = Math.floor(x / cell)
  const cj = Math.floor(z / cell)
  for (let j = cj - 1; j <= cj + 1; j++)
    for (let i = ci - 1; i <= ci + 1; i++) {
      if (random(seed, i, j, 1) > many) continue
      const cx = (i + 0.2 + 0.6 * random(seed, i, j, 2)) * cell
      const cz = (j + 0.2 + 0.6 * random(seed, i, j, 3)) * cell
      const radius = cell * (0.12 + 0.3 * random(seed, i, j, 4) * random(seed, i, j, 5))
      const dx = x - cx
      const dz = z - cz
      const d = Math.sqrt(dx * dx + dz * dz) / radius
      if (d > 1.9 || d < 1e-4) continue
      const sharp = seen * (0.35 + 0.65 * random(seed, i, j, 6))
      // Slope of the profile: up the bowl's wall, over the rim, down the apron.
      const slope =
        d < 1
          ? sharp * 0.85 * d * d * smoothstep(1.02, 0.86, d)
          : -0.42 * sharp * exp(-(d - 1) * 4.5) * smoothstep(0.98, 1.06, d)
      into.slopeX += (slope * dx) / (d * radius)
      into.slopeZ += (slope * dz) / (d * radius)
      if (d < 0.95) into.dark = Math.max(into.dark, 0.14 * sharp * (1 - d))
    }
}

function ground(
  { seed }: Scene,
  camera: Camera,
  x: number,
  y: number,
  height: number,
  side: number,
  out: Float64Array,
): void {
  const z = groundDistance(camera, Math.max(y, camera.horizon + 0.003))
  const wx = (x - 0.5) * camera.spread * camera.aspect * z
  const pixel = (camera.spread * z) / height
  dent.slopeX = 0
  dent.slopeZ = 0
  dent.dark = 0
  const far = z > 1200 ? 1200 : z
  for (const [k, size, many] of SIZES) {
    // Craters smaller than a few pixels fade into the even grey of the plain.
    const seen = clamp01(1.6 - (pixel * 14) / size)
    if (seen > 0) craters(seed + k, wx, far, size, many, seen, dent)
  }
  const e = 0.35
  const soft = clamp01(1.5 - pixel / 0.5)
  if (soft > 0) {
    const n0 = fbm2(seed + 15, wx / e, z / e, 3)
    dent.slopeX += 0.34 * soft * (fbm2(seed + 15, wx / e + 0.15, z / e, 3) - n0)
    dent.slopeZ += 0.34 * soft * (fbm2(seed + 15, wx / e, z / e + 0.15, 3) - n0)
  }
  const swell = 0.12 * noise2(seed + 16, wx / 26, z / 40)
  const nx = -dent.slopeX - 0.4 * swell
  const nz = dent.slopeZ
  const n = 1 / Math.sqrt(nx * nx + nz * nz + 1)
  const lit = (nx * side * 0.8 + 0.45 + nz * 0.39) * n
  // No air: shadows are black but for what the ground around gives back.
  const sun = lit > 0 ? Math.min(1.25, lit * 1.5) : 0
  const tone =
    (0.9 + 0.16 * noise2(seed + 17, wx / 9, z / 9) + 0.08 * fbm2(seed + 18, wx * 3, z * 3, 2) * soft) *
    (1 - dent.dark)
  const pebbles = pixel < 0.05 ? stones(seed, wx, z, side, pixel) * clamp01(2.5 - pixel * 50) : 0
  const light = tone * (0.045 + 0.86 * sun) * (1 + pebbles)
  const fade = 1 - 0.25 * smoothstep(60, 900, z)
  out[0] = DUST[0] * light * fade * 1.25
  out[1] = DUST[1] * light * fade * 1.25
  out[2] = DUST[2] * light * fade * 1.27
}

/** Small stones: a lit and a dark side and a long shadow, as a change of brightness. */
function stones(seed: number, x: number, z: number, side: number, pixel: number): number {
  const cell = 0.34
  const ci = Math.floor(x / cell)
  const cj = Math.floor(z / cell)
  let change = 0
  for (let j = cj - 1; j <= cj + 1; j++)
    for (let i = ci - 1; i <= ci + 1; i++) {
      if (random(seed + 19, i, j, 1) > 0.3) continue
      const r = cell * (0.05 + 0.15 * random(seed + 19, i, j, 4) * random(seed + 19, i, j, 5))
      const dx = x - (i + 0.2 + 0.6 * random(seed + 19, i, j, 2)) * cell
      const dz = (z - (j + 0.2 + 0.6 * random(seed + 19, i, j, 3)) * cell) * 1.1
      const d = Math.sqrt(dx * dx + dz * dz)
      if (d < r) change = clamp((dx * side) / r + 0.25, -0.85, 0.85) * clamp01((r - d) / (pixel + 1e-4))
      else {
        const along = -dx * side
        if (along > 0 && along < r * 3.4 && Math.abs(dz) < r * (1 - along / (r * 4)))
          change = Math.min(change, -0.82)
      }
    }
  return change
}

const EARTH = { x: 0, y: 0, r: 0 }
function earthOf({ seed, world }: Scene): typeof EARTH {
  const side = world.sunX < 0.5 ? -1 : 1
  EARTH.x = 0.5 - side * (0.14 + 0.16 * random(seed, 931))
  EARTH.y = world.horizon * (0.28 + 0.16 * random(seed, 932))
  EARTH.r = 0.062 + 0.03 * random(seed, 933)
  return EARTH
}
function isEarth(scene: Scene, camera: Camera, x: number, y: number): boolean {
  const { x: ex, y: ey, r } = earthOf(scene)
  const dx = (x - ex) * camera.aspect
  return dx * dx + (y - ey) * (y - ey) < r * r
}

function sky(scene: Scene, camera: Camera, x: number, y: number, soft: number, out: Float64Array): void {
  const { seed, world } = scene
  const side = world.sunX < 0.5 ? -1 : 1
  out.fill(0.0016)
  const { x: ex, y: ey, r } = earthOf(scene)
  const dx = ((x - ex) * camera.aspect) / r
  const dy = (ey - y) / r
  const d = Math.sqrt(dx * dx + dy * dy)
  if (d > 1) {
    starry(x * camera.aspect, y, soft, seed, out)
    const lit = clamp01(0.4 + 0.7 * ((dx * side * 0.8 + dy * 0.45) / d))
    const air = exp(-(d - 1) / 0.05) * 0.7 * lit
    out[0] = out[0]! + 0.25 * air
    out[1] = out[1]! + 0.5 * air
    out[2] = out[2]! + 1 * air
    if (d > 1 + soft / r) return
  }
  const cover = smoothstep(1 + soft / r, 1 - soft / r, d)
  const nz = Math.sqrt(Math.max(0, 1 - d * d))
  const bulge = 1 / (0.45 + 0.55 * nz)
  const u = dx * bulge
  const v = dy * bulge
  const facing = dx * side * 0.8 + dy * 0.45 + nz * 0.39
  const day = smoothstep(-0.1, 0.3, facing) * (0.4 + 0.75 * clamp01(facing))
  const land = smoothstep(0.03, 0.1, fbm2(seed + 21, u * 1.9, v * 1.9, 5, 0.55))
  const cloud =
    0.95 *
    smoothstep(0, 0.4, fbm2(seed + 22, u * 2.2 + 0.5 * noise2(seed + 23, u * 2, v * 3), v * 3.4, 5, 0.6))
  const rim = (1 - nz) * (1 - nz)
  const tone = (sea: number, ground: number, white: number, air: number): number => {
    const base = sea + (ground - sea) * land
    return (base + (white - base) * cloud) * day * 1.5 + air * rim * (0.1 + day)
  }
  out[0] = mix(out[0]!, tone(0.02, 0.2, 0.95, 0.3), cover)
  out[1] = mix(out[1]!, tone(0.09, 0.22, 0.97, 0.55), cover)
  out[2] = mix(out[2]!, tone(0.3, 0.09, 1, 1), cover)
}

function starry(x: number, y: number, pixel: number, seed: number, out: Float64Array): void {
  for (let layer = 0; layer < 2; layer++) {
    const cell = layer === 0 ? 0.012 : 0.045
    const i = Math.floor(x / cell)
    const j = Math.floor(y / cell)
    const key = seed + 31 + layer
    if (random(key, i, j, 1) > 0.3) continue
    const dx = x - (i + 0.15 + 0.7 * random(key, i, j, 2)) * cell
    const dy = y - (j + 0.15 + 0.7 * random(key, i, j, 3)) * cell
    const size = Math.max(layer === 0 ? 0.0006 : 0.0009, pixel * 0.75)
    const power = random(key, i, j, 4)
    // A star that had to be widened to a pixel is that much fainter.
    const thin = 0.00073 / Math.max(0.00073, size)
    const light =
      thin *
      Math.sqrt(thin) *
      (layer === 0 ? 0.1 + 0.25 * power : 0.3 + 1.1 * power * power) *
      exp((-1.6 * (dx * dx + dy * dy)) / (size * size))
    out[0] = out[0]! + light
    out[1] = out[1]! + light
    out[2] = out[2]! + light * 1.05
  }
}
