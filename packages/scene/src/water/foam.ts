import type { World } from '@plantain/core'
import { mottle, crag, probe } from '../land/texture.ts'
import { clamp01 } from '../math.ts'

/** Foam of the surf and of breaking waves. */
export interface Foam {
  /** at: x, z, metres of water, width of a pixel, height of the wave there; share of foam out at [0]. */
  share(at: Float64Array): void
}

export function foamFor(world: World, seed: number): Foam | null {
  if (world.water !== 'sea') return null
  const wind =
    world.weather === 'storm'
      ? 0.5 + 0.3 * world.intensity
      : world.weather === 'windy'
        ? 0.3 + 0.4 * world.intensity
        : world.weather === 'rain'
          ? 0.2
          : 0.08
  const look = new Float64Array(3)
  const shift = (seed & 255) * 0.093
  return {
    share(at) {
      const x = at[0]!
      const z = at[1]!
      const metres = at[2]!
      const pixel = at[3]!
      const crest = at[4]!
      let foam = 0
      if (metres < 2.4) {
        // Breakers follow the depth: lines at depths that double, broken up along the shore.
        look[0] = x / 34 + shift
        look[1] = z / 34
        look[2] = pixel / 34
        probe(mottle, look)
        const bend = look[0]!
        // Power of two of the depth by halving: a logarithm as good as needed.
        let fold = metres * 9 + 0.02
        let octave = 0
        while (fold > 2) {
          fold *= 0.5
          octave++
        }
        const phase = octave + fold - 1 + bend * 1.5
        const t = phase - Math.floor(phase)
        const line = t > 0.55 ? (t < 0.86 ? (t - 0.55) / 0.31 : (1 - t) / 0.14) : 0
        const swash = clamp01(1 - metres / (0.07 + 0.05 * bend))
        look[0] = x / 5.5 + shift
        look[1] = z / 5.5
        look[2] = (pixel * 1.6) / 5.5
        probe(crag, look)
        const lace = clamp01(0.42 + look[0]! * 1.15)
        look[0] = x / 1.3 + shift
        look[1] = z / 1.3
        look[2] = (pixel * 1.6) / 1.3
        probe(crag, look)
        const fine = clamp01(0.5 + look[0]! * 0.9)
        foam =
          clamp01((line * line * 1.9 + swash * 1.5) * (0.4 + 0.95 * lace) - (1 - fine) * 0.4) *
          clamp01(1.5 - metres * 0.6)
      }
      if (wind > 0.1) {
        look[0] = x / 21 + shift
        look[1] = z / 21
        look[2] = (pixel * 2) / 21
        probe(crag, look)
        const caps = clamp01((crest * 1.6 + look[0]! * 0.9 - 1.5 + wind) * 2.2)
        look[0] = x / 4.3 + shift
        look[1] = z / 4.3
        look[2] = (pixel * 1.6) / 4.3
        probe(crag, look)
        foam = Math.max(foam, caps * clamp01(0.25 + look[0]! * 1.7) * Math.min(1, wind * 1.5))
      }
      at[0] = foam
    },
  }
}
