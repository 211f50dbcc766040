import { ratioOf, shapeFor } from '../reading/size.ts'
import { note, type Op } from './op.ts'
import { framed, isUpright, unframed } from './frame.ts'

/** "make it 16:9", "square". A scene is painted at the new shape; an upload is extended or cut. */
export const aspect: Op = {
  name: 'aspect',
  plan(wish, view) {
    const { width, height } = view.size
    const asked = wish.value ?? ''
    const ratio = ratioOf(asked)
    if (ratio === null)
      return [
        note(`I do not know the shape "${asked}"; say square, portrait, landscape, or a ratio like 16:9.`),
      ]
    if (Math.abs(width / height / ratio - 1) < 0.004) return [note('It has that shape already.')]
    if (view.scene !== null && isUpright(view.operations)) {
      const shape = shapeFor(ratio, view.base.width * view.base.height)
      return [
        { do: 'operations', operations: unframed(view.operations) },
        { do: 'shape', scene: view.scene, ...shape },
      ]
    }
    const [wide, high] = ratio >= 1 ? [ratio, 1] : [1, 1 / ratio]
    return framed(view, 'aspect', { ratioWidth: wide, ratioHeight: high, how: 'crop' })
  },
}
