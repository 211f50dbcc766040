import type { Styler } from './style.ts'

/** The soft 3-D look that the renderer paints: nothing is changed. */
export const natural: Styler = { name: 'natural', reach: 0, paint: (picture) => picture.color.slice() }
