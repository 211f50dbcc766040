import { expect, test } from 'vitest'
import { changedBytes } from '../measure.ts'
import { fullMask } from '../mask.ts'
import { develop, type Step } from './develop.ts'
import { testPicture } from './operator.contract.ts'

const image = testPicture(64, 48)
const step = (operator: string, params: Record<string, unknown>): Step => ({ operator, params, mask: null })
const repeat = (count: number, one: Step): readonly Step[] => Array.from({ length: count }, () => one)
/** A ramp of all greys, smooth as a sky. */
const ramp = {
  width: 256,
  height: 1,
  data: Uint8ClampedArray.from({ length: 1024 }, (_, i) => (i % 4 === 3 ? 255 : i >> 2)),
}

test('no steps give an equal copy', () => {
  const result = develop(image, [])
  expect(result).toEqual(image)
  expect(result.data).not.toBe(image.data)
})
test('opposite steps cancel, byte for byte, with others between', () => {
  for (const [operator, params, opposite] of [
    ['exposure', { stops: 1.3 }, { stops: -1.3 }],
    ['temperature', { mired: 70 }, { mired: -70 }],
  ] as const) {
    expect(develop(image, [step(operator, params), step(operator, opposite)])).toEqual(image)
    expect(develop(image, [step(operator, opposite), step(operator, params)])).toEqual(image)
  }
  expect(
    develop(image, [
      step('invert', {}),
      step('exposure', { stops: 1 }),
      step('exposure', { stops: -1 }),
      step('invert', {}),
    ]),
  ).toEqual(image)
})
test('ten small steps are one large one: nothing is rounded between', () => {
  const many = develop(ramp, repeat(10, step('exposure', { stops: 0.1 })))
  const one = develop(ramp, [step('exposure', { stops: 1 })])
  expect(changedBytes(many, one)).toBe(0)
})
test('ten steps darker and ten brighter leave all tones of a ramp in place', () => {
  const there = [
    ...repeat(10, step('exposure', { stops: -0.2 })),
    ...repeat(10, step('exposure', { stops: 0.2 })),
  ]
  expect(develop(ramp, there)).toEqual(ramp)
})
test('a mask of 255 is as none', () => {
  const params = { stops: 1 }
  expect(develop(image, [{ operator: 'exposure', params, mask: fullMask(image) }])).toEqual(
    develop(image, [step('exposure', params)]),
  )
})
test('a region is located in the picture as it then is', () => {
  const seen: number[] = []
  const mask = (look: () => typeof image): null => {
    seen.push(look().data[0]!)
    return null
  }
  const expected = develop(image, [step('invert', {})]).data[0]
  develop(image, [step('invert', {}), { operator: 'exposure', params: { stops: 1 }, mask }])
  expect(seen).toEqual([expected])
})
test('a mask of another size is refused, and so are values out of range, with the range', () => {
  expect(() =>
    develop(image, [{ operator: 'exposure', params: {}, mask: fullMask({ width: 3, height: 3 }) }]),
  ).toThrow(RangeError)
  expect(() => develop(image, [step('exposure', { stops: 9 })])).toThrow(
    'exposure: stops is 9; give a number from -6 to 6',
  )
})
test('an abort stops the work', () => {
  const controller = new AbortController()
  controller.abort()
  expect(() => develop(image, [step('invert', {})], { signal: controller.signal })).toThrow(/cancelled/)
})
test('floats reach over a blur: brightened after it, a dark gradient has the tones that lie between bytes', () => {
  const dusk = {
    width: 512,
    height: 8,
    data: Uint8ClampedArray.from({ length: 512 * 8 * 4 }, (_, i) =>
      i % 4 === 3 ? 255 : 8 + (((i >> 2) % 512) >> 5),
    ),
  }
  const [soft, bright] = [step('blur', { radiusPixels: 12 }), step('exposure', { stops: 3 })]
  const tones = (one: typeof dusk): number => new Set(one.data.filter((_, i) => i % 4 === 0)).size
  const rounded = develop(develop(dusk, [soft]), [bright])
  expect(tones(develop(dusk, [soft, bright]))).toBeGreaterThan(1.8 * tones(rounded))
})
