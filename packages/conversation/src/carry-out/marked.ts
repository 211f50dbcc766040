import type { Mask, SummaryThing, Wish } from '@plantain/core'
import { worldParts } from '../world-parts.ts'

/** Share of a thing's box that a mask is to cover, so that the thing is what was painted over. */
const MOST = 0.4

/** "Remove this", painted over things of a scene: those things. What stands elsewhere is not meant, whatever was spoken of before. */
export const marked = (ops: readonly Wish[], mask: Mask, things: readonly SummaryThing[]): readonly Wish[] =>
  ops.flatMap((wish): readonly Wish[] => {
    if (wish.op !== 'remove' || wish.target !== undefined) return [wish]
    const found = things.filter(({ id, box }) => !isOfWorld(id) && covered(mask, box) > MOST)
    return found.length === 0
      ? [{ ...wish, target: 'thing under the mask' }]
      : found.map(({ id }) => ({ ...wish, target: `el:${id}` }))
  })

const isOfWorld = (id: string): boolean => id.includes('-part-') || worldParts.some((part) => part.id === id)

/** Share of a box, in shares of the frame, that lies under a mask. */
function covered({ width, height, data }: Mask, [x, y, wide, high]: SummaryThing['box']): number {
  let [count, all] = [0, 0]
  for (let row = Math.floor(y * height); row < (y + high) * height && row < height; row++)
    for (let column = Math.floor(x * width); column < (x + wide) * width && column < width; column++) {
      all++
      if (data[row * width + column]! > 127) count++
    }
  return all === 0 ? 0 : count / all
}
