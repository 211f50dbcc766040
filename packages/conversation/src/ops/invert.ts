import type { Op } from './op.ts'
import { operate } from './pixels.ts'

/** The negative. */
export const invert: Op = { name: 'invert', plan: (wish, view) => operate(wish, view, 'invert', {}) }
