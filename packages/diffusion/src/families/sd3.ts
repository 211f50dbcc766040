import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { ModelDirectory } from '../directory.ts'
import { guide, rescaleGuidance } from '../guidance.ts'
import type { ModelManifest, Part } from '../manifest.ts'
import type { Conditions, Model } from '../model.ts'
import type { Parts } from '../parts.ts'
import { concatenate, filled, padLast } from '../shape.ts'
import { clipTokenizer } from '../text/clip-bpe.ts'
import { textEncoder } from '../text/encoder.ts'
import { guidedText, type ClipText, type GuidedText } from '../text/guided.ts'
import { longText } from '../text/long-text.ts'
import { branchDenoiser, type Branch } from './branches.ts'
import { describeModel, isDistilled } from './describe.ts'
import type { Family } from './family.ts'
import { latentModel } from './latent-model.ts'
import { penultimate } from './sdxl.ts'
import { isGuided } from './unet.ts'
import { vae, vaeConfig } from './vae.ts'

const CLIPS = ['text_encoder', 'text_encoder_2'] as const
/** T5: large, and the model works without it, a little worse at spelling. */
const T5 = 'text_encoder_3'

/**
 * Stable Diffusion 3 and 3.5: a transformer over latents and text together, three text encoders.
 *
 * Source: SD3, arXiv 2403.03206, section 4.
 */
export const sd3: Family = {
  name: 'sd3',
  matches: ({ className }) => /^(ORT|Onnx)?StableDiffusion3(Img2Img|Inpaint)?Pipeline$/.test(className),
  describe(directory) {
    const { factor } = vaeConfig(directory, { scaling: 1.5305 })
    const config = directory.json('transformer/config.json') ?? {}
    const multiple = factor * Number(config['patch_size'] ?? 2)
    const side = Number(config['sample_size'] ?? 128) * factor
    const required = [...CLIPS, 'transformer', 'vae_decoder'].map(directory.requirePart)
    const optional = [T5, 'vae_encoder'].map(directory.part).filter((part) => part !== null)
    const few = isDistilled(directory) ? { steps: 4, guidanceScale: 1 } : null
    return describeModel(directory, {
      family: 'sd3',
      parts: [...required, ...optional],
      tasks: ['generate', ...(directory.part('vae_encoder') ? ['image-to-image', 'inpaint'] : [])],
      inpaint: 'hold',
      edit: false,
      size: {
        multiple,
        minimum: 2 * multiple,
        maximum: Number(config['pos_embed_max_size'] ?? 192) * multiple, // positions are a table of this many
      },
      defaults: { width: side, height: side, steps: 28, guidanceScale: 7, ...few },
    })
  },
  open,
}

function open(directory: ModelDirectory, manifest: ModelManifest, parts: Parts): Model {
  const transformer = directory.requirePart('transformer')
  const autoencoder = vae(vaeConfig(directory, { scaling: 1.5305 }), manifest, parts)
  const clips = CLIPS.map((name): ClipText => ({
    tokenizer: clipTokenizer(directory, name.replace('text_encoder', 'tokenizer')),
    encoder: textEncoder({
      part: name,
      hidden: penultimate(directory.requirePart(name)),
      pooled: 'text_embeds',
    }),
    most: 1, // the text is joined to T5's, whose length is separate
  }))
  const t5 = directory.part(T5) && longText(directory, { part: T5, folder: 'tokenizer_3', length: 256 })
  const width = textWidth(transformer)

  async function branches(
    conditions: Conditions,
    adapted: Parts,
    signal: AbortSignal,
  ): Promise<{
    readonly sides: readonly Branch[]
    readonly warnings: readonly string[]
  }> {
    const guided = isGuided(conditions)
    const texts: GuidedText[] = []
    for (const clip of clips) texts.push(await guidedText(clip, adapted, conditions, guided, signal))
    const warnings = [...texts[0]!.notes, ...(t5 ? [] : texts[0]!.losses)] // what CLIP has no room for T5 still reads
    const side = async (name: 'positive' | 'negative', prompt: string): Promise<Branch> => {
      const both = texts.map((text) => text[name]!)
      const widths = both.map(({ hidden }) => hidden)
      const clip = padLast(concatenate(widths, 2), width) // zeros on the right
      const long = t5 && (await t5(adapted, prompt, conditions, signal))
      warnings.push(...(long?.warnings ?? []))
      return {
        feeds: {
          encoder_hidden_states: concatenate([clip, long?.hidden ?? filled([1, 77, width])], 1),
          pooled_projections: concatenate(
            both.map(({ pooled }) => pooled!),
            1,
          ),
        },
        channels: [],
      }
    }
    const positive = await side('positive', conditions.prompt)
    const sides = guided ? [await side('negative', conditions.negativePrompt ?? ''), positive] : [positive]
    return { sides, warnings }
  }

  return latentModel(manifest, parts, {
    vae: autoencoder,
    encoders: [...CLIPS, T5],
    denoisers: ['transformer'],
    async condition(conditions, adapted, signal) {
      const { sides, warnings } = await branches(conditions, adapted, signal)
      const denoise = branchDenoiser({
        parts: adapted,
        part: transformer,
        prediction: conditions.prediction,
        input: 'hidden_states',
        branches: sides,
        guide: (outputs) => guided(outputs, conditions),
      })
      return { denoise, warnings }
    },
  })
}

function guided(outputs: readonly Tensor[], { guidanceScale, guidanceRescale }: Conditions): Tensor {
  const [negative, conditional] = outputs
  if (conditional === undefined) return negative!
  return rescaleGuidance(guide(negative!, conditional, guidanceScale), conditional, guidanceRescale)
}

function textWidth(transformer: Part): number {
  const width = transformer.inputs.find(({ name }) => name === 'encoder_hidden_states')?.shape[2]
  if (typeof width === 'number') return width
  throw new PlantainError(
    'UNIMPLEMENTED',
    `${transformer.file} leaves the width of encoder_hidden_states free; export it with a fixed width`,
  )
}
