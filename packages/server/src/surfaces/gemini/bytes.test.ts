import { expect, test } from 'vitest'
import { fromBase64, toUrlSafe } from './bytes.ts'
import { camelize } from './camel.ts'

test('base64 is read in both alphabets, with or without padding, with white space', () => {
  const bytes = new Uint8Array([251, 255, 254, 1])
  for (const text of ['+//+AQ==', '-__-AQ', '+//+\nAQ=='] as const) expect(fromBase64(text)).toEqual(bytes)
  expect(fromBase64('A')).toBeNull()
  expect(fromBase64('AA=A')).toBeNull()
  expect(toUrlSafe('+//+AQ==')).toBe('-__-AQ')
})

test('megabytes of padding or of underscores cost no more than their length', () => {
  const started = performance.now()
  expect(fromBase64(`${'='.repeat(2_000_000)}A`)).toBeNull()
  camelize({ ['_'.repeat(2_000_000)]: 1 })
  // Quadratic time would be half an hour.
  expect(performance.now() - started).toBeLessThan(5000)
})
