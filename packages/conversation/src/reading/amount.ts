/** How far: `share` of a full moderate step (slight 0.5, moderate 1, strong 1.8, max 3), or a figure. */
export type Amount =
  | { readonly kind: 'word'; readonly share: number }
  /** A change against now: 20% is 0.2. */
  | { readonly kind: 'percent'; readonly value: number }
  /** The ratio to now: 2x. */
  | { readonly kind: 'factor'; readonly value: number }
  | { readonly kind: 'pixels'; readonly value: number }
  | { readonly kind: 'number'; readonly value: number }

/** One scale for all wishes: what a word says, in moderate steps. */
export const SHARES = { slight: 0.5, moderate: 1, strong: 1.8, max: 3 } as const

/** Reads the amount of a wish; what is left out, or no amount at all, is moderate. */
export function amountOf(text: string | undefined): Amount {
  const said = (text ?? 'moderate').trim().toLowerCase()
  if (said in SHARES) return { kind: 'word', share: SHARES[said as keyof typeof SHARES] }
  const [, figure, unit] =
    /^([+-]?\d+(?:[.,]\d+)?)\s*(%|percent|x|times|px|pixels?|°|deg(?:rees?)?)?$/.exec(said) ?? []
  const value = Number(figure?.replace(',', '.'))
  if (figure === undefined || !Number.isFinite(value)) return { kind: 'word', share: SHARES.moderate }
  if (unit === '%' || unit === 'percent') return { kind: 'percent', value: value / 100 }
  if (unit === 'x' || unit === 'times') return { kind: 'factor', value }
  if (unit?.startsWith('p')) return { kind: 'pixels', value }
  return { kind: 'number', value }
}

/** In moderate steps: a percentage as the share of `fullPercent` that a moderate step is. */
export function stepsOf(text: string | undefined, fullPercent = 0.25): number {
  const amount = amountOf(text)
  if (amount.kind === 'word') return amount.share
  if (amount.kind === 'percent') return Math.abs(amount.value) / fullPercent
  if (amount.kind === 'factor') return Math.abs(amount.value - 1) / fullPercent
  return SHARES.moderate
}

/** A ratio: what makes something larger by so much. `up` false gives the ratio that makes it smaller. */
export function ratioOf(text: string | undefined, up: boolean): number {
  const amount = amountOf(text)
  if (amount.kind === 'factor') return Math.max(0.01, amount.value)
  if (amount.kind === 'percent')
    return Math.max(0.05, up ? 1 + Math.abs(amount.value) : 1 - Math.abs(amount.value))
  const step = 1 + 0.4 * (amount.kind === 'word' ? amount.share : 1)
  return up ? step : 1 / step
}
