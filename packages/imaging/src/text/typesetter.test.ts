import { loadFonts } from '@plantain/codecs'
import { describe, expect, test } from 'vitest'
import { blockToPath, fit, wrap } from './layout.ts'
import { FAMILIES, openTypesetter, type Typeface } from './typesetter.ts'

const typesetter = await openTypesetter(await loadFonts())
const sans: Typeface = { family: 'sans', weight: 400 }
const bounds = (points: Float32Array) => {
  const [xs, ys] = [0, 1].map((odd) => points.filter((_, i) => i % 2 === odd)) as [Float32Array, Float32Array]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

describe('a line', () => {
  test('is set in every family and weight, and the families differ', () => {
    const widths = FAMILIES.flatMap((family) =>
      [400, 700].map((weight) => typesetter.line('Plantain', { family, weight: weight as 400 }).width),
    )
    for (const width of widths) expect(width).toBeGreaterThan(1)
    expect(new Set(widths).size).toBeGreaterThan(6)
  })
  test('is kerned: AV is narrower than A and V', () => {
    const width = (text: string): number => typesetter.line(text, sans).width
    expect(width('AV')).toBeLessThan(width('A') + width('V'))
  })
  test.each([
    ['Devanagari', 'स्वागत है'],
    ['Arabic', 'مرحبا'],
    ['Hebrew', 'שלום'],
    ['Thai', 'สวัสดี'],
    ['Bengali', 'বাংলা'],
    ['Tamil', 'தமிழ்'],
    ['Chinese', '新年快乐'],
    ['Japanese', 'こんにちは世界'],
    ['Korean', '안녕하세요'],
    ['Greek', 'Ελλάδα'],
    ['Cyrillic', 'Привет'],
    ['Vietnamese', 'Chúc mừng năm mới'],
    ['Georgian', 'ქართული'],
    ['signs', '★♥→€©'],
    ['emoji', '🎉🎂😀'],
  ])('%s has a drawing for what it says', (_, text) => {
    expect(typesetter.missing(text)).toEqual([])
    const { glyphs, width } = typesetter.line(text, sans)
    expect(glyphs.length).toBeGreaterThan(2)
    expect(width).toBeGreaterThan(1)
  })
  test('joins letters that join: Arabic set together is narrower than its letters alone', () => {
    const letters = [...'مرحبا'].reduce((sum, one) => sum + typesetter.line(one, sans).width, 0)
    expect(typesetter.line('مرحبا', sans).width).toBeLessThan(0.95 * letters)
  })
  test('a character that no font has is named, with its number', () => {
    expect(typesetter.missing('a𓀀b𓀀c\u200d')).toEqual(['𓀀'])
    expect(() => typesetter.line('a𓀀', sans)).toThrow(
      'no font here has 𓀀 (U+13000); leave it away or write it otherwise',
    )
  })
  test('a space is as wide after a sign of another font as after a letter', () => {
    const width = (text: string): number => typesetter.line(text, sans).width
    expect(width('🎉 a') - width('🎉') - width('a')).toBeCloseTo(width('b a') - width('b') - width('a'), 5)
  })
  test('is the same twice, and a composed letter is its parts', () => {
    expect(typesetter.line('Grüße', sans)).toEqual(typesetter.line('Gru\u0308ße', sans))
  })
})

describe('a block', () => {
  test('wraps at spaces and hyphens, and keeps every character', () => {
    const block = wrap(typesetter, 'one two three-four five', sans, 5)
    expect(block.lines.length).toBeGreaterThan(2)
    expect(block.width).toBeLessThanOrEqual(5)
  })
  test('begins a line where it is told to, empty ones too', () => {
    expect(wrap(typesetter, 'a\n\nb', sans, 99).lines).toHaveLength(3)
  })
  test('breaks ideographs anywhere, and a word that is too long rather than run out', () => {
    expect(wrap(typesetter, '新年快乐新年快乐', sans, 4.1).lines).toHaveLength(2)
    expect(wrap(typesetter, 'incomprehensibilities', sans, 4).width).toBeLessThanOrEqual(4)
  })
  test('fits its box as large as it can, and stands where it is put', () => {
    for (const text of [
      'Hi',
      'Happy Birthday dear Anna',
      'A rather long sentence that will need several lines to fit in here',
    ]) {
      const { sizePixels, block } = fit(typesetter, text, sans, { width: 300, height: 120, largest: 120 })
      expect(block.width * sizePixels).toBeLessThanOrEqual(300.5)
      expect(block.height * sizePixels).toBeLessThanOrEqual(120.5)
      expect(Math.max((block.width * sizePixels) / 300, (block.height * sizePixels) / 120)).toBeGreaterThan(
        0.7,
      )
      const box = bounds(blockToPath(block, { x: 40, y: 70, sizePixels, align: 'center' }).points)
      expect(box.left).toBeGreaterThan(38)
      expect(box.right).toBeLessThan(342)
      expect(box.top).toBeGreaterThan(68)
      expect(box.bottom).toBeLessThan(192)
    }
  })
})
