import { expect, test } from 'vitest'
import { marked } from './marked.ts'

const things = [
  { id: 't1', name: 'dog', box: [0, 0.5, 0.4, 0.5] as const },
  { id: 't2', name: 'cat', box: [0.6, 0.6, 0.3, 0.4] as const },
  { id: 'ground', name: 'ground', box: [0, 0.4, 1, 0.6] as const },
]
const over = (left: number): { width: number; height: number; data: Uint8Array } => ({
  width: 10,
  height: 10,
  data: Uint8Array.from({ length: 100 }, (_, p) => (p % 10 >= left && p >= 50 ? 255 : 0)),
})

test('what is painted over is what is taken away, and no part of the world', () => {
  expect(marked([{ op: 'remove' }], over(5), things)).toEqual([{ op: 'remove', target: 'el:t2' }])
  expect(marked([{ op: 'remove' }], over(0), things).map(({ target }) => target)).toEqual(['el:t1', 'el:t2'])
})

test('a mask over nothing takes nothing away, and what is named is left to its name', () => {
  expect(marked([{ op: 'remove' }], over(10), things)[0]!.target).not.toMatch(/^el:/)
  const named = [{ op: 'remove', target: 'dog' } as const, { op: 'blur' } as const]
  expect(marked(named, over(5), things)).toEqual(named)
})
