/** What a request cost. Tokens as the Gemini API counts them, so that prices can be compared. */
export interface Usage {
  readonly promptTokens: number
  readonly inputImageTokens: number
  readonly outputImageTokens: number
  /** Calls of the denoiser. */
  readonly steps: number
  readonly milliseconds: number
}

/** A picture made, of any ratio. */
export const OUTPUT_IMAGE_TOKENS = 1290
const inputTile = { side: 768, tokens: 258 }

/** About four bytes a token; 1 at least for any text. */
export const textTokens = (text: string): number => Math.ceil(new TextEncoder().encode(text).length / 4)

/** A picture given: so many for each tile of 768 x 768 that is begun. */
export const inputImageTokens = (width: number, height: number): number =>
  Math.ceil(width / inputTile.side) * Math.ceil(height / inputTile.side) * inputTile.tokens

export const addUsage = (one: Usage, other: Usage): Usage => ({
  promptTokens: one.promptTokens + other.promptTokens,
  inputImageTokens: one.inputImageTokens + other.inputImageTokens,
  outputImageTokens: one.outputImageTokens + other.outputImageTokens,
  steps: one.steps + other.steps,
  milliseconds: one.milliseconds + other.milliseconds,
})
