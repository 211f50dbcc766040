import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaQuantile, interpolate, timestepOf } from './sigmas.ts'
import { roundHalfToEven } from './spacing.ts'

// scipy 1.17: scipy.stats.beta.ppf(p, 0.6, 0.6)
test.each([
  [0, 0],
  [0.01, 0.0008612388215429059],
  [0.1, 0.03958440558878085],
  [0.25, 0.17568037865269498],
  [0.5, 0.5],
  [0.7, 0.7659829961247643],
  [0.95, 0.9874455431263885],
  [1, 1],
])('the quantile of Beta(0.6, 0.6) at %s is %s', (p, quantile) => {
  expect(Math.abs(betaQuantile(p, 0.6) - quantile)).toBeLessThan(1e-10)
})

test('a timestep from a sigma from a timestep is the same', () => {
  const ratios = Array.from({ length: 1000 }, (_, t) => Math.exp(t / 150 - 4))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), (t) => {
      expect(timestepOf(ratios[t]!, ratios)).toBeCloseTo(t, 6)
      expect(interpolate(ratios, t)).toBe(ratios[t])
    }),
  )
  expect([timestepOf(1e-9, ratios), timestepOf(1e9, ratios)]).toEqual([0, 999])
})

test('halves round to even, as numpy rounds', () => {
  expect([0.5, 1.5, 2.5, 499.5, 2.4999, 2.6].map(roundHalfToEven)).toEqual([0, 2, 2, 500, 2, 3])
})
