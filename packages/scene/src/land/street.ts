import type { Scene } from '@plantain/core'
import { type Camera, groundDistance } from '../camera.ts'
import { type Ground, LABEL, type Stage } from '../frame.ts'
import type { Light, Rgb } from '../light.ts'
import { clamp, clamp01, smoothstep } from '../math.ts'
import { noise2, random } from '../noise.ts'
import { mixRgb, srgb } from '../sky/color.ts'
import { airFor } from '../sky/model.ts'
import { hazeFor } from './haze.ts'
import { front } from './built/facade.ts'
import { building, lampPost, rowHouse, spire, townFront } from './built/houses.ts'
import type { Beam } from './built/illumination.ts'
import { cloudy, lineAt, ridged, toMultiple } from './built/materials.ts'
import { openAir } from './built/open-air.ts'
import { blend, dim, type Hit, type Solid, tint } from './built/solid.ts'
import { trace } from './built/tracer.ts'
import type { LandPainter } from './painter.ts'
import { LIME_TREE } from './plants/species.ts'
import { planter } from './plants/scatter.ts'

const ROAD = 3.2
const LINE = 5.8
const KERB = 0.12
const END = 128

/** A street of an old town: fronts with shops and shutters on both sides, pavements, lamps, a church where it ends. */
export const street: LandPainter = { lands: ['street'], light: downTheStreet, paint: paintStreet }

/** The sun of a street looks along it: then one row of fronts and part of the road are lit at any hour. */
export function downTheStreet({ world }: Scene, light: Light): Light {
  const [x, y, z] = light.direction
  const ahead = world.light === 'backlit' ? -0.9 : z < 0 ? -0.45 : 0.6
  const tall = Math.max(0.42, y)
  const n = 1 / Math.sqrt(0.2 * x * x + tall * tall + ahead * ahead)
  return { ...light, direction: [x * 0.447 * n, tall * n, ahead * n] }
}

export const snowOf = ({ world }: Scene): number =>
  world.weather === 'snow'
    ? 0.4 + 0.5 * world.intensity
    : world.cover === 'snow'
      ? 0.8
      : world.season === 'winter' && world.weather !== 'rain'
        ? 0.45
        : 0
export const wetOf = ({ world }: Scene): number =>
  world.weather === 'rain' || world.weather === 'storm' ? 0.5 + 0.5 * world.intensity : 0

function paintStreet(stage: Stage, scene: Scene): Ground {
  const { seed } = scene
  const { light, camera } = stage
  const night = light.night
  const snow = snowOf(scene)
  const wet = wetOf(scene)
  const solids: Solid[] = [roadSolid(scene, snow, wet)]
  const casters: Solid[] = []
  for (const side of [-1, 1]) {
    let z = 3.5 - 7 * random(seed, 501, side + 2)
    for (let k = 0; z < END && k < 24; k++) {
      const key = seed + 37 * k + (side < 0 ? 0 : 5003)
      const wide = 6 + 5.5 * random(key, 31)
      const floors = 2 + Math.floor(random(key, 32) * 2.6)
      if (z + wide > 1) {
        const house = rowHouse(side, LINE, z, z + wide, floors, 9, night, snow, key)
        solids.push(...house)
        if (k < 4) casters.push(house[0]!)
      }
      z += wide
    }
    // All farther houses of the row throw one shadow.
    casters.push(
      building([side < 0 ? -LINE - 9 : LINE, 0, 24], [side < 0 ? -LINE : LINE + 9, 9, END], () => {}),
    )
    // The pavement, a step above the road.
    solids.push({
      shape: 'box',
      label: LABEL.road,
      min: [side < 0 ? -LINE - 0.1 : ROAD, 0, -1],
      max: [side < 0 ? -ROAD : LINE + 0.1, KERB, END],
      paint: (hit) => pavement(hit, snow, wet, seed),
    })
  }
  const beams: Beam[] = []
  for (let k = 0; k < 7; k++)
    for (const side of [-1, 1]) {
      const z = 8.5 + k * 15 + (side > 0 ? 6 : 0)
      solids.push(...lampPost(side * (ROAD + 0.55), z, night))
      if (night > 0.2 && k < 3)
        beams.push({
          x: side * (ROAD + 0.55),
          y: 3.6,
          z,
          color: [7.5 * night, 4.6 * night, 2 * night],
          size: 0.7,
          facing: null,
          shadows: false,
        })
    }
  solids.push(...church(seed, night, snow))
  trace(
    stage,
    openAir(stage, scene, solids, {
      open: canyon,
      casters,
      beams,
      mirrored: wet > 0.1 ? solids.filter(({ max, min }) => max[1] - min[1] > 1) : [],
    }),
  )
  plantTrees(stage, scene)
  return flatGround(camera, END, (x, z) => Math.abs(x) < LINE && z < END)
}

/** Sky over a street between houses: less at the foot of the walls and in the corners under the eaves. */
function canyon(hit: Hit): number {
  const aside = LINE - Math.abs(hit.x)
  if (hit.ny > 0.7 && hit.y < 1) return 0.62 + 0.38 * smoothstep(0, 3.2, aside)
  return 0.7 + 0.3 * smoothstep(0, 7, hit.y)
}

/** A plane as ground of a land that was built. */
export function flatGround(camera: Camera, far: number, _free: (x: number, z: number) => boolean): Ground {
  const crest = clamp(camera.horizon + camera.eye / (camera.spread * far), 0.02, 0.98)
  return {
    crest: () => crest,
    distance: (_, y) => clamp(groundDistance(camera, Math.max(y, crest)), 0.3, far),
    slope: () => 0,
  }
}

/** The plane below everything: asphalt or setts with a line, gutters, leaves, snow with tracks, puddles. */
function roadSolid(scene: Scene, snow: number, wet: number): Solid {
  const { seed, world } = scene
  const setts = random(seed, 511) < 0.5
  const line: Rgb = [0.72, 0.71, 0.66]
  return {
    shape: 'box',
    label: LABEL.road,
    min: [-400, -1, -2],
    max: [400, 0, 1500],
    paint(hit) {
      const { x, z } = hit
      if (setts) {
        const row = Math.floor(z / 0.13)
        const su = x + 0.06 * (row & 1)
        const one = random(seed, row, Math.floor(su / 0.12))
        const clear = clamp01(1.4 - hit.pixel * 12)
        const joint =
          clear *
          Math.max(
            lineAt(toMultiple(z, 0.13), 0.02, hit.pixel),
            lineAt(toMultiple(su, 0.12), 0.02, hit.pixel),
          )
        tint(
          hit,
          srgb0('#7c7a78'),
          0.82 + 0.34 * one * clear + 0.17 * (1 - clear) + 0.1 * cloudy(hit, x, z, 1.5),
        )
        dim(hit, 1 - 0.5 * joint)
        hit.nx += clear * 0.5 * (toMultiple(su, 0.12) / 0.06) * 0.4
        hit.nz += clear * 0.5 * (toMultiple(z, 0.13) / 0.065) * 0.4
      } else {
        tint(hit, srgb0('#5d5e62'), 0.9 + 0.14 * ridged(hit, x, z, 0.12) + 0.12 * cloudy(hit, x, z, 1.8))
        const dash = Math.abs(toMultiple(z - 2, 7)) < 1.5
        if (dash)
          blend(hit, line, 0.85 * lineAt(x, 0.12, hit.pixel) * (0.8 + 0.3 * cloudy(hit, x * 4, z, 0.3)))
        dim(hit, 1 - 0.25 * smoothstep(ROAD - 0.5, ROAD, Math.abs(x)))
      }
      weathered(hit, { snow, wet, seed, autumn: world.season === 'autumn' ? 1 : 0, tracks: true })
    },
  }
}
const COLORS = new Map<string, Rgb>()
const srgb0 = (hex: string): Rgb => {
  let color = COLORS.get(hex)
  if (color === undefined) COLORS.set(hex, (color = srgb(hex)))
  return color
}

function pavement(hit: Hit, snow: number, wet: number, seed: number): void {
  if (hit.ny < 0.5) {
    tint(hit, [0.42, 0.41, 0.39], 0.9 + 0.1 * cloudy(hit, hit.u, hit.v, 0.5))
    dim(hit, 1 - 0.5 * lineAt(toMultiple(hit.u, 0.9), 0.02, hit.pixel))
    return
  }
  const row = Math.floor(hit.z / 0.6)
  const column = Math.floor((hit.x + 0.3 * (row & 1)) / 0.6)
  tint(
    hit,
    [0.45, 0.43, 0.4],
    0.88 + 0.2 * random(seed + 3, row, column) + 0.1 * cloudy(hit, hit.x, hit.z, 0.9),
  )
  const joint = Math.max(
    lineAt(toMultiple(hit.z, 0.6), 0.014, hit.pixel),
    lineAt(toMultiple(hit.x + 0.3 * (row & 1), 0.6), 0.014, hit.pixel),
  )
  dim(hit, 1 - 0.4 * joint)
  const edge = Math.abs(hit.x) - ROAD
  if (edge < 0.2) tint(hit, [0.52, 0.51, 0.49], 0.95 + 0.1 * cloudy(hit, hit.x, hit.z, 0.4))
  weathered(hit, { snow, wet, seed, autumn: 0, tracks: false })
}

/** Snow, rain and fallen leaves on stone. */
export function weathered(
  hit: Hit,
  over: {
    readonly snow: number
    readonly wet: number
    readonly seed: number
    readonly autumn: number
    readonly tracks: boolean
  },
): void {
  const { x, z } = hit
  if (over.wet > 0) {
    const puddle = smoothstep(0.05, 0.3, cloudy(hit, x + 9, z * 0.6, 2.2) + 0.5 * over.wet - 0.2)
    dim(hit, 1 - 0.42 * over.wet)
    hit.gloss = over.wet * (0.45 + 0.55 * puddle)
    const calm = 1 - 0.85 * puddle
    hit.nx = hit.nx * calm + 0.035 * noise2(over.seed + 61, x * 5, z * 2) * (0.3 + calm)
    hit.nz = hit.nz * calm + 0.02 * noise2(over.seed + 62, x * 5, z * 2) * (0.3 + calm)
  } else hit.gloss = 0.05
  if (over.autumn > 0) {
    const i = Math.floor(x / 0.11)
    const j = Math.floor(z / 0.11)
    const du = x / 0.11 - i - random(over.seed + 63, i, j, 1)
    const dv = z / 0.11 - j - random(over.seed + 63, i, j, 2)
    const many = 0.28 * smoothstep(0, 0.5, cloudy(hit, x, z, 2.5) + 0.12 * Math.abs(x) - 0.15)
    if (random(over.seed + 63, i, j, 3) < many && du * du + dv * dv < 0.1)
      tint(
        hit,
        random(over.seed + 63, i, j, 4) < 0.5 ? [0.55, 0.2, 0.04] : [0.62, 0.4, 0.07],
        0.7 + 0.5 * random(over.seed + 63, i, j, 5),
      )
  }
  if (over.snow > 0) {
    const rut = (at: number): number => {
      const d = Math.abs(x - at - 0.25 * noise2(7, z * 0.05, at) - 0.05 * noise2(8, z * 0.4, at))
      return smoothstep(0.26, 0.1, d)
    }
    const track = over.tracks ? 0.5 * Math.max(rut(0.9), rut(2.3)) : 0
    const cover = smoothstep(0.38, 0.62, over.snow * 1.2 - track + 0.2 * cloudy(hit, x, z, 1.1))
    blend(
      hit,
      mixRgb([0.84, 0.87, 0.93], [0.6, 0.64, 0.7], 0.4 * track),
      cover,
      0.96 + 0.06 * cloudy(hit, x, z, 0.5),
    )
    hit.gloss *= 1 - cover
  }
}

/** Where the street ends: a church with a tower, a little to one side. */
function church(seed: number, night: number, snow: number): Solid[] {
  const x = (random(seed, 521) - 0.5) * 3
  const z = END + 8
  const look = {
    ...townFront(seed + 900, night, snow, 2),
    wall: 'stone' as const,
    color: srgb('#c2b59d'),
    ground: 0,
    shop: false,
    lit: 0.15,
    shutters: null,
    boxes: false,
    window: [1.1, 2.6] as const,
    floor: 6.5,
    bay: 3.2,
  }
  const half = 3.2
  const tall = 24
  return [
    building([-16, 0, z + 3], [16, 11, z + 20], (hit) => front(hit, hit.u, hit.v, 32, 11, look), 0),
    building(
      [x - half, 0, z - half],
      [x + half, tall, z + half],
      (hit) => {
        front(hit, hit.u, hit.v, 2 * half, tall, { ...look, bay: 2 * half, window: [1.5, 3], floor: 7 })
        const du = hit.u - half
        const dv = hit.v - tall + 3.6
        const d = Math.sqrt(du * du + dv * dv)
        if (hit.face === 4 && d < 1.35) {
          // A clock.
          tint(hit, d > 1.2 ? [0.25, 0.2, 0.12] : [0.85, 0.82, 0.74])
          if (
            (Math.abs(du) < 0.07 && dv > 0 && dv < 1) ||
            (Math.abs(dv - du * 0.4) < 0.08 && du > 0 && du < 0.75)
          )
            tint(hit, [0.08, 0.07, 0.06])
          hit.glowRed = 0.5 * night
          hit.glowGreen = 0.42 * night
          hit.glowBlue = 0.25 * night
        }
      },
      0,
    ),
    spire(x, z, half + 0.3, tall, 13, srgb('#54616a'), snow),
  ]
}

/** A few trees along the pavements. */
function plantTrees(stage: Stage, scene: Scene): void {
  const { seed } = scene
  if (random(seed, 531) < 0.35) return
  const haze = hazeFor(stage.light, stage.camera, airFor(scene.world, stage.camera), stage.frame.width)
  const flat = { height: () => KERB, bed: () => KERB, lit: () => 0.8, steep: () => 0 }
  const plant = planter(
    stage,
    scene,
    [
      {
        species: [LIME_TREE],
        spacing: 4.4,
        from: 15,
        to: 95,
        grown: 0.42,
        density: (x, z) =>
          Math.abs(Math.abs(x) - 4.5) < 0.75 && noise2(seed, z * 0.09, 4) > -0.25 ? 0.55 : 0,
      },
    ],
    flat,
    haze,
  )
  plant(0, Infinity)
}
