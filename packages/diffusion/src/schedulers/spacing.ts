import type { SpacingConfig } from './config.ts'

/** Which training steps a run visits, noisiest first. Source: arXiv 2305.08891, table 2, as diffusers rounds it. */

/** `steps` timesteps for rules that end at the image. `round` is false for Euler and its kin, where linspace keeps fractions. */
export function timesteps(steps: number, config: SpacingConfig, round: boolean): readonly number[] {
  const { num_train_timesteps: train, timestep_spacing: spacing, steps_offset: offset } = config
  if (spacing === 'trailing') return trailing(steps, train)
  if (spacing === 'leading') return countdown(steps).map((k) => k * Math.floor(train / steps) + offset)
  if (steps === 1) return [train - 1] // one step starts from noise; numpy's linspace would give 0
  const visited = countdown(steps).map((k) => (k === steps - 1 ? train - 1 : k * ((train - 1) / (steps - 1))))
  return round ? visited.map(roundHalfToEven) : visited
}

/** The same for DPM-Solver and its kin, which count the end point among the steps. `train`: steps in use, less than all if clipped. */
export function timestepsBeforeEnd(steps: number, config: SpacingConfig, train: number): readonly number[] {
  const { timestep_spacing: spacing, steps_offset: offset } = config
  if (spacing === 'trailing') return trailing(steps, train)
  const later = countdown(steps).map((k) => k + 1)
  if (spacing === 'leading') return later.map((k) => k * Math.floor(train / (steps + 1)) + offset)
  return later.map((k) => roundHalfToEven(k === steps ? train - 1 : k * ((train - 1) / steps)))
}

/**
 * Timesteps of consistency models: `steps` of the `original` ones that were distilled, or of the first part of them that
 * `strength` leaves. More steps than there are: evenly spaced.
 */
export function consistencyTimesteps(
  steps: number,
  train: number,
  original: number,
  strength: number,
): readonly number[] {
  const count = Math.floor(original * strength)
  if (steps > count) return trailing(steps, train).map((t) => Math.max(0, Math.round((t + 1) * strength) - 1))
  const stride = Math.floor(train / original)
  return Array.from({ length: steps }, (_, i) => (count - Math.floor(i * (count / steps))) * stride - 1)
}

function trailing(steps: number, train: number): readonly number[] {
  const stride = train - train / steps - train // the rounding of numpy's arange: halves must fall on the same side
  return Array.from({ length: steps }, (_, i) => roundHalfToEven(train + i * stride) - 1)
}

function countdown(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => count - 1 - i)
}

/** As numpy rounds: 0.5 to 0, 1.5 to 2. */
export function roundHalfToEven(x: number): number {
  const floor = Math.floor(x)
  return x - floor === 0.5 ? floor + (floor % 2) : Math.round(x)
}
