import { expect, test } from 'vitest'
import { attributed } from './carry-out/attributes.ts'
import { askedIn } from './carry-out/prompt.ts'
import { garments, isPiece, piecesOf, wholeOf } from './pieces.ts'
import { sceneOf, thing, vocabulary } from './small-scene.contract.ts'

const of = (prompt: string, ...things: Parameters<typeof sceneOf>[0]) =>
  attributed(sceneOf(things), askedIn(prompt, vocabulary), prompt, vocabulary).things

test('a prompt gives colours to parts: of the one that was named before them', () => {
  expect(
    of('a man with short black hair in a white shirt', thing('t1', 'man', { color: 'white' }))[0],
  ).toMatchObject({
    color: 'white',
    parts: { hair: 'black' },
  })
  expect(of('a girl with red hair', thing('t1', 'girl', { color: 'red' }))[0]).toMatchObject({
    color: 'auto',
    parts: { hair: 'red' },
  })
  const [house, man] = of('a man by a house with a green roof', thing('t1', 'house'), thing('t2', 'man'))
  expect([house!.parts, man!.parts]).toEqual([{ roof: 'green' }, undefined])
})

test('a part that was only named is told, without a colour', () => {
  expect(of('a house with a chimney', thing('t1', 'house'))[0]!.parts).toEqual({ chimney: 'auto' })
  expect(of('a woman with long hair', thing('t1', 'woman'))[0]!.parts).toBeUndefined()
})

test('looks that a kind has by nature hold; others are not claimed', () => {
  expect(of('a round red ball', thing('t1', 'ball'))[0]!.looks).toBe('round')
  expect(of('a round house', thing('t1', 'house'))[0]!.looks).toBeUndefined()
})

test('parts are elements of their own: dyed hair, each garment, a face that shows something', () => {
  const man = thing('t1', 'man', {
    state: 'happy',
    clothes: 'white shirt and blue jeans',
    parts: { hair: 'black' },
  })
  const whole = {
    id: 't1',
    name: 'man',
    state: 'happy, laughing',
    region: 'center',
    box: [0, 0, 1, 1] as const,
  }
  const pieces = piecesOf(man, whole, vocabulary)
  expect(pieces.map(({ name, color, state }) => [name, color ?? state])).toEqual([
    ['hair', 'black'],
    ['shirt', 'white'],
    ['jeans', 'blue'],
    ['face', 'happy, laughing'],
  ])
  expect(pieces.every(({ id }) => isPiece(id) && wholeOf(id) === 't1')).toBe(true)
  expect(piecesOf({ ...man, count: 2 }, whole, vocabulary)).toEqual([])
  expect(garments('a green raincoat', vocabulary)).toEqual([{ name: 'raincoat', color: 'green' }])
})
