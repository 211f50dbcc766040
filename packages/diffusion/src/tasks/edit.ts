import { PlantainError } from '@plantain/core'
import { paint } from './paint.ts'
import { laidOver, maskAtSize, requireSource, sourceAtSize } from './source.ts'
import type { Task } from './task.ts'

/**
 * The source, changed as the words instruct, only inside the mask where there is one. The model sees the source all the way,
 * and starts from nothing.
 */
export const edit: Task = {
  name: 'edit',
  async *run(model, settings, context) {
    if (!model.manifest.edit)
      throw new PlantainError(
        'UNIMPLEMENTED',
        `${model.manifest.name} does not take instructions; use image-to-image or inpaint, or a model for editing`,
      )
    const source = requireSource(settings, 'edit')
    const { mask, size } = settings
    const way = {
      fromSource: false,
      strength: 1,
      // Without a mask the model sees the source in its own size; with one both share the grid of the result.
      source: mask === null ? source : sourceAtSize(source, size),
      mask: mask && maskAtSize(mask, size),
    }
    const painted = yield* paint(model, settings, way, context)
    return { ...painted, bitmap: laidOver(source, painted.bitmap, settings) }
  },
}
