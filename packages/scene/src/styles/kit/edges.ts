import { LABEL } from '../../frame.ts'
import { blur, boxBlur } from './blur.ts'
import type { Picture } from '../style.ts'

/** What kind of line, if any, an illustrator draws between two neighbours: 0 none to 1 a full outline. */
function weight(a: number, b: number, depthA: number, depthB: number): number {
  const near = depthA < depthB ? depthA : depthB
  const far = depthA < depthB ? depthB : depthA
  // A blade of grass before its meadow is no shape of its own.
  if (low(a) && low(b))
    return far > near * 1.45 ? 0.7 : a !== b && a !== LABEL.vegetation && b !== LABEL.vegetation ? 0.5 : 0
  if (a !== b) {
    if (a >= 64 || b >= 64 || solid(a) || solid(b)) return 1
    if (airy(a) && airy(b)) return 0
    if (a === LABEL.vegetation || b === LABEL.vegetation) return 0.7
    if (airy(a) || airy(b)) return 0.85
    return 0.75
  }
  // A ridge before a ridge, a wave of the ground before another: the distance jumps.
  if (far <= near * 1.12 || far === Infinity) return 0
  const jump = far / near - 1.12
  return jump > 0.3 ? 0.8 : (jump / 0.3) * 0.8
}
const solid = (label: number): boolean =>
  label === LABEL.building || label === LABEL.furniture || label === LABEL.moon || label === LABEL.table
const airy = (label: number): boolean =>
  label === LABEL.sky ||
  label === LABEL.cloud ||
  label === LABEL.aurora ||
  label === LABEL.rainbow ||
  label === LABEL.sun
/** What covers the ground and is drawn with it. */
const low = (label: number): boolean =>
  label === LABEL.ground || label === LABEL.vegetation || label === LABEL.road || label === LABEL.floor

/** Where one thing ends and another begins. */
export interface Edges {
  /** [H, W]: weight of the outline between this pixel and the one to the right or below, 0 to 1. */
  readonly outline: Float32Array
  /** [H, W]: 1 where there is an edge to the right, 2 where there is one below. */
  readonly walls: Uint8Array
  /** [H, W]: how crowded edges are around, 1 where they are only a texture. */
  readonly crowd: Float32Array
}

/** Share of pixels on edges above which they are a texture (grass, leaves) and no outlines any more. */
const CROWD = 0.17

/** Edges of things, land and far ridges; blades of grass and leaves, whose edges crowd, are left out as an illustrator does. */
export function edgesOf(picture: Picture): Edges {
  const { width, height, label, depth } = picture
  const short = Math.min(width, height)
  const outline = new Float32Array(width * height)
  const walls = new Uint8Array(width * height)
  const texture = new Float32Array(width * height)
  const feet = new Float32Array(width * height)
  const firm = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const a = label[i]!
      let most = 0
      for (let way = 0; way < 2; way++) {
        if (way === 0 ? x + 1 >= width : y + 1 >= height) continue
        const j = way === 0 ? i + 1 : i + width
        const b = label[j]!
        if (a === b && depth[i] === depth[j]) continue
        const value = weight(a, b, depth[i]!, depth[j]!)
        if (value <= 0) continue
        if (value > most) most = value
        if (value > 0.15) walls[i] = walls[i]! | (way === 0 ? 1 : 2)
        if (value >= 1) firm[i] = Math.max(firm[i]!, a === LABEL.vegetation || b === LABEL.vegetation ? 1 : 2)
      }
      outline[i] = most
      if (most > 0 && firm[i] === 0) texture[i] = 1
      else if (firm[i] === 1) feet[i] = 1
    }
  const radius = Math.max(2, 0.009 * short)
  const crowd = boxBlur(texture, width, height, radius)
  // Blades of grass before a foot cut it into shreds: many edges, where a plain outline has one.
  const shreds = boxBlur(feet, width, height, radius)
  // Small pictures have fewer pixels between edges: the same grass crowds more.
  const limit = CROWD * (short < 1024 ? 1 + (1024 - short) / 1600 : 1)
  for (let i = 0; i < outline.length; i++) {
    const full = crowd[i]! / limit
    crowd[i] = full > 1 ? 1 : full
    if (firm[i] === 2 || outline[i] === 0) continue
    const over = firm[i] === 1 ? shreds[i]! / (1.5 * limit) : full
    if (over <= 0.6) continue
    const left = over >= 1 ? 0 : (1 - over) / 0.4
    outline[i] = outline[i]! * left
    if (left < 0.5) walls[i] = 0
  }
  return { outline, walls, crowd }
}

/**
 * Outline blurred to a bump of height near 1 on a straight full outline and half a width of about `reach` pixels: thresholds of it
 * are lines of any width below, round at corners, without the staircase of the labels.
 */
export function bumpOf(outline: Float32Array, width: number, height: number, reach: number): Float32Array {
  const sigma = Math.max(0.6, reach / 2)
  const soft = blur(outline, width, height, sigma)
  const scale = sigma * 2.5066
  for (let i = 0; i < soft.length; i++) soft[i] = soft[i]! * scale
  return soft
}

/**
 * Difference of two blurs of a plane: positive on the dark side of edges and in dark lines no wider than about `sigma` pixels.
 * Source: H. Winnemoeller et al., "XDoG: an extended difference-of-Gaussians compendium".
 */
export function darkLines(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const fine = blur(plane, width, height, sigma)
  const r = Math.max(1, sigma * 1.6)
  const wide = boxBlur(boxBlur(fine, width, height, r), width, height, r)
  for (let i = 0; i < wide.length; i++) wide[i] = wide[i]! - fine[i]!
  return wide
}

/** 1 where colour may be evened out freely: meadows, water, woods and rock, whose grain is not what they are. */
export function looseOf({ label }: Picture): Uint8Array {
  const out = new Uint8Array(label.length)
  for (let i = 0; i < out.length; i++) {
    const own = label[i]!
    out[i] =
      own === LABEL.ground ||
      own === LABEL.vegetation ||
      own === LABEL.water ||
      own === LABEL.road ||
      own === LABEL.relief
        ? 1
        : 0
  }
  return out
}
