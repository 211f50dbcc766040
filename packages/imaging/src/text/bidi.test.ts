import { expect, test } from 'vitest'
import { directions, visualOrder } from './bidi.ts'

/** What stands on the line, from the left: each run reversed where it runs to the left. */
const shown = (text: string): string => {
  const characters = [...text]
  const levels = directions(characters)
  const runs: { level: 0 | 1 | 2; text: string }[] = []
  characters.forEach((one, i) => {
    const last = runs.at(-1)
    if (last && last.level === levels[i]) last.text += one
    else runs.push({ level: levels[i]!, text: one })
  })
  return visualOrder(runs)
    .map((run) => (run.level === 1 ? [...run.text].reverse().join('') : run.text))
    .join('')
}

test('what runs to the right stays as it is', () => {
  expect(shown('Hello, world 12!')).toBe('Hello, world 12!')
})
test('what runs to the left is turned round, numbers in it are not', () => {
  expect(shown('אבג דה')).toBe('הד גבא')
  expect(shown('אבג 123 דה')).toBe('הד 123 גבא')
})
test('words of the other direction keep theirs, in either kind of line', () => {
  expect(shown('say אבג now')).toBe('say גבא now')
  expect(shown('אבג world 12, דה')).toBe('הד ,world 12 גבא')
})
test('a mark stays with its letter', () => {
  expect(directions([...'אָב'])).toEqual([1, 1, 1])
})
