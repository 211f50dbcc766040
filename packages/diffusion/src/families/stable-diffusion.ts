import type { ModelDirectory } from '../directory.ts'
import type { ModelManifest } from '../manifest.ts'
import type { Model } from '../model.ts'
import type { Parts } from '../parts.ts'
import { clipTokenizer } from '../text/clip-bpe.ts'
import { textEncoder } from '../text/encoder.ts'
import { guidedText, rowLimit } from '../text/guided.ts'
import { describeModel, isDistilled } from './describe.ts'
import type { Family } from './family.ts'
import { guidanceEmbedding } from './guidance-embedding.ts'
import { latentModel } from './latent-model.ts'
import { isGuided, unetDenoiser, unetFacts, type UnetFacts } from './unet.ts'
import { vae } from './vae.ts'

const classNames =
  /^(ORT|Onnx)?(StableDiffusion(Img2Img|Inpaint|InstructPix2Pix|ControlNet)?Pipeline|LatentConsistencyModel.*)$/

const factsOf = (directory: ModelDirectory): UnetFacts =>
  unetFacts(directory, ['text_encoder'], { scaling: 0.18215, side: 512 })

/** Strength of guidance as an input of the network: a latent consistency model. */
const embeddedGuidance = ({ unet }: UnetFacts): UnetFacts['unet']['inputs'][number] | undefined =>
  unet.inputs.find(({ name }) => name === 'timestep_cond')

/**
 * Stable Diffusion 1.x and 2.x and what was made from them: inpainting, InstructPix2Pix, turbo, latent consistency. The
 * files say which: the channels of the UNet and its inputs.
 */
export const stableDiffusion: Family = {
  name: 'stable-diffusion',
  matches: ({ className }) => classNames.test(className),
  describe(directory) {
    const facts = factsOf(directory)
    const few = embeddedGuidance(facts)
      ? { steps: 4, guidanceScale: 8.5 }
      : isDistilled(directory)
        ? { steps: 2, guidanceScale: 0 }
        : null
    return describeModel(directory, {
      family: 'stable-diffusion',
      ...facts.manifest,
      defaults: { width: facts.side, height: facts.side, steps: 30, guidanceScale: 7.5, ...few },
    })
  },
  open,
}

function open(directory: ModelDirectory, manifest: ModelManifest, parts: Parts): Model {
  const facts = factsOf(directory)
  const autoencoder = vae(facts.vae, manifest, parts)
  const distilled = embeddedGuidance(facts)
  const clip = {
    tokenizer: clipTokenizer(directory, 'tokenizer'),
    encoder: textEncoder({ part: 'text_encoder', hidden: 'last_hidden_state', pooled: null }),
    most: rowLimit(facts.unet),
  }
  return latentModel(manifest, parts, {
    vae: autoencoder,
    encoders: ['text_encoder'],
    denoisers: ['controlnet', 'unet'],
    async condition(conditions, adapted, signal) {
      const guided = isGuided(conditions) && distilled === undefined
      const text = await guidedText(clip, adapted, conditions, guided, signal)
      const feeds = distilled && { timestep_cond: guidanceEmbedding(conditions.guidanceScale, distilled) }
      const run = { facts, vae: autoencoder, parts: adapted, text, feeds: () => feeds ?? {} }
      return await unetDenoiser(run, conditions, signal)
    },
  })
}
