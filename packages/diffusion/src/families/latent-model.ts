import { PlantainError } from '@plantain/core'
import type { ModelManifest, SizeRule } from '../manifest.ts'
import type { Conditioned, Conditions, Model, Size, Stage } from '../model.ts'
import { DRAW } from '../noise.ts'
import type { Parts } from '../parts.ts'
import { bitmapOf, latentMask, pixelsOf } from '../latents.ts'
import { checkedPixels } from '../picture.ts'
import type { LevelOptions } from '../schedulers/scheduler.ts'
import { fitPreview, type Preview } from './preview.ts'
import type { Vae } from './vae.ts'

/** What tells one family of pixel latents from another. */
export interface LatentFamily {
  readonly vae: Vae
  /** Parts that read the text; those that the directory lacks are not loaded. */
  readonly encoders: readonly string[]
  /** Parts of a denoising step. */
  readonly denoisers: readonly string[]
  /** Turns words and pictures into branches and guidance. `parts` have the run's adapters in them. */
  condition(conditions: Conditions, parts: Parts, signal: AbortSignal): Promise<Conditioned>
  levelOptions?(steps: number, size: Size): LevelOptions
}

/** A model whose latents are pictures made small by an autoencoder: Stable Diffusion, SDXL, SD3, FLUX and their kin. */
export function latentModel(manifest: ModelManifest, parts: Parts, family: LatentFamily): Model {
  const { vae } = family
  const stages: Readonly<Record<Stage, readonly string[]>> = {
    condition: family.encoders,
    encode: ['vae_encoder'],
    denoise: family.denoisers,
    decode: ['vae_decoder'],
  }
  let preview: Promise<Preview> | null = null
  return {
    manifest,
    load: (stage, signal) => parts.load(stages[stage].filter(parts.has), signal),
    latentShape({ width, height }) {
      refuseSize({ width, height }, manifest.size)
      return [1, vae.channels, height / vae.factor, width / vae.factor]
    },
    levelOptions: (steps, size) => family.levelOptions?.(steps, size) ?? {},
    condition: (conditions, signal) =>
      family.condition(conditions, parts.adapted(conditions.adapters), signal),
    async encodeImage({ bitmap }, noise, signal) {
      const draw = noise && { source: noise, draw: DRAW.encoder }
      return vae.scale(await vae.encode(pixelsOf(bitmap), draw, signal))
    },
    latentMask: (mask) => latentMask(mask, mask.width / vae.factor, mask.height / vae.factor),
    async decode(latents, _target, signal) {
      const pixels = checkedPixels(await vae.decode(vae.unscale(latents), signal))
      return { bitmap: bitmapOf(pixels), pixels }
    },
    async preview(latents, _target, signal) {
      preview ??= fitPreview(vae, parts.has('vae_encoder'), signal).catch((error: unknown) => {
        preview = null // a cancelled fit must not stay
        throw error
      })
      return (await preview)(latents)
    },
  }
}

function refuseSize(size: Size, { multiple, minimum, maximum }: SizeRule): void {
  const allowed = (side: number): boolean => side % multiple === 0 && side >= minimum && side <= maximum
  if (allowed(size.width) && allowed(size.height)) return
  const nearest = nearestSize(size, { multiple, minimum, maximum })
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `the size is ${size.width} x ${size.height}; this model takes sides of ${minimum} to ${maximum} pixels in multiples of ${multiple}, ` +
      `the nearest is ${nearest.width} x ${nearest.height}`,
    { details: { multiple, minimum, maximum, nearest } },
  )
}

/** The allowed size next to a wished one, each side for itself. */
export function nearestSize({ width, height }: Size, { multiple, minimum, maximum }: SizeRule): Size {
  const near = (side: number): number =>
    Math.min(maximum, Math.max(minimum, Math.round(side / multiple) * multiple))
  return { width: near(width), height: near(height) }
}
