import type { Tensor } from '@plantain/core'
import { mapTensor } from '../tensor.ts'
import type { LimitConfig } from './config.ts'

/** Keeps the estimate of the clean latents in range, where a configuration asks for it: models of pixels, not of latents. */
export function limit(denoised: Tensor, config: LimitConfig): Tensor {
  if (config.thresholding)
    return threshold(denoised, config.dynamic_thresholding_ratio ?? 0.995, config.sample_max_value ?? 1)
  if (!config.clip_sample) return denoised
  const range = config.clip_sample_range ?? 1
  return mapTensor(denoised, (x) => Math.min(Math.max(x, -range), range))
}

/**
 * Dynamic thresholding: clips each picture at a high quantile of its own, then scales it back into range.
 * Source: Imagen, arXiv 2205.11487, section 2.3.
 */
function threshold(denoised: Tensor, ratio: number, most: number): Tensor {
  const data = denoised.data.slice()
  const each = data.length / (denoised.shape[0] ?? 1)
  for (let start = 0; start < data.length; start += each) {
    const picture = data.subarray(start, start + each)
    const range = Math.min(Math.max(quantile(picture.map(Math.abs).sort(), ratio), 1), most)
    for (let i = 0; i < each; i++) picture[i] = Math.min(Math.max(picture[i]!, -range), range) / range
  }
  return { data, shape: denoised.shape }
}

/** With linear interpolation between neighbours, as torch.quantile. `sorted` rises. */
function quantile(sorted: Float32Array, ratio: number): number {
  const index = ratio * (sorted.length - 1)
  const low = sorted[Math.floor(index)]!
  return low + (index % 1) * (sorted[Math.ceil(index)]! - low)
}
