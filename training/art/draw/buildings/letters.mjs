/** Capital letters as strokes, one unit wide and high, for signs: text is not allowed in drawings. */
import { n, stroke } from './kit.mjs'

const GLYPHS = {
  A: ['M0 1L.5 0L1 1', 'M.18 .66L.82 .66'], B: ['M.05 0L.05 1L.55 1C1.05 1 1.05 .48 .55 .48L.05 .48', 'M.05 0L.5 0C.95 0 .95 .48 .5 .48'],
  C: ['M.95 .2C.75 -.1 .05 -.1 .05 .5C.05 1.1 .75 1.1 .95 .8'], D: ['M.08 0L.08 1L.45 1C1.1 1 1.1 0 .45 0L.08 0'], E: ['M.9 0L.08 0L.08 1L.9 1', 'M.08 .48L.75 .48'],
  F: ['M.9 0L.08 0L.08 1', 'M.08 .48L.75 .48'], H: ['M.08 0L.08 1', 'M.92 0L.92 1', 'M.08 .48L.92 .48'], I: ['M.5 0L.5 1'], L: ['M.1 0L.1 1L.9 1'], M: ['M.02 1L.08 0L.5 .7L.92 0L.98 1'],
  N: ['M.08 1L.08 0L.92 1L.92 0'], O: ['M.5 0C-.12 0 -.12 1 .5 1C1.12 1 1.12 0 .5 0'], P: ['M.08 1L.08 0L.55 0C1.05 0 1.05 .56 .55 .56L.08 .56'],
  R: ['M.08 1L.08 0L.55 0C1.05 0 1.05 .54 .55 .54L.08 .54', 'M.5 .54L.95 1'], S: ['M.92 .16C.75 -.08 .08 -.1 .1 .26C.12 .6 .92 .4 .92 .76C.9 1.1 .2 1.08 .05 .82'], T: ['M0 0L1 0', 'M.5 0L.5 1'],
  U: ['M.08 0L.08 .62C.08 1.13 .92 1.13 .92 .62L.92 0'], W: ['M0 0L.24 1L.5 .3L.76 1L1 0'], '!': ['M.5 0L.5 .62', 'M.5 .97L.5 .98'],
}
/** `text` in a row from x; y is the letters' top, h their height; w: width of a letter, gap between two, weight of the stroke. */
export function letters(text, x, y, h, color, { w = h * 0.62, gap = h * 0.26, weight = h * 0.18 } = {}) {
  const d = [...text].map((letter, i) => letter === ' ' ? '' : GLYPHS[letter].join('').replace(/(-?\d*\.?\d+) (-?\d*\.?\d+)/g, (_, a, b) => `${n(x + i * (w + gap) + Number(a) * w)} ${n(y + Number(b) * h)}`)).join('')
  return stroke(d, color, weight)
}
/** How wide `text` of that height is. */
export const widthOf = (text, h, { w = h * 0.62, gap = h * 0.26 } = {}) => text.length * (w + gap) - gap
