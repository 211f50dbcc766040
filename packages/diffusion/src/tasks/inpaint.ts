import { PlantainError } from '@plantain/core'
import { paint } from './paint.ts'
import { laidOver, maskAtSize, requireSource, sourceAtSize } from './source.ts'
import type { Task } from './task.ts'

/**
 * A region of the source painted anew. Outside the mask the result has the source's own bytes: keeping latents keeps
 * meaning, not pixels, so that the last stage is a composite.
 */
export const inpaint: Task = {
  name: 'inpaint',
  async *run(model, settings, context) {
    const source = requireSource(settings, 'inpaint')
    if (settings.mask === null)
      throw new PlantainError(
        'INVALID_ARGUMENT',
        'inpaint was given no mask; give one that is white where to paint',
      )
    const { size, strength } = settings
    const way = {
      fromSource: strength < 1, // at 1 nothing of the source shall shine through: the start is pure noise
      strength,
      source: sourceAtSize(source, size),
      mask: maskAtSize(settings.mask, size),
    }
    const painted = yield* paint(model, settings, way, context)
    return { ...painted, bitmap: laidOver(source, painted.bitmap, settings) }
  },
}
