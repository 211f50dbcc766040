import type { Path } from '../vector/path.ts'
import type { Line, Typeface, Typesetter } from './typesetter.ts'

/** Lines set below each other; lengths in em. */
export interface Block {
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
  /** From the top of the block to the first baseline. */
  readonly firstBaseline: number
  /** From one baseline to the next. */
  readonly leading: number
}

const LEADING = 1.2

/** The text in lines no wider than `width` (em) where that can be; a word that is wider is broken. '\n' begins a line. */
export const wrap = (typesetter: Typesetter, text: string, face: Typeface, width: number): Block =>
  setBlock(typesetter, face, breakLines(text, width, measurer(typesetter, face)).lines)

/**
 * The largest size at which the text fits a box without breaking a word, and the text set so; lines are made about equally long.
 *
 * box:     pixels
 * largest: pixels; no larger than this even where there is room
 */
export function fit(
  typesetter: Typesetter,
  text: string,
  face: Typeface,
  { width, height, largest }: { width: number; height: number; largest: number },
): { readonly sizePixels: number; readonly block: Block } {
  const measure = measurer(typesetter, face)
  const leading = setBlock(typesetter, face, [text.replaceAll('\n', ' ')]).leading
  const fits = (size: number): boolean => {
    const { lines, broken } = breakLines(text, width / size, measure)
    return lines.length * leading * size <= height && !broken
  }
  let [low, high] = [1, Math.max(1, largest)]
  if (fits(high)) low = high
  for (let round = 0; round < 24 && low < high; round++) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  const { lines } = breakLines(text, width / low, measure)
  // As many lines in less width: no last line of one short word.
  let [narrow, wide] = [0, width / low]
  for (let round = 0; round < 16; round++) {
    const middle = (narrow + wide) / 2
    const tried = breakLines(text, middle, measure)
    if (tried.lines.length <= lines.length && !tried.broken) wide = middle
    else narrow = middle
  }
  return { sizePixels: low, block: setBlock(typesetter, face, breakLines(text, wide, measure).lines) }
}

type Measure = (part: string) => number
/** Widths in em, each shaped once. */
function measurer(typesetter: Typesetter, face: Typeface): Measure {
  const widths = new Map<string, number>()
  return (part) => {
    const known = widths.get(part)
    if (known !== undefined) return known
    const { width } = typesetter.line(part, face)
    widths.set(part, width)
    return width
  }
}

function setBlock(typesetter: Typesetter, face: Typeface, texts: readonly string[]): Block {
  const lines = texts.map((text) => typesetter.line(text, face))
  const ascent = Math.max(...lines.map((line) => line.ascent))
  const descent = Math.max(...lines.map((line) => line.descent))
  // Scripts with tall marks get the room that they need.
  const leading = Math.max(LEADING, 0.92 * (ascent + descent))
  return {
    lines,
    width: Math.max(...lines.map((line) => line.width)),
    height: leading * lines.length,
    firstBaseline: (leading - (ascent + descent)) / 2 + ascent,
    leading,
  }
}

/** Parts that a line may end after: words with their space, parts after a hyphen, single ideographs. */
function opportunities(text: string): readonly string[] {
  return text.match(PARTS) ?? []
}
const IDEOGRAPHS = '\\u3000-\\u9fff\\uff00-\\uffef'
const CLOSING = '[\\u3001\\u3002\\uff0c\\uff0e\\uff01\\uff1f\\u300d\\u300f\\uff09\\u30fc]*'
const PARTS = new RegExp(
  `[^\\s\\-\\u2010${IDEOGRAPHS}]*(?:[${IDEOGRAPHS}]${CLOSING}|[-\\u2010]+|\\s+)|[^\\s\\-\\u2010${IDEOGRAPHS}]+`,
  'gu',
)

/** `broken`: a line ends within a word, because the word alone is wider than the line. */
function breakLines(
  text: string,
  width: number,
  measure: Measure,
): { lines: readonly string[]; broken: boolean } {
  const lines: string[] = []
  let broken = false
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const part of opportunities(paragraph)) {
      if (line !== '' && measure((line + part).trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += part
      while (measure(line.trimEnd()) > width && [...line.trimEnd()].length > 1) {
        const head = longestHead([...line], width, measure)
        lines.push(head)
        line = line.slice(head.length)
        broken = true
      }
    }
    lines.push(line.trimEnd())
  }
  return { lines, broken }
}

/** As many characters as fit, one at least. */
function longestHead(characters: readonly string[], width: number, measure: Measure): string {
  let count = 1
  while (count < characters.length && measure(characters.slice(0, count + 1).join('')) <= width) count++
  return characters.slice(0, count).join('')
}

/**
 * The block's outlines in pixels.
 *
 * x, y:  pixels, the left top corner of the block
 * align: where lines shorter than `width` (em) stand
 */
export function blockToPath(
  block: Block,
  {
    x,
    y,
    sizePixels,
    align,
  }: { x: number; y: number; sizePixels: number; align: 'left' | 'center' | 'right' },
): Path {
  const share = align === 'left' ? 0 : align === 'center' ? 0.5 : 1
  const placed = block.lines.flatMap((line, i) =>
    line.glyphs.map((glyph) => ({
      outline: glyph.outline,
      x: x + sizePixels * (glyph.x + (block.width - line.width) * share),
      y: y + sizePixels * (block.firstBaseline + i * block.leading + glyph.y),
    })),
  )
  const verbs = new Uint8Array(placed.reduce((sum, { outline }) => sum + outline.verbs.length, 0))
  const points = new Float32Array(placed.reduce((sum, { outline }) => sum + outline.points.length, 0))
  let [verb, point] = [0, 0]
  for (const { outline, x: left, y: baseline } of placed) {
    verbs.set(outline.verbs, verb)
    verb += outline.verbs.length
    for (let i = 0; i < outline.points.length; i += 2) {
      points[point++] = left + sizePixels * outline.points[i]!
      points[point++] = baseline + sizePixels * outline.points[i + 1]!
    }
  }
  return { verbs, points }
}
