import type { Tensor } from '@plantain/core'
import { combine } from './tensor.ts'

/** Guidance: what a network says with and without its conditions, put together. Pure; works on outputs of any prediction type. */

/**
 * Away from the unconditional output, past the conditional one. 1 is the conditional output, 0 the unconditional.
 * Source: classifier-free guidance, arXiv 2207.12598, equation 6.
 */
export function guide(unconditional: Tensor, conditional: Tensor, scale: number): Tensor {
  return combine(1 - scale, unconditional, scale, conditional)
}

/**
 * InstructPix2Pix: how closely to keep to the source and how closely to the text, apart.
 * Source: arXiv 2211.09800, equation 3.
 */
export function guideEdit(
  outputs: { readonly none: Tensor; readonly image: Tensor; readonly imageAndText: Tensor },
  scales: { readonly text: number; readonly image: number },
): Tensor {
  const { none, image, imageAndText } = outputs
  return combine(1 - scales.image, none, scales.image - scales.text, image, scales.text, imageAndText)
}

/**
 * Gives each picture of the guided output the contrast of the conditional one, by a share from 0 (not at all) to 1.
 * Strong guidance over-exposes, most of all models with zero terminal SNR. Source: arXiv 2305.08891, equations 15 and 16.
 */
export function rescaleGuidance(guided: Tensor, conditional: Tensor, share: number): Tensor {
  if (share === 0) return guided
  const data = guided.data.slice()
  const each = data.length / (guided.shape[0] ?? 1)
  for (let start = 0; start < data.length; start += each) {
    const picture = data.subarray(start, start + each)
    const contrast = deviation(conditional.data.subarray(start, start + each)) / deviation(picture)
    const factor = share * contrast + 1 - share
    for (let i = 0; i < each; i++) picture[i]! *= factor
  }
  return { data, shape: guided.shape }
}

/** Sample standard deviation: divides by n − 1, as torch does. */
function deviation(values: Float32Array): number {
  let mean = 0
  for (const value of values) mean += value / values.length
  let sum = 0
  for (const value of values) sum += (value - mean) ** 2
  return Math.sqrt(sum / (values.length - 1))
}

/** Shares of the way from noise (0) to image (1) between which to guide. All of it: { start: 0, end: 1 }. */
export interface GuidanceInterval {
  readonly start: number
  readonly end: number
}

/**
 * Whether to guide at this timestep; outside, the conditional output alone saves a model call and keeps colours natural.
 * Source: arXiv 2404.07724, section 3.
 */
export function isGuided(
  timestep: number,
  trainTimesteps: number,
  { start, end }: GuidanceInterval,
): boolean {
  return timestep <= (1 - start) * trainTimesteps && timestep >= (1 - end) * trainTimesteps
}
