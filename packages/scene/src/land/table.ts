import type { Scene } from '@plantain/core'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light, Rgb } from '../light.ts'
import { clamp, clamp01, cos, mix, sin, smoothstep } from '../math.ts'
import { fbm2, noise2, random } from '../noise.ts'
import { fadeRgb, mixRgb, scaleRgb, srgb, timesRgb } from '../sky/color.ts'
import { paletteFor } from '../sky/palette.ts'
import { ASH, cloth, marble, OAK, PINE, WALNUT, wood } from './built/materials.ts'
import { PAINTS } from './built/room.ts'
import { newHit } from './built/solid.ts'
import type { LandPainter } from './painter.ts'
import { topBy } from './table-top.ts'

/** Distance of the table's far edge and height of the eye above the top, metres. */
const FAR = 1.35
const EYE = 0.46
const LEAVES = {
  spring: ['#9cc45e', '#d9e8a0', '#5f8f45'],
  summer: ['#5d9440', '#b9cf6e', '#2f5d2c'],
  autumn: ['#c9822f', '#eac266', '#7c4523'],
  winter: ['#b7c2cc', '#e9eef2', '#73808c'],
} as const

/** A table top in perspective before a background that a lens has melted, lit from a window at the side. */
export const table: LandPainter = {
  lands: ['table'],
  enclosed: true,
  light(scene, light): Light {
    const lamp = lampOf(scene)
    const side = scene.world.sunX < 0.5 ? -1 : 1
    return {
      ...light,
      direction: [side * 0.72, 0.58, 0.38],
      color: lamp.key,
      sky: scaleRgb(lamp.fill, 1.15),
      ground: scaleRgb(lamp.fill, 0.6),
      haze: lamp.fill,
      hazePerKilometre: 0,
      softness: 0.55,
      night: lamp.night,
    }
  },
  paint: paintTable,
}

interface Lamp {
  readonly key: Rgb
  readonly fill: Rgb
  readonly night: number
}
function lampOf({ world }: Scene): Lamp {
  const palette = paletteFor(world)
  const dark =
    world.light === 'candlelight' ? 1 : Math.max(palette.night, world.light === 'spotlight' ? 0.7 : 0)
  const sun = mixRgb(
    fadeRgb(scaleRgb(palette.sun, 1 / Math.max(0.3, ...palette.sun)), 0.25),
    [1, 0.96, 0.9],
    0.35,
  )
  const gloomy =
    world.weather === 'clear' || world.weather === 'windy' || world.weather === 'cloudy' ? 1 : 0.72
  const strength =
    world.light === 'dramatic' || world.light === 'spotlight'
      ? 1.35
      : world.light === 'soft' || world.light === 'studio'
        ? 0.8
        : 1.05
  const fill =
    world.light === 'dramatic' || world.light === 'spotlight'
      ? 0.2
      : world.light === 'soft' || world.light === 'studio'
        ? 0.66
        : 0.42
  const warm: Rgb = world.light === 'neon' ? [1, 0.3, 0.85] : [1, 0.66, 0.36]
  return {
    key: mixRgb(scaleRgb(sun, strength * gloomy), scaleRgb(warm, 0.95), dark),
    fill: mixRgb(
      scaleRgb([0.95, 0.98, 1], fill),
      scaleRgb(world.light === 'neon' ? [0.15, 0.4, 0.75] : [0.5, 0.36, 0.28], 0.34),
      dark,
    ),
    night: dark,
  }
}

function paintTable(stage: Stage, scene: Scene): Ground {
  const { frame, camera } = stage
  const { world, seed } = scene
  const { width, height, color, depth, label } = frame
  const { aspect } = camera
  const edge = world.horizon
  const horizon = edge - EYE / FAR
  const lamp = lampOf(scene)
  const side = world.sunX < 0.5 ? -1 : 1
  const back = backgroundOf(scene, aspect)
  const top = topOf(scene)
  const hit = newHit()
  const seen = new Float64Array(3)
  const mirror = new Float64Array(3)
  const angle = 0.5 + 0.35 * random(seed, 421)
  const c = cos(angle)
  const s = sin(angle) * -side
  const sunny =
    lamp.night < 0.4 &&
    world.weather !== 'overcast' &&
    world.weather !== 'rain' &&
    world.weather !== 'fog' &&
    world.light !== 'soft' &&
    world.light !== 'studio'
  // The far edge is out of focus already: it is blended over this share of the frame.
  const soft = 0.0035 + 0.006 * world.focus
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    const cover = smoothstep(edge - soft, edge + soft, y)
    const z = EYE / Math.max(EYE / FAR, y - horizon)
    for (let column = 0; column < width; column++, p++) {
      const x = (column + 0.5) / width
      const o = 3 * p
      if (cover < 1) {
        back(x, y, seen)
        color[o] = seen[0]!
        color[o + 1] = seen[1]!
        color[o + 2] = seen[2]!
        depth[p] = 6
        label[p] = LABEL.backdrop
      }
      if (cover <= 0) continue
      hit.x = (x - 0.5) * aspect * z
      hit.z = z
      hit.pixel = (z / height) * 1.6
      hit.gloss = 0
      top(hit)
      // Light through the window: panes that slant over the table, softened by distance, with leaves moving in them.
      let sun = 0.42
      if (sunny) {
        const u = hit.x * c + (z - 0.85) * s
        const v = (z - 0.85) * c - hit.x * s
        const pane =
          smoothstep(0.02, 0.075, Math.abs(u - Math.floor(u / 0.34 + 0.5) * 0.34 - 0.0)) *
          smoothstep(0.34, 0.24, Math.abs(v + 0.03 * side))
        const leaves = smoothstep(-0.25, 0.35, fbm2(seed + 31, hit.x * 9, z * 9, 3) + 0.25)
        sun = 0.3 + 0.85 * pane * (0.45 + 0.55 * leaves)
      }
      // Nearer to the window is lighter.
      const near = 1 + 0.28 * side * clamp(hit.x / (0.6 * aspect + 0.2), -1, 1)
      const corner = 1 - 0.25 * smoothstep(0.55, 1, Math.abs(x - 0.5) * 2) - 0.12 * smoothstep(0.85, 1, y)
      const grazing = clamp01(1 - EYE / (0.35 + z))
      back(x, Math.max(0.02, edge - (y - edge) * 0.7 - 0.02), mirror)
      const share = hit.gloss * (0.05 + 0.5 * grazing * grazing * grazing)
      for (let k = 0; k < 3; k++) {
        const albedo = k === 0 ? hit.red : k === 1 ? hit.green : hit.blue
        const lit = albedo * (lamp.key[k]! * sun * 0.82 * near + lamp.fill[k]! * 1.05) * corner
        const value = lit + share * (mirror[k]! - 0.4 * lit)
        color[o + k] = color[o + k]! * (1 - cover) + value * cover
      }
      if (cover > 0.5) {
        depth[p] = z
        label[p] = LABEL.table
      }
    }
  }
  return {
    crest: () => edge,
    distance: (_, y) => clamp(EYE / Math.max(1e-3, y - horizon), 0.3, FAR),
    slope: () => 0,
  }
}

/** The top's colours at each place. */
function topOf({ seed }: Scene): (hit: ReturnType<typeof newHit>) => void {
  const kind = topBy(seed)
  const woods = [OAK, WALNUT, PINE, ASH]
  const boards = {
    ...woods[Math.floor(random(seed, 432) * 4)]!,
    board: 0.13 + 0.05 * random(seed, 433),
    length: 9,
    gloss: 0.5,
  }
  if (kind === 'wood') return (hit) => wood(hit, boards, hit.x + 3, hit.z, seed)
  if (kind === 'marble') {
    const dark = random(seed, 434) < 0.35
    const base = dark ? srgb('#3c3f43') : srgb('#e6e3de')
    const vein = dark ? srgb('#a9a59d') : srgb('#9a9792')
    return (hit) => marble(hit, hit.x * 0.8 + 3, hit.z * 0.8, base, vein, seed)
  }
  const linen = srgb(['#e7dfd0', '#c9d0cc', '#d8c4b4', '#8f9fa8'][Math.floor(random(seed, 435) * 4)]!)
  return (hit) => {
    cloth(hit, hit.x, hit.z, linen, 0.0032, seed)
    // Folds from lying in a drawer, and soft waves.
    const wave =
      0.06 * noise2(seed + 3, hit.x * 3, hit.z * 2.2) + 0.03 * noise2(seed + 4, hit.x * 8, hit.z * 5)
    hit.red *= 1 + wave
    hit.green *= 1 + wave
    hit.blue *= 1 + wave
  }
}

/** The melted background: a wall, or a garden or room in discs of light. */
function backgroundOf(scene: Scene, aspect: number): (x: number, y: number, out: Float64Array) => void {
  const { world, seed } = scene
  const lamp = lampOf(scene)
  const { night } = lamp
  const side = world.sunX < 0.5 ? -1 : 1
  const wall = world.backdrop !== 'auto'
  const leaves = LEAVES[world.season].map((hex) => srgb(hex)) as [Rgb, Rgb, Rgb]
  const garden = !wall && night < 0.5 && random(seed, 441) < 0.6
  const base = wall
    ? PAINTS[world.backdrop]
    : garden
      ? leaves[0]
      : srgb(['#b9a58c', '#a3ad9c', '#c3a88c', '#9aa5a8'][Math.floor(random(seed, 442) * 4)]!)
  const dark = garden ? leaves[2] : scaleRgb(base, 0.45)
  const light = garden ? leaves[1] : mixRgb(base, [1, 0.95, 0.85], 0.5)
  const level = mix(0.85, 0.3, night)
  const sun = timesRgb(light, mixRgb(lamp.key, lamp.fill, 0.3))
  const discs: Rgb =
    night > 0.4 ? (world.light === 'neon' ? [0.7, 0.3, 1.4] : [1.7, 0.8, 0.3]) : scaleRgb(sun, 1.5)
  return (x, y, out) => {
    const u = (x - 0.5) * aspect
    const slow = wall
      ? 0.5 + 0.08 * noise2(seed + 1, u * 1.5, y * 1.5)
      : clamp01(0.5 + 0.75 * fbm2(seed + 1, u * 1.7, y * 1.7 + (garden ? 0.4 : 0), 2))
    const glow = smoothstep(1.1, -0.1, Math.abs(u - side * 0.65 * aspect) + 0.5 * Math.abs(y - 0.15))
    let color = mixRgb(dark, base, smoothstep(0.15, 0.65, slow + 0.2 * glow))
    if (!wall) color = mixRgb(color, light, 0.75 * smoothstep(0.5, 0.95, slow) + 0.35 * glow)
    color = scaleRgb(color, (0.55 + 0.65 * glow) * level)
    if (wall) color = timesRgb(color, mixRgb(lamp.key, [1, 1, 1], 0.4))
    out[0] = color[0]
    out[1] = color[1]
    out[2] = color[2]
    const many = wall ? (night > 0.4 ? 0.12 : 0) : garden ? 0.55 : night > 0.4 ? 0.4 : 0.2
    if (many > 0) for (let layer = 0; layer < 2; layer++) disc(u, y, layer, many, out)
  }
  function disc(u: number, y: number, layer: number, many: number, out: Float64Array): void {
    const cell = layer === 0 ? 0.17 : 0.1
    const gu = u / cell + 7 * layer
    const gv = y / cell + 3 * layer
    const ci = Math.floor(gu)
    const cj = Math.floor(gv)
    for (let j = cj - 1; j <= cj + 1; j++)
      for (let i = ci - 1; i <= ci + 1; i++) {
        const key = seed + 51 + layer
        if (random(key, i, j, 1) > many) continue
        const du = gu - i - 0.2 - 0.6 * random(key, i, j, 2)
        const dv = gv - j - 0.2 - 0.6 * random(key, i, j, 3)
        const radius = 0.14 + 0.36 * random(key, i, j, 4) * random(key, i, j, 8) + 0.1 * random(key, i, j, 4)
        const d = Math.sqrt(du * du + dv * dv) / radius
        if (d > 1.06) continue
        // A lens draws a point as a disc of even light with a slightly brighter rim.
        const inside = smoothstep(1.06, layer === 0 ? 0.6 : 0.86, d) * (0.82 + 0.18 * smoothstep(0.5, 0.9, d))
        const strength =
          inside * (0.05 + 0.26 * random(key, i, j, 5) * random(key, i, j, 6)) * (y < 1 ? 1 : 0)
        const hue = random(key, i, j, 7) - 0.5
        out[0] = out[0]! + strength * discs[0] * (1 + 0.3 * hue)
        out[1] = out[1]! + strength * discs[1]
        out[2] = out[2]! + strength * discs[2] * (1 - 0.4 * hue)
      }
  }
}
