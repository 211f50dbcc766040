import type { Thing } from '@plantain/core'
import type { Typesetter } from '@plantain/imaging'
import type { Kind } from '@plantain/scene'
import type { Asked } from '@plantain/scene/words'
import { expect, test } from 'vitest'
import { bearersOf, isPrinted } from './lettering.ts'

const kinds = new Map(
  ['signpost', 'mug', 'book', 'dog'].map((id) => [
    id,
    {
      id,
      ...(id === 'dog' ? {} : { lettering: { some: { corners: [0, 0, 1, 0, 1, 1, 0, 1] } } }),
    } as unknown as Kind,
  ]),
)
const typesetter = {
  missing: (text: string) => [...text].filter((one) => one === '☃'),
} as unknown as Typesetter
const things = (...names: string[]): readonly Thing[] =>
  names.map((kind) => ({ id: kind, kind }) as unknown as Thing)
const asked = (lettering: readonly string[], ...named: readonly (readonly [string, string])[]): Asked =>
  ({
    lettering,
    things: named.map(([kind, wording]) => ({ kinds: [kind], lettering: wording })),
  }) as unknown as Asked
const bearers = (
  scene: readonly Thing[],
  words: Asked,
  isFree: (thing: Thing) => boolean = () => true,
): object => Object.fromEntries(bearersOf(scene, isFree, words, { kinds, typesetter }))

test('what the words name bears its wording, whatever else could', () => {
  expect(bearers(things('signpost', 'book', 'mug'), asked(['MAMA'], ['mug', 'MAMA']))).toEqual({ 2: 'MAMA' })
})

test('the wording of a poster is on no balloon that happens to be drawn, but on a sign or on what is said', () => {
  const printed = (scene: readonly Thing[], words: Asked): object =>
    Object.fromEntries(bearersOf(scene, () => true, words, { kinds, typesetter, printed: true }))
  expect(printed(things('dog', 'mug'), asked(['OPEN']))).toEqual({})
  expect(printed(things('mug', 'signpost'), asked(['OPEN']))).toEqual({ 1: 'OPEN' })
  expect(printed(things('mug', 'book'), asked(['OPEN'], ['book', 'OPEN']))).toEqual({ 1: 'OPEN' })
  expect(['a birthday card with a cake', 'a movie poster'].map(isPrinted)).toEqual([true, true])
  expect(['a mug on a table', 'a cardboard box'].map(isPrinted)).toEqual([false, false])
})

test('a wording of nothing in particular goes on a sign, else on what can be written on', () => {
  expect(bearers(things('dog', 'mug', 'signpost'), asked(['OPEN']))).toEqual({ 2: 'OPEN' })
  expect(bearers(things('dog', 'mug'), asked(['OPEN']))).toEqual({ 1: 'OPEN' })
  expect(bearers(things('dog'), asked(['OPEN']))).toEqual({})
})

test('two wordings go on two things', () => {
  expect(
    bearers(things('signpost', 'book'), asked(['IN', 'OUT'], ['signpost', 'IN'], ['book', 'OUT'])),
  ).toEqual({ 0: 'IN', 1: 'OUT' })
})

test('what an edit keeps is not written on anew, and what no font can set is left out', () => {
  expect(bearers(things('signpost', 'mug'), asked(['OPEN']), ({ kind }) => kind !== 'signpost')).toEqual({
    1: 'OPEN',
  })
  expect(bearers(things('signpost'), asked(['snow ☃']))).toEqual({})
})
