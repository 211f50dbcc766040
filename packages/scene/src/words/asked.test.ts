import { expect, test } from 'vitest'
import { type Asked, type AskedThing, readAsked } from './asked.ts'
import { text } from './lexicon.contract.ts'

const read = (prompt: string): Asked => readAsked(text.units(prompt))
const facts = ({ kinds, count, color, material, state, size, region }: AskedThing): string =>
  [count, size, color, material, state, kinds[0] ?? '?', region && `at ${region}`].filter(Boolean).join(' ')
const things = (prompt: string): string[] => read(prompt).things.map(facts)
const relations = (prompt: string): string[] => {
  const asked = read(prompt)
  return asked.relations.map(
    ({ of, relation, to }) => `${asked.things[of]!.kinds[0]} ${relation} ${asked.things[to]!.kinds[0]}`,
  )
}

test.each([
  ['a small red house and two blue cars', ['small red house', '2 blue car']],
  ['a house, red, with a green tree', ['red house', 'green tree']],
  ['a dog sleeping and a cat', ['sleeping dog', 'cat']],
  ['a dog sleeping on a red sofa', ['sleeping dog', 'red sofa']],
  ['on the left a cat, on the right a dog', ['cat at left', 'dog at right']],
  ['a cat on the left and a dog on the right', ['cat at left', 'dog at right']],
  ['una casa roja y un perro negro', ['red house', 'black dog']],
  ['ein rotes Haus und ein schwarzer Hund', ['red house', 'black dog']],
  ['a horse made of blue glass', ['blue glass horse']],
  ['a boy with green hair and a red ball', ['boy', 'red ball']],
  ['a yellow boat on a green lake', ['yellow boat']],
  ['a six year old girl with 3 balloons', ['old girl', '3 balloon']],
])('"%s": what is said of a thing stays with it', (prompt, expected) => {
  expect(things(prompt)).toEqual(expected)
})

test.each([
  ['a heart shaped balloon', ['balloon']],
  ['a cloud shaped like a rabbit', ['cloud']],
  ['a whale skeleton', ['skeleton']],
  ['a penguin in a museum', ['penguin']],
  ['a house in the hills, pencil', ['house']],
  ['a red sofa, and behind the sofa a cat', ['red sofa', 'cat']],
  ['a woman and a dog; she holds an umbrella', ['woman', 'dog', 'umbrella']],
])(
  '"%s": what only tells how another looks, or was named before, is no thing of its own',
  (prompt, expected) => {
    expect(things(prompt)).toEqual(expected)
  },
)

test.each([
  ['a cat on a red chair', ['cat on chair']],
  ['a cat to the left of a dog', ['cat left of dog']],
  ['behind the sofa a cat, on the sofa a dog', ['cat behind sofa', 'dog on sofa']],
  ['On the table: a cup', []],
  ['Under a bridge: a canoe.', ['canoe under bridge']],
  ['a house, a tree beside it', ['tree next to house']],
  ['a kitchen table with a bowl of apples', ['table with bowl', 'apple in bowl']],
  ['a plate of cookies next to a cup', ['cookie on plate', 'plate next to cup']],
  ['a herd of cows', []],
  ['a witch and a black cat on her shoulder', ['cat on witch']],
  ['a stork with a fish in its beak on a fence', ['stork with fish', 'stork holding fish', 'stork on fence']],
  ['a bear between a fox and an owl', ['bear between fox', 'bear between owl']],
  ['a dog with a hat on a sofa', ['dog with hat', 'dog on sofa']],
  ['a stool with a fern on it', ['stool with fern', 'fern on stool']],
  ['a basket full of kittens', ['cat in basket']],
  ['a bowl with an apple and a pear', ['bowl with apple', 'bowl with pear']],
  ['a cup and a plate on a chair, a spoon', ['cup on chair', 'plate on chair']],
  ['one giraffe, two zebras, on a boat', ['giraffe on boat', 'zebra on boat']],
  ['a stack of books, an apple on top', ['apple on books']],
  ['a frog bigger than the leaf it sits on', ['frog on leaf']],
  ['a lamp and rain on the window', []],
  ['a boat on a lake, a dog', []],
])('"%s": relations are read with the right partners', (prompt, expected) => {
  expect(relations(prompt)).toEqual(expected)
})

test('what is not wanted stands in no relation', () => {
  const { things: wanted, avoid, relations: found } = read('a street without cars next to houses')
  expect(avoid.map(({ kinds }) => kinds[0])).toContain('car')
  expect(found.every(({ of, to }) => of < wanted.length && to < wanted.length)).toBe(true)
})

test('several of what is drawn singly are several, also where the plural is a name of the kind', () => {
  const plurals = (prompt: string): readonly boolean[] => read(prompt).things.map(({ plural }) => plural)
  expect(plurals('a park with balloons')).toEqual([true])
  expect(plurals('lemons and a lemon')).toEqual([true, false])
  expect(plurals('a woman with shoes')).not.toContain(true)
})

test.each([
  ['balloons, text "MIA"', null],
  ['a newspaper with the headline "NEWS"', 'NEWS'],
  ['a mug with the text "MAMA"', 'MAMA'],
  ['a sign that says "OPEN"', 'OPEN'],
])('%s: %s is on the thing', (prompt, lettering) => {
  const { things: named, lettering: all } = read(prompt)
  expect(all).toHaveLength(1)
  expect(named[0]?.lettering ?? null).toBe(lettering)
})
