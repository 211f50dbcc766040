import { PlantainError } from '@plantain/core'
import { composite } from '@plantain/imaging'
import { paint } from './paint.ts'
import { atSize, maskAtSize, requireSource } from './source.ts'
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
    const mask = maskAtSize(settings.mask, settings.size)
    // At strength 1 nothing of the source shall shine through, so the start is pure noise.
    const way = { fromSource: settings.strength < 1, strength: settings.strength, source, mask }
    const painted = yield* paint(model, settings, way, context)
    const after = atSize(painted.bitmap, settings.outputSize)
    const before = atSize(settings.source!.bitmap, settings.outputSize)
    const bitmap = composite(before, after, maskAtSize(settings.mask, settings.outputSize))
    return { ...painted, bitmap }
  },
}
