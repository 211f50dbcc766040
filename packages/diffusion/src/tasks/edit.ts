import { PlantainError } from '@plantain/core'
import { paint } from './paint.ts'
import { atSize, requireSource } from './source.ts'
import type { Task } from './task.ts'

/** The source, changed as the words instruct: the model sees it all the way, and starts from nothing. */
export const edit: Task = {
  name: 'edit',
  async *run(model, settings, context) {
    if (!model.manifest.edit)
      throw new PlantainError(
        'UNIMPLEMENTED',
        `${model.manifest.name} does not take instructions; use image-to-image or inpaint, or a model for editing`,
      )
    const source = requireSource(settings, 'edit')
    const way = { fromSource: false, strength: 1, source, mask: settings.mask }
    const painted = yield* paint(model, settings, way, context)
    return { ...painted, bitmap: atSize(painted.bitmap, settings.outputSize) }
  },
}
