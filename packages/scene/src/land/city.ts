import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Rgb } from '../light.ts'
import { clamp01, smoothstep } from '../math.ts'
import { noise2, random } from '../noise.ts'
import { mixRgb, srgb } from '../sky/color.ts'
import { airFor } from '../sky/model.ts'
import { type Front, frontPaint } from './built/facade.ts'
import { enamel } from './built/furniture.ts'
import { building, lampPost, spire } from './built/houses.ts'
import type { Beam } from './built/illumination.ts'
import { cloudy, lineAt, ridged, toMultiple } from './built/materials.ts'
import { openAir } from './built/open-air.ts'
import { blend, dim, type Hit, type Solid, tint } from './built/solid.ts'
import { trace } from './built/tracer.ts'
import { hazeFor } from './haze.ts'
import type { LandPainter } from './painter.ts'
import { planter } from './plants/scatter.ts'
import { LIME_TREE } from './plants/species.ts'
import { downTheStreet, flatGround, snowOf, weathered, wetOf } from './street.ts'

const ROAD = 7
const LINE = 13.5
const QUAY = 7.5
const SHORE = 230
const WALLS = ['#c9b8a0', '#b0a596', '#8f9aa3', '#a88d78', '#d6cbb8', '#7f868c', '#9d7f6c', '#bcc3c6'].map(
  (hex) => srgb(hex),
)
const GLASS = ['#2a3b49', '#33424a', '#263440', '#3d4a52'].map((hex) => srgb(hex))

/** A city: an avenue between blocks with a skyline at its end, or, where there is water, the skyline across it. */
export const city: LandPainter = { lands: ['city'], light: downTheStreet, paint: paintCity }

function paintCity(stage: Stage, scene: Scene): Ground {
  const { camera, light } = stage
  const night = light.night
  const snow = snowOf(scene)
  const wet = wetOf(scene)
  const water = scene.world.water !== 'none'
  const towers = skyline(scene, camera, water ? SHORE : 250, night, snow)
  const solids: Solid[] = [...towers]
  const casters: Solid[] = []
  const beams: Beam[] = []
  if (water) solids.push(...quay(scene, snow, wet), waterSolid(scene))
  else {
    solids.push(avenueSolid(scene, snow, wet))
    for (const side of [-1, 1]) {
      let z = -4 - 10 * random(scene.seed, 601, side + 2)
      for (let k = 0; z < 240 && k < 16; k++) {
        const key = scene.seed + 53 * k + (side < 0 ? 0 : 7001)
        const wide = 13 + 14 * random(key, 31)
        const tall = k < 2 ? 15 + 26 * random(key, 32) * random(key, 33) : 9 + 15 * random(key, 32)
        if (z + wide > 3) {
          const block = tower(
            side < 0 ? -LINE - 20 : LINE,
            side < 0 ? -LINE : LINE + 20,
            z,
            z + wide - 0.4,
            tall,
            { night, snow, key, scale: 1, ground: 4.6 },
          )
          solids.push(...block)
          if (casters.length < 8) casters.push(block[0]!)
        }
        z += wide
      }
      solids.push({
        shape: 'box',
        label: LABEL.road,
        min: [side < 0 ? -LINE - 0.1 : ROAD, 0, -1],
        max: [side < 0 ? -ROAD : LINE + 0.1, 0.14, 245],
        paint: (hit) => walk(hit, scene.seed, snow, wet),
      })
    }
  }
  const line = water ? [] : [-1, 1]
  for (let k = 0; k < 7; k++)
    for (const side of line) {
      const z = 9 + k * 22 + (side > 0 ? 9 : 0)
      const x = side * (ROAD + 0.8)
      solids.push(...lampPost(x, z, night))
      if (night > 0.2 && k < 2)
        beams.push({
          x,
          y: 3.6,
          z,
          color: [9 * night, 5.8 * night, 2.6 * night],
          size: 0.8,
          facing: null,
          shadows: false,
        })
    }
  if (water)
    for (const x of [-6, 0, 6]) {
      solids.push(...lampPost(x + 3, QUAY - 0.7, night))
      if (night > 0.2)
        beams.push({
          x: x + 3,
          y: 3.6,
          z: QUAY - 0.7,
          color: [7 * night, 4.4 * night, 2 * night],
          size: 0.8,
          facing: null,
          shadows: false,
        })
    }
  const mirrored = water ? towers : wet > 0.1 ? solids.filter(({ min, max }) => max[1] - min[1] > 3) : []
  trace(stage, openAir(stage, scene, solids, { open: water ? () => 1 : avenue, casters, beams, mirrored }))
  if (!water) plantTrees(stage, scene)
  return flatGround(camera, water ? QUAY : 240, () => true)
}

function avenue(hit: Hit): number {
  if (hit.z > 260) return 1
  if (hit.ny > 0.7 && hit.y < 1) return 0.7 + 0.3 * smoothstep(0, 6, LINE - Math.abs(hit.x))
  return 0.72 + 0.28 * smoothstep(0, 14, hit.y)
}

interface Block {
  readonly night: number
  readonly snow: number
  readonly key: number
  /** How many windows are drawn as one where they are too far to be seen. */
  readonly scale: number
  readonly ground: number
}
/** A block or tower, stepped back near the top, with what stands on roofs. */
function tower(x0: number, x1: number, z0: number, z1: number, tall: number, block: Block): Solid[] {
  const { key, night, snow, scale } = block
  const kind = random(key, 41)
  const wall: Front['wall'] =
    kind < (tall > 40 ? 0.5 : 0.2) ? 'glass' : kind < 0.7 ? 'plaster' : kind < 0.85 ? 'brick' : 'stone'
  const color =
    wall === 'glass'
      ? GLASS[Math.floor(random(key, 42) * GLASS.length)]!
      : wall === 'brick'
        ? srgb('#92604c')
        : WALLS[Math.floor(random(key, 43) * WALLS.length)]!
  const look: Front = {
    wall,
    color,
    trim: mixRgb(color, [0.86, 0.84, 0.8], 0.55),
    floor: (3.5 + 0.4 * random(key, 44)) * scale,
    bay: (wall === 'glass' ? 1.9 : 2.5 + random(key, 45)) * scale,
    window:
      wall === 'glass'
        ? [3 * scale, 3 * scale]
        : [(1.35 + 0.5 * random(key, 46)) * scale, (1.8 + 0.3 * random(key, 47)) * scale],
    ground: block.ground,
    shop: block.ground > 0 && random(key, 48) < 0.8,
    shutters: null,
    awning: null,
    boxes: false,
    night,
    lit: 0.28 + 0.3 * random(key, 49),
    snow,
    seed: key,
  }
  const parts: Solid[] = []
  const add = (a: number, b: number, foot: number, top: number, c: number, d: number): void => {
    const min = [a, foot, c] as const
    const max = [b, top, d] as const
    const paint = frontPaint(min, max, foot > 0 ? { ...look, ground: 0, shop: false } : look)
    parts.push(
      building(min, max, (hit) => {
        paint(hit)
        // Far windows are only a texture of the wall.
        if (look.wall === 'glass' && hit.part !== 5) hit.gloss = Math.max(hit.gloss, 0.55)
      }),
    )
  }
  add(x0, x1, 0, tall, z0, z1)
  const w = x1 - x0
  const d = z1 - z0
  if (random(key, 51) < 0.55 && tall > 22) {
    const inset = 0.14 + 0.1 * random(key, 52)
    const more = tall * (0.1 + 0.22 * random(key, 53))
    add(x0 + w * inset, x1 - w * inset, tall, tall + more, z0 + d * inset, z1 - d * inset)
    if (random(key, 54) < 0.35)
      parts.push(
        spire(
          (x0 + x1) / 2,
          (z0 + z1) / 2,
          Math.min(w, d) * 0.18,
          tall + more,
          more * 1.4,
          srgb('#6f7c80'),
          snow,
        ),
      )
    else if (random(key, 55) < 0.4)
      parts.push(
        building(
          [(x0 + x1) / 2 - 0.3, tall + more, (z0 + z1) / 2 - 0.3],
          [(x0 + x1) / 2 + 0.3, tall + more * 2.1, (z0 + z1) / 2 + 0.3],
          mast(night),
          0,
        ),
      )
  } else if (tall < 40 && random(key, 56) < 0.6) {
    // Plant rooms and a water tank.
    parts.push(
      building(
        [x0 + w * 0.3, tall, z0 + d * 0.3],
        [x0 + w * 0.55, tall + 2.6, z0 + d * 0.6],
        enamel(mixRgb(color, [0.4, 0.4, 0.4], 0.5), 0),
        0,
      ),
    )
    parts.push({
      ...building(
        [x0 + w * 0.65, tall + 0.8, z0 + 2],
        [x0 + w * 0.65 + 3, tall + 3.8, z0 + 5],
        enamel(srgb('#6d5443'), 0),
        0,
      ),
      shape: 'drum',
    })
  }
  return parts
}
const mast =
  (night: number) =>
  (hit: Hit): void => {
    tint(hit, [0.3, 0.31, 0.33])
    if (hit.v > 0.93 * (hit.solid!.max[1] - hit.solid!.min[1])) hit.glowRed = 2.5 * night
  }

/** Towers in four rows, each farther, taller and paler; their tops make the relief that was asked for. */
function skyline(scene: Scene, camera: Camera, near: number, night: number, snow: number): Solid[] {
  const { seed, world } = scene
  const solids: Solid[] = []
  const rows = 4
  for (let row = 0; row < rows; row++) {
    const z = near * (1 + 0.62 * row + 0.35 * row * row)
    const metres = camera.spread * z
    const half = metres * camera.aspect * 0.62
    // Height in the frame above the horizon, then in metres there.
    const most = (0.1 + 0.82 * world.relief) * world.horizon * metres
    const step = metres * (0.055 + 0.012 * row)
    const scale = Math.max(1, Math.round((metres / 768) * 0.85))
    let x = -half - step * random(seed, 611, row)
    for (let k = 0; x < half && k < 60; k++) {
      const key = seed + 8000 + row * 977 + k * 31
      const wide = step * (0.55 + 0.9 * random(key, 1))
      const middle = x + wide / 2
      // The tall ones stand together, off the middle.
      const centre = (middle / metres / camera.aspect - (random(seed, 612) - 0.5) * 0.5) * 2.6
      const crowd = 1 / (1 + centre * centre * 2.2)
      const share =
        (0.16 +
          0.84 *
            crowd *
            (0.35 + 0.65 * random(key, 2) * random(key, 3) + (random(key, 4) < 0.09 ? 0.45 : 0))) *
        (0.5 + 0.5 * (row / (rows - 1)))
      const tall = Math.max(metres * 0.012, Math.min(most, most * share))
      solids.push(
        ...tower(x, x + wide * 0.94, z, z + wide * (0.7 + 0.5 * random(key, 5)), tall, {
          night,
          snow,
          key,
          scale,
          ground: 0,
        }),
      )
      x += wide * (random(key, 6) < 0.2 ? 1.25 : 1)
    }
  }
  return solids.map((solid) => ({ ...solid, casts: 0 }))
}

/** Asphalt with lanes, a zebra crossing, grime. */
function avenueSolid(scene: Scene, snow: number, wet: number): Solid {
  const { seed, world } = scene
  return {
    shape: 'box',
    label: LABEL.road,
    min: [-3000, -1, -2],
    max: [3000, 0, 9000],
    paint(hit) {
      const { x, z } = hit
      const aside = Math.abs(x)
      tint(
        hit,
        [0.115, 0.117, 0.125],
        0.9 + 0.16 * ridged(hit, x, z, 0.1) + 0.14 * cloudy(hit, x * 1.4, z * 0.5, 2.2),
      )
      let paint = 0
      if (z > 5.4 && z < 8.8) paint = aside < ROAD - 0.6 ? lineAt(toMultiple(x, 1.1), 0.52, hit.pixel) : 0
      else {
        const dash = Math.abs(toMultiple(z, 9)) < 2.2 ? 1 : 0
        paint = Math.max(
          lineAt(aside - 0.16, 0.11, hit.pixel),
          dash * lineAt(aside - 3.5, 0.12, hit.pixel),
          lineAt(aside - (ROAD - 0.45), 0.1, hit.pixel),
        )
      }
      const worn = clamp01(0.82 + 0.45 * cloudy(hit, x * 3, z * 3, 0.35))
      blend(hit, [0.66, 0.65, 0.61], paint * worn)
      // Oil in the middle of the lanes.
      dim(
        hit,
        1 -
          0.16 * smoothstep(0.9, 0.1, Math.abs(toMultiple(aside - 1.75, 3.5))) -
          0.3 * smoothstep(ROAD - 0.4, ROAD, aside),
      )
      weathered(hit, { snow, wet, seed, autumn: world.season === 'autumn' ? 0.5 : 0, tracks: true })
    },
  }
}

function walk(hit: Hit, seed: number, snow: number, wet: number): void {
  if (hit.ny < 0.5) {
    tint(hit, [0.4, 0.39, 0.38], 0.9 + 0.1 * cloudy(hit, hit.u, hit.v, 0.5))
    return
  }
  const row = Math.floor(hit.z / 0.9)
  const column = Math.floor(hit.x / 0.9)
  tint(
    hit,
    [0.4, 0.39, 0.37],
    0.86 + 0.2 * random(seed + 3, row, column) + 0.1 * cloudy(hit, hit.x, hit.z, 0.9),
  )
  dim(
    hit,
    1 -
      0.35 *
        Math.max(
          lineAt(toMultiple(hit.z, 0.9), 0.016, hit.pixel),
          lineAt(toMultiple(hit.x, 0.9), 0.016, hit.pixel),
        ),
  )
  weathered(hit, { snow, wet, seed, autumn: 0, tracks: false })
}

/** The stone edge on which one stands, with a railing. */
function quay(scene: Scene, snow: number, wet: number): Solid[] {
  const iron = enamel([0.05, 0.055, 0.06], 0.3)
  const part = (min: Solid['min'], max: Solid['max'], paint: Solid['paint']): Solid => ({
    shape: 'box',
    min,
    max,
    paint,
    label: LABEL.building,
    casts: 0,
  })
  const parts = [
    {
      ...part([-60, -0.02, -2], [60, 0.004, QUAY], (hit) => walk(hit, scene.seed, snow, wet)),
      label: LABEL.road,
    },
    part([-60, 0.98, QUAY - 0.12], [60, 1.05, QUAY - 0.05], iron),
    part([-60, 0.5, QUAY - 0.1], [60, 0.53, QUAY - 0.07], iron),
  ]
  for (let k = -12; k <= 12; k++)
    parts.push(part([k * 1.6 - 0.04, 0, QUAY - 0.12], [k * 1.6 + 0.04, 1.02, QUAY - 0.05], iron))
  return parts
}

/** Water up to the far shore: it mirrors the towers in waves. */
function waterSolid({ seed, world }: Scene): Solid {
  const calm = world.weather === 'windy' || world.weather === 'storm' ? 1.8 : 0.8
  const deep: Rgb = [0.012, 0.03, 0.04]
  return {
    shape: 'box',
    label: LABEL.water,
    min: [-9000, -3, QUAY],
    max: [9000, -1.6, 12000],
    paint(hit) {
      const { x, z } = hit
      tint(hit, deep)
      hit.gloss = 1.15
      const fade = 1 / (1 + z * 0.012)
      const wave = (size: number, k: number): number =>
        noise2(seed + k, x / size, z / (size * 0.45)) * clamp01(1.6 - hit.pixel / (size * 0.35))
      hit.nx += calm * fade * (0.016 * wave(2.6, 71) + 0.012 * wave(0.9, 72))
      hit.nz += calm * fade * (0.026 * wave(3.1, 73) + 0.018 * wave(1.1, 74)) + 0.012
    },
  }
}

function plantTrees(stage: Stage, scene: Scene): void {
  const haze = hazeFor(stage.light, stage.camera, airFor(scene.world, stage.camera), stage.frame.width)
  const flat = { height: () => 0.14, bed: () => 0.14, lit: () => 0.85, steep: () => 0 }
  const plant = planter(
    stage,
    scene,
    [
      {
        species: [LIME_TREE],
        spacing: 5.2,
        from: 19,
        to: 200,
        grown: 0.5,
        density: (x: number, z: number) =>
          Math.abs(Math.abs(x) - 9.6) < 1.1 && noise2(scene.seed, z * 0.05, 4) > -0.3 ? 0.55 : 0,
      },
    ],
    flat,
    haze,
  )
  plant(0, Infinity)
}
