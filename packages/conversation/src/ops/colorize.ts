import { note, type Op } from './op.ts'

/** Natural colours for a black-and-white picture: one that was made so here simply gets its own back. */
export const colorize: Op = {
  name: 'colorize',
  plan(_wish, view) {
    const gray = view.operations.filter(({ operator }) => operator === 'monochrome')
    if (gray.length > 0)
      return [
        { do: 'operations', operations: view.operations.filter(({ operator }) => operator !== 'monochrome') },
      ]
    if (view.scene !== null && view.scene.world.grade === 'monochrome')
      return [{ do: 'scene', scene: { ...view.scene, world: { ...view.scene.world, grade: 'none' } } }]
    return [
      note(
        view.scene === null
          ? 'To find the colours of a black-and-white photograph takes a model that was trained for it; I can tint it in one colour.'
          : 'This picture has its colours already.',
      ),
    ]
  },
}
