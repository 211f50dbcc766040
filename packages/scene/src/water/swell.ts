import type { World } from '@plantain/core'
import { type Row, addNoise } from '../land/relief/row.ts'
import { smoothstep } from '../math.ts'

/** Metres of the greatest waves of a water, from trough to crest; 0 for still ones. */
export function swellOf(world: World): number {
  if (world.water !== 'sea') return 0
  const wind =
    world.weather === 'storm'
      ? 1.5 + world.intensity
      : world.weather === 'windy'
        ? 0.5 + 0.7 * world.intensity
        : world.weather === 'rain'
          ? 0.4
          : 0.22
  return wind
}

/** Adds waves to a row of water: long crests that come towards the shore, sharper than their troughs. */
export function addSwell(row: Row, out: Float64Array, seed: number, tall: number): void {
  const { count, z } = row
  const wave = row.scratch[7]!
  const far = 1 - smoothstep(250, 900, z)
  if (far <= 0) return
  for (let size = 0; size < 3; size++) {
    const length = (size === 0 ? 17 : size === 1 ? 6.5 : 2.6) * (0.6 + 0.4 * tall)
    const amount = tall * far * (size === 0 ? 0.5 : size === 1 ? 0.22 : 0.08)
    wave.fill(0, 0, count)
    addNoise(wave, row, seed + 971 + size, length * 2.6, z / length, 1.25)
    addNoise(wave, row, seed + 981 + size, length * 0.9, z / length, 0.3)
    for (let i = 0; i < count; i++) {
      const n = wave[i]!
      const crest = 1 - (n < 0 ? -n : n)
      out[i] = out[i]! + amount * (crest * crest * (crest < 0 ? -1 : 1) - 0.35)
    }
  }
}
