import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { controlFeeds } from '../adapters/controlnet.ts'
import type { Json, ModelDirectory } from '../directory.ts'
import { guide, rescaleGuidance } from '../guidance.ts'
import type { ModelManifest, Part } from '../manifest.ts'
import type { Conditioned, Conditions } from '../model.ts'
import type { Parts } from '../parts.ts'
import { latentMask, pixelsOf } from '../latents.ts'
import { atSize, masked } from '../picture.ts'
import { DRAW } from '../noise.ts'
import { concatenate, filled } from '../shape.ts'
import type { GuidedText } from '../text/guided.ts'
import { branchDenoiser, type Branch } from './branches.ts'
import { instructEdit } from './instruct-edit.ts'
import { vaeConfig, type Vae, type VaeConfig } from './vae.ts'

/** What a UNet sees beside the noisy latents: nothing, the source of an edit, or a mask and the source without it. */
export type UnetKind = 'plain' | 'edit' | 'inpaint'

/** All that a directory says of a UNet model, for families that are built around one. */
export interface UnetFacts {
  readonly unet: Part
  readonly net: Part | null
  readonly kind: UnetKind
  readonly vae: VaeConfig
  readonly manifest: Pick<ModelManifest, 'parts' | 'tasks' | 'inpaint' | 'edit' | 'size'>
  /** Pixels of the side that it was trained at. */
  readonly side: number
}

/** scaling: factor of the autoencoder where an old export does not say it. side: the same for the size. */
export function unetFacts(
  directory: ModelDirectory,
  encoders: readonly string[],
  fallback: { readonly scaling: number; readonly side: number },
): UnetFacts {
  const config = directory.json('unet/config.json') ?? {}
  const unet = directory.requirePart('unet')
  const net = directory.part('controlnet')
  const encoder = directory.part('vae_encoder')
  const vae = vaeConfig(directory, fallback)
  const kind = kindOf(unet, config, vae.channels)
  const multiple = multipleOf(config, vae)
  const parts = [
    ...encoders.map(directory.requirePart),
    unet,
    directory.requirePart('vae_decoder'),
    encoder,
    net,
  ]
  const withSource = encoder === null ? [] : ['image-to-image', 'inpaint']
  const sample = config['sample_size']
  return {
    unet,
    net,
    kind,
    vae,
    manifest: {
      parts: parts.filter((part) => part !== null),
      tasks: kind === 'edit' ? (encoder === null ? [] : ['edit']) : ['generate', ...withSource],
      inpaint: kind === 'inpaint' ? 'mask' : 'hold',
      edit: kind === 'edit',
      size: { multiple, minimum: 2 * multiple, maximum: 4096 },
    },
    side: typeof sample === 'number' ? sample * vae.factor : fallback.side,
  }
}

/** By the number of input channels, which is what the weights were trained with. */
function kindOf(unet: Part, config: Json, channels: number): UnetKind {
  const declared = unet.inputs.find(({ name }) => name === 'sample')?.shape[1]
  const taken = typeof declared === 'number' ? declared : Number(config['in_channels'] ?? channels)
  if (taken === channels) return 'plain'
  if (taken === 2 * channels) return 'edit'
  if (taken === 2 * channels + 1) return 'inpaint'
  throw new PlantainError(
    'UNIMPLEMENTED',
    `${unet.file} takes ${taken} channels; supported are ${channels} (text), ${2 * channels} (instruction edits) and ${2 * channels + 1} (inpainting)`,
  )
}

/** Sides that the network's halvings divide evenly: an export has lost the code that made others fit. */
function multipleOf(config: Json, { factor }: VaeConfig): number {
  const blocks = config['block_out_channels']
  return Array.isArray(blocks) ? factor * 2 ** (blocks.length - 1) : factor
}

/** Guidance by two predictions, off at a scale of at most 1. */
export const isGuided = ({ guidanceScale }: Conditions): boolean => guidanceScale > 1

export interface UnetRun {
  readonly facts: UnetFacts
  readonly vae: Vae
  readonly parts: Parts
  readonly text: GuidedText
  /** Feeds besides latents, timestep and text; `side` says for which prediction. */
  feeds?(side: 'positive' | 'negative'): Branch['feeds']
}

/** The denoiser of a UNet with all that it was told. */
export async function unetDenoiser(
  run: UnetRun,
  conditions: Conditions,
  signal: AbortSignal,
): Promise<Conditioned> {
  const { facts, vae, parts, text } = run
  const { unet, net, kind } = facts
  const more = controlFeeds(parts, unet, net, conditions)
  const { branches, guide } =
    kind === 'edit'
      ? await instructEdit(vae, conditions, text, signal)
      : await classifierFree(run, conditions, signal)
  const denoise = branchDenoiser({
    parts,
    part: unet,
    prediction: conditions.prediction,
    input: 'sample',
    branches,
    guide,
    ...(more ? { more } : {}),
  })
  return { denoise, warnings: [...text.losses, ...text.notes] }
}

async function classifierFree(
  run: UnetRun,
  conditions: Conditions,
  signal: AbortSignal,
): Promise<{
  branches: readonly Branch[]
  guide(outputs: readonly Tensor[]): Tensor
}> {
  const { facts, vae, text } = run
  const channels = facts.kind === 'inpaint' ? await inpaintChannels(vae, conditions, signal) : []
  const branch = (side: 'positive' | 'negative', hidden: Tensor): Branch => ({
    feeds: { encoder_hidden_states: hidden, ...run.feeds?.(side) },
    channels,
  })
  const positive = branch('positive', text.positive.hidden)
  if (text.negative === null) return { branches: [positive], guide: ([output]) => output! }
  return {
    branches: [branch('negative', text.negative.hidden), positive],
    guide: ([negative, conditional]) =>
      rescaleGuidance(
        guide(negative!, conditional!, conditions.guidanceScale),
        conditional!,
        conditions.guidanceRescale,
      ),
  }
}

/** Mask and source without the masked part, for nine channels; where no mask is given all is repainted. */
async function inpaintChannels(
  vae: Vae,
  conditions: Conditions,
  signal: AbortSignal,
): Promise<readonly Tensor[]> {
  const { source, mask, size, noise } = conditions
  const region = mask ?? { ...size, data: new Uint8Array(size.width * size.height).fill(255) }
  const planes =
    source === null ? filled([1, 3, size.height, size.width]) : pixelsOf(atSize(source.bitmap, size))
  const latents = await vae.encode(masked(planes, region), { source: noise, draw: DRAW.inpaint }, signal)
  return [
    concatenate(
      [latentMask(region, size.width / vae.factor, size.height / vae.factor), vae.scale(latents)],
      1,
    ),
  ]
}
