import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUsage, inputImageTokens, textTokens, type Usage } from './usage.ts'

test('a picture of up to 768 x 768 is one tile of 258 tokens, a megapixel is four', () => {
  expect([
    inputImageTokens(384, 384),
    inputImageTokens(768, 768),
    inputImageTokens(769, 768),
    inputImageTokens(1024, 1024),
  ]).toEqual([258, 258, 516, 1032])
})
test('text counts its bytes in fours, and never falls when it grows', () => {
  expect([textTokens(''), textTokens('a'), textTokens('a red house'), textTokens('山')]).toEqual([0, 1, 3, 1])
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, more) => {
      expect(textTokens(text + more)).toBeGreaterThanOrEqual(textTokens(text))
    }),
  )
})
test('usage adds up field by field', () => {
  const usage: Usage = {
    promptTokens: 1,
    inputImageTokens: 258,
    outputImageTokens: 1290,
    steps: 20,
    milliseconds: 5,
  }
  expect(addUsage(usage, usage)).toEqual({
    promptTokens: 2,
    inputImageTokens: 516,
    outputImageTokens: 2580,
    steps: 40,
    milliseconds: 10,
  })
})
