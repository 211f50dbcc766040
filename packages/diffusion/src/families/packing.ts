import type { Tensor } from '@plantain/core'

/**
 * Latents in cells of 2 x 2 as tokens: [1, C, h, w] to [1, h/2 * w/2, 4 C], channel by channel, rows before columns.
 *
 * Source: FLUX.1 reference code, sampling.py.
 */
export function packed({ data, shape }: Tensor): Tensor {
  const [channels, height, width] = [shape[1]!, shape[2]!, shape[3]!]
  const tokens = new Float32Array(data.length)
  eachCell(channels, height, width, (spatial, token) => (tokens[token] = data[spatial]!))
  return { data: tokens, shape: [1, (height / 2) * (width / 2), 4 * channels] }
}

/** The other way, for latents [1, C, height, width]. */
export function unpacked({ data }: Tensor, shape: readonly number[]): Tensor {
  const latents = new Float32Array(data.length)
  eachCell(shape[1]!, shape[2]!, shape[3]!, (spatial, token) => (latents[spatial] = data[token]!))
  return { data: latents, shape }
}

function eachCell(
  channels: number,
  height: number,
  width: number,
  visit: (spatial: number, token: number) => void,
): void {
  for (let channel = 0; channel < channels; channel++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const token = Math.floor(y / 2) * (width / 2) + Math.floor(x / 2)
        const inside = channel * 4 + (y % 2) * 2 + (x % 2)
        visit((channel * height + y) * width + x, token * 4 * channels + inside)
      }
}
