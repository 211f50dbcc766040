import type { BetaConfig } from './config.ts'

/** Noise tables of the training, one entry a training step, in double. */
export interface TableConfig extends BetaConfig {
  readonly rescale_betas_zero_snr?: boolean
}

/** beta: the share of variance that step t of the forward process replaces by noise. */
function betas({
  num_train_timesteps,
  beta_start,
  beta_end,
  beta_schedule,
  trained_betas,
}: TableConfig): readonly number[] {
  if (trained_betas !== null) return trained_betas
  const at = (t: number, low: number, high: number): number =>
    low + ((high - low) * t) / Math.max(1, num_train_timesteps - 1)
  // Source: improved DDPM, arXiv 2102.09672, equation 17.
  const kept = (u: number): number => Math.cos((((u + 0.008) / 1.008) * Math.PI) / 2) ** 2
  return Array.from({ length: num_train_timesteps }, (_, t) => {
    if (beta_schedule === 'linear') return at(t, beta_start, beta_end)
    if (beta_schedule === 'scaled_linear') return at(t, Math.sqrt(beta_start), Math.sqrt(beta_end)) ** 2
    return Math.min(1 - kept((t + 1) / num_train_timesteps) / kept(t / num_train_timesteps), 0.999)
  })
}

/** alpha² of every training step ("alphas_cumprod"): the share of the image's variance that is left. */
export function alphaSquares(config: TableConfig): readonly number[] {
  let product = 1
  const table = betas(config).map((beta) => (product *= 1 - beta))
  return config.rescale_betas_zero_snr ? withoutSignalAtTheEnd(table) : table
}

/** Shifts and scales alpha so that its last entry is 0 and its first stays. Source: arXiv 2305.08891, algorithm 1. */
function withoutSignalAtTheEnd(table: readonly number[]): readonly number[] {
  const first = Math.sqrt(table[0]!)
  const last = Math.sqrt(table.at(-1)!)
  return table.map((square) => (((Math.sqrt(square) - last) * first) / (first - last)) ** 2)
}

/** sigma / alpha of every training step, rising: the noise level in sigma space. */
export function sigmaRatios(config: TableConfig): readonly number[] {
  // Without signal the ratio is infinite; the reference calls it 4096.
  return alphaSquares(config).map((square) =>
    Math.sqrt((1 - Math.max(square, 2 ** -24)) / Math.max(square, 2 ** -24)),
  )
}
