import type { ColorName, Scene, World } from '@plantain/core'
import type { Camera } from '../../camera.ts'
import { type Ground, LABEL, type Stage } from '../../frame.ts'
import type { Light, Rgb } from '../../light.ts'
import { clamp, clamp01, mix, smoothstep } from '../../math.ts'
import { random } from '../../noise.ts'
import { fadeRgb, mixRgb, scaleRgb, srgb, timesRgb } from '../../sky/color.ts'
import { paletteFor } from '../../sky/palette.ts'
import { cloudy, lineAt, plaster, toMultiple } from './materials.ts'
import { type Beam, illuminate, type Sun } from './illumination.ts'
import { outsideOf } from './outside.ts'
import { blend, dim, type Hit, type Paint, type Solid, tint } from './solid.ts'
import { trace } from './tracer.ts'
import { enamel, piece } from './furniture.ts'

/** Wall paints by name: the colour as it is sold for rooms. */
export const PAINTS: Record<Exclude<ColorName, 'auto'>, Rgb> = {
  red: srgb('#b5453a'),
  orange: srgb('#d98c4a'),
  yellow: srgb('#e6c25f'),
  green: srgb('#7f9f74'),
  teal: srgb('#4d8a87'),
  blue: srgb('#6a90bd'),
  purple: srgb('#8d77ad'),
  pink: srgb('#dda3a6'),
  brown: srgb('#8f6b50'),
  black: srgb('#33343a'),
  gray: srgb('#a3a4a4'),
  white: srgb('#ece8e0'),
  gold: srgb('#cfa548'),
}

/** Sizes of a room round the camera, metres, and the camera that sees the far edge of its floor at the world's horizon. */
export interface Shell {
  readonly camera: Camera
  readonly left: number
  readonly right: number
  readonly top: number
  readonly far: number
  readonly solid: Solid
}
/** Eye and spread of each viewpoint inside a room. */
const VIEWS = {
  'eye level': [1.45, 1],
  'from above': [2.2, 1.05],
  'low angle': [0.7, 1.05],
  'close-up': [1.15, 0.66],
  wide: [1.55, 1.3],
  portrait: [1.4, 0.66],
} as const

export interface Finish {
  /** The far wall; its window is left out already. */
  readonly wall: Paint
  readonly sides: Paint
  readonly floor: Paint
}

export function shellFor(scene: Scene, aspect: number, far: number, top: number, finish: Finish): Shell {
  const { world } = scene
  const [eye, spread] = VIEWS[world.viewpoint]
  const camera: Camera = { aspect, spread, eye, horizon: world.horizon - eye / (spread * far) }
  // A very wide picture looks into a room with side walls, not into a hall.
  const half = Math.min(4.2, Math.max(1.6, spread * aspect * far * 0.5 * 0.86))
  const lean = (random(scene.seed, 301) - 0.5) * 0.12
  const left = -half * (1 + lean)
  const right = half * (1 - lean)
  const high = top
  const solid: Solid = {
    shape: 'room',
    min: [left, 0, -6],
    max: [right, high, far],
    label: LABEL.backdrop,
    paint(hit) {
      if (hit.face === 2) {
        hit.label = LABEL.floor
        finish.floor(hit)
      } else if (hit.face === 3) {
        tint(hit, [0.84, 0.83, 0.81], 1 + 0.015 * cloudy(hit, hit.u, hit.v, 0.8))
      } else if (hit.face === 5) finish.wall(hit)
      else finish.sides(hit)
    },
  }
  return { camera, left, right, top: high, far, solid }
}

/** Skirting along the foot of the walls, and a cornice under the ceiling. */
export function trim(shell: Shell, color: Rgb): Solid[] {
  const { left, right, far, top } = shell
  const paint = enamel(color, 0.2)
  return [
    piece([left, 0, far - 0.018], [right, 0.11, far], paint, { round: 0.012 }),
    piece([left, 0, -1], [left + 0.018, 0.11, far], paint, { round: 0.012 }),
    piece([right - 0.018, 0, -1], [right, 0.11, far], paint, { round: 0.012 }),
    piece([left, top - 0.07, far - 0.06], [right, top, far], paint, { round: 0.05 }),
    piece([left, top - 0.07, -1], [left + 0.06, top, far], paint, { round: 0.05 }),
    piece([right - 0.06, top - 0.07, -1], [right, top, far], paint, { round: 0.05 }),
  ]
}

/** A window in the far wall. */
export interface Opening {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
  readonly bars: readonly [number, number]
}
/** One window around `x` in a far wall of that half width, or two where there is room for two. */
export function windowsAt(
  x: number,
  half: number,
  wide: number,
  shape: Pick<Opening, 'bottom' | 'top' | 'bars'>,
): Opening[] {
  const one = (at: number): Opening => ({ ...shape, left: at - wide / 2, right: at + wide / 2 })
  const second = x + (x < 0 ? 1 : -1) * (wide + 0.95)
  return half > 3.1 ? [one(x), one(second)] : [one(x)]
}
/** True where the far wall is open. */
export const isOpen = (hit: Hit, openings: readonly Opening[]): boolean => {
  for (const o of openings)
    if (hit.x > o.left && hit.x < o.right && hit.y > o.bottom && hit.y < o.top) return true
  return false
}

/** Frame, bars, sill and jambs of a window whose glass lies a little behind the wall. */
export function windowFrame(shell: Shell, o: Opening, color: Rgb): Solid[] {
  const z = shell.far
  const paint = enamel(color, 0.25)
  const w = 0.055
  const deep = 0.14
  const parts = [
    piece([o.left - w, o.bottom - w, z - 0.02], [o.left, o.top + w, z + deep], paint, { round: 0.01 }),
    piece([o.right, o.bottom - w, z - 0.02], [o.right + w, o.top + w, z + deep], paint, { round: 0.01 }),
    piece([o.left - w, o.top, z - 0.02], [o.right + w, o.top + w, z + deep], paint, { round: 0.01 }),
    piece([o.left - 0.1, o.bottom - 0.05, z - 0.13], [o.right + 0.1, o.bottom, z + deep], paint, {
      round: 0.02,
    }),
  ]
  const [across, down] = o.bars
  for (let k = 1; k < across; k++) {
    const x = mix(o.left, o.right, k / across)
    parts.push(piece([x - 0.022, o.bottom, z + 0.05], [x + 0.022, o.top, z + 0.09], paint, { round: 0.01 }))
  }
  for (let k = 1; k < down; k++) {
    const y = mix(o.bottom, o.top, k / down)
    parts.push(piece([o.left, y - 0.018, z + 0.055], [o.right, y + 0.018, z + 0.085], paint, { round: 0.01 }))
  }
  return parts
}

/** A pair of curtains on a rod; `drawn` is how much of the window they cover. */
export function curtains(shell: Shell, o: Opening, color: Rgb, sheer: number, drawn = 0.16): Solid[] {
  const z = shell.far - 0.13
  const top = Math.min(shell.top - 0.1, o.top + 0.28)
  const wide = o.right - o.left
  const make = (a: number, b: number, side: number): Solid => ({
    ...piece([a, 0.02, z], [b, top, z], (hit) => {
      // Folds: narrow at the rod, wider and wandering below.
      const t = (top - hit.y) / top
      const s = hit.x - (side < 0 ? a : b)
      const phase =
        (s * (24 - 5 * t) + 0.5 * t * side + 0.35 * cloudy(hit, hit.x * 2, hit.y * 0.4, 0.5)) * 1.0
      const turn = phase - Math.floor(phase) - 0.5
      const slope = turn * (1.5 - 2.4 * Math.abs(turn)) * 1.6
      tint(hit, color, 0.86 + 0.2 * (1 - 2 * Math.abs(turn)) + 0.03 * cloudy(hit, hit.x * 4, hit.y * 4, 0.06))
      hit.nx = slope * 1.5
      hit.nz = -1
      hit.through = 0.18 + 0.5 * sheer
      if (sheer > 0.5) hit.alpha = 0.72 + 0.2 * Math.abs(turn)
    }),
    shape: 'card',
  })
  const rod = top - 0.02
  return [
    make(o.left - 0.32, o.left + wide * drawn, -1),
    make(o.right - wide * drawn, o.right + 0.32, 1),
    piece(
      [o.left - 0.42, rod, z - 0.012],
      [o.right + 0.42, rod + 0.026, z + 0.012],
      enamel([0.12, 0.1, 0.08], 0.5),
    ),
  ]
}

/** Everything that shines in a room. */
export interface Mood {
  readonly above: Rgb
  readonly below: Rgb
  readonly beams: readonly Beam[]
  readonly sun: Sun | null
  /** 0 lamps off to 1 lamps on. */
  readonly lamps: number
  /** Light that reaches things in the middle of the room. */
  readonly light: Light
}
/** A lamp of the room by where it hangs or stands. */
export type Bulb = readonly [x: number, y: number, z: number, strength: number]

const WARM: Rgb = [1, 0.66, 0.36]

/** Light of a room by the hour, the weather and the kind of light that was asked for. */
export function moodFor(
  world: World,
  open: Light,
  shell: Shell,
  openings: readonly Opening[],
  bulbs: readonly Bulb[],
  wall: Rgb,
): Mood {
  const palette = paletteFor(world)
  const gloomy =
    world.weather === 'overcast' ||
    world.weather === 'rain' ||
    world.weather === 'storm' ||
    world.weather === 'fog' ||
    world.weather === 'snow'
  const { night } = palette
  const kind = world.light
  const dark =
    kind === 'candlelight' || kind === 'neon' || kind === 'spotlight' ? 0.75 : kind === 'dramatic' ? 0.4 : 0
  const day = (1 - night) * (1 - 0.55 * dark)
  const low = clamp01(1 - palette.elevation / 30)
  const evening =
    world.time === 'sunset' || world.time === 'dusk' || world.time === 'dawn' || world.time === 'golden hour'
      ? 1
      : 0
  const lamps = clamp01(
    night +
      0.45 * evening * (world.time === 'dusk' ? 1.6 : 1) +
      (gloomy ? 0.25 : 0) +
      (kind === 'candlelight' ? 1 : 0),
  )
  const skyTint = mixRgb(
    fadeRgb(scaleRgb(palette.sky, 1 / (0.2 + Math.max(...palette.sky))), 0.55),
    [1, 0.97, 0.92],
    0.35,
  )
  const bounce = mixRgb([1, 1, 1], scaleRgb(wall, 1 / (0.15 + Math.max(...wall))), 0.35)
  const soft = kind === 'soft' || kind === 'studio' ? 1.2 : kind === 'dramatic' ? 0.5 : 1
  const base = timesRgb(
    scaleRgb(
      mixRgb(skyTint, scaleRgb(palette.horizon, 1.1), 0.25 * evening),
      (gloomy ? 0.74 : 1) * day * soft,
    ),
    bounce,
  )
  const warmBase = timesRgb(
    scaleRgb(
      kind === 'neon' ? [0.4, 0.25, 0.8] : WARM,
      0.13 * lamps * (kind === 'candlelight' ? 0.8 : 1) + 0.012,
    ),
    bounce,
  )
  const dim: Rgb = scaleRgb([0.1, 0.13, 0.22], night * 0.35)
  const above = addRgb(addRgb(base, warmBase), dim)
  const beams: Beam[] = []
  for (const o of openings) {
    const area = (o.right - o.left) * (o.top - o.bottom)
    const strength = area * day * (gloomy ? 0.75 : 1.05) + 0.06 * area * night
    beams.push({
      x: (o.left + o.right) / 2,
      y: (o.bottom + o.top) / 2,
      z: shell.far - 0.05,
      color: scaleRgb(mixRgb(skyTint, palette.horizon, 0.3), strength),
      size: Math.sqrt(area) * 0.5,
      facing: [0, -0.15, -0.99],
      shadows: true,
    })
  }
  // The window behind the one who looks: without it all fronts are black.
  if (day > 0.05)
    beams.push({
      x: world.sunX < 0.5 ? -1.6 : 1.6,
      y: 2.1,
      z: -0.9,
      color: scaleRgb([1, 0.97, 0.93], 5 * day * soft * (gloomy ? 0.8 : 1)),
      size: 1.1,
      facing: null,
      shadows: false,
    })
  for (const [k, [x, y, z, strength]] of bulbs.entries()) {
    const color: Rgb =
      kind === 'neon'
        ? k % 2 === 0
          ? [1.3, 0.15, 0.8]
          : [0.1, 0.75, 1.4]
        : kind === 'candlelight'
          ? [1.25, 0.62, 0.24]
          : WARM
    const on = kind === 'neon' ? 1 : lamps
    if (on > 0.02)
      beams.push({ x, y, z, color: scaleRgb(color, strength * on), size: 0.14, facing: null, shadows: true })
  }
  const sunny =
    !gloomy &&
    world.time !== 'night' &&
    world.time !== 'dusk' &&
    openings.length > 0 &&
    kind !== 'neon' &&
    kind !== 'spotlight' &&
    kind !== 'candlelight'
  const sun = sunny
    ? sunThrough(world, shell, openings, scaleRgb(palette.sun, mix(2.05, 1.75, low)), palette.elevation)
    : null
  const side =
    openings.length > 0
      ? clamp(((openings[0]!.left + openings[0]!.right) / 2) * 0.5, -0.8, 0.8)
      : world.sunX < 0.5
        ? -0.6
        : 0.6
  const n = 1 / Math.sqrt(side * side + 0.45 + 0.16)
  const lampLight = scaleRgb(kind === 'neon' ? [0.9, 0.35, 1.1] : WARM, 0.75 * lamps)
  const direct = addRgb(scaleRgb(mixRgb(skyTint, palette.sun, 0.25), 0.6 * day), lampLight)
  const light: Light = {
    ...open,
    direction: [side * n, 0.67 * n, 0.4 * n],
    color: direct,
    sky: scaleRgb(above, 1.15),
    ground: scaleRgb(above, 0.6),
    haze: above,
    hazePerKilometre: 0,
    softness: 0.65,
    night,
  }
  return { above, below: scaleRgb(timesRgb(above, [1, 0.9, 0.8]), 0.72), beams, sun, lamps, light }
}
const addRgb = (a: Rgb, b: Rgb): Rgb => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]

/** Sunlight that falls through the windows onto floor and furniture, with the shadow of the bars. */
function sunThrough(
  world: World,
  shell: Shell,
  openings: readonly Opening[],
  color: Rgb,
  elevation: number,
): Sun {
  const middle = (openings[0]!.left + openings[0]!.right) / 2
  // Into the room and towards its middle, so that the patch is seen.
  const side = middle < 0 ? -0.42 : 0.42
  const rise = clamp(elevation / 38, 0.34, 0.95)
  const n = 1 / Math.sqrt(side * side + rise * rise + 1)
  const towards = [side * n, rise * n, n] as const
  void world
  return {
    towards,
    color,
    soft: 0.015,
    gate(x, y, z) {
      const t = (shell.far + 0.06 - z) / towards[2]
      if (t <= 0) return 0
      const wx = x + towards[0] * t
      const wy = y + towards[1] * t
      const blur = 0.012 + 0.012 * t
      let best = 0
      for (const o of openings) {
        const inside = Math.min(wx - o.left, o.right - wx, wy - o.bottom, o.top - wy)
        if (inside < -blur) continue
        let share = smoothstep(-blur, blur, inside)
        const [across, down] = o.bars
        const bx = toMultiple(wx - o.left, (o.right - o.left) / across)
        const by = toMultiple(wy - o.bottom, (o.top - o.bottom) / down)
        share *= 1 - 0.9 * smoothstep(0.022 + blur, 0.022 - blur, Math.abs(bx))
        share *= 1 - 0.9 * smoothstep(0.02 + blur, 0.02 - blur, Math.abs(by))
        if (share > best) best = share
      }
      return best
    },
  }
}

/** Wallpaper: stripes, small leaves or a lattice in a shade of the wall's own colour, or plain paint. */
export function wallpaper(hit: Hit, color: Rgb, kind: number, seed: number): void {
  plaster(hit, color, seed)
  const u = hit.face === 5 ? hit.x : hit.z
  const v = hit.y
  if (kind === 1) blend(hit, scaleRgb(color, 0.9), lineAt(toMultiple(u, 0.24), 0.12, hit.pixel) * 0.8)
  else if (kind === 2) {
    const row = Math.floor(v / 0.13)
    const su = u + (row & 1) * 0.065
    const du = toMultiple(su, 0.13)
    const dv = v - (row + 0.5) * 0.13
    const d = Math.abs(du) * 1.8 + Math.abs(dv - du * du * 12)
    blend(
      hit,
      mixRgb(color, [0.95, 0.92, 0.85], 0.4),
      0.8 * clamp01((0.036 - d) / hit.pixel + 0.5) * clamp01(1.6 - hit.pixel * 40),
    )
  } else if (kind === 3) {
    // Panelling: framed fields with a rounded moulding.
    const field = 0.78
    const du = Math.abs(toMultiple(u, field))
    const lower = v < 0.92
    const edge = Math.min(
      field / 2 - (field / 2 - du),
      lower ? Math.min(v - 0.1, 0.92 - v) : Math.min(v - 0.92, 2.55 - v),
    )
    const d = edge - 0.07
    if (d > 0 && d < 0.035) {
      const lit = d < 0.017 ? 1.12 : 0.86
      dim(hit, 1 + (lit - 1) * clamp01(0.02 / hit.pixel))
    }
  }
}

export interface Interior {
  readonly shell: Shell
  readonly mood: Mood
  readonly solids: readonly Solid[]
}

/** Paints a furnished room; things can stand on its floor. */
export function paintRoom(stage: Stage, scene: Scene, interior: Interior): Ground {
  const { shell, mood, solids } = interior
  const behind = outsideOf(scene.world, scene.seed + 900)
  const all = [shell.solid, ...solids]
  const light = illuminate({
    above: mood.above,
    below: mood.below,
    beams: mood.beams,
    sun: mood.sun,
    casters: solids.filter((solid) => (solid.casts ?? 0) > 0),
    room: shell.solid,
    mirrored: all.filter(
      (solid) =>
        solid === shell.solid || solid.max[1] - solid.min[1] > 0.25 || solid.max[0] - solid.min[0] > 0.4,
    ),
    behind,
  })
  trace(stage, { camera: shell.camera, solids: all, light, behind })
  const { camera, far } = shell
  return {
    crest: () => scene.world.horizon,
    distance: (_, y) => clamp(camera.eye / (camera.spread * Math.max(1e-3, y - camera.horizon)), 0.3, far),
    slope: () => 0,
  }
}
