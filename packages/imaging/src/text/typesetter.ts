import { PlantainError } from '@plantain/core'
import { CLOSE, CUBIC, LINE, MOVE, QUAD, type Path } from '../vector/path.ts'
import { directions, visualOrder, type Level } from './bidi.ts'

export const FAMILIES = ['sans', 'serif', 'mono', 'handwritten', 'condensed'] as const
export type Family = (typeof FAMILIES)[number]
export type Weight = 400 | 700

/** Bytes of a font (TTF or OTF), and what it is for. Files of one family and weight are searched in their order. */
export interface FontFile {
  readonly family: Family | 'fallback'
  readonly weight: Weight
  readonly data: Uint8Array
}

export interface Typeface {
  readonly family: Family
  readonly weight: Weight
}

/** A glyph's outline with its place, in em: x to the right of the line's start, y below the baseline. */
export interface PlacedGlyph {
  readonly outline: Path
  readonly x: number
  readonly y: number
}

/** One line, set; all lengths in em (one em is the size of the lettering). */
export interface Line {
  readonly glyphs: readonly PlacedGlyph[]
  readonly width: number
  /** Above and below the baseline, both positive. */
  readonly ascent: number
  readonly descent: number
}

/** Sets lettering with the fonts that it was opened with. Equal texts give equal outlines on every machine. */
export interface Typesetter {
  /** One line of text, shaped (ligatures, kerning, joined scripts) and in reading order; '\n' is a space. */
  line(text: string, face: Typeface): Line
  /** Characters that no font has, each once; none where the text can be set. */
  missing(text: string): readonly string[]
}

type HarfBuzz = typeof import('harfbuzzjs')
interface Font {
  readonly family: Family | 'fallback'
  readonly weight: Weight
  readonly shaper: InstanceType<HarfBuzz['Font']>
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly characters: ReadonlySet<number>
  readonly outlines: Map<number, Path>
}

/**
 * throws: INVALID_ARGUMENT for a file that is no font
 * Shaping: HarfBuzz, compiled to WebAssembly.
 */
export async function openTypesetter(files: readonly FontFile[]): Promise<Typesetter> {
  // Loaded here and not at the top: whoever sets no text need not load the shaper.
  const harfbuzz = await import('harfbuzzjs')
  const fonts = files.map((file) => openFont(harfbuzz, file))
  return {
    line: (text, face) => setLine(harfbuzz, fonts, text, face),
    missing: (text) => [
      ...new Set(
        [...clean(text)].filter(
          (one) => !invisible.test(one) && !fonts.some((font) => hasCharacter(font, one)),
        ),
      ),
    ],
  }
}

function openFont(harfbuzz: HarfBuzz, { family, weight, data }: FontFile): Font {
  const bytes = data.slice()
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes.buffer))
  const characters = new Set(face.collectUnicodes())
  if (characters.size === 0)
    throw new PlantainError('INVALID_ARGUMENT', `a file for ${family} is no font, or has no characters`)
  const shaper = new harfbuzz.Font(face)
  const { ascender, descender } = shaper.hExtents()
  return {
    family,
    weight,
    shaper,
    unitsPerEm: face.upem,
    ascent: ascender / face.upem,
    descent: -descender / face.upem,
    characters,
    outlines: new Map(),
  }
}

const clean = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0]/gu, ' ')
/** Take part in shaping, and are not drawn. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/u
const attached = /\p{M}|\u200c|\u200d/u

interface Run {
  text: string
  readonly font: Font
  readonly level: Level
}

function setLine(harfbuzz: HarfBuzz, fonts: readonly Font[], text: string, face: Typeface): Line {
  const order = searchOrder(fonts, face)
  const characters = [...clean(text)]
  const levels = directions(characters)
  const runs: Run[] = []
  for (const [i, one] of characters.entries()) {
    const last = runs.at(-1)
    const font = last && keepsFont(one, last.font) ? last.font : fontOf(one, order)
    if (last && last.font === font && last.level === levels[i]) last.text += one
    else runs.push({ text: one, font, level: levels[i]! })
  }
  const glyphs: PlacedGlyph[] = []
  let width = 0
  for (const run of visualOrder(runs)) width = shapeRun(harfbuzz, run, width, glyphs)
  const used = runs.length > 0 ? runs.map(({ font }) => font) : [order[0]!]
  return {
    glyphs,
    width,
    ascent: Math.max(...used.map(({ ascent }) => ascent)),
    descent: Math.max(...used.map(({ descent }) => descent)),
  }
}

/** The family, then sans, then the fallbacks; of each first the weight that was asked for. */
function searchOrder(fonts: readonly Font[], { family, weight }: Typeface): readonly Font[] {
  const rank = (font: Font): number =>
    (font.family === family ? 0 : font.family === 'sans' ? 2 : font.family === 'fallback' ? 4 : 6) +
    (font.weight === weight ? 0 : 1)
  return fonts.toSorted((one, other) => rank(one) - rank(other))
}

/** Some fonts list characters that they have no drawing of; those are left to the next font. */
function hasCharacter(font: Font, one: string): boolean {
  const code = one.codePointAt(0)!
  if (!font.characters.has(code)) return false
  if (/\s/u.test(one)) return true
  return outlineOf(font, font.shaper.nominalGlyph(code) ?? 0).verbs.length > 0
}

/** Marks stay with their letter, and punctuation with what stands before it, where that font has it. */
const keepsFont = (one: string, font: Font): boolean =>
  attached.test(one) || (/\p{P}/u.test(one) && hasCharacter(font, one))

function fontOf(one: string, order: readonly Font[]): Font {
  const code = one.codePointAt(0)!
  const font = order.find((candidate) => hasCharacter(candidate, one))
  if (font) return font
  if (invisible.test(one)) return order[0]!
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `no font here has ${one} (U+${code.toString(16).toUpperCase().padStart(4, '0')}); leave it away or write it otherwise`,
    { details: { missing: [one] } },
  )
}

/** Adds the run's glyphs from `start` on; tells where it ends. */
function shapeRun(
  harfbuzz: HarfBuzz,
  { text, font, level }: Run,
  start: number,
  glyphs: PlacedGlyph[],
): number {
  const buffer = new harfbuzz.Buffer()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(level === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR)
  harfbuzz.shape(font.shaper, buffer)
  const scale = 1 / font.unitsPerEm
  let x = start
  for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
    const outline = outlineOf(font, codepoint)
    if (outline.verbs.length > 0) glyphs.push({ outline, x: x + xOffset * scale, y: -yOffset * scale })
    x += xAdvance * scale
  }
  return x
}

const verbs: Readonly<Record<string, number>> = { M: MOVE, L: LINE, Q: QUAD, C: CUBIC, Z: CLOSE }

/** In em, y downwards. */
function outlineOf({ outlines, shaper, unitsPerEm }: Font, glyph: number): Path {
  const known = outlines.get(glyph)
  if (known) return known
  const commands = shaper.glyphToJson(glyph)
  const outline: Path = {
    verbs: Uint8Array.from(commands, ({ type }) => verbs[type]!),
    points: Float32Array.from(
      commands.flatMap(({ values }) => values),
      (value, i) => (i % 2 === 0 ? value : -value) / unitsPerEm,
    ),
  }
  outlines.set(glyph, outline)
  return outline
}
