import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import type { ModelDirectory } from '../directory.ts'
import type { ModelManifest } from '../manifest.ts'
import type { Conditions, Model, Source } from '../model.ts'
import type { Parts } from '../parts.ts'
import { pixelsOf } from '../latents.ts'
import { atSize } from '../picture.ts'
import type { Feeds } from '../runtimes/runtime.ts'
import { flowSigmas } from '../schedulers/flow.ts'
import { concatenate, filled, scalar, slice } from '../shape.ts'
import { clipTokenizer } from '../text/clip-bpe.ts'
import { textEncoder } from '../text/encoder.ts'
import { longText } from '../text/long-text.ts'
import { emptyRow, fixedRow } from '../text/rows.ts'
import { branchDenoiser } from './branches.ts'
import { describeModel } from './describe.ts'
import type { Family } from './family.ts'
import { latentModel } from './latent-model.ts'
import { packed, unpacked } from './packing.ts'
import { vae, vaeConfig, type Vae } from './vae.ts'

/** Cells of latents that make a token, along one side. */
const PATCH = 2

/**
 * FLUX.1 (schnell, dev) and Kontext: a transformer over latents as tokens, T5 for the words and CLIP for their sum. Kontext
 * sees the source of an edit as more tokens.
 *
 * Source: FLUX.1 reference code; FLUX.1 Kontext, arXiv 2506.15742, section 3.
 */
export const flux: Family = {
  name: 'flux',
  matches: ({ className }) => /^(ORT|Onnx)?Flux(Kontext|Img2Img|Inpaint)?Pipeline$/.test(className),
  describe(directory) {
    const { factor } = vaeConfig(directory, { scaling: 0.3611 })
    const context = isKontext(directory)
    const encoder = directory.part('vae_encoder')
    const guided = guidanceInput(directory)
    const required = ['text_encoder', 'text_encoder_2', 'transformer', 'vae_decoder'].map(
      directory.requirePart,
    )
    const withSource = encoder === null ? [] : ['image-to-image', 'inpaint', ...(context ? ['edit'] : [])]
    return describeModel(directory, {
      family: 'flux',
      parts: encoder === null ? required : [...required, encoder],
      tasks: ['generate', ...withSource],
      inpaint: 'hold',
      edit: context,
      size: { multiple: factor * PATCH, minimum: 2 * factor * PATCH, maximum: 4096 },
      defaults: {
        width: 128 * factor,
        height: 128 * factor,
        ...(guided ? { steps: 28, guidanceScale: context ? 2.5 : 3.5 } : { steps: 4, guidanceScale: 0 }),
      },
    })
  },
  open,
}

const isKontext = ({ className }: ModelDirectory): boolean => className.includes('Kontext')

const guidanceInput = (directory: ModelDirectory): boolean =>
  directory.requirePart('transformer').inputs.some(({ name }) => name === 'guidance')

interface TextFeeds {
  readonly feeds: Feeds
  readonly warnings: readonly string[]
}

function open(directory: ModelDirectory, manifest: ModelManifest, parts: Parts): Model {
  const transformer = directory.requirePart('transformer')
  const autoencoder = vae(vaeConfig(directory, { scaling: 0.3611 }), manifest, parts)
  const tokenizer = clipTokenizer(directory, 'tokenizer')
  const clip = textEncoder({ part: 'text_encoder', hidden: 'last_hidden_state', pooled: 'pooler_output' })
  // The few-step model was trained on short prompts.
  const length = guidanceInput(directory) ? 512 : 256
  const t5 = longText(directory, { part: 'text_encoder_2', folder: 'tokenizer_2', length })

  async function textFeeds(conditions: Conditions, adapted: Parts, signal: AbortSignal): Promise<TextFeeds> {
    const ids = fixedRow(tokenizer, conditions.prompt, tokenizer.length)
    const row = { ids, weights: ids.map(() => 1) }
    const { pooled } = await clip(adapted, [row], emptyRow(tokenizer), signal)
    const { hidden, warnings } = await t5(adapted, conditions.prompt, conditions, signal)
    const feeds = {
      encoder_hidden_states: hidden,
      pooled_projections: pooled!,
      txt_ids: filled([hidden.shape[1]!, 3]),
      guidance: scalar(conditions.guidanceScale),
    }
    return { feeds, warnings }
  }

  return latentModel(manifest, parts, {
    vae: autoencoder,
    encoders: ['text_encoder', 'text_encoder_2'],
    denoisers: ['transformer'],
    levelOptions: (steps, { width, height }) => ({
      sigmas: flowSigmas(steps),
      imageTokens: (width * height) / (autoencoder.factor * PATCH) ** 2,
    }),
    async condition(conditions, adapted, signal) {
      refuseNegative(conditions)
      const source =
        manifest.edit && conditions.source ? await sourceTokens(autoencoder, conditions.source, signal) : null
      const { width, height } = conditions.size
      const [rows, columns] = [height, width].map((side) => side / (autoencoder.factor * PATCH)) as [
        number,
        number,
      ]
      const ids = [positions(0, rows, columns), ...(source ? [source.ids] : [])]
      const text = await textFeeds(conditions, adapted, signal)
      const feeds = { ...text.feeds, img_ids: concatenate(ids, 0) }
      const denoise = branchDenoiser({
        parts: adapted,
        part: transformer,
        prediction: conditions.prediction,
        input: 'hidden_states',
        branches: [{ feeds, channels: [] }],
        guide: ([output]) => output!,
        pack: (latents) => concatenate([packed(latents), ...(source ? [source.tokens] : [])], 1),
        unpack: (output, latents) => unpacked(slice(output, 1, 0, rows * columns), latents.shape),
        timestep: ({ timestep }) => timestep / 1000,
      })
      return { denoise, warnings: text.warnings }
    },
  })
}

/** Row and column of each token, and which picture it belongs to: [rows * columns, 3]. */
function positions(picture: number, rows: number, columns: number): Tensor {
  const data = new Float32Array(rows * columns * 3)
  for (let token = 0; token < rows * columns; token++)
    data.set([picture, Math.floor(token / columns), token % columns], token * 3)
  return { data, shape: [rows * columns, 3] }
}

/** Tokens of a larger source cost more than they tell: attention grows with their square. */
const SOURCE_PIXELS = 1024 * 1024

interface SourceTokens {
  readonly tokens: Tensor
  readonly ids: Tensor
}

/** The source of an edit, the middle of its posterior, as tokens of its own size. */
async function sourceTokens(autoencoder: Vae, source: Source, signal: AbortSignal): Promise<SourceTokens> {
  const cell = autoencoder.factor * PATCH
  const { width, height } = source.bitmap
  const shrink = Math.min(1, Math.sqrt(SOURCE_PIXELS / (width * height)))
  const [rows, columns] = [height, width].map((side) => Math.max(1, Math.floor((side * shrink) / cell))) as [
    number,
    number,
  ]
  const planes = pixelsOf(atSize(source.bitmap, { width: columns * cell, height: rows * cell }))
  const latents = autoencoder.scale(await autoencoder.encode(planes, null, signal))
  return { tokens: packed(latents), ids: positions(1, rows, columns) }
}

function refuseNegative({ negativePrompt }: Conditions): void {
  if (!negativePrompt) return
  throw new PlantainError(
    'INVALID_ARGUMENT',
    'FLUX models were trained without a negative prompt; leave it out, and say in the prompt what should be there',
  )
}
