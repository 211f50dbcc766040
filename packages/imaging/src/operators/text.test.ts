import { loadFonts } from '@plantain/codecs'
import type { Bitmap } from '@plantain/core'
import { expect, test } from 'vitest'
import { uniform } from '../bitmaps.contract.ts'
import { openTypesetter } from '../text/typesetter.ts'
import { develop } from './develop.ts'
import { testPicture } from './operator.contract.ts'

const typesetter = await openTypesetter(await loadFonts())
const write = (image: Bitmap, params: Record<string, unknown>): Bitmap =>
  develop(image, [{ operator: 'text', params, mask: null }], { typesetter })
const plain = (value: number): Bitmap => uniform(200, 100, [value, value, value, 255])
/** Columns and rows that differ. */
const changed = (before: Bitmap, after: Bitmap) => {
  const places = [...before.data.keys()].filter((i) => before.data[i] !== after.data[i]).map((i) => i >> 2)
  const [xs, ys] = [places.map((p) => p % before.width), places.map((p) => Math.floor(p / before.width))]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

test('stays in its box and fills it', () => {
  const box = { leftPercent: 10, topPercent: 50, widthPercent: 60, heightPercent: 40 }
  const at = changed(plain(30), write(plain(30), { value: 'Hello', backing: 'none', ...box }))
  expect(at.left).toBeGreaterThanOrEqual(20)
  expect(at.right).toBeLessThan(140)
  expect(at.top).toBeGreaterThanOrEqual(50)
  expect(at.bottom).toBeLessThan(90)
  expect(at.right - at.left).toBeGreaterThan(70)
})
test('is white on dark and black on light, and a colour is that colour', () => {
  expect(Math.max(...write(plain(30), { value: 'I' }).data.filter((_, i) => i % 4 < 3))).toBe(255)
  expect(Math.min(...write(plain(240), { value: 'I' }).data)).toBeLessThan(30)
  const red = write(plain(240), { value: 'I', color: 'red', backing: 'none' }).data
  expect(red.some((value, i) => i % 4 === 0 && value === 255 && red[i + 1] === 0 && red[i + 2] === 0)).toBe(
    true,
  )
})
test('needs no help on a plain ground, and gets it where its own colour is there too', () => {
  const white = { value: 'Hi', color: 'white', sizePercent: 40 }
  expect(write(plain(20), white)).toEqual(write(plain(20), { ...white, backing: 'none' }))
  const busy = testPicture(200, 100)
  expect(write(busy, white)).not.toEqual(write(busy, { ...white, backing: 'none' }))
  expect(write(plain(255), white)).not.toEqual(plain(255))
})
test('every backing differs from the others', () => {
  const pictures = ['none', 'shadow', 'outline', 'plate'].map((backing) =>
    write(testPicture(120, 60), { value: 'Ab', backing }),
  )
  expect(new Set(pictures.map(({ data }) => data.join())).size).toBe(4)
})
test('aligns to its sides', () => {
  const options = {
    value: 'x',
    sizePercent: 20,
    backing: 'none',
    leftPercent: 0,
    widthPercent: 100,
    topPercent: 0,
    heightPercent: 100,
  }
  const left = changed(plain(0), write(plain(0), { ...options, align: 'left', vertical: 'top' }))
  const right = changed(plain(0), write(plain(0), { ...options, align: 'right', vertical: 'bottom' }))
  expect(left.right).toBeLessThan(30)
  expect(right.left).toBeGreaterThan(170)
  expect(left.bottom).toBeLessThan(40)
  expect(right.top).toBeGreaterThan(60)
})
test('a size that would not fit becomes the largest that does', () => {
  const long = 'A sentence that is much too long to be written this large'
  expect(write(plain(0), { value: long, sizePercent: 90 })).toEqual(write(plain(0), { value: long }))
})
test('writes over nothing: the letters are there and the rest stays clear', () => {
  const { data } = write(uniform(100, 50, [0, 0, 0, 0]), { value: 'I', backing: 'none', color: 'blue' })
  expect(data[3]).toBe(0)
  expect(data.some((value, i) => i % 4 === 3 && value === 255)).toBe(true)
})
test('says which character cannot be written, and what is missing without fonts', () => {
  expect(() => write(plain(0), { value: 'ok 𓀀' })).toThrow('no font here has 𓀀 (U+13000)')
  expect(() => develop(plain(0), [{ operator: 'text', params: { value: 'a' }, mask: null }])).toThrow(
    /no fonts are loaded/,
  )
})
