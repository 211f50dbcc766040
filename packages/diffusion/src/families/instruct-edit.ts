import { PlantainError } from '@plantain/core'
import type { Tensor } from '@plantain/core'
import { guideEdit, rescaleGuidance } from '../guidance.ts'
import type { Conditions } from '../model.ts'
import { pixelsOf } from '../latents.ts'
import { atSize } from '../picture.ts'
import { filled } from '../shape.ts'
import type { GuidedText } from '../text/guided.ts'
import type { Branch } from './branches.ts'
import type { Vae } from './vae.ts'

export interface Edit {
  readonly branches: readonly Branch[]
  guide(outputs: readonly Tensor[]): Tensor
}

/**
 * Source latents beside the noisy ones; three predictions, so that text and source are guided apart.
 * The source is the middle of its posterior, and is not scaled: the weights were trained so.
 *
 * Source: InstructPix2Pix, arXiv 2211.09800, section 3.2.
 */
export async function instructEdit(
  vae: Vae,
  conditions: Conditions,
  text: GuidedText,
  signal: AbortSignal,
): Promise<Edit> {
  if (conditions.source === null)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this model changes a picture and was given none; give an image, or use a model that makes pictures from text',
    )
  const source = await vae.encode(pixelsOf(atSize(conditions.source.bitmap, conditions.size)), null, signal)
  const branch = ({ hidden }: { hidden: Tensor }, channels: Tensor): Branch => ({
    feeds: { encoder_hidden_states: hidden },
    channels: [channels],
  })
  const both = branch(text.positive, source)
  if (text.negative === null) return { branches: [both], guide: ([output]) => output! }
  return {
    branches: [both, branch(text.negative, source), branch(text.negative, filled(source.shape))],
    guide(outputs) {
      const [imageAndText, image, none] = outputs as [Tensor, Tensor, Tensor]
      const scales = { text: conditions.guidanceScale, image: conditions.imageGuidanceScale }
      const guided = guideEdit({ none, image, imageAndText }, scales)
      return rescaleGuidance(guided, imageAndText, conditions.guidanceRescale)
    },
  }
}
