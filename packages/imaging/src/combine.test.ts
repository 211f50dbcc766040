import { expect, test } from 'vitest'
import { pixelAt, uniform } from './bitmaps.contract.ts'
import { combine } from './combine.ts'

const [red, green, blue] = [
  uniform(40, 20, [200, 0, 0, 255]),
  uniform(20, 20, [0, 200, 0, 255]),
  uniform(30, 60, [0, 0, 200, 255]),
]

test('side by side: all at the height of the first, whole', () => {
  const { width, height } = combine([red!, green!, blue!], { manner: 'side-by-side' })
  expect([width, height]).toEqual([40 + 20 + 10, 20])
})
test('stacked: all as wide as the first, with a gap of the colour', () => {
  const picture = combine([red!, green!], { manner: 'stacked', gapPixels: 4, color: 'yellow' })
  expect([picture.width, picture.height]).toEqual([40, 20 + 4 + 40])
  expect(pixelAt(picture, 20, 22)).toEqual([255, 255, 0, 255])
  expect(pixelAt(picture, 20, 40)).toEqual([0, 200, 0, 255])
})
test.each([2, 3, 4, 5, 7, 9])('a collage of %d shows each and has no hole', (count) => {
  const colors = Array.from({ length: count }, (_, i) => [20 * (i + 1), 40, 90, 255])
  const images = colors.map((color, i) => uniform([300, 200, 160][i % 3]!, [200, 200, 240][i % 3]!, color))
  const picture = combine(images, { manner: 'collage', color: 'white' })
  const seen = new Set<number>()
  for (let i = 0; i < picture.data.length; i += 4) seen.add(picture.data[i]!)
  for (const [own] of colors) expect(seen).toContain(own)
  expect(seen).not.toContain(255)
  expect(picture.width / picture.height).toBeGreaterThan(0.4)
  expect(picture.width / picture.height).toBeLessThan(3)
})
test('a double exposure has the frame of the first and the light of both', () => {
  const picture = combine([red!, blue!], { manner: 'double-exposure' })
  expect([picture.width, picture.height]).toEqual([40, 20])
  const [r, g, b] = pixelAt(picture, 20, 10)
  expect(r).toBeGreaterThan(120)
  expect(b).toBeGreaterThan(120)
  expect(g).toBe(0)
})
test('one picture, or ten, cannot be combined', () => {
  expect(() => combine([red!], { manner: 'collage' })).toThrow('1 pictures are to be combined; give 2 to 9')
})
