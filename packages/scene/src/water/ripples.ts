import type { World } from '@plantain/core'
import { mottle, probe } from '../land/texture.ts'
import { clamp01 } from '../math.ts'

/** How rough a piece of water is. */
export interface Sea {
  /** Root mean square slope of its small waves. */
  readonly rough: number
  /** Metres of the longest of them. */
  readonly length: number
  /** Which way they run: unit vector by x and z. */
  readonly wind: readonly [number, number]
}

export function seaFor(world: World): Sea {
  const strength =
    world.weather === 'windy'
      ? 0.5 + 0.5 * world.intensity
      : world.weather === 'storm'
        ? 0.7 + 0.3 * world.intensity
        : world.weather === 'rain'
          ? 0.35
          : 0.12
  const open =
    world.water === 'sea' ? 1.6 : world.water === 'river' ? 1.25 : world.water === 'pond' ? 0.55 : 0.9
  return {
    rough: 0.018 + 0.09 * clamp01(strength) * open + (world.water === 'sea' ? 0.03 : 0),
    length: world.water === 'sea' ? 9 : 4,
    wind: [0.35, 0.94],
  }
}

/**
 * Slopes of the water's skin at a place, from three sizes of waves, each long across the wind.
 * at: x, z, width of a pixel and its length in depth, metres. out[0], out[1]: slopes by x and z; out[2]: share of the
 * roughness that is too small to be seen there and only blurs.
 */
export function stir(sea: Sea, seed: number, at: Float64Array, out: Float64Array): void {
  const wx = sea.wind[0]
  const wz = sea.wind[1]
  const across = at[0]! * wz - at[1]! * wx
  const down = at[0]! * wx + at[1]! * wz
  let sx = 0
  let sz = 0
  let seen = 0
  let length = sea.length * 8
  let weight = 0.42
  const foot = Math.sqrt(at[2]! * at[3]!)
  for (let i = 0; i < 3; i++) {
    const shows = 1.2 - (foot / length) * 40
    // Waves shorter than a pixel only blur.
    if (shows <= -0.4) break
    // Stretched 1 : 2.2, crests across the wind.
    out[0] = across / (length * 2.2) + seed * 0.37 + i * 0.31
    out[1] = down / length + i * 0.53
    out[2] = foot / length
    probe(mottle, out)
    const a = out[1]! * weight * 0.028
    const d = out[2]! * weight * 0.06
    sx += a * wz + d * wx
    sz += d * wz - a * wx
    seen += weight * clamp01(shows)
    length *= 0.27
    weight *= 0.82
  }
  out[0] = sx * sea.rough * 4
  out[1] = sz * sea.rough * 4
  out[2] = 1 - clamp01(seen)
}

/** The same for one place: slopes by x and z and the share of blur into `out`. */
export function ripple(
  sea: Sea,
  seed: number,
  x: number,
  z: number,
  pixel: number,
  along: number,
  out: Float64Array,
  scratch: Float64Array,
): void {
  const at = scratch.length >= 4 ? scratch : new Float64Array(4)
  at[0] = x
  at[1] = z
  at[2] = pixel
  at[3] = along
  stir(sea, seed, at, out)
}
