/** A stretch of a text. Places are counted in code points. */
export interface TextToken {
  /** Normal form: NFKC, lower case; a number with its unit ("20%", "16:9", "2x"). */
  readonly text: string
  readonly start: number
  readonly end: number
}

const NUMBER = /[0-9]+(?:[.,:][0-9]+)*(?:[x×*][0-9]+)?(?: ?(?:%|°|px|x|×|k|p|cm|dpi|mp))?(?![A-Za-z0-9])/iy
const DIGITS = /[0-9]+/y
const IGNORED = new Set('-‐‑_/ \t\r\n')
const WORD = /^[\p{L}\p{M}\p{N}]$/u
const CONTROL = /^\p{C}$/u

// Unit words after a number, in the seven languages: a closed class.
const UNITS = new Map([
  ...'percent prozent % パーセント प्रतिशत फीसदी'.split(' ').map((word) => [word, '%'] as const),
  ...'degree degrees deg grad grados grado degrés degré degres 度 डिग्री °'
    .split(' ')
    .map((word) => [word, ''] as const),
  ...'pixel pixels px pixeln píxeles pixeles ピクセル 像素 पिक्सल पिक्सेल'
    .split(' ')
    .map((word) => [word, 'px'] as const),
  ...'times 倍 गुना'.split(' ').map((word) => [word, 'x'] as const),
])
const UNIT_PAIRS = new Set(['por ciento', 'pour cent', 'per cent'])

/** Splits a text into numbers, words, signs, and characters that stand alone. Twin of `tokens` in training/interpret/text.py. */
export function tokensOf(text: string): TextToken[] {
  const points = [...text]
  const places = pointPlaces(text)
  const found: TextToken[] = []
  const kinds = points.map(kindOf)
  for (let at = 0; at < points.length;) {
    const point = points[at]!
    if (point >= '0' && point <= '9') {
      const raw = numberAt(text, places.toUnit[at]!)
      const end = places.toPoint(places.toUnit[at]! + raw.length)
      found.push({ text: numberForm(raw), start: at, end })
      at = end
      continue
    }
    const stop = endOf(points, kinds, at, found.at(-1)?.end === at)
    if (kinds[at] !== 'space') {
      const word = normalForm(points.slice(at, stop).join(''))
      if (word !== '') found.push({ text: word, start: at, end: stop })
    }
    at = stop
  }
  return withUnits(found)
}

/** NFKC, lower case, one kind of apostrophe. */
export function normalForm(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll(/[’‘]/g, "'").replaceAll('ς', 'σ')
}

type CharacterKind = 'word' | 'alone' | 'space' | 'sign'

function kindOf(character: string): CharacterKind {
  if (IGNORED.has(character) || /^\s$/u.test(character)) return 'space'
  const code = character.codePointAt(0)!
  if (isInvisible(code)) return 'space'
  if ((code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || code > 0xffff)
    return 'alone'
  if (WORD.test(character)) return 'word'
  return CONTROL.test(character) ? 'space' : 'sign'
}

/** Joiners, direction marks, variation selectors; and the skin tones of emoji. */
const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) ||
  code === 0xfe0e ||
  code === 0xfe0f ||
  (code >= 0x1f3fb && code <= 0x1f3ff)

const isApostrophe = (character: string | undefined): boolean => character === "'" || character === '’'

/** Where the token ends that begins at a place. l'arbre is l' and arbre, dog's is dog and 's. */
function endOf(
  points: readonly string[],
  kinds: readonly CharacterKind[],
  at: number,
  joined: boolean,
): number {
  const wordEnd = (from: number): number => {
    let stop = from
    while (kinds[stop] === 'word') stop++
    return stop
  }
  if (kinds[at] === 'word') {
    const stop = wordEnd(at)
    return isApostrophe(points[stop]) && kinds[stop + 1] === 'word' && stop - at <= 2 ? stop + 1 : stop
  }
  const begins = kinds[at] === 'sign' && isApostrophe(points[at]) && joined && kinds[at + 1] === 'word'
  return begins ? wordEnd(at + 1) : at + 1
}

function numberAt(text: string, unit: number): string {
  NUMBER.lastIndex = unit
  DIGITS.lastIndex = unit
  return (NUMBER.exec(text) ?? DIGITS.exec(text))![0]
}

function numberForm(raw: string): string {
  const plain = raw.toLowerCase().replaceAll(' ', '').replaceAll(/[×*]/g, 'x').replaceAll('°', '')
  return plain.replace(/^([0-9]+),([0-9]{1,2})(?![0-9])/, '$1.$2')
}

/** A number and the word of its unit are one token: "20 Prozent" is 20%. */
function withUnits(found: readonly TextToken[]): TextToken[] {
  const out: TextToken[] = []
  for (let at = 0; at < found.length; at++) {
    const token = found[at]!
    const [next, afterNext] = [found[at + 1], found[at + 2]]
    const isNumber = /^[0-9]/.test(token.text) && /[0-9]$/.test(token.text)
    if (isNumber && next && afterNext && UNIT_PAIRS.has(`${next.text} ${afterNext.text}`)) {
      out.push({ text: `${token.text}%`, start: token.start, end: afterNext.end })
      at += 2
    } else if (isNumber && next && UNITS.has(next.text)) {
      out.push({ text: token.text + UNITS.get(next.text)!, start: token.start, end: next.end })
      at += 1
    } else out.push(token)
  }
  return out
}

/** Between places in code points and in UTF-16 units. */
function pointPlaces(text: string): { readonly toUnit: readonly number[]; toPoint(unit: number): number } {
  const toUnit: number[] = []
  const points = new Map<number, number>()
  let unit = 0
  for (const character of text) {
    points.set(unit, toUnit.length)
    toUnit.push(unit)
    unit += character.length
  }
  return { toUnit, toPoint: (place) => points.get(place) ?? toUnit.length }
}
