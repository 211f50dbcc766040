import type { Scene } from '@plantain/core'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light, Rgb } from '../light.ts'
import { clamp01, cos, exp, mix, pow, sin, smoothstep } from '../math.ts'
import { fbm2, noise2, random } from '../noise.ts'
import { mixRgb, srgb } from '../sky/color.ts'
import type { LandPainter } from './painter.ts'

/** Deep space: a nebula, fields of stars, a planet with its air and perhaps a ring, and a sun far off. */
export const space: LandPainter = {
  lands: ['space'],
  enclosed: true,
  light(scene, light): Light {
    const side = scene.world.sunX < 0.5 ? -1 : 1
    const [one] = huesOf(scene)
    return {
      ...light,
      direction: [side * 0.78, 0.48, 0.4],
      color: [1.25, 1.18, 1.08],
      sky: [0.16 + 0.25 * one[0], 0.16 + 0.25 * one[1], 0.2 + 0.25 * one[2]],
      ground: [0.1, 0.1, 0.14],
      haze: [0.01, 0.01, 0.02],
      hazePerKilometre: 0,
      softness: 0.1,
      night: 0.5,
    }
  },
  paint: paintSpace,
}

const HUES = [
  ['#2b6fd6', '#d23f8f', '#ffb36b'],
  ['#1d8f9c', '#6a4fd0', '#f2c48d'],
  ['#8a2fc0', '#e0563a', '#ffd08a'],
  ['#2f57c9', '#2fb39b', '#e8e0ff'],
] as const
function huesOf({ seed, world }: Scene): readonly [Rgb, Rgb, Rgb] {
  const set =
    HUES[
      world.grade === 'warm' ? 2 : world.grade === 'cool' ? 3 : Math.floor(random(seed, 901) * HUES.length)
    ]!
  return [srgb(set[0]), srgb(set[1]), srgb(set[2])]
}

function paintSpace(stage: Stage, scene: Scene): Ground {
  const { frame, camera } = stage
  const { seed, world } = scene
  const { width, height, color, depth, label } = frame
  const { aspect } = camera
  const hues = huesOf(scene)
  const planets = planetsOf(scene, aspect)
  const angle = (random(seed, 902) - 0.5) * 1.4
  const c = cos(angle)
  const s = sin(angle)
  const pixel = 1 / height
  const out = new Float64Array(3)
  const sunX = (world.sunX - 0.5) * aspect
  const sunY = 0.5 - 0.42 * world.sunY - 0.06
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) stage.checkpoint()
    for (let column = 0; column < width; column++, p++) {
      const x = ((column + 0.5) / width - 0.5) * aspect
      const y = (row + 0.5) / height
      nebula(x * c + (y - 0.5) * s, (y - 0.5) * c - x * s, hues, seed, 0.8 + 0.7 * world.clouds, out)
      const veil = out[0]! + out[1]! + out[2]!
      stars(x, y, pixel, seed, 0.55 + 0.45 / (1 + veil), out)
      let found = -1
      for (let k = 0; k < planets.length && found < 0; k++)
        if (planet(planets[k]!, x, y, pixel, out)) found = k
      if (found < 0 && world.sun) {
        const dx = x - sunX
        const dy = y - sunY
        const d = Math.sqrt(dx * dx + dy * dy)
        const star = 9 * smoothstep(0.02, 0.008, d) + 0.7 * exp(-d * 22) + 0.06 * exp(-d * 7)
        const ray =
          0.25 * exp(-Math.abs(dy) * 260) * exp(-Math.abs(dx) * 5) +
          0.16 * exp(-Math.abs(dx) * 260) * exp(-Math.abs(dy) * 8)
        out[0] = out[0]! + star + ray
        out[1] = out[1]! + 0.95 * star + 0.95 * ray
        out[2] = out[2]! + 0.86 * star + ray
      }
      const o = 3 * p
      color[o] = out[0]!
      color[o + 1] = out[1]!
      color[o + 2] = out[2]!
      depth[p] = found < 0 ? Infinity : 1e6
      label[p] = found < 0 ? LABEL.sky : LABEL.moon
    }
  }
  return {
    crest: () => Math.min(0.95, world.horizon),
    distance: (_, y) => mix(60, 6, clamp01((y - world.horizon) / (1 - world.horizon))),
    slope: () => 0,
  }
}

/** Clouds of gas along a band: folded noise in two colours, a bright heart, and lanes of dust before it. */
function nebula(
  u: number,
  v: number,
  hues: readonly [Rgb, Rgb, Rgb],
  seed: number,
  strength: number,
  out: Float64Array,
): void {
  const wu = u * 1.5 + 0.55 * fbm2(seed + 1, u * 1.3 + 4, v * 1.3, 3)
  const wv = v * 1.5 + 0.55 * fbm2(seed + 2, u * 1.3, v * 1.3 + 7, 3)
  const band = exp(-(v + 0.12 * noise2(seed + 3, u * 1.6, 2)) * (v + 0.12 * noise2(seed + 3, u * 1.6, 2)) * 7)
  const gas = clamp01(0.5 + 0.95 * fbm2(seed + 4, wu * 1.6, wv * 1.6, 5, 0.55))
  const other = clamp01(0.5 + 0.95 * fbm2(seed + 5, wu * 1.2 + 3, wv * 1.2 - 5, 4, 0.55))
  const wisps = 1 - Math.abs(fbm2(seed + 6, wu * 3.1, wv * 3.1, 4, 0.55)) * 2.2
  const dust = smoothstep(0.02, 0.5, fbm2(seed + 7, wu * 2.4 + 9, wv * 2.4, 4, 0.58) + 0.25 * band)
  const body = strength * (0.1 + 0.9 * band) * gas * gas * (0.55 + 0.6 * clamp01(wisps))
  const heart = strength * band * band * pow(clamp01(gas * 1.05), 5) * 0.9
  const share = smoothstep(0.3, 0.7, other)
  for (let k = 0; k < 3; k++) {
    const tone = hues[0][k as 0]! + (hues[1][k as 0]! - hues[0][k as 0]!) * share
    const light = body * tone * 0.85 + heart * hues[2][k as 0]! + 0.0035 * (k === 2 ? 1.9 : 1)
    out[k] = light * (1 - 0.78 * dust * (0.25 + 0.75 * band))
  }
}

/** Stars of three sizes by place, each with its own tint; the largest have a cross of light as through a telescope. */
function stars(x: number, y: number, pixel: number, seed: number, seen: number, out: Float64Array): void {
  for (let layer = 0; layer < 3; layer++) {
    const cell = layer === 0 ? 0.009 : layer === 1 ? 0.034 : 0.19
    const many = layer === 0 ? 0.22 : layer === 1 ? 0.4 : 0.42
    const key = seed + 21 + layer
    const gx = x / cell
    const gy = y / cell
    const ci = Math.floor(gx)
    const cj = Math.floor(gy)
    const reach = layer === 2 ? 1 : 0
    for (let j = cj - reach; j <= cj + reach; j++)
      for (let i = ci - reach; i <= ci + reach; i++) {
        if (random(key, i, j, 1) > many) continue
        const dx = (gx - i - 0.15 - 0.7 * random(key, i, j, 2)) * cell
        const dy = (gy - j - 0.15 - 0.7 * random(key, i, j, 3)) * cell
        const power = random(key, i, j, 4)
        const bright =
          (layer === 0
            ? 0.16 + 0.3 * power * power
            : layer === 1
              ? 0.35 + 1.3 * power * power * power
              : 0.9 + 2.4 * power * power) * seen
        // A star is a point: at least a pixel wide, and fainter the more it had to be widened.
        const size = Math.max(layer === 0 ? 0.0006 : layer === 1 ? 0.0008 : 0.0016, pixel * 0.75)
        const thin = 0.00073 / Math.max(0.00073, size)
        const widened = layer === 2 ? 1 : thin * Math.sqrt(thin)
        const square = (dx * dx + dy * dy) / (size * size)
        let light = widened * bright * exp(-square * 1.6)
        if (layer > 0) light += widened * bright * 0.05 * exp(-Math.sqrt(square) * 0.55)
        if (layer === 2)
          light +=
            bright *
            0.28 *
            (exp(-Math.abs(dy) / (size * 0.35)) * exp(-Math.abs(dx) / 0.012) +
              exp(-Math.abs(dx) / (size * 0.35)) * exp(-Math.abs(dy) / 0.012))
        if (light < 0.002) continue
        const tone = random(key, i, j, 5)
        out[0] = out[0]! + light * (tone < 0.25 ? 0.75 : 1)
        out[1] = out[1]! + light * (tone < 0.25 ? 0.86 : tone > 0.8 ? 0.8 : 0.96)
        out[2] = out[2]! + light * (tone > 0.8 ? 0.6 : 1)
      }
  }
}

interface Planet {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly kind: number
  readonly colors: readonly [Rgb, Rgb, Rgb]
  readonly air: Rgb
  readonly ring: boolean
  readonly tilt: number
  /** Towards its sun: right, up, to the viewer. */
  readonly sun: readonly [number, number, number]
  readonly seed: number
}
const WORLDS = [
  ['#2f6fae', '#e9eef2', '#5f8f4f', '#7fb8ff'],
  ['#c98d5a', '#e9cfa5', '#8c5334', '#ffcf9a'],
  ['#a3452c', '#d9824f', '#5c2a20', '#ff9c6b'],
  ['#6f86b8', '#b9c7e0', '#46598c', '#a8c8ff'],
  ['#7c5fae', '#cdb4e6', '#4a3575', '#d8a8ff'],
] as const

function planetsOf({ seed, world }: Scene, aspect: number): Planet[] {
  const side = world.sunX < 0.5 ? -1 : 1
  const sun: Planet['sun'] = [side * 0.78, 0.42, 0.46]
  const make = (k: number, x: number, y: number, radius: number): Planet => {
    const kind = Math.floor(random(seed, 911, k) * WORLDS.length)
    const set = WORLDS[kind]!
    return {
      x,
      y,
      radius,
      kind,
      colors: [srgb(set[0]), srgb(set[1]), srgb(set[2])],
      air: srgb(set[3]),
      ring: kind !== 0 && random(seed, 912, k) < 0.5,
      tilt: 0.25 + 0.5 * (random(seed, 913, k) - 0.5),
      sun,
      seed: seed + 97 * k,
    }
  }
  // One large world on the side away from the sun, or low as a limb; a small one for scale.
  const limb = random(seed, 914) < 0.4
  const big = limb
    ? make(0, -side * 0.12 * aspect, world.horizon + 0.95, 1.0)
    : make(
        0,
        -side * (0.2 + 0.12 * random(seed, 915)) * aspect,
        0.28 + 0.14 * random(seed, 916),
        0.15 + 0.08 * random(seed, 917),
      )
  const moon = make(
    1,
    side * (0.22 + 0.12 * random(seed, 918)) * aspect,
    0.16 + 0.22 * random(seed, 919),
    0.026 + 0.022 * random(seed, 920),
  )
  return [{ ...moon, ring: false }, limb ? { ...big, ring: false } : big]
}

/** Draws a planet over what is behind it; true where its body covers most of the pixel. */
function planet(world: Planet, x: number, y: number, pixel: number, out: Float64Array): boolean {
  const { radius, sun, air } = world
  const dx = (x - world.x) / radius
  const dy = (world.y - y) / radius
  const d = Math.sqrt(dx * dx + dy * dy)
  const soft = pixel / radius
  const ringed = world.ring ? ringAt(world, dx, dy, soft) : 0
  const behind = world.ring && dx * sin(world.tilt) + dy * cos(world.tilt) > 0
  if (ringed > 0 && (behind || d > 1))
    blendRing(world, dx, dy, d, ringed * (behind ? smoothstep(1 - soft, 1 + soft, d) : 1), out)
  if (d > 1) {
    // Air above the limb: bright towards the sun, gone on the night side.
    const lit = clamp01(0.35 + 0.75 * ((dx * sun[0] + dy * sun[1]) / d))
    const height = d - 1
    const thick = radius > 0.5 ? 0.02 : 0.055
    const glow = exp(-height / thick) * 0.75 + exp(-height / (thick * 3.5)) * 0.16
    for (let k = 0; k < 3; k++) out[k] = out[k]! + air[k as 0]! * glow * lit * lit * 1.1
    if (d > 1 + soft) return ringed > 0.5 && !behind
  }
  const cover = smoothstep(1 + soft, 1 - soft, d)
  const nz = Math.sqrt(Math.max(0, 1 - dx * dx - dy * dy))
  const ct = cos(world.tilt)
  const st = sin(world.tilt)
  const u = dx * ct - dy * st
  const v = dx * st + dy * ct
  const facing = dx * sun[0] + dy * sun[1] + nz * sun[2]
  // The terminator is soft where there is air, and reddens there.
  const day = smoothstep(-0.12, 0.32, facing) * (0.35 + 0.75 * clamp01(facing))
  const dusk = exp(-(facing - 0.04) * (facing - 0.04) * 60)
  const lon = u / (0.35 + 0.65 * nz)
  const color = surface(world, lon, v, u, nz)
  const rim = (1 - nz) * (1 - nz) * (1 - nz)
  const shadow = world.ring && v < 0.12 && v > -0.16 ? 1 - 0.45 * smoothstep(0.14, 0, Math.abs(v + 0.02)) : 1
  for (let k = 0; k < 3; k++) {
    const tone = color[k as 0]!
    let light = tone * day * 1.15 * shadow + air[k as 0]! * rim * (0.15 + day) * 0.85 + tone * 0.012
    if (k === 0) light += tone * dusk * 0.22
    if (k === 1) light += tone * dusk * 0.06
    out[k] = out[k]! * (1 - cover) + light * cover
  }
  if (ringed > 0 && !behind) blendRing(world, dx, dy, d, ringed, out)
  return cover > 0.5
}

/** What the ground or the clouds of a planet look like at a place of its disc. */
function surface(world: Planet, lon: number, v: number, u: number, nz: number): Rgb {
  const { colors, seed, kind } = world
  const [one, two, three] = colors
  // Features shrink towards the limb, as on a ball.
  const bulge = 1 / (0.45 + 0.55 * nz)
  const su = u * bulge
  const sv = v * bulge
  if (kind === 0) {
    const land = fbm2(seed + 1, su * 2.1, sv * 2.1, 5, 0.55)
    const dry = smoothstep(0.1, 0.5, fbm2(seed + 2, su * 3, sv * 3, 3))
    let color = mixRgb(one, mixRgb(three, srgb('#b59a66'), dry), smoothstep(0.04, 0.1, land))
    color = mixRgb(color, two, smoothstep(0.82, 0.95, Math.abs(v) + 0.06 * land))
    const swirl = fbm2(seed + 3, su * 2.2 + 0.4 * noise2(seed + 4, su * 3, sv * 3), sv * 3.6, 5, 0.6)
    return mixRgb(color, two, 0.9 * smoothstep(0.06, 0.42, swirl))
  }
  if (kind === 1 || kind === 3 || kind === 4) {
    // Bands of a gas giant, torn at their edges; one storm.
    const tear = 0.055 * fbm2(seed + 5, lon * 2.5, v * 7, 4, 0.6)
    const w = v + tear
    const bands = 0.5 + 0.5 * noise2(seed + 6, 2, w * 7) + 0.22 * noise2(seed + 7, 5, w * 19)
    let color = mixRgb(one, two, clamp01(bands))
    color = mixRgb(color, three, 0.75 * smoothstep(0.35, 0.8, 0.5 + 0.5 * noise2(seed + 8, 9, w * 9)))
    const sx = u - 0.25
    const sy = (v + 0.3) * 1.9
    const storm = Math.sqrt(sx * sx + sy * sy) + 0.02 * noise2(seed + 9, u * 20, v * 20)
    return mixRgb(color, mixRgb(two, [1, 1, 1], 0.25), 0.8 * smoothstep(0.17, 0.11, storm))
  }
  const rough = fbm2(seed + 10, su * 2.6, sv * 2.6, 6, 0.6)
  const craters = 1 - Math.abs(fbm2(seed + 11, su * 5, sv * 5, 4)) * 2
  return mixRgb(mixRgb(one, two, smoothstep(-0.2, 0.4, rough)), three, 0.7 * smoothstep(0.72, 1, craters))
}

/** Share of light that the ring keeps at a place of the planet's plane, 0 for none. */
function ringAt(world: Planet, dx: number, dy: number, soft: number): number {
  const c = cos(world.tilt)
  const s = sin(world.tilt)
  const u = dx * c - dy * s
  const v = (dx * s + dy * c) / 0.27
  const r = Math.sqrt(u * u + v * v)
  if (r < 1.28 || r > 2.35) return 0
  const grooves = 0.62 + 0.38 * noise2(world.seed + 21, r * 34, 1) * clamp01(1.4 - soft * 40)
  const gap = 1 - 0.9 * smoothstep(0.05, 0.025, Math.abs(r - 1.93))
  return clamp01(grooves * gap * smoothstep(1.28, 1.36, r) * smoothstep(2.35, 2.26, r)) * 0.85
}
function blendRing(world: Planet, dx: number, dy: number, d: number, cover: number, out: Float64Array): void {
  const [sx, sy, sz] = world.sun
  // The planet's shadow lies across the far part of the ring.
  const along = dx * sx + dy * sy
  const aside = Math.sqrt(Math.max(0, d * d - along * along))
  const dark = along < -0.2 ? smoothstep(1.02, 0.9, aside) * (1 - 0.4 * sz) : 0
  const tone = mixRgb(world.colors[1], world.colors[0], 0.35)
  for (let k = 0; k < 3; k++) out[k] = out[k]! * (1 - cover) + tone[k as 0]! * 0.8 * (1 - 0.9 * dark) * cover
}
