import { clamp01, mix, smoothstep } from '../math.ts'
import { random } from '../noise.ts'
import { LABEL } from '../frame.ts'
import type { Rgb } from '../light.ts'
import type { Place, Surface } from './surface.ts'
import { crag, mottle, probe } from './texture.ts'

/** What the open country is made of, from the soil up. */
export interface Earth {
  /** The two colours between which the ground wanders. */
  readonly soil: readonly [Rgb, Rgb]
  /** The same beyond some hundred metres, where single plants melt into a tone. */
  readonly distant?: readonly [Rgb, Rgb]
  /** How mottled the ground is, 1 for earth and grass, less for sand. */
  readonly grain?: number
  /** How rough far slopes are, 1 for rock, less for hills of grass. */
  readonly rough?: number
  /** Ripples of blown sand or snow near the eye, 0 to 1. */
  readonly ripples?: number
  /** Bare rock where it is steeper than `bare` (rise over run). */
  readonly rock: Rgb
  readonly bare: number
  /** Bands of other stone, by height: metres a band, and their colours. */
  readonly strata?: { readonly metres: number; readonly colors: readonly Rgb[] }
  /** Woods seen from afar: colour, and share by place. */
  readonly wood?: {
    readonly color: Rgb
    readonly share: (place: Place) => number
  }
  /** Snow: share of level ground that it covers at a height, 0 to 1; may exceed both. */
  readonly snow?: (y: number) => number
  /** Rise over run up to which snow lies; 0.8 unless said otherwise. */
  readonly grip?: number
  /** Height of water whose shores are wet. */
  readonly level?: number
  /** Height up to which sand lies along the water, metres. */
  readonly beach?: number
  /** Beyond this distance the land counts as relief. */
  readonly relief: number
  /** Marks laid over the ground last: paths, furrows, lava. */
  readonly marks?: Surface
}

const SAND: Rgb = [0.66, 0.54, 0.36]
const SNOW: Rgb = [0.84, 0.89, 0.97]

/** Colours and roughens a place as the rules of the country say. */
export function earthSurface(seed: number, eye: number, earth: Earth): Surface {
  const out = new Float64Array(3)
  const shift = random(seed, 91) * 64
  const { soil, rock, bare, strata, wood, snow, level, marks, beach } = earth
  const distant = earth.distant ?? soil
  const ripples = earth.ripples ?? 0
  const grip = earth.grip ?? 0.8
  const mottled = earth.grain ?? 1
  const rugged = earth.rough ?? 1
  const near0 = soil[0]
  const near1 = soil[1]
  const far0 = distant[0]
  const far1 = distant[1]
  /** One look at a texture of ask[0] metres: bends the slopes by ask[1], height counts ask[2] fold; the value is in out[0]. */
  const ask = new Float64Array(3)
  const touch = (place: Place, texture: typeof crag): void => {
    const metres = ask[0]!
    out[0] = place.x / metres + shift
    out[1] = (place.z + place.y * ask[2]!) / metres
    out[2] = place.footprint / metres
    probe(texture, out)
    place.slopeX += out[1]! * ask[1]!
    place.slopeZ += out[2]! * ask[1]!
  }
  const snowy = snow ? snowTable(snow) : null
  return (place) => {
    const { y, z } = place
    const steep = Math.sqrt(place.base.slopeX * place.base.slopeX + place.base.slopeZ * place.base.slopeZ)
    place.steep = steep
    let far = (z - 60) / 440
    far = far < 0 ? 0 : far > 1 ? 1 : far * far * (3 - 2 * far)
    // A pixel on land that runs along the line of sight is longer than wide: between both, or it blurs too much or glitters.
    const facing =
      Math.abs(y - eye - place.base.slopeX * place.x - place.base.slopeZ * z) /
      (z * Math.sqrt(1 + steep * steep))
    place.footprint = place.pixel * Math.sqrt(1 / Math.max(0.02, facing))
    ask[0] = 173
    ask[1] = (0.004 + 0.012 * far) * rugged
    ask[2] = 1
    touch(place, mottle)
    const broad = out[0]!
    let large = 0
    let small = 0
    let middle = 0
    let fine = 0
    let grain = 0
    if (far > 0) {
      ask[0] = 640
      ask[1] = 0.042 * far * rugged
      ask[2] = 0.8
      touch(place, crag)
      large = out[0]! * far
    }
    if (z > 1500) {
      ask[0] = 211
      ask[1] = 0.034 * rugged
      ask[2] = 1.3
      touch(place, crag)
      small = out[0]!
      middle = small
    }
    if (z < 900) {
      ask[0] = 21
      ask[1] = 0.006 * mottled
      ask[2] = 1
      touch(place, mottle)
      middle = out[0]!
    }
    if (z < 90) {
      ask[0] = 2.3
      ask[1] = 0.012 * mottled
      touch(place, mottle)
      fine = out[0]!
    }
    if (z < 14) {
      ask[0] = 0.27
      ask[1] = 0.018 * mottled
      touch(place, mottle)
      grain = out[0]!
    }
    let share = 0.5 + broad * 0.55 + (middle * 0.45 + fine * 0.3) * mottled
    share = share < 0 ? 0 : share > 1 ? 1 : share
    const tone = 1 + (0.2 * middle + 0.24 * fine + 0.22 * grain) * mottled
    const nearR = near0[0] + (near1[0] - near0[0]) * share
    const nearG = near0[1] + (near1[1] - near0[1]) * share
    const nearB = near0[2] + (near1[2] - near0[2]) * share
    let r = (nearR + (far0[0] + (far1[0] - far0[0]) * share - nearR) * far) * tone
    let g = (nearG + (far0[1] + (far1[1] - far0[1]) * share - nearG) * far) * tone
    let b = (nearB + (far0[2] + (far1[2] - far0[2]) * share - nearB) * far) * tone
    if (ripples > 0 && z < 160) ripple(place, ripples, out)
    let stony = ((steep + (broad * 0.16 + large * 0.2 + small * 0.14) * bare) / bare - 0.8) / 0.45
    stony = stony < 0 ? 0 : stony > 1 ? 1 : stony * stony * (3 - 2 * stony)
    if (stony > 0) {
      const weather = 0.86 + 0.26 * broad + 0.2 * large + 0.24 * middle
      let p = rock[0]
      let q = rock[1]
      let s = rock[2]
      if (strata) {
        out[0] = place.x / 900 + shift
        out[1] = z / 900
        out[2] = place.pixel / 900
        probe(mottle, out)
        const at = (y / strata.metres + out[0]! * 1.2) % strata.colors.length
        const i = Math.floor(at < 0 ? at + strata.colors.length : at)
        const f = smoothstep(0.35, 0.65, at - Math.floor(at))
        const here = strata.colors[i % strata.colors.length]!
        const next = strata.colors[(i + 1) % strata.colors.length]!
        p = mix(here[0], next[0], f)
        q = mix(here[1], next[1], f)
        s = mix(here[2], next[2], f)
        place.slopeZ += (f - 0.5) * 0.25
      }
      r += (p * weather - r) * stony
      g += (q * weather - g) * stony
      b += (s * weather - b) * stony
    }
    if (beach !== undefined) {
      const sandy = 1 - smoothstep(beach * 0.75, beach * 1.25, y + broad * 0.25 * beach)
      r = mix(r, SAND[0] * tone, sandy)
      g = mix(g, SAND[1] * tone, sandy)
      b = mix(b, SAND[2] * tone, sandy)
    }
    if (wood && z > 200) {
      const trees = clamp01(wood.share(place)) * smoothstep(250, 600, z)
      if (trees > 0) {
        const dapple = 0.75 + 0.6 * broad + 0.5 * middle
        r += (wood.color[0] * dapple - r) * trees
        g += (wood.color[1] * dapple - g) * trees
        b += (wood.color[2] * dapple - b) * trees
      }
    }
    if (level !== undefined && z < 400) {
      const wet = 1 - smoothstep(0.02, 0.02 + 0.012 * Math.min(z, 40), y - level)
      if (wet > 0) {
        r *= 1 - 0.42 * wet
        g *= 1 - 0.4 * wet
        b *= 1 - 0.36 * wet
        place.gloss = 0.25 * wet
      }
    }
    place.red = r
    place.green = g
    place.blue = b
    place.label = z > earth.relief ? LABEL.relief : LABEL.ground
    if (marks) marks(place)
    if (snowy) {
      const level = (y - SNOW_FROM) * SNOW_SCALE
      const k = level > 0 ? (level < SNOW_STEPS ? level | 0 : SNOW_STEPS) : 0
      const over = steep > grip ? ((steep - grip) * 0.32) / grip : 0
      let lies =
        (snowy[k]! -
          0.5 +
          (broad * 0.3 + middle * 0.3 + large * 0.34) * 0.5 +
          (0.62 - place.open) * 0.5 * far -
          over) /
        0.24
      lies = lies < 0 ? 0 : lies > 1 ? 1 : lies * lies * (3 - 2 * lies)
      if (lies > 0) cover(place, lies, fine, grain)
    }
  }
}

const SNOW_FROM = -200
const SNOW_STEPS = 1023
const SNOW_SCALE = SNOW_STEPS / 5200
const snowTable = (snow: (y: number) => number): Float32Array =>
  Float32Array.from({ length: SNOW_STEPS + 1 }, (_, k) => snow(SNOW_FROM + k / SNOW_SCALE))

/** Snow smooths what it covers and lets light wander through. */
function cover(place: Place, lies: number, fine: number, grain: number): void {
  const tone = 1 + 0.03 * fine + 0.04 * grain
  place.red = mix(place.red, SNOW[0] * tone, lies)
  place.green = mix(place.green, SNOW[1] * tone, lies)
  place.blue = mix(place.blue, SNOW[2] * tone, lies)
  const smooth = lies * 0.55
  place.slopeX = mix(place.slopeX, place.base.slopeX, smooth)
  place.slopeZ = mix(place.slopeZ, place.base.slopeZ, smooth)
  place.through = Math.max(place.through, lies * 0.55)
  if (place.z < 30 && grain > 0.75) place.gloss = Math.max(place.gloss, lies * (grain - 0.75) * 6)
}

/** Ripples that run across the wind, bent by a slow noise; they fade where pixels grow too wide for them. */
function ripple(place: Place, strength: number, out: Float64Array): void {
  for (let size = 0; size < 2; size++) {
    const metres = size === 0 ? 0.16 : 1.4
    const visible = clamp01(1.4 - (place.pixel * (1 + 0.08 * place.z) * 3) / metres)
    if (visible <= 0) continue
    const tile = metres * 26
    out[0] = place.x / tile
    out[1] = place.z / tile
    out[2] = place.pixel / tile
    probe(mottle, out)
    const phase = (place.z * 0.86 + place.x * 0.5) / metres + out[0]! * 1.1
    const t = phase - Math.floor(phase)
    // Gentle windward side, steep lee.
    const slope = t < 0.7 ? 0.43 : -1
    const edge = Math.min(1, Math.min(Math.abs(t - 0.7), t, 1 - t) * 6)
    const bend =
      slope * edge * visible * strength * (size === 0 ? 0.34 : 0.3) * (0.4 + 0.6 * clamp01(0.5 + out[0]!))
    place.slopeZ += bend * 0.86
    place.slopeX += bend * 0.5
  }
}
