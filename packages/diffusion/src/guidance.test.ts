import type { Tensor } from '@plantain/core'
import { expect, test } from 'vitest'
import { guide, guideEdit, isGuided, rescaleGuidance } from './guidance.ts'

const vector = (...values: number[]): Tensor => ({
  data: Float32Array.from(values),
  shape: [1, values.length],
})
const none = vector(0, 1, 2, 3)
const text = vector(1, 1, 0, 5)

test('guidance goes past the conditional output, away from the unconditional', () => {
  expect(guide(none, text, 7.5).data).toEqual(vector(7.5, 1, -13, 18).data)
  expect(guide(none, text, 1)).toEqual(text)
  expect(guide(none, text, 0)).toEqual(none)
})

test('an edit weighs source and text apart', () => {
  const outputs = { none: vector(1), image: vector(2), imageAndText: vector(4) }
  expect(guideEdit(outputs, { text: 7.5, image: 1.5 }).data[0]).toBe(1 + 7.5 * (4 - 2) + 1.5 * (2 - 1))
  expect(guideEdit(outputs, { text: 1, image: 1 }).data[0]).toBe(4)
})

test('rescaling gives each picture the contrast of its conditional output', () => {
  const guided: Tensor = { data: Float32Array.of(0, 10, 20, 0, 1, 2), shape: [2, 3] }
  const conditional: Tensor = { data: Float32Array.of(0, 1, 2, 0, 2, 4), shape: [2, 3] }
  expect(rescaleGuidance(guided, conditional, 1)).toEqual(conditional)
  expect(rescaleGuidance(guided, conditional, 0)).toBe(guided)
  const half = rescaleGuidance(guided, conditional, 0.5).data
  ;[0, 5.5, 11, 0, 1.5, 3].forEach((value, i) => expect(half[i]).toBeCloseTo(value, 5))
})

test('an interval guides in the middle of the way only', () => {
  const interval = { start: 0.1, end: 0.8 }
  expect([999, 900, 500, 200, 199, 0].map((t) => isGuided(t, 1000, interval))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ])
})
