import type { Bitmap } from '@plantain/core'
import { expect, test } from 'vitest'
import { hash } from '../noise.ts'
import { contactOf, lookAt } from './index.ts'

const SIDE = 224
type Rgb = readonly [number, number, number]
const within = (x: number, y: number, radius: number): boolean =>
  (x - 112) ** 2 + (y - 112) ** 2 < radius ** 2

function looked(color: (x: number, y: number) => Rgb) {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255)
  for (let p = 0; p < SIDE * SIDE; p++) {
    const [x, y] = [p % SIDE, Math.floor(p / SIDE)]
    for (const [c, value] of color(x, y).entries()) data[p * 4 + c] = value + (hash(2, x, y) & 7) - 4
  }
  const image: Bitmap = { width: SIDE, height: SIDE, data }
  const cup = Float32Array.from({ length: SIDE * SIDE }, (_, p) =>
    within(p % SIDE, Math.floor(p / SIDE), 34) ? 1 : 0,
  )
  return contactOf(lookAt(image, null), cup)
}
const WOOD: Rgb = [150, 110, 70]

test('a saucer goes with its cup, and nothing of the table', () => {
  const contact = looked((x, y) =>
    within(x, y, 34) ? [240, 240, 240] : within(x, y, 56) ? [60, 90, 200] : WOOD,
  )
  expect(contact).not.toBeNull()
  let [saucer, table] = [0, 0]
  contact!.forEach((value, p) => {
    const [x, y] = [p % SIDE, Math.floor(p / SIDE)]
    if (within(x, y, 34)) return
    if (within(x, y, 56)) saucer += value
    else table += value
  })
  expect(saucer / (Math.PI * (56 ** 2 - 34 ** 2))).toBeGreaterThan(0.85)
  expect(table / (SIDE * SIDE)).toBeLessThan(0.01)
})
test('what reaches the frame, or has no edge, stays', () => {
  expect(looked((x, y) => (within(x, y, 34) ? [240, 240, 240] : WOOD))).toBeNull()
  // A stripe that the cup stands on goes on beyond it.
  expect(
    looked((x, y) => (within(x, y, 34) ? [240, 240, 240] : Math.abs(y - 112) < 40 ? [60, 90, 200] : WOOD)),
  ).toBeNull()
})
