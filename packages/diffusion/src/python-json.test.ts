import { expect, test } from 'vitest'
import { parsePythonJson } from './python-json.ts'

test('infinite numbers are read, strings that look like them stay', () => {
  const text =
    '{"lambda_min_clipped": -Infinity, "max": [Infinity, NaN], "note": "a \\"-Infinity\\" and NaN"}'
  expect(parsePythonJson(text)).toEqual({
    lambda_min_clipped: -Infinity,
    max: [Infinity, null],
    note: 'a "-Infinity" and NaN',
  })
})

test('what is no JSON stays an error', () => {
  expect(() => parsePythonJson('{"a": Inf}')).toThrow(SyntaxError)
})
