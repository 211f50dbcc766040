import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light, Rgb } from '../light.ts'
import { clamp, clamp01, cos, exp, mix, sin, smoothstep } from '../math.ts'
import { noise2, random } from '../noise.ts'
import { mixRgb, scaleRgb, srgb } from '../sky/color.ts'
import { paletteFor } from '../sky/palette.ts'
import { cloudy, ridged } from './built/materials.ts'
import type { Ray } from './built/ray.ts'
import { blend, dim, type Paint, type Solid, tint } from './built/solid.ts'
import { trace } from './built/tracer.ts'
import type { LandPainter } from './painter.ts'

/** A sea bed in clear shallow water: rippled sand with caustics, rocks, corals and weed, shafts of light, drifting specks. */
export const underwater: LandPainter = {
  lands: ['underwater'],
  enclosed: true,
  light(scene, light): Light {
    const sea = seaOf(scene)
    return {
      ...light,
      direction: [scene.world.sunX < 0.5 ? -0.32 : 0.32, 0.9, 0.3],
      color: scaleRgb(sea.sun, 0.95),
      sky: scaleRgb(sea.top, 1.05),
      ground: scaleRgb(sea.deep, 1.4),
      haze: sea.far,
      hazePerKilometre: 0.985,
      softness: 0.7,
      night: light.night * 0.6,
    }
  },
  paint: paintUnderwater,
}

interface Sea {
  /** Light from above, water towards the surface, far away and below. */
  readonly sun: Rgb
  readonly top: Rgb
  readonly far: Rgb
  readonly deep: Rgb
}
function seaOf({ world }: Scene): Sea {
  const palette = paletteFor(world)
  const night = palette.night
  const gloomy =
    world.weather === 'storm' || world.weather === 'rain' || world.weather === 'overcast' ? 0.7 : 1
  const warm = world.time === 'sunset' || world.time === 'golden hour' || world.time === 'dawn' ? 1 : 0
  const dark = (1 - 0.8 * night) * gloomy
  return {
    sun: scaleRgb(mixRgb([0.9, 1.02, 0.95], [1.05, 0.86, 0.6], 0.6 * warm), dark),
    top: scaleRgb(mixRgb(srgb('#7fe3e0'), srgb('#ffd9a0'), 0.35 * warm), dark * 0.95),
    far: scaleRgb(mixRgb(srgb('#2f8fc0'), srgb('#5a86a8'), 0.3 * warm), dark * 0.8),
    deep: scaleRgb(srgb('#0f3f6e'), dark * 0.75),
  }
}

function paintUnderwater(stage: Stage, scene: Scene): Ground {
  const { frame, camera } = stage
  const { width, height, depth } = frame
  const sea = seaOf(scene)
  const { seed, world } = scene
  const lean = world.sunX < 0.5 ? 0.35 : -0.35
  const behind = (ray: Ray, out: Float64Array): void => waterColor(ray.dy, ray.dx, sea, seed, out)
  const fog = new Float64Array(3)
  const solids = [seabed(scene), ...reef(scene, camera)]
  const sight = 9 + 9 * (1 - world.haze)
  trace(stage, {
    camera,
    solids,
    behind: (ray, out) => behind(ray, out),
    light(hit, ray, out) {
      const n = 1 / Math.sqrt(hit.nx * hit.nx + hit.ny * hit.ny + hit.nz * hit.nz)
      const up = hit.ny * n
      const facing = (hit.nx * -lean * 0.8 + hit.ny * 0.85 - hit.nz * 0.35) * n
      const wrap = clamp01((facing + 0.3 + hit.through) / 1.3)
      const web = caustics(hit.x + lean * hit.y, hit.z + 0.3 * hit.y, hit.pixel, seed) * clamp01(0.3 + facing)
      // Red is lost on the way down and on the way to the eye.
      for (let k = 0; k < 3; k++) {
        const albedo = k === 0 ? hit.red : k === 1 ? hit.green : hit.blue
        const lit =
          sea.sun[k as 0]! * wrap * (0.52 + 0.95 * web) +
          sea.top[k as 0]! * (0.2 + 0.26 * up) +
          sea.deep[k as 0]! * 0.35
        out[k] = albedo * lit * (k === 0 ? 0.86 : 1)
      }
      behind(ray, fog)
      const distance = Math.sqrt(
        (hit.x * hit.x + (hit.y - camera.eye) * (hit.y - camera.eye)) * 0.4 + hit.z * hit.z,
      )
      const clear = exp(-distance / sight)
      const red = exp(-distance / (sight * 0.55))
      out[0] = fog[0]! + (out[0]! - fog[0]!) * red
      out[1] = fog[1]! + (out[1]! - fog[1]!) * clear
      out[2] = fog[2]! + (out[2]! - fog[2]!) * clear
    },
  })
  shafts(stage, scene, sea, lean)
  specks(stage, scene, sea)
  for (let p = 0; p < width * height; p++) {
    if (frame.label[p] === 0 && depth[p] === Infinity) {
      frame.label[p] = LABEL.water
      depth[p] = 60
    }
  }
  const crest = clamp(camera.horizon + camera.eye / (camera.spread * 30), 0.02, 0.97)
  return {
    crest: () => crest,
    distance: (_, y) => clamp(camera.eye / (camera.spread * Math.max(1e-3, y - camera.horizon)), 0.3, 30),
    slope: () => 0,
  }
}

/** Open water in a direction: bright and broken towards the surface, blue ahead, dark below. */
function waterColor(rise: number, aside: number, sea: Sea, seed: number, out: Float64Array): void {
  const up = smoothstep(-0.12, 0.62, rise)
  const surface = smoothstep(0.3, 0.62, rise)
  let glint = 0
  if (surface > 0.01) {
    const x = aside / Math.max(0.2, rise)
    const z = 1 / Math.max(0.2, rise)
    const a = 1 - Math.abs(noise2(seed + 41, x * 3.2 + 1.5 * noise2(seed + 42, x * 2, z * 2), z * 4.5)) * 2
    glint = surface * (0.15 + 0.75 * clamp01(a) * clamp01(a))
  }
  const below = smoothstep(0, -0.3, rise)
  for (let k = 0; k < 3; k++) {
    const ahead = mix(sea.far[k as 0]!, sea.top[k as 0]!, up * up)
    out[k] = mix(ahead, sea.deep[k as 0]!, below * 0.8) + glint * sea.sun[k as 0]! * 0.55
  }
}

/** The net of light on the sea bed: two sharp webs that drift over each other. */
function caustics(x: number, z: number, pixel: number, seed: number): number {
  const fade = clamp01(1.5 - pixel * 7)
  if (fade <= 0) return 0.3
  const wx = x + 0.35 * noise2(seed + 51, x * 0.9, z * 0.9)
  const wz = z + 0.35 * noise2(seed + 52, x * 0.9, z * 0.9)
  const a = 1 - Math.abs(noise2(seed + 53, wx * 1.25, wz * 1.25)) * 1.7
  const b = 1 - Math.abs(noise2(seed + 54, wx * 1.7 + 5, wz * 1.7)) * 1.7
  const web = clamp01(a) * clamp01(b)
  const sharp = web * web * web
  return mix(0.3, sharp * 1.9, fade)
}

function seabed({ seed }: Scene): Solid {
  const sand = srgb('#d9c79c')
  return {
    shape: 'box',
    label: LABEL.ground,
    min: [-200, -1, -2],
    max: [200, 0, 120],
    paint(hit) {
      const { x, z } = hit
      const bend = 0.6 * noise2(seed + 1, x * 0.35, z * 0.35) + 0.16 * noise2(seed + 2, x * 1.6, z * 1.6)
      const ripple = sin((z + bend) * 15 + 1.2 * noise2(seed + 3, x * 0.8, z * 0.3))
      const clear = clamp01(1.6 - hit.pixel * 18)
      tint(
        hit,
        sand,
        0.86 + 0.1 * cloudy(hit, x, z, 1.6) + 0.09 * ripple * clear + 0.05 * ridged(hit, x, z, 0.06),
      )
      hit.nz += -0.3 * clear * cos((z + bend) * 15)
      // Pebbles and shells.
      const i = Math.floor(x / 0.16)
      const j = Math.floor(z / 0.16)
      if (random(seed + 4, i, j, 1) < 0.12) {
        const dx = x / 0.16 - i - 0.2 - 0.6 * random(seed + 4, i, j, 2)
        const dz = z / 0.16 - j - 0.2 - 0.6 * random(seed + 4, i, j, 3)
        const d = Math.sqrt(dx * dx + dz * dz * 1.3) / (0.08 + 0.13 * random(seed + 4, i, j, 4))
        if (d < 1) {
          tint(
            hit,
            random(seed + 4, i, j, 5) < 0.4 ? [0.75, 0.68, 0.6] : [0.34, 0.33, 0.31],
            0.75 + 0.35 * random(seed + 4, i, j, 6),
          )
          hit.nx += dx * 5
          hit.nz += dz * 5
        } else if (d < 1.5) dim(hit, 0.8)
      }
    },
  }
}

const CORALS = ['#e8604c', '#f08fa8', '#f2b14c', '#b56bd0', '#ef7f3a', '#d8456f', '#e9d36a', '#7fd0b0'].map(
  (hex) => srgb(hex),
)

/** Rocks with corals and weed on them, in groups that leave the middle free; denser and paler with distance. */
function reef({ seed }: Scene, camera: Camera): Solid[] {
  const solids: Solid[] = []
  const groups = 13
  for (let k = 0; k < groups; k++) {
    const z = 3.4 + 1.15 * k + 0.05 * k * k + 0.8 * random(seed, 951, k)
    const half = 0.5 * camera.spread * camera.aspect * z
    const side = k % 2 === 0 ? -1 : 1
    const away = k < 7 ? 0.52 + 0.42 * random(seed, 952, k) : random(seed, 952, k) * 0.95
    const x = side * half * away
    const size = (0.5 + 0.75 * random(seed, 953, k)) * (1 + 0.05 * k)
    solids.push(...group(x, z, size, seed + 131 * k))
  }
  return solids
}

function group(x: number, z: number, size: number, seed: number): Solid[] {
  const parts: Solid[] = [
    rock(x, z, size * 0.95, size * 0.62, seed),
    rock(x + size * 0.7, z + 0.25, size * 0.6, size * 0.34, seed + 1),
  ]
  const many = 4 + Math.floor(3 * random(seed, 1))
  for (let k = 0; k < many; k++) {
    const color = CORALS[Math.floor(random(seed, 2, k) * CORALS.length)]!
    const px = x + (random(seed, 3, k) - 0.5) * size * 2.1
    const pz = z - size * (0.15 + 0.4 * random(seed, 4, k))
    const kind = random(seed, 5, k)
    const foot = Math.max(0, size * 0.45 * (1 - Math.abs(px - x) / size)) * random(seed, 6, k)
    const big = size * (0.35 + 0.4 * random(seed, 7, k))
    if (kind < 0.28) parts.push(fan(px, foot, pz, big * 1.5, color, seed + 11 * k))
    else if (kind < 0.5) parts.push(brain(px, foot, pz, big * 0.55, color, seed + 11 * k))
    else if (kind < 0.74) parts.push(...fingers(px, foot, pz, big, color, seed + 11 * k))
    else parts.push(weed(px, foot, pz, big * 2, seed + 11 * k))
  }
  return parts
}

const body = (
  shape: Solid['shape'],
  min: Solid['min'],
  max: Solid['max'],
  label: number,
  paint: Paint,
): Solid => ({ shape, min, max, label, paint })

function rock(x: number, z: number, wide: number, tall: number, seed: number): Solid {
  return body(
    'ball',
    [x - wide, -tall * 0.7, z - wide * 0.7],
    [x + wide, tall, z + wide * 0.7],
    LABEL.relief,
    (hit) => {
      const bump = ridged(hit, hit.x * 1.2 + hit.z, hit.y * 1.2 + hit.z * 0.6, 0.35)
      tint(hit, [0.3, 0.29, 0.27], 0.8 + 0.4 * bump)
      // Crusts of weed and sponge.
      const crust = smoothstep(0, 0.45, cloudy(hit, hit.x + seed, hit.y + hit.z, 0.35) + 0.25 * hit.ny)
      blend(hit, random(seed, 9) < 0.5 ? [0.2, 0.3, 0.12] : [0.42, 0.24, 0.3], crust * 0.75)
      hit.nx += 0.5 * cloudy(hit, hit.x * 2 + 3, hit.y * 2, 0.2)
      hit.ny += 0.5 * cloudy(hit, hit.x * 2, hit.y * 2 + 7, 0.2) + 0.15 * bump
      dim(hit, 0.45 + 0.55 * smoothstep(-0.02, 0.3, hit.y))
    },
  )
}

function brain(x: number, y: number, z: number, radius: number, color: Rgb, seed: number): Solid {
  return body(
    'ball',
    [x - radius, y - radius * 0.4, z - radius],
    [x + radius, y + radius * 1.1, z + radius],
    LABEL.vegetation,
    (hit) => {
      const u = (hit.x - x) / radius
      const v = (hit.y - y + 0.5 * (hit.z - z)) / radius
      const fold = noise2(seed, u * 4.5 + noise2(seed + 1, u * 3, v * 3), v * 4.5)
      const groove = Math.abs(fold)
      tint(hit, color, 0.55 + 0.75 * smoothstep(0.02, 0.3, groove))
      hit.nx += fold * 0.4
      dim(hit, 0.55 + 0.45 * smoothstep(y - radius * 0.2, y + radius * 0.5, hit.y))
    },
  )
}

/** Fingers of coral: round rods of different height from one foot. */
function fingers(x: number, y: number, z: number, size: number, color: Rgb, seed: number): Solid[] {
  const parts: Solid[] = []
  for (let k = 0; k < 7; k++) {
    const px = x + (random(seed, 1, k) - 0.5) * size * 0.9
    const pz = z + (random(seed, 2, k) - 0.5) * size * 0.3
    const tall = size * (0.35 + 0.75 * random(seed, 3, k)) * (1 - Math.abs(px - x) / size)
    const radius = size * (0.055 + 0.03 * random(seed, 4, k))
    const paint: Paint = (hit) => {
      const t = clamp01((hit.y - y) / tall)
      tint(
        hit,
        mixRgb(scaleRgb(color, 0.6), mixRgb(color, [1, 1, 1], 0.35), t * t),
        0.9 + 0.2 * ridged(hit, hit.x * 3, hit.y * 3, 0.05),
      )
      hit.through = 0.15
    }
    parts.push(
      body(
        'drum',
        [px - radius, y - 0.1, pz - radius],
        [px + radius, y + tall, pz + radius],
        LABEL.vegetation,
        paint,
      ),
    )
    parts.push(
      body(
        'ball',
        [px - radius * 1.12, y + tall - radius * 1.1, pz - radius * 1.12],
        [px + radius * 1.12, y + tall + radius * 1.1, pz + radius * 1.12],
        LABEL.vegetation,
        paint,
      ),
    )
  }
  return parts
}

/** A sea fan: twigs that fork as they go outwards, in one plane. */
function fan(x: number, y: number, z: number, size: number, color: Rgb, seed: number): Solid {
  return body('card', [x - size * 0.62, y, z], [x + size * 0.62, y + size, z], LABEL.vegetation, (hit) => {
    hit.alpha = 0
    const dx = (hit.x - x) / size
    const dy = (hit.y - y) / size
    const r = Math.sqrt(dx * dx + dy * dy)
    const outline = 0.82 + 0.14 * noise2(seed, dx * 5, dy * 5)
    if (r > outline || dy < 0) return
    const wob = 0.06 * noise2(seed + 1, dx * 7, dy * 7) + 0.025 * noise2(seed + 2, dx * 19, dy * 19)
    const angle = dx / (dy + 0.12) + wob
    if (angle > 1.15 || angle < -1.15) return
    const level = r < 0.16 ? 3 : r < 0.34 ? 7 : r < 0.58 ? 14 : 27
    const t = angle * level
    const near = Math.abs(t - Math.floor(t + 0.5)) / level
    const cross = Math.abs(r * 15 + 4 * wob - Math.floor(r * 15 + 4 * wob + 0.5))
    const twig = near * r < 0.0055 + 0.012 * (1 - r) * (level < 8 ? 1 : 0.4)
    const net = r > 0.3 && cross < 0.13 && random(seed + 3, Math.floor(t), Math.floor(r * 15)) < 0.5
    const pixel = hit.pixel / size
    if (!twig && !net && pixel < 0.02) return
    hit.alpha = twig || net ? 1 : 0.5
    tint(hit, mixRgb(scaleRgb(color, 0.55), color, clamp01(r * 1.3)))
    hit.through = 0.35
    hit.ny = 0.4
  })
}

/** Weed: ribbons that sway from one root. */
function weed(x: number, y: number, z: number, size: number, seed: number): Solid {
  const green = random(seed, 1) < 0.6 ? srgb('#4f8a3c') : srgb('#8a8a3a')
  const blades = Array.from({ length: 9 }, (_, k) => ({
    foot: (random(seed, 2, k) - 0.5) * 0.3,
    tall: 0.55 + 0.45 * random(seed, 3, k),
    sway: (random(seed, 4, k) - 0.5) * 0.35,
    phase: 6 * random(seed, 5, k),
    tone: 0.65 + 0.6 * random(seed, 6, k),
  }))
  return body('card', [x - size * 0.5, y, z], [x + size * 0.5, y + size, z], LABEL.vegetation, (hit) => {
    hit.alpha = 0
    const u = (hit.x - x) / size
    const v = (hit.y - y) / size
    for (let k = blades.length - 1; k >= 0; k--) {
      const blade = blades[k]!
      const t = v / blade.tall
      if (t > 1) continue
      const middle = blade.foot + blade.sway * t * t + 0.035 * sin(v * 13 + blade.phase) * t
      const half = 0.022 * Math.sqrt(1 - t) + 0.002
      const d = u - middle
      if (d > half || d < -half) continue
      hit.alpha = 1
      tint(hit, green, blade.tone * (0.6 + 0.6 * t) * (Math.abs(d) < half * 0.2 ? 1.2 : 1))
      hit.through = 0.4
      hit.ny = 0.5
      hit.nx = d / half
      return
    }
  })
}

/** Shafts of light that fan out from above the surface, broken by its waves, fading with depth. */
function shafts(stage: Stage, { seed, world }: Scene, sea: Sea, lean: number): void {
  const { frame, camera } = stage
  const { width, height, color, depth } = frame
  const fromX = 0.5 + (world.sunX - 0.5) * 0.8
  const strength = 0.3 * (1 - 0.6 * world.haze) * (0.7 + 0.5 * world.drama)
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    for (let column = 0; column < width; column++, p++) {
      const x = (column + 0.5) / width
      const dx = (x - fromX) * camera.aspect - lean * 0.12
      const angle = dx / (y + 0.55)
      const beams = clamp01(
        noise2(seed + 61, angle * 9, 1) * 0.7 + noise2(seed + 62, angle * 23, 2) * 0.45 - 0.02,
      )
      const fall = exp(-y * 1.7) * smoothstep(1.25, 0.1, Math.abs(angle))
      const through = depth[p]! === Infinity ? 1 : clamp01(depth[p]! / 9)
      const light = strength * beams * beams * 2.2 * fall * through + 0.05 * fall * through
      const o = 3 * p
      color[o] = color[o]! + light * sea.sun[0] * 0.75
      color[o + 1] = color[o + 1]! + light * sea.sun[1]
      color[o + 2] = color[o + 2]! + light * sea.sun[2]
    }
  }
}

/** Specks in the water, near ones as soft discs; and a few strings of bubbles. */
function specks(stage: Stage, { seed }: Scene, sea: Sea): void {
  const { frame, camera } = stage
  const { width, height, color } = frame
  for (let layer = 0; layer < 3; layer++) {
    const cell = layer === 0 ? 0.028 : layer === 1 ? 0.06 : 0.2
    const radius = layer === 0 ? 0.0012 : layer === 1 ? 0.0026 : 0.011
    const bright = layer === 0 ? 0.22 : layer === 1 ? 0.16 : 0.05
    for (let j = 0; j <= Math.ceil(1 / cell); j++)
      for (let i = 0; i <= Math.ceil(camera.aspect / cell); i++) {
        if (random(seed + 71 + layer, i, j, 1) > 0.42) continue
        const cx = ((i + random(seed + 71 + layer, i, j, 2)) * cell) / camera.aspect
        const cy = (j + random(seed + 71 + layer, i, j, 3)) * cell
        disc(
          color,
          width,
          height,
          cx,
          cy,
          radius * (0.6 + random(seed + 71 + layer, i, j, 4)),
          scaleRgb(sea.top, bright * (0.4 + random(seed + 71 + layer, i, j, 5))),
          false,
        )
      }
  }
  for (let k = 0; k < 3; k++) {
    const x = 0.1 + 0.8 * random(seed, 971, k)
    const top = 0.1 + 0.3 * random(seed, 972, k)
    for (let n = 0; n < 11; n++) {
      const t = n / 11
      const y = mix(0.85, top, t) + 0.02 * random(seed, 973, k, n)
      disc(
        color,
        width,
        height,
        x + 0.012 * sin(n * 1.7 + k),
        y,
        0.0025 + 0.005 * t * random(seed, 974, k, n),
        scaleRgb(sea.top, 0.5),
        true,
      )
    }
  }
}
/** Adds a soft disc, or the bright rim and the glint of a bubble. */
function disc(
  color: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  radius: number,
  light: Rgb,
  bubble: boolean,
): void {
  const r = Math.max(radius * height, 0.7)
  const cx = x * width
  const cy = y * height
  // A disc that had to be widened to be seen gives no more light for it.
  const share = Math.min(1, (radius * height) / r)
  for (let py = Math.max(0, Math.floor(cy - r - 1)); py <= Math.min(height - 1, Math.ceil(cy + r)); py++)
    for (let px = Math.max(0, Math.floor(cx - r - 1)); px <= Math.min(width - 1, Math.ceil(cx + r)); px++) {
      const dx = (px + 0.5 - cx) / r
      const dy = (py + 0.5 - cy) / r
      const d = Math.sqrt(dx * dx + dy * dy)
      if (d > 1) continue
      const glint = bubble
        ? smoothstep(0.35, 0.1, Math.sqrt((dx + 0.35) * (dx + 0.35) + (dy + 0.4) * (dy + 0.4)))
        : 0
      const amount =
        share *
        share *
        (bubble
          ? 0.12 + 0.8 * smoothstep(0.62, 0.92, d) * smoothstep(1, 0.92, d) * (0.5 - 0.5 * dy) + glint
          : smoothstep(1, 0.55, d))
      const o = 3 * (py * width + px)
      color[o] = color[o]! + light[0] * amount
      color[o + 1] = color[o + 1]! + light[1] * amount
      color[o + 2] = color[o + 2]! + light[2] * amount
    }
}
