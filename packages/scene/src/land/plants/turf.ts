import type { Scene } from '@plantain/core'
import { projectX, projectY } from '../../camera.ts'
import { LABEL, type Stage } from '../../frame.ts'
import type { Rgb } from '../../light.ts'
import { clamp01, cos, mix, sin } from '../../math.ts'
import { gradientNoise, hash, random } from '../../noise.ts'
import type { Haze } from '../haze.ts'
import { type Sampler, readPlace } from '../relief/sample.ts'
import { type Blade, paintBlade, paintDab } from './blade.ts'

/** A flower's head; with no petals, an ear of corn. Size in metres. */
export interface Flower {
  readonly petal: Rgb
  readonly heart: Rgb
  readonly size: number
  readonly petals: number
}

/** Grass and herbs near the eye. */
export interface Turf {
  /** Metres of a full-grown blade. */
  readonly tall: number
  /** Width of a blade, metres. */
  readonly wide: number
  /** Linear colours from which each tuft takes its own. */
  readonly colors: readonly Rgb[]
  readonly tip: Rgb
  /** Flower heads by colour; none for plain grass. */
  readonly flowers: readonly {
    readonly petal: Rgb
    readonly heart: Rgb
    readonly size: number
    readonly petals: number
  }[]
  /** Share of tufts that carry a flower. */
  readonly bloom: number
  /** What lies between the tufts: fallen leaves, petals. */
  readonly litter: readonly Rgb[]
  readonly litterShare: number
  /** How much tufts lean with the wind, 0 to 1. */
  readonly wind: number
  /** Share of the ground that carries it, 0 to 1, at a place of that height above the water and slope. */
  density(x: number, z: number, height: number, steep: number): number
}

/** Tuft to tuft as a share of the distance: the same number on the frame at every distance. */
const SPACING = 0.0205
export const TURF_RING = 1.22
export const TURF_FROM = 1.15
export const TURF_TO = 42

/** Paints the tufts between two distances, far ones first. */
export function paintTurf(
  stage: Stage,
  scene: Scene,
  turf: Turf,
  ground: Sampler,
  haze: Haze,
  nearer: number,
  farther: number,
): void {
  const { frame, camera, light } = stage
  const { seed } = scene
  const pixels = frame.height
  const wide = camera.spread * camera.aspect
  const spacing = SPACING * nearer
  const blade: Blade = {
    x: 0,
    y: 0,
    rise: 0,
    bend: 0,
    width: 0,
    z: 0,
    footR: 0,
    footG: 0,
    footB: 0,
    tipR: 0,
    tipG: 0,
    tipB: 0,
  }
  const at = new Float64Array(4)
  const ring = Math.round(nearer * 1000)
  const through = clamp01(-light.direction[2]) * 0.8
  const sunFacing = 0.35 + 0.5 * light.direction[1] + through
  for (let iz = Math.ceil(farther / spacing); iz * spacing >= nearer - spacing; iz--) {
    const half = (iz * spacing * wide) / 2 + 0.4
    for (let ix = Math.floor(-half / spacing); ix * spacing <= half; ix++) {
      const h = hash(seed + ring, ix, iz)
      const x = (ix + (h & 255) / 255) * spacing
      const z = (iz + ((h >>> 8) & 255) / 255) * spacing
      if (z < nearer || z >= farther) continue
      at[0] = x
      at[1] = z
      readPlace(ground, at)
      const y = at[0]!
      if (!(y === y) || at[1]! < y - 1e-4) continue
      const lit = at[2]!
      const dense = turf.density(x, z, y, at[3]!)
      if (turf.litterShare > 0) paintLitter(stage, seed, turf, lit, haze, x, y, z, h)
      if (dense <= ((h >>> 16) & 255) / 255) continue
      const patch = gradientNoise(seed + 611, x / 2.6, z / 2.6)
      const fine = gradientNoise(seed + 612, x / 0.5, z / 0.5)
      const scale = pixels / (camera.spread * z)
      const tall =
        turf.tall *
        (0.62 + 0.3 * patch + 0.35 * random(seed + 5, ix, iz)) *
        (0.5 + 0.5 * dense) *
        Math.min(1, 0.35 + z * 0.22)
      const fx = projectX(camera, x, z) * frame.width
      const fy = projectY(camera, y, z) * pixels
      const left = haze.left(z, y)
      const column = Math.min(frame.width - 1, Math.max(0, Math.floor(fx))) * 3
      const tone = turf.colors[h % turf.colors.length]!
      const sway = turf.wind * (0.5 + 0.5 * gradientNoise(seed + 613, x / 6 + 31, z / 6)) * 0.9
      const blades = 4
      for (let k = 0; k < blades; k++) {
        const a = random(seed + 6, ix, iz, k)
        const b = random(seed + 7, ix, iz, k)
        const bright = 0.82 + 0.36 * b + 0.16 * fine + 0.12 * patch
        const sun = lit * sunFacing
        for (let channel = 0; channel < 3; channel++) {
          const leaf = tone[channel]! * bright
          const tip = mix(leaf, turf.tip[channel]!, 0.55 * a)
          const foot = leaf * (sun * 0.26 * light.color[channel]! + 0.34 * light.sky[channel]!)
          const top =
            tip *
            (sun * 1.12 * light.color[channel]! + 0.8 * light.sky[channel]! + 0.1 * light.ground[channel]!)
          const fog = haze.color[column + channel]! * (1 - left)
          const f = foot * left + fog
          const t = top * left + fog
          if (channel === 0) {
            blade.footR = f
            blade.tipR = t
          } else if (channel === 1) {
            blade.footG = f
            blade.tipG = t
          } else {
            blade.footB = f
            blade.tipB = t
          }
        }
        blade.x = fx + (a - 0.5) * spacing * scale * 1.3
        blade.y = fy + (b - 0.3) * spacing * scale * 0.2
        blade.rise = tall * scale * (0.55 + 0.6 * b) * (1 - 0.25 * sway)
        blade.bend = ((random(seed + 8, ix, iz, k) - 0.5) * 0.9 + sway) * blade.rise
        blade.width = Math.max(turf.wide, 0.0016 * z) * scale * (0.7 + 0.6 * a)
        blade.z = z
        paintBlade(frame, blade, LABEL.vegetation)
      }
      const flowers = turf.flowers
      if (flowers.length === 0) continue
      const drift =
        gradientNoise(seed + 621, x / 4.5, z / 4.5) * 0.5 + gradientNoise(seed + 622, x / 1.3, z / 1.3) * 0.3
      if (random(seed + 9, ix, iz) > turf.bloom * (0.55 + 1.3 * drift)) continue
      const which = Math.floor(
        (clamp01(0.5 + gradientNoise(seed + 623, x / 3.2, z / 3.2) * 0.9) +
          random(seed + 10, ix, iz) * 0.35) *
          flowers.length *
          0.999,
      )
      const flower = flowers[which % flowers.length]!
      const stem = tall * (0.95 + 0.35 * random(seed + 11, ix, iz))
      const lean = (random(seed + 12, ix, iz) - 0.5) * 0.3 + sway * 0.6
      blade.x = fx
      blade.y = fy
      blade.rise = stem * scale
      blade.bend = lean * blade.rise
      blade.width = Math.max(0.004, 0.0011 * z) * scale
      paintBlade(frame, blade, LABEL.vegetation)
      paintFlower(
        stage,
        flower,
        fx + blade.bend,
        fy - blade.rise,
        scale,
        z,
        lit,
        left,
        haze,
        column,
        random(seed + 13, ix, iz),
      )
    }
  }
}

function paintFlower(
  stage: Stage,
  flower: Flower,
  x: number,
  y: number,
  scale: number,
  z: number,
  lit: number,
  left: number,
  haze: Haze,
  column: number,
  turn: number,
): void {
  const { frame, light } = stage
  const size = flower.size * scale * (0.8 + 0.5 * turn)
  const shine = (channel: number, albedo: number, sun: number): number =>
    albedo *
      (lit * sun * light.color[channel]! + 0.75 * light.sky[channel]! + 0.1 * light.ground[channel]!) *
      left +
    haze.color[column + channel]! * (1 - left)
  const dab = (dx: number, dy: number, a: number, b: number, angle: number, color: Rgb, sun: number): void =>
    paintDab(
      frame,
      x + dx,
      y + dy,
      a,
      b,
      cos(angle),
      sin(angle),
      z,
      shine(0, color[0], sun),
      shine(1, color[1], sun),
      shine(2, color[2], sun),
      LABEL.vegetation,
    )
  if (flower.petals === 0) {
    // An ear of corn: grains up the stalk.
    const long = flower.size * 3.2 * scale
    for (let k = 0; k < 4; k++)
      dab(
        (k & 1 ? 0.12 : -0.12) * size,
        -long * (k * 0.24),
        size * 0.3 + 0.3,
        long * 0.2,
        0.25 * (k & 1 ? 1 : -1),
        k > 1 ? flower.heart : flower.petal,
        0.8 + 0.1 * k,
      )
    return
  }
  if (size < 2.2) {
    dab(0, 0, size, size * 0.8, 0, flower.petal, 0.95)
    return
  }
  // Heads look up and towards the viewer: circles seen aslant.
  const flat = 0.5 + 0.4 * turn
  for (let k = 0; k < flower.petals; k++) {
    const angle = ((k + turn) / flower.petals) * 6.283185307179586
    const dx = cos(angle)
    const dy = sin(angle) * flat
    dab(
      dx * size * 0.56,
      dy * size * 0.56,
      size * 0.5,
      size * 0.34 * flat + 0.3,
      angle,
      flower.petal,
      0.82 - 0.25 * dy,
    )
  }
  dab(0, 0, size * 0.3, size * 0.3 * flat, 0, flower.heart, 0.9)
}

/** A leaf that lies on the ground: an ellipse seen aslant, each turned its own way. */
function paintLitter(
  stage: Stage,
  seed: number,
  turf: Turf,
  lit: number,
  haze: Haze,
  x: number,
  y: number,
  z: number,
  h: number,
): void {
  const { frame, camera, light } = stage
  const scale = frame.height / (camera.spread * z)
  if (scale * 0.05 < 0.8) return
  for (let k = 0; k < 3; k++) {
    const a = random(seed + 31, h & 65535, h >>> 16, k)
    if (a > turf.litterShare) continue
    const b = random(seed + 32, h & 65535, h >>> 16, k)
    const turn = b * 6.283185307179586
    const px = projectX(camera, x + (a - 0.4) * 0.05 * z, z) * frame.width
    const py = projectY(camera, y, z) * frame.height + (b - 0.5) * 0.012 * scale * z * 0.2
    const size = (0.028 + 0.022 * b) * scale
    const color = turf.litter[(h + k) % turf.litter.length]!
    const tilt = 0.75 + 0.5 * a
    const left = haze.left(z, y)
    const column = Math.min(frame.width - 1, Math.max(0, Math.floor(px))) * 3
    const shine = (channel: number): number =>
      color[channel]! *
        tilt *
        (lit * (0.25 + 0.6 * light.direction[1]) * light.color[channel]! + 0.75 * light.sky[channel]!) *
        left +
      haze.color[column + channel]! * (1 - left)
    paintDab(
      frame,
      px,
      py,
      size,
      size * 0.34,
      cos(turn),
      sin(turn) * 0.4,
      z,
      shine(0),
      shine(1),
      shine(2),
      LABEL.ground,
    )
  }
}
