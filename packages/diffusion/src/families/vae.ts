import type { Tensor } from '@plantain/core'
import type { Json, ModelDirectory } from '../directory.ts'
import type { ModelManifest } from '../manifest.ts'
import { type NoiseSource } from '../noise.ts'
import type { Parts } from '../parts.ts'
import { slice } from '../shape.ts'
import { combine, mapTensor } from '../tensor.ts'
import { tiled } from './tiles.ts'

/** The autoencoder between pictures and latents. */
export interface Vae {
  /** Pixels along one side of a latent cell. */
  readonly factor: number
  readonly channels: number
  /** Posterior of planes [1, 3, H, W] in -1 to 1: its middle, or a sample with the noise of `draw`; not scaled. */
  encode(
    planes: Tensor,
    noise: { source: NoiseSource; draw: number } | null,
    signal: AbortSignal,
  ): Promise<Tensor>
  /** [1, C, h, w], not scaled, to [1, 3, H, W] about -1 to 1. */
  decode(latents: Tensor, signal: AbortSignal): Promise<Tensor>
  /** What the denoiser works on: (latents - shift) * scaling, of variance near 1. */
  scale(latents: Tensor): Tensor
  unscale(latents: Tensor): Tensor
}

export interface VaeConfig {
  readonly factor: number
  readonly channels: number
  readonly scaling: number
  readonly shift: number
}

/** From the config.json beside the graphs; `scaling` is for exports old enough to have none. */
export function vaeConfig(directory: ModelDirectory, fallback: { readonly scaling: number }): VaeConfig {
  const config: Json =
    directory.json('vae_decoder/config.json') ??
    directory.json('vae_encoder/config.json') ??
    directory.json('vae/config.json') ??
    {}
  const blocks = Array.isArray(config['block_out_channels']) ? config['block_out_channels'].length : 4
  const declared = directory.requirePart('vae_decoder').inputs[0]?.shape[1]
  return {
    factor: 2 ** (blocks - 1),
    channels: typeof declared === 'number' ? declared : Number(config['latent_channels'] ?? 4),
    scaling: Number(config['scaling_factor'] ?? fallback.scaling),
    shift: Number(config['shift_factor'] ?? 0),
  }
}

const tile = { side: 64, overlap: 16 }

/**
 * Tiles cost twice the time where they overlap, and shift tones a little: only above a megapixel of the usual decoder, and
 * where the memory of one run, 5 kB a pixel as measured on Stable Diffusion's, would be half of all.
 */
function tileOf(
  cells: number,
  factor: number,
  memoryBytes: number,
): { readonly side: number; readonly overlap: number } {
  const fits = cells <= 128 * 128 && cells * factor ** 2 * 5200 <= memoryBytes / 2
  return fits ? { side: Infinity, overlap: 0 } : tile
}

export function vae(
  { factor, channels, scaling, shift }: VaeConfig,
  manifest: ModelManifest,
  parts: Parts,
): Vae {
  const graph = (name: string): { input: string; output: string } => {
    const part = manifest.parts.find((candidate) => candidate.name === name)
    return { input: part?.inputs[0]?.name ?? 'sample', output: part?.outputs[0]?.name ?? 'sample' }
  }
  const call = async (name: string, input: Tensor, signal: AbortSignal): Promise<Tensor> => {
    const names = graph(name)
    return (await parts.run(name, { [names.input]: input }, [names.output], signal))[names.output]!
  }
  return {
    factor,
    channels,
    async encode(planes, noise, signal) {
      const cells = (planes.shape[2]! * planes.shape[3]!) / factor ** 2
      const options = { ...tileOf(cells, factor, parts.memoryBytes), inputCell: factor, outputCell: 1 }
      const out = await tiled(planes, options, (part) => call('vae_encoder', part, signal), signal)
      if (out.shape[1] === channels) return out // the graph draws by itself, or has no spread
      const mean = slice(out, 1, 0, channels)
      if (noise === null) return mean
      const spread = mapTensor(slice(out, 1, channels, 2 * channels), (logVariance) =>
        Math.exp(Math.min(20, Math.max(-30, logVariance)) / 2),
      )
      const unit = noise.source.normals(noise.draw, mean.shape)
      return { data: mean.data.map((value, i) => value + spread.data[i]! * unit.data[i]!), shape: mean.shape }
    },
    decode(latents, signal) {
      const cells = latents.shape[2]! * latents.shape[3]!
      const options = { ...tileOf(cells, factor, parts.memoryBytes), inputCell: 1, outputCell: factor }
      return tiled(latents, options, (part) => call('vae_decoder', part, signal), signal)
    },
    scale: (latents) => mapTensor(latents, (value) => (value - shift) * scaling),
    unscale: (latents) =>
      shift === 0 ? combine(1 / scaling, latents) : mapTensor(latents, (value) => value / scaling + shift),
  }
}
