import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openShelf } from './shelf.ts'

test('never more bytes than it may hold, over all kinds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 }), fc.boolean())),
      (sets) => {
        const shelf = openShelf(100)
        const kinds = [shelf.kind<number>((size) => size), shelf.kind<number>((size) => 2 * size)]
        for (const [key, size, second] of sets) {
          kinds[second ? 1 : 0]!.set(String(key), size)
          expect(shelf.bytes).toBeLessThanOrEqual(100)
        }
        const kept = kinds.map((kind) => Array.from({ length: 10 }, (_, key) => kind.get(String(key)) ?? 0))
        expect(shelf.bytes).toBe(
          kept[0]!.reduce((sum, size) => sum + size, 0) + 2 * kept[1]!.reduce((sum, size) => sum + size, 0),
        )
      },
    ),
  )
})

test('what was used last stays, whatever its kind', () => {
  const shelf = openShelf(100)
  const [pictures, looks] = [shelf.kind<number>((size) => size), shelf.kind<number>((size) => size)]
  pictures.set('a', 40)
  looks.set('a', 40)
  expect(pictures.get('a')).toBe(40)
  pictures.set('b', 40)
  expect(looks.get('a')).toBeUndefined()
  expect([pictures.get('a'), pictures.get('b')]).toEqual([40, 40])
})

test('what is larger than the whole shelf is not kept, and puts nothing out', () => {
  const shelf = openShelf(100)
  const pictures = shelf.kind<number>((size) => size)
  pictures.set('a', 90)
  pictures.set('b', 101)
  expect([pictures.get('a'), pictures.get('b')]).toEqual([90, undefined])
  pictures.set('a', 200)
  expect(pictures.get('a')).toBeUndefined()
  expect(shelf.bytes).toBe(0)
})
