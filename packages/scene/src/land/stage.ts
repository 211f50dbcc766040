import type { Scene } from '@plantain/core'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light, Rgb } from '../light.ts'
import { clamp, clamp01, exp, sin, smoothstep } from '../math.ts'
import { noise2, random } from '../noise.ts'
import { scaleRgb, srgb } from '../sky/color.ts'
import { type Beam, illuminate } from './built/illumination.ts'
import { cloth, OAK, wood } from './built/materials.ts'
import { PAINTS } from './built/room.ts'
import { dim, type Hit, type Solid, tint } from './built/solid.ts'
import { trace } from './built/tracer.ts'
import type { Camera } from '../camera.ts'
import type { LandPainter } from './painter.ts'

const FAR = 7.2
const EYE = 1.5

/** A theatre: boards, curtains on three sides, footlights, and spotlights whose beams are seen in the dusty air. */
export const theatre: LandPainter = {
  lands: ['stage'],
  enclosed: true,
  light(scene, light): Light {
    const [first, second] = lampsOf(scene)
    return {
      ...light,
      direction: [first.x < 0 ? -0.45 : 0.45, 0.78, 0.44],
      color: scaleRgb(first.color, 1.05),
      sky: scaleRgb(second.color, 0.3),
      ground: [0.16, 0.1, 0.07],
      haze: [0.03, 0.02, 0.02],
      hazePerKilometre: 0,
      softness: 0.3,
      night: 0.6,
    }
  },
  paint: paintStage,
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly z: number
  /** Where it points on the floor. */
  readonly toX: number
  readonly toZ: number
  readonly radius: number
  readonly color: Rgb
}
function lampsOf({ world, seed }: Scene): readonly [Spot, Spot, Spot] {
  const side = world.sunX < 0.5 ? -1 : 1
  const white: Rgb = [1, 0.95, 0.85]
  const tones: readonly (readonly [Rgb, Rgb])[] = [
    [
      [0.75, 0.82, 1],
      [1, 0.75, 0.55],
    ],
    [
      [1, 0.45, 0.7],
      [0.4, 0.6, 1],
    ],
    [
      [0.55, 0.9, 0.85],
      [1, 0.8, 0.45],
    ],
  ]
  const pair =
    world.light === 'neon'
      ? ([
          [1, 0.2, 0.75],
          [0.1, 0.7, 1],
        ] as const)
      : world.light === 'candlelight'
        ? ([
            [1, 0.6, 0.3],
            [1, 0.5, 0.2],
          ] as const)
        : tones[Math.floor(random(seed, 801) * tones.length)]!
  const main = world.light === 'candlelight' ? ([1, 0.68, 0.38] as Rgb) : white
  return [
    { x: side * 1.7, y: 6.2, z: 2.2, toX: 0, toZ: 4.1, radius: 1.25, color: main },
    { x: -side * 3.4, y: 6, z: 5.2, toX: -side * 1.35, toZ: 5, radius: 1, color: pair[0] },
    { x: side * 3.6, y: 6, z: 5.4, toX: side * 1.9, toZ: 5.6, radius: 1, color: pair[1] },
  ]
}

function paintStage(stage: Stage, scene: Scene): Ground {
  const { world, seed } = scene
  const aspect = stage.camera.aspect
  const spread =
    world.viewpoint === 'wide'
      ? 1.25
      : world.viewpoint === 'close-up' || world.viewpoint === 'portrait'
        ? 0.75
        : 1
  const camera: Camera = { aspect, spread, eye: EYE, horizon: world.horizon - EYE / (spread * FAR) }
  const half = Math.max(2, spread * aspect * FAR * 0.5 * 0.94)
  const spots = lampsOf(scene)
  const velvet = world.backdrop === 'auto' ? srgb('#8e1722') : scaleRgb(PAINTS[world.backdrop], 0.8)
  const room: Solid = {
    shape: 'room',
    label: LABEL.backdrop,
    min: [-half - 1.2, 0, -6],
    max: [half + 1.2, 6.5, FAR],
    casts: 0,
    paint(hit) {
      if (hit.face === 2) {
        hit.label = LABEL.floor
        wood(hit, { ...OAK, board: 0.14, length: 2.4, gloss: 0.55 }, hit.z, hit.x, seed)
        dim(hit, 0.8)
      } else if (hit.face === 5) folds(hit, scaleRgb(velvet, 0.62), hit.x, 7.5, seed)
      else tint(hit, [0.012, 0.01, 0.012])
    },
  }
  const wing = (x: number, z: number, wide: number, key: number): Solid => ({
    shape: 'card',
    label: LABEL.backdrop,
    min: [x - wide / 2, 0.015, z],
    max: [x + wide / 2, 6.4, z],
    paint: (hit) => folds(hit, velvet, hit.x - x + (x > 0 ? 9 : 0), 9, key),
  })
  const edge = half * 0.98
  const above = EYE + camera.horizon * spread * 4.4 - 0.85
  const solids: Solid[] = [
    room,
    wing(-edge, 4.6, half * 0.42, seed),
    wing(edge, 4.6, half * 0.42, seed + 1),
    wing(-edge * 0.86, 6, half * 0.3, seed + 2),
    wing(edge * 0.86, 6, half * 0.3, seed + 3),
    // The border curtain above, in swags, hung just inside the frame.
    {
      shape: 'card',
      label: LABEL.backdrop,
      min: [-half - 1, 2.2, 4.4],
      max: [half + 1, 6.4, 4.4],
      paint(hit) {
        const swag = half * 0.5
        const t = (hit.x / swag - Math.floor(hit.x / swag)) * 2 - 1
        const low = above + 0.42 * t * t
        if (hit.y < low) {
          hit.alpha = 0
          return
        }
        folds(hit, velvet, hit.x + 0.35 * t * (hit.y - low), 7, seed + 4)
        const hem = hit.y - low
        if (hem < 0.11) {
          tint(hit, [0.62, 0.43, 0.14], 0.7 + 0.4 * Math.abs(sin(hit.x * 70)))
          hit.part = 1
        } else dim(hit, 0.75 + 0.25 * smoothstep(0, 1, hem))
      },
    },
  ]
  const beams: Beam[] = [
    { x: -2.2, y: 0.3, z: 1.7, color: [1.9, 1.4, 0.95], size: 0.8, facing: null, shadows: false },
    { x: 2.2, y: 0.3, z: 1.7, color: [1.9, 1.4, 0.95], size: 0.8, facing: null, shadows: false },
  ]
  const light = illuminate({
    above: [0.2, 0.17, 0.17],
    below: [0.17, 0.12, 0.1],
    beams,
    sun: null,
    casters: [],
    room,
    mirrored: [room, ...solids.slice(1, 6)],
    behind: null,
  })
  trace(stage, {
    camera,
    solids,
    behind: (_, out) => out.fill(0.002),
    light(hit, ray, out, deep) {
      spotlit(hit, spots)
      light(hit, ray, out, deep)
    },
  })
  airGlow(stage, camera, spots, seed)
  return {
    crest: () => world.horizon,
    distance: (_, y) => clamp(EYE / (spread * Math.max(1e-3, y - camera.horizon)), 0.3, FAR),
    slope: () => 0,
  }
}

/** Velvet in deep folds. */
function folds(hit: Hit, color: Rgb, u: number, many: number, seed: number): void {
  const phase =
    u * many * 0.42 +
    0.5 * noise2(seed + 1, u * 1.1, hit.y * 0.35) +
    0.22 * noise2(seed + 2, u * 3, hit.y * 0.8)
  const t = phase - Math.floor(phase) - 0.5
  cloth(hit, u, hit.y, color, 0.006, seed)
  // Velvet is bright at grazing angles and black where it looks at you.
  const slope = t * (2 - 4 * Math.abs(t)) * 2.4
  hit.nx = slope
  hit.nz = -1
  dim(hit, 0.5 + 0.85 * Math.abs(slope) * Math.abs(slope) + 0.5 * (0.5 - Math.abs(t)))
  dim(hit, 0.6 + 0.4 * smoothstep(0, 0.5, hit.y))
}

/** Adds the light of the spots to a hit as a glow of its own colour: their pools have an edge that no lamp in the air has. */
function spotlit(hit: Hit, spots: readonly Spot[]): void {
  for (const spot of spots) {
    const dx = hit.x - spot.x
    const dy = hit.y - spot.y
    const dz = hit.z - spot.z
    const ax = spot.toX - spot.x
    const ay = -spot.y
    const az = spot.toZ - spot.z
    const long = Math.sqrt(ax * ax + ay * ay + az * az)
    const along = (dx * ax + dy * ay + dz * az) / long
    if (along <= 0) continue
    const square = dx * dx + dy * dy + dz * dz
    const aside = Math.sqrt(Math.max(0, square - along * along))
    const cone = (along / long) * spot.radius
    const inside = smoothstep(1.12, 0.82, aside / cone) * (1 - 0.25 * (aside / cone) * (aside / cone))
    if (inside <= 0) continue
    const facing = -(hit.nx * dx + hit.ny * dy + hit.nz * dz) / Math.sqrt(square)
    const strength = inside * Math.max(0, facing * 0.85 + 0.15) * 1.9 * Math.min(1.6, (long * long) / square)
    hit.glowRed += hit.red * spot.color[0] * strength
    hit.glowGreen += hit.green * spot.color[1] * strength
    hit.glowBlue += hit.blue * spot.color[2] * strength
  }
}

/** Beams seen from the side: light that dust scatters along each line of sight, in eight steps through the cone. */
function airGlow(stage: Stage, camera: Camera, spots: readonly Spot[], seed: number): void {
  const { frame } = stage
  const { width, height, color, depth } = frame
  for (let row = 0, p = 0; row < height; row++) {
    if ((row & 31) === 0) stage.checkpoint()
    const dy = (camera.horizon - (row + 0.5) / height) * camera.spread
    for (let column = 0; column < width; column++, p++) {
      const dx = ((column + 0.5) / width - 0.5) * camera.spread * camera.aspect
      const far = Math.min(FAR, depth[p]!)
      for (const spot of spots) {
        const strength = throughCone(dx, dy, far, spot)
        if (strength <= 0) continue
        const dust = 0.78 + 0.35 * noise2(seed + 31, dx * 3.2, dy * 2.6 + 2)
        const o = 3 * p
        color[o] = color[o]! + spot.color[0] * strength * dust
        color[o + 1] = color[o + 1]! + spot.color[1] * strength * dust
        color[o + 2] = color[o + 2]! + spot.color[2] * strength * dust
      }
    }
  }
}
function throughCone(dx: number, dy: number, far: number, spot: Spot): number {
  const ax = spot.toX - spot.x
  const ay = -spot.y
  const az = spot.toZ - spot.z
  const long = Math.sqrt(ax * ax + ay * ay + az * az)
  // The point of the ray nearest to the axis tells whether the cone is met at all; the rest follows from there.
  const ux = ax / long
  const uy = ay / long
  const uz = az / long
  const length = Math.sqrt(dx * dx + dy * dy + 1)
  const rx = dx / length
  const ry = dy / length
  const rz = 1 / length
  const wx = -spot.x
  const wy = EYE - spot.y
  const wz = -spot.z
  const b = rx * ux + ry * uy + rz * uz
  const d = rx * wx + ry * wy + rz * wz
  const e = ux * wx + uy * wy + uz * wz
  const under = 1 - b * b
  if (under < 1e-4) return 0
  const t = (b * e - d) / under
  const s = (e - b * d) / under
  if (t <= 0 || s <= 0.1 || s > long * 1.05) return 0
  if (t > far * length * 1.04) return 0
  const px = wx + rx * t - ux * s
  const py = wy + ry * t - uy * s
  const pz = wz + rz * t - uz * s
  const aside = Math.sqrt(px * px + py * py + pz * pz)
  const radius = (s / long) * spot.radius
  if (aside > radius) return 0
  const chord = 1 - (aside / radius) * (aside / radius)
  return 0.2 * chord * exp(-0.28 * s) * clamp01((long * 1.05 - s) / 0.6)
}
