import type { Scene } from '@plantain/core'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light, Rgb } from '../light.ts'
import { clamp, clamp01, exp, mix, smoothstep } from '../math.ts'
import { random } from '../noise.ts'
import { luminance, mixRgb, scaleRgb, srgb } from '../sky/color.ts'
import { look, mottle } from './texture.ts'
import type { LandPainter } from './painter.ts'

/** Seamless paper by name, as it comes from the roll. */
const ROLLS = {
  red: srgb('#c23b32'),
  orange: srgb('#e08a3c'),
  yellow: srgb('#efc94c'),
  green: srgb('#5f9e62'),
  teal: srgb('#3f9090'),
  blue: srgb('#4f86c6'),
  purple: srgb('#8465b5'),
  pink: srgb('#eaa7b4'),
  brown: srgb('#84603f'),
  black: srgb('#24252a'),
  gray: srgb('#9a9da1'),
  white: srgb('#f2f1ee'),
  gold: srgb('#cf9f3d'),
} as const
const QUIET = ['#b9bfc6', '#cdc3b6', '#a9bac4', '#c7c9c3', '#bfb3b8', '#b5c0b3'].map((hex) => srgb(hex))

/** How the paper is lit: level of the whole sheet, strength and size of the pool, and how much darker one side is. */
interface Plan {
  readonly level: number
  readonly pool: number
  readonly size: number
  readonly fall: number
  readonly tint: Rgb
  readonly second: Rgb | null
}
const WHITE: Rgb = [1, 1, 1]
const PLANS: Record<Scene['world']['light'], Plan> = {
  natural: { level: 0.52, pool: 0.34, size: 0.62, fall: 0.22, tint: [1, 0.985, 0.96], second: null },
  soft: { level: 0.66, pool: 0.22, size: 0.8, fall: 0.1, tint: WHITE, second: null },
  studio: { level: 0.5, pool: 0.44, size: 0.56, fall: 0.14, tint: WHITE, second: null },
  dramatic: { level: 0.12, pool: 0.42, size: 0.4, fall: 0.75, tint: [1, 0.96, 0.9], second: null },
  backlit: { level: 0.2, pool: 0.95, size: 0.36, fall: 0.05, tint: [1, 0.98, 0.94], second: null },
  spotlight: { level: 0.06, pool: 0.85, size: 0.27, fall: 0.1, tint: [1, 0.97, 0.9], second: null },
  candlelight: { level: 0.08, pool: 0.42, size: 0.42, fall: 0.35, tint: [1, 0.66, 0.34], second: null },
  neon: { level: 0.16, pool: 0.6, size: 0.5, fall: 0.2, tint: [1, 0.22, 0.78], second: [0.12, 0.72, 1] },
}

/** Seamless paper that hangs from a roll, sweeps round and comes forward as the floor, with the pool of one lamp on it. */
export const studio: LandPainter = {
  lands: ['studio'],
  enclosed: true,
  light(scene, light): Light {
    const { world } = scene
    const plan = PLANS[world.light]
    const side = world.sunX < 0.5 ? -1 : 1
    const key = mix(1.05, 0.9, plan.fall)
    const fill = 0.34 + 0.5 * plan.level - 0.1 * plan.fall
    const paper = paperOf(scene)
    const direction: Light['direction'] =
      world.light === 'backlit'
        ? [side * 0.35, 0.6, -0.72]
        : [side * mix(0.5, 0.8, plan.fall), 0.6, mix(0.62, 0.25, plan.fall)]
    return {
      ...light,
      direction,
      color: scaleRgb(plan.tint, key),
      sky: scaleRgb(plan.second === null ? WHITE : mixRgb(plan.second, WHITE, 0.3), fill),
      ground: scaleRgb(mixRgb(WHITE, paper, 0.6), fill * 0.7),
      haze: scaleRgb(paper, plan.level),
      hazePerKilometre: 0,
      softness: plan.fall > 0.3 ? 0.4 : 0.75,
      night: world.light === 'candlelight' || world.light === 'neon' || world.light === 'spotlight' ? 0.6 : 0,
    }
  },
  paint: paintStudio,
}

function paperOf({ world, seed }: Scene): Rgb {
  if (world.backdrop !== 'auto') return ROLLS[world.backdrop]
  return QUIET[Math.floor(random(seed, 401) * QUIET.length)]!
}

function paintStudio(stage: Stage, scene: Scene): Ground {
  const { frame, camera } = stage
  const { world } = scene
  const { width, height, color, depth, label } = frame
  const plan = PLANS[world.light]
  const paper = paperOf(scene)
  const bright = luminance(paper)
  const side = world.sunX < 0.5 ? -1 : 1
  // A portrait is framed above the sweep: only the hanging paper is seen.
  const bend = world.viewpoint === 'portrait' ? 1.5 : world.horizon
  const centerX = 0.5 + side * (world.light === 'dramatic' ? 0.16 : 0.04)
  const centerY = Math.min(bend - 0.1, 0.46)
  const far = 4.2
  const eye = 1.3
  const aspect = camera.aspect
  const grain = new Float64Array(3)
  // Dark paper shows the pool more; white paper is lit until it is white.
  const pool = plan.pool * mix(1.25, 0.8, clamp01(bright))
  const base = plan.level * mix(1, 1.55, bright * bright)
  const onFloor = world.light === 'spotlight' ? 1 : 0
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 63) === 0) stage.checkpoint()
    const y = (row + 0.5) / height
    // From hanging paper to lying paper: a wide cove, so that there is no line.
    const lying = smoothstep(bend - 0.12, bend + 0.16, y)
    const below = Math.max(0, y - bend)
    const distance = below > 0 ? Math.min(far, eye / (below + eye / far)) : far
    for (let column = 0; column < width; column++, p++) {
      const x = (column + 0.5) / width
      const dx = (x - centerX) * aspect
      // One pool on the whole sheet, drawn out where the sheet lies; a spotlight stands on the floor and spills up a little.
      const dy = (y - centerY) * mix(1, 0.62, lying)
      const wide = poolAt(dx, dy, plan.size)
      let lit = base * (1 + 0.16 * lying) + pool * wide * (1 - 0.65 * onFloor)
      if (onFloor > 0) {
        const fy = (y - mix(bend, 1, 0.42)) * 2.4
        const d = Math.sqrt(dx * dx + fy * fy) / (plan.size * 1.2)
        lit += pool * lying * 1.5 * smoothstep(1.12, 0.8, d) * (1 - 0.35 * d)
      }
      const cove = 1 - 0.07 * exp(-((y - bend) * (y - bend)) / 0.008)
      const shade =
        1 - plan.fall * smoothstep(-0.5, 0.75, (x - 0.5) * -side * 1.3 + 0.1) - 0.1 * plan.fall * y
      lit *= shade * cove
      const corner =
        1 - 0.2 * smoothstep(0.45, 0.95, Math.sqrt((x - 0.5) * (x - 0.5) * 1.1 + (y - 0.5) * (y - 0.5)))
      look(mottle, x * aspect * 0.9 + 0.13, y * 0.9, 0.9 / height, grain)
      const fibre = 1 + 0.008 * grain[0]!
      let r = paper[0] * plan.tint[0]
      let g = paper[1] * plan.tint[1]
      let b = paper[2] * plan.tint[2]
      if (plan.second !== null) {
        const share = smoothstep(0.1, 0.9, x + 0.12 * (y - 0.5))
        const grey = 0.35 + 0.65 * bright
        r = mix(plan.tint[0], plan.second[0], share) * mix(paper[0], grey, 0.2)
        g = mix(plan.tint[1], plan.second[1], share) * mix(paper[1], grey, 0.2)
        b = mix(plan.tint[2], plan.second[2], share) * mix(paper[2], grey, 0.2)
      }
      // Where the lamp is strong, paint gives back some white.
      const strength = lit * corner * fibre * 1.16
      const white = 0.16 * clamp01(strength - 0.62)
      const o = 3 * p
      color[o] = strength * (r + white * (1 - r))
      color[o + 1] = strength * (g + white * (1 - g))
      color[o + 2] = strength * (b + white * (1 - b))
      depth[p] = distance
      label[p] = y > bend ? LABEL.floor : LABEL.backdrop
    }
  }
  return {
    crest: () => Math.min(bend, 1),
    distance: (_, y) => clamp(eye / (Math.max(0, y - bend) + eye / far), 0.6, far),
    slope: () => 0,
  }
}

/** A round pool with a soft shoulder, 1 in the middle. */
function poolAt(dx: number, dy: number, size: number): number {
  const d = (dx * dx + dy * dy) / (size * size)
  return 1 / (1 + d * (0.9 + 0.8 * d))
}
