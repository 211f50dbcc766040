import { COLORS, type ColorName, type Thing } from '@plantain/core'
import { bytesToOklab } from '@plantain/imaging'
import { DYES } from '@plantain/scene'
import { naturalColors } from '@plantain/scene/words'
import { readPhrase, valueOf } from './phrase.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Dye = Exclude<ColorName, 'auto'>
const DYE_NAMES = COLORS.filter((name) => name !== 'auto')

/** The colour of the model that a wording means: "crimson" is red, "#ff8800" orange; null for what is no colour. */
export function dyeOf(words: Vocabulary, text: string): Dye | null {
  const bytes = hexBytes(text)
  if (bytes !== null) return nearestDye(bytes)
  return valueOf(readPhrase(words, text), 'color', DYE_NAMES)
}

/** The nearest of the model's colours to an sRGB colour, by distance in OKLab. */
export function nearestDye([red, green, blue]: readonly [number, number, number]): Dye {
  const at = bytesToOklab(red, green, blue)
  let [best, least]: [Dye, number] = ['gray', Infinity]
  for (const name of DYE_NAMES) {
    const of = bytesToOklab(...dyeBytes(name))
    const distance = (at.lightness - of.lightness) ** 2 + (at.a - of.a) ** 2 + (at.b - of.b) ** 2
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** sRGB bytes of a colour of the model. */
export function dyeBytes(name: Dye): readonly [number, number, number] {
  const [red, green, blue] = DYES[name]
  return [Math.round(255 * red), Math.round(255 * green), Math.round(255 * blue)]
}

/** Bytes of "#f80", "#ff8800" or "rgb(255, 136, 0)"; null for another wording. */
export function hexBytes(text: string): readonly [number, number, number] | null {
  const [, hex] = /#?\b([0-9a-f]{6}|[0-9a-f]{3})\b/i.exec(text.includes('#') ? text : '') ?? []
  if (hex !== undefined) {
    const six = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    return [0, 2, 4].map((at) => parseInt(six.slice(at, at + 2), 16)) as unknown as readonly [
      number,
      number,
      number,
    ]
  }
  const rgb = /rgb\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*\)/i.exec(text)
  if (rgb === null) return null
  const bytes = rgb.slice(1).map((one) => Math.min(255, Number(one)))
  return [bytes[0]!, bytes[1]!, bytes[2]!]
}

/** The colour that a thing is seen in: the one it was given, else the natural one of its kind where that is known; null else. */
export function colorWord({ kind, color }: Thing): string | null {
  return color !== 'auto' ? color : (naturalColors(kind)[0] ?? null)
}

/** As `dyeOf`, of the first word where that is a colour: "blue jeans" and "red hair" are words of their own in dictionaries. */
export function leadingDye(words: Vocabulary, wording: string): ReturnType<typeof dyeOf> {
  const [, first] = /^\s*(\S+)\s+\S/.exec(wording) ?? []
  return (first === undefined ? null : dyeOf(words, first)) ?? dyeOf(words, wording)
}
