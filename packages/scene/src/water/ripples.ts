import type { World } from '@plantain/core'
import { look, mottle } from '../land/texture.ts'
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
 * Slopes of the water's skin at a place, from three sizes of waves, each long across the wind. `along` is the width of a
 * pixel in metres of depth. out[0], out[1]: slopes by x and z; out[2]: share of the roughness that is too small to be seen
 * there and only blurs.
 */
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
  const [wx, wz] = sea.wind
  const across = x * wz - z * wx
  const down = x * wx + z * wz
  let sx = 0
  let sz = 0
  let seen = 0
  let length = sea.length * 8
  let weight = 0.42
  const foot = Math.sqrt(pixel * along)
  for (let i = 0; i < 3; i++) {
    // Stretched 1 : 2.2, crests across the wind.
    look(
      mottle,
      across / (length * 2.2) + seed * 0.37 + i * 0.31,
      down / length + i * 0.53,
      foot / length,
      scratch,
    )
    const a = scratch[1]! * weight * 0.028
    const d = scratch[2]! * weight * 0.06
    sx += a * wz + d * wx
    sz += d * wz - a * wx
    seen += weight * clamp01(1.2 - (foot / length) * 40)
    length *= 0.27
    weight *= 0.82
  }
  out[0] = sx * sea.rough * 4
  out[1] = sz * sea.rough * 4
  out[2] = 1 - clamp01(seen)
}
