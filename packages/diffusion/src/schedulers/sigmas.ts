import type { ReplacementConfig } from './config.ts'

/** Placings of noise levels between two sigmas, noisiest first. */
type Placing = (high: number, low: number, steps: number) => readonly number[]

/** Share of the way, 0 at the noisiest, 1 at the last. */
const shares = (steps: number): readonly number[] =>
  Array.from({ length: steps }, (_, k) => (steps === 1 ? 0 : k / (steps - 1)))

/** Spends steps near the image, where detail forms. Source: EDM, arXiv 2206.00364, equation 5; rho is the paper's value. */
export const karras: Placing = (high, low, steps) => karrasOf(high, low, steps, 7)

export function karrasOf(high: number, low: number, steps: number, rho: number): readonly number[] {
  const [from, to] = [high ** (1 / rho), low ** (1 / rho)]
  return shares(steps).map((share) => (from + share * (to - from)) ** rho)
}

/** Even in log sigma, which is also even in lambda ("lu"). Source: DPM-Solver, arXiv 2206.00927. */
export const exponential: Placing = (high, low, steps) =>
  shares(steps).map((share) => Math.exp(Math.log(high) + share * (Math.log(low) - Math.log(high))))

/** Spends steps at both ends. Source: Beta sampling is all you need, arXiv 2407.12173. */
export const beta: Placing = (high, low, steps) =>
  shares(steps).map((share) => low + (high - low) * betaQuantile(1 - share, 0.6))

/** The placing that a configuration asks for in place of its timesteps, if any. */
export function replacementOf(config: ReplacementConfig): Placing | null {
  if (config.use_karras_sigmas) return karras
  if (config.use_exponential_sigmas || config.use_lu_lambdas) return exponential
  return config.use_beta_sigmas ? beta : null
}

/** Value below which the share `p` of Beta(shape, shape) lies. */
export function betaQuantile(p: number, shape: number): number {
  if (p > 0.5) return 1 - betaQuantile(1 - p, shape) // symmetric; the series is quick below one half
  let [low, high] = [0, 0.5]
  const goal = p * 2 * betaIntegral(0.5, shape)
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (betaIntegral(middle, shape) < goal) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Integral of (u - u²)^(shape - 1) from 0 to x, x at most one half: the binomial series, term by term. */
function betaIntegral(x: number, shape: number): number {
  let sum = 0
  let term = x ** shape
  for (let n = 0; n < 60; n++) {
    sum += term / (shape + n)
    term *= (x * (n + 1 - shape)) / (n + 1)
  }
  return sum
}

/** Linear interpolation in a table at a fractional index. */
export function interpolate(table: readonly number[], index: number): number {
  const low = Math.min(Math.max(Math.floor(index), 0), table.length - 1)
  const high = Math.min(low + 1, table.length - 1)
  return table[low]! + (index - low) * (table[high]! - table[low]!)
}

/** The fractional training step of a sigma: linear in log sigma, clamped. `ratios` rises. */
export function timestepOf(sigma: number, ratios: readonly number[]): number {
  let [low, high] = [0, ratios.length - 1]
  if (sigma <= ratios[low]!) return low
  if (sigma >= ratios[high]!) return high
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (ratios[middle]! <= sigma) low = middle
    else high = middle
  }
  const below = Math.log(ratios[low]!)
  return low + (Math.log(sigma) - below) / (Math.log(ratios[high]!) - below)
}
