import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveSeed, normals, philox } from './random.ts'

// The published known answers, Random123 1.14.0, file kat_vectors, "philox4x32 10".
test.each([
  { counter: [0, 0, 0, 0], key: [0, 0], out: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    out: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    out: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
] as const)('philox gives the published answer for key $key', ({ counter, key, out }) => {
  expect(philox(counter, key)).toEqual(out)
})

test('normals are what CUDA starts a picture of seed 0 and 42 with', () => {
  expect([...normals(0, 4)]).toEqual([-0.9246626, -0.42534414, -2.6438458, 0.14518388].map(Math.fround))
  expect([...normals(42, 4)]).toEqual([0.19401896, 2.1613739, -0.17205083, 0.8490602].map(Math.fround))
})

test('normals have mean 0 and variance 1', () => {
  const values = normals(7, 200_000)
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  expect(Math.abs(mean)).toBeLessThan(0.01) // four standard errors
  expect(Math.abs(variance - 1)).toBeLessThan(0.015)
})

test('an element does not depend on how many are drawn', () => {
  expect([...normals(5, 10)]).toEqual([...normals(5, 100)].slice(0, 10))
})

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

test('seeds, draws and pictures are independent', () => {
  const correlation = (a: Float32Array, b: Float32Array): number =>
    a.reduce((sum, x, i) => sum + x * b[i]!, 0) / a.length
  fc.assert(
    fc.property(seeds, seeds, (seed, other) => {
      fc.pre(seed !== other)
      const base = normals(seed, 1000)
      for (const next of [
        normals(other, 1000),
        normals(seed, 1000, { draw: 1 }),
        normals(seed, 1000, { picture: 1 }),
      ])
        expect(Math.abs(correlation(base, next))).toBeLessThan(0.2) // six standard errors
    }),
  )
})

test('deriveSeed tells labels apart, by place, and repeats itself', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.string(), { minLength: 1 }), fc.string(), (root, labels, other) => {
      const seed = deriveSeed(root, ...labels)
      expect(Number.isSafeInteger(seed) && seed >= 0).toBe(true)
      expect(deriveSeed(root, ...labels)).toBe(seed)
      expect(deriveSeed(root, ...labels, other)).not.toBe(seed)
    }),
  )
  expect(deriveSeed(1, 'a', 'bc')).not.toBe(deriveSeed(1, 'ab', 'c'))
  expect(deriveSeed(1, 'a')).not.toBe(deriveSeed(2, 'a'))
})

test.each([-1, 0.5, NaN, 2 ** 53])('a seed of %s is refused with a sentence', (seed) => {
  expect(() => normals(seed, 1)).toThrow(/give a whole number from 0 to 9007199254740991/)
})
