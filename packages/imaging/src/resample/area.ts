import type { Filter } from './weights.ts'

/** Mean over exactly the source pixels, and parts of pixels, that a target pixel covers. For shrinking; never rings. */
export const area: Filter = (source, target) => {
  const scale = source / target
  const taps = Math.min(source, Math.ceil(scale) + 1)
  const starts = new Int32Array(target)
  const values = new Float32Array(target * taps)
  for (let i = 0; i < target; i++) {
    const start = Math.min(Math.floor(i * scale), source - taps)
    starts[i] = start
    for (let k = 0; k < taps; k++) {
      const covered = Math.min(start + k + 1, (i + 1) * scale) - Math.max(start + k, i * scale)
      values[i * taps + k] = Math.max(0, covered) / scale
    }
  }
  return { starts, taps, values }
}
