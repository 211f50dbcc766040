import { expect, test } from 'vitest'
import { ASPECTS, pixelSize, SIZES } from '../sizes.ts'
import { parseGenerateRequest } from './request.ts'

test('a prompt alone is enough; what is left out is left to the model', () => {
  expect(parseGenerateRequest({ prompt: '  a red house ' })).toEqual({
    prompt: 'a red house',
    size: null,
    count: 1,
    format: 'png',
    references: [],
  })
})
test('all that can be said', () => {
  const references = [Uint8Array.of(1)]
  const all = {
    prompt: 'x',
    negativePrompt: 'fog',
    model: 'm',
    aspect: '16:9',
    size: '2k',
    seed: 7,
    steps: 150,
    guidanceScale: 0,
    scheduler: 'DDIMScheduler',
    count: 2,
    format: 'webp',
    references,
  }
  expect(parseGenerateRequest(all)).toEqual({
    prompt: 'x',
    negativePrompt: 'fog',
    model: 'm',
    size: { width: 2688, height: 1536 },
    seed: 7,
    steps: 150,
    guidanceScale: 0,
    scheduler: 'DDIMScheduler',
    count: 2,
    format: 'webp',
    references,
  })
})
test.each([
  [{ prompt: '' }, 'prompt is ""; give a sentence that says what to draw (up to 32000 characters)'],
  [{ prompt: ' \n ' }, 'prompt is " \\n "; give a sentence'],
  [{}, 'prompt is missing; give'],
  [{ prompt: 'x', steps: 0 }, 'steps is 0; give a whole number from 1 to 150'],
  [{ prompt: 'x', steps: 151 }, 'steps is 151; give a whole number from 1 to 150'],
  [{ prompt: 'x', steps: 2.5 }, 'steps is 2.5; give'],
  [{ prompt: 'x', seed: 'abc' }, 'seed is "abc"; give a whole number from 0 to 9007199254740991'],
  [{ prompt: 'x', seed: -1 }, 'seed is -1; give'],
  [{ prompt: 'x', aspect: '7:5' }, 'aspect is "7:5"; give one of 1:1, 2:3'],
  [{ prompt: 'x', size: '8K' }, 'size is "8K"; give one of 1K, 2K, 4K, or pixels as 640x480'],
  [{ prompt: 'x', size: '9x640' }, 'the size is 9x640; give sides from 16 to 6144 pixels'],
  [
    { prompt: 'x', size: '640x640', aspect: '1:1' },
    'a size in pixels (640x640) and an aspect (1:1) were given; give one of the two',
  ],
  [{ prompt: 'x', guidanceScale: Number.NaN }, 'guidanceScale is NaN; give a number from 0'],
  [{ prompt: 'x', count: 17 }, 'count is 17; give a whole number from 1 to 16'],
  [{ prompt: 'x', format: 'gif' }, 'format is "gif"; give one of png, jpeg, webp'],
  [{ prompt: 'x', references: [1, 2, 3, 4].map((byte) => Uint8Array.of(byte)) }, 'give up to three pictures'],
  [{ prompt: 'x', scheduler: '' }, 'scheduler is ""; give the name of a scheduler'],
  [{ prompt: 'x', stepz: 3 }, 'stepz is not known; known are prompt'],
])('%j is refused with a sentence', (input, message) => {
  expect(() => parseGenerateRequest(input)).toThrow(message)
})
test('a long value is not repeated whole', () => {
  expect(() => parseGenerateRequest({ prompt: 'x'.repeat(40_000) })).toThrow(/^prompt is "x{79}…; give/)
})

test('the ten ratios at 1K, and twice and four times as large', () => {
  expect(Object.keys(ASPECTS)).toHaveLength(10)
  expect(pixelSize('21:9', undefined)).toEqual({ width: 1536, height: 672 })
  for (const [aspect, [width, height]] of Object.entries(ASPECTS)) {
    const [across, up] = aspect.split(':').map(Number) as [number, number]
    expect(Math.abs(width / height / (across / up) - 1), aspect).toBeLessThan(0.03)
    for (const [size, scale] of Object.entries(SIZES))
      expect(pixelSize(aspect, size)).toEqual({ width: width * scale, height: height * scale })
  }
})
test('a size without an aspect is square, pixels are pixels, nothing is nothing', () => {
  expect(pixelSize(undefined, '4K')).toEqual({ width: 4096, height: 4096 })
  expect(pixelSize(undefined, '640x480')).toEqual({ width: 640, height: 480 })
  expect(pixelSize(undefined, undefined)).toBeNull()
})
