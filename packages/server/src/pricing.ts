/** Dollars for a million tokens. */
export interface Price {
  readonly name: string
  readonly inputDollars: number
  readonly outputDollars: number
  /** Tokens that this provider counts for one picture at 1K; absent: as many as were counted here. */
  readonly imageTokens?: number
}

/** Vendors' list prices as of November 2026, for what a job would have cost there. */
export const listPrices: readonly Price[] = [
  { name: 'gemini-2.5-flash-image', inputDollars: 0.3, outputDollars: 30, imageTokens: 1290 },
  { name: 'gemini-3-pro-image', inputDollars: 2, outputDollars: 120, imageTokens: 1120 },
  { name: 'gemini-3.1-flash-image', inputDollars: 0.5, outputDollars: 60, imageTokens: 1120 },
  { name: 'gpt-image-1', inputDollars: 5, outputDollars: 40, imageTokens: 1056 },
]

/** $30 a million makes $0.0387 of a picture of 1290 tokens. */
export const cost = (
  { inputDollars, outputDollars, imageTokens }: Price,
  {
    inputTokens,
    outputTokens,
    images,
  }: { readonly inputTokens: number; readonly outputTokens: number; readonly images: number },
): number => {
  const output = imageTokens === undefined ? outputTokens : imageTokens * images
  return (inputTokens * inputDollars + output * outputDollars) / 1e6
}
