import { paint } from './paint.ts'
import { atSize } from '../picture.ts'
import { requireSource, sourceAtSize } from './source.ts'
import type { Task } from './task.ts'

/**
 * The source again, in the sense of the words: noised as far as `strength` says, and denoised from there.
 *
 * Source: SDEdit, arXiv 2108.01073.
 */
export const imageToImage: Task = {
  name: 'image-to-image',
  async *run(model, settings, context) {
    const source = sourceAtSize(requireSource(settings, 'image-to-image'), settings.size)
    const way = { fromSource: true, strength: settings.strength, source, mask: null }
    const painted = yield* paint(model, settings, way, context)
    return { ...painted, bitmap: atSize(painted.bitmap, settings.outputSize) }
  },
}
