import { random } from '../noise.ts'

/** What a table's top can be of. */
export type TableTop = 'wood' | 'marble' | 'cloth'

/** What the top of a table is of: the seed's choice, as nothing in a scene says it. */
export function topBy(seed: number): TableTop {
  const share = random(seed, 431)
  return share < 0.62 ? 'wood' : share < 0.82 ? 'marble' : 'cloth'
}

/** The seed itself where its table has such a top; else the first of those after it, in even strides, that gives one. */
export function seedOfTop(seed: number, top: TableTop): number {
  let found = seed >>> 0
  while (topBy(found) !== top) found = (found + STRIDE) >>> 0
  return found
}
/** Odd, so that every seed is met: 2 to the 32 over the golden ratio. */
const STRIDE = 0x9e3779b9
