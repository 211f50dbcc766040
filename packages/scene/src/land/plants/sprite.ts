import type { Light, Rgb } from '../../light.ts'
import { clamp01, mix, smoothstep } from '../../math.ts'
import { CHANNELS, type Raster } from './sketch.ts'

/** Of what a plant is made, linear light reflected. */
export interface Dye {
  readonly leaf: Rgb
  /** Leaf where hue is 1; -1 mirrors it. */
  readonly leafWarm: Rgb
  readonly bark: Rgb
  readonly bloom: Rgb
  /** Share of the light that shines through leaves. */
  readonly through: number
  /** Snow on what faces up, 0 to 1. */
  readonly snow: number
}

/**
 * A plant ready to be set into the picture, in ever smaller copies. Each pixel holds, premultiplied, its colour in the
 * sun (0..2), in the shade (3..5) and its cover (6).
 */
export interface Sprite {
  readonly levels: readonly SpriteLevel[]
}
export interface SpriteLevel {
  readonly width: number
  readonly height: number
  readonly footX: number
  readonly footY: number
  readonly scale: number
  readonly data: Float32Array
}
const LIT = 7

/** Lights a raster once: a plant is set many times, under one sun. */
export function lightSprite(raster: Raster, dye: Dye, light: Light): Sprite {
  const { data } = raster
  // A border of nothing, so that looking between pixels needs no care at the edges.
  const width = raster.width + 2
  const height = raster.height + 2
  const lit = new Float32Array(width * height * LIT)
  const [lx, ly, lz] = light.direction
  const wrap = 0.15 + 0.3 * light.softness
  for (let p = 0, n = 0; p < data.length; p += CHANNELS, n++) {
    const o = ((Math.floor(n / raster.width) + 1) * width + (n % raster.width) + 1) * LIT
    const cover = data[p + 7]!
    if (cover <= 0.002) continue
    const inverse = 1 / cover
    const nx = data[p]! * inverse
    const ny = data[p + 1]! * inverse
    const nz = data[p + 2]! * inverse
    const open = data[p + 3]! * inverse
    const hue = data[p + 4]! * inverse
    const bark = data[p + 5]! * inverse
    const bloom = data[p + 6]! * inverse
    const facing = nx * lx + ny * ly + nz * lz
    const leaf = clamp01(1 - bark)
    const front = facing > -wrap ? (facing + wrap) / (1 + wrap) : 0
    const back = leaf * dye.through * (facing < 0.3 ? (0.3 - facing) * 0.7 : 0)
    const sun = (front * (0.4 + 0.6 * open) + back * open) * (0.35 + 0.65 * open)
    const sky = open * (0.42 + 0.58 * (0.5 + 0.5 * ny))
    const bounce = (0.5 - 0.5 * ny) * 0.6 * (0.4 + 0.6 * open) + 0.06
    const snow = dye.snow * smoothstep(0.15, 0.55, ny + 0.3 * hue) * (0.3 + 0.7 * open)
    const tone = 1 + 0.22 * hue
    for (let channel = 0; channel < 3; channel++) {
      const green =
        dye.leaf[channel]! * tone + (dye.leafWarm[channel]! - dye.leaf[channel]!) * Math.max(0, hue) * 0.8
      let albedo = green + (dye.bark[channel]! * tone - green) * bark
      albedo += (dye.bloom[channel]! * tone - albedo) * bloom
      albedo = mix(albedo, channel === 2 ? 0.95 : 0.88, snow)
      const shade = albedo * (sky * light.sky[channel]! + bounce * light.ground[channel]!)
      lit[o + channel] = (shade + albedo * sun * light.color[channel]!) * cover
      lit[o + 3 + channel] = shade * cover
    }
    lit[o + 6] = cover
  }
  const levels: SpriteLevel[] = [
    { width, height, footX: raster.footX + 1, footY: raster.footY + 1, scale: raster.scale, data: lit },
  ]
  for (let level = levels[0]!; level.scale > 5;) {
    level = halve(level)
    levels.push(level)
  }
  return { levels }
}

function halve(from: SpriteLevel): SpriteLevel {
  const width = ((from.width + 1) >> 1) + 2
  const height = ((from.height + 1) >> 1) + 2
  const data = new Float32Array(width * height * LIT)
  for (let y = 0; y < from.height; y++)
    for (let x = 0; x < from.width; x++) {
      const p = (y * from.width + x) * LIT
      const o = ((y >> 1) * width + width + (x >> 1) + 1) * LIT
      for (let k = 0; k < LIT; k++) data[o + k] = data[o + k]! + from.data[p + k]! * 0.25
    }
  return { width, height, footX: from.footX / 2 + 1, footY: from.footY / 2 + 1, scale: from.scale / 2, data }
}

/** Where and how a sprite is set. */
export interface Setting {
  /** Pixels of the foot in the frame, with fractions. */
  x: number
  y: number
  /** Pixels of the plant's height. */
  size: number
  z: number
  /** Share of the sun that reaches it. */
  sun: number
  mirror: boolean
  /** Multiplies its colour. */
  red: number
  green: number
  blue: number
  /** Share of its colour that the haze leaves. */
  left: number
}

interface Target {
  readonly width: number
  readonly height: number
  readonly color: Float32Array
  readonly depth: Float32Array
  readonly label: Uint16Array
}

/** Sets a sprite into the frame, behind what is nearer. `haze` is [columns, 3]. */
export function setSprite(
  target: Target,
  sprite: Sprite,
  at: Setting,
  haze: Float32Array,
  label: number,
): void {
  let n = 0
  while (n + 1 < sprite.levels.length && sprite.levels[n + 1]!.scale >= at.size * 0.85) n++
  const level = sprite.levels[n]!
  const ratio = at.size / level.scale
  const inverse = 1 / ratio
  const reachLeft = (at.mirror ? level.width - level.footX : level.footX) * ratio
  const x0 = Math.max(0, Math.floor(at.x - reachLeft))
  const x1 = Math.min(target.width - 1, Math.ceil(at.x - reachLeft + level.width * ratio))
  const y0 = Math.max(0, Math.floor(at.y - level.footY * ratio))
  const y1 = Math.min(target.height - 1, Math.ceil(at.y + (level.height - level.footY) * ratio))
  if (x1 < 0 || x0 >= target.width || y1 < 0 || y0 >= target.height) return
  const { data } = level
  const { color, depth } = target
  const lit = at.sun
  const shaded = 1 - at.sun
  const fog = 1 - at.left
  const tintR = at.red * at.left
  const tintG = at.green * at.left
  const tintB = at.blue * at.left
  const z = at.z
  const stride = level.width * LIT
  const lastU = level.width - 1.001
  const lastV = level.height - 1.001
  const step = at.mirror ? -inverse : inverse
  const startU = (x0 + 0.5 - at.x) * step + level.footX - 0.5
  for (let y = y0; y <= y1; y++) {
    const v = (y + 0.5 - at.y) * inverse + level.footY - 0.5
    if (v < 0 || v >= lastV) continue
    const iv = v | 0
    const fv = v - iv
    const row = iv * stride
    let u = startU - step
    for (let x = x0, p = y * target.width + x0; x <= x1; x++, p++) {
      u += step
      if (u < 0 || u >= lastU || depth[p]! < z) continue
      const iu = u | 0
      const a = row + iu * LIT
      const b = a + LIT
      const c = a + stride
      const d = c + LIT
      const fu = u - iu
      const wd = fu * fv
      const wb = fu - wd
      const wc = fv - wd
      const wa = 1 - fu - wc
      const cover = data[a + 6]! * wa + data[b + 6]! * wb + data[c + 6]! * wc + data[d + 6]! * wd
      if (cover <= 0.004) continue
      const r =
        (data[a]! * wa + data[b]! * wb + data[c]! * wc + data[d]! * wd) * lit +
        (data[a + 3]! * wa + data[b + 3]! * wb + data[c + 3]! * wc + data[d + 3]! * wd) * shaded
      const g =
        (data[a + 1]! * wa + data[b + 1]! * wb + data[c + 1]! * wc + data[d + 1]! * wd) * lit +
        (data[a + 4]! * wa + data[b + 4]! * wb + data[c + 4]! * wc + data[d + 4]! * wd) * shaded
      const bl =
        (data[a + 2]! * wa + data[b + 2]! * wb + data[c + 2]! * wc + data[d + 2]! * wd) * lit +
        (data[a + 5]! * wa + data[b + 5]! * wb + data[c + 5]! * wc + data[d + 5]! * wd) * shaded
      const q = p * 3
      const keep = 1 - cover
      const h = x * 3
      const veil = fog * cover
      color[q] = color[q]! * keep + r * tintR + haze[h]! * veil
      color[q + 1] = color[q + 1]! * keep + g * tintG + haze[h + 1]! * veil
      color[q + 2] = color[q + 2]! * keep + bl * tintB + haze[h + 2]! * veil
      if (cover > 0.5) {
        depth[p] = z
        target.label[p] = label
      }
    }
  }
}
