import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { z } from 'zod'
import type { ModelDirectory } from '../directory.ts'
import type { ModelManifest, Part } from '../manifest.ts'
import type { Conditions, Model } from '../model.ts'
import type { Parts } from '../parts.ts'
import { concatenate, filled } from '../shape.ts'
import { clipTokenizer } from '../text/clip-bpe.ts'
import { textEncoder } from '../text/encoder.ts'
import { guidedText, rowLimit, type ClipText, type GuidedText } from '../text/guided.ts'
import { describeModel, isDistilled } from './describe.ts'
import type { Family } from './family.ts'
import { latentModel } from './latent-model.ts'
import { isGuided, unetDenoiser, unetFacts, type UnetFacts } from './unet.ts'
import { vae } from './vae.ts'

const classNames = /^(ORT|Onnx)?StableDiffusionXL(Img2Img|Inpaint|InstructPix2Pix|ControlNet)?Pipeline$/

/** The refiner has the second encoder alone. */
const encodersOf = (directory: ModelDirectory): readonly string[] =>
  ['text_encoder', 'text_encoder_2'].filter(
    (name) => name === 'text_encoder_2' || directory.part(name) !== null,
  )

const factsOf = (directory: ModelDirectory): UnetFacts =>
  unetFacts(directory, encodersOf(directory), { scaling: 0.13025, side: 1024 })

/**
 * Stable Diffusion XL, its turbo and its refiner: two text encoders, and the size that the picture shall look as if it was
 * cropped from.
 *
 * Source: SDXL, arXiv 2307.01952, sections 2.1 and 2.2.
 */
export const sdxl: Family = {
  name: 'sdxl',
  matches: ({ className }) => classNames.test(className),
  describe(directory) {
    const facts = factsOf(directory)
    const few = isDistilled(directory) ? { steps: 2, guidanceScale: 0 } : null
    return describeModel(directory, {
      family: 'sdxl',
      ...facts.manifest,
      defaults: { width: facts.side, height: facts.side, steps: 30, guidanceScale: 5, ...few },
    })
  },
  open,
}

function open(directory: ModelDirectory, manifest: ModelManifest, parts: Parts): Model {
  const facts = factsOf(directory)
  const autoencoder = vae(facts.vae, manifest, parts)
  const encoders = encodersOf(directory)
  const clips = encoders.map((name): ClipText => {
    const pooled = name === 'text_encoder_2' ? 'text_embeds' : null
    return {
      tokenizer: clipTokenizer(directory, name.replace('text_encoder', 'tokenizer')),
      encoder: textEncoder({ part: name, hidden: penultimate(directory.requirePart(name)), pooled }),
      most: rowLimit(facts.unet),
    }
  })
  const zeros = directory.index['force_zeros_for_empty_prompt'] !== false
  return latentModel(manifest, parts, {
    vae: autoencoder,
    encoders,
    denoisers: ['controlnet', 'unet'],
    async condition(conditions, adapted, signal) {
      const texts: GuidedText[] = []
      for (const clip of clips)
        texts.push(await guidedText(clip, adapted, conditions, isGuided(conditions), signal))
      const text = joined(texts, zeros && conditions.negativePrompt === null)
      const run = {
        facts,
        vae: autoencoder,
        parts: adapted,
        text,
        feeds: (side: 'positive' | 'negative') => ({
          text_embeds: text[side]!.pooled!,
          time_ids: timeIds(facts.unet, conditions, side),
        }),
      }
      return await unetDenoiser(run, conditions, signal)
    },
  })
}

/** The last hidden layer but one, not normalised: hidden_states.(L - 1) of the L + 1 that an export gives. */
export function penultimate(encoder: Part): string {
  const layers = encoder.outputs.filter(({ name }) => name.startsWith('hidden_states.')).length
  if (layers >= 2) return `hidden_states.${layers - 2}`
  throw new PlantainError(
    'UNIMPLEMENTED',
    `${encoder.file} gives no hidden_states; export it with output_hidden_states, as optimum does for this kind of model`,
  )
}

/** Widths side by side, the pooled embedding of the second. No negative prompt is all zeros, which an empty one is not. */
function joined(texts: readonly GuidedText[], zeros: boolean): GuidedText {
  const join = (side: 'positive' | 'negative'): GuidedText['negative'] => {
    const sides = texts.map((text) => text[side])
    if (sides.some((one) => one === null)) return null
    const hidden = concatenate(
      sides.map((one) => one!.hidden),
      2,
    )
    const pooled = sides.at(-1)!.pooled
    if (side === 'positive' || !zeros) return { hidden, pooled }
    return { hidden: filled(hidden.shape), pooled: pooled && filled(pooled.shape) }
  }
  return {
    positive: join('positive')!,
    negative: join('negative'),
    losses: texts[0]!.losses,
    notes: texts[0]!.notes,
  }
}

const pair = z.object({ width: z.number().positive(), height: z.number().positive() })
const hints = z.object({
  originalSize: pair.optional(),
  targetSize: pair.optional(),
  cropTopLeft: z.object({ top: z.number(), left: z.number() }).optional(),
  /** Of the refiner, 1 to 10. */
  aestheticScore: z.number().default(6),
  negativeAestheticScore: z.number().default(2.5),
})

/** [original height, width, crop top, left, target height, width]; a refiner has a score in place of the target. */
function timeIds(unet: Part, { size, hints: given }: Conditions, side: 'positive' | 'negative'): Tensor {
  const read = hints.safeParse(given)
  if (!read.success) throw new PlantainError('INVALID_ARGUMENT', `hints: ${z.prettifyError(read.error)}`)
  const { originalSize = size, targetSize = size, cropTopLeft = { top: 0, left: 0 }, ...scores } = read.data
  const score = side === 'positive' ? scores.aestheticScore : scores.negativeAestheticScore
  const refiner = unet.inputs.find(({ name }) => name === 'time_ids')?.shape[1] === 5
  const end = refiner ? [score] : [targetSize.height, targetSize.width]
  const ids = [originalSize.height, originalSize.width, cropTopLeft.top, cropTopLeft.left, ...end]
  return { data: Float32Array.from(ids), shape: [1, ids.length] }
}
