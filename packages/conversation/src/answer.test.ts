import type { Ref } from '@plantain/core'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import { reading, small, state, talk, thing } from './small.contract.ts'

const farm = [
  thing('barn1', 'barn', { color: 'red', region: 'left' }),
  thing('cow1', 'cow', { color: 'brown', region: 'right' }),
  thing('cow2', 'cow', { color: 'white', region: 'center' }),
  thing('tree1', 'pine tree', { count: 3 }),
]
const use = small(
  {
    'a farm': reading('generate', [{ op: 'create', subject: ['barn', 'cows'] }]),
    'make the barn red': reading('edit', [{ op: 'recolor', target: 'barn', value: 'red' }]),
    asked: reading('question'),
  },
  () => farm,
)
/** An answer after a picture and one change. */
async function ask(message: string, refers_to: readonly Ref[] = []): Promise<string> {
  const { session } = await talk(use, 'a farm', 'make the barn red', 'asked')
  return answer(session, reading('question', [], { refers_to }), message)
}
const first = async (message: string): Promise<string> =>
  answer((await talk(use, 'asked')).session, reading('question'), message)

test.each([
  ['how many cows are there?', ['el:cow1', 'el:cow2'], 'There are two cows.'],
  ['how many cows are there?', [], 'There are two cows.'],
  ['¿cuántas vacas hay?', ['el:cow1', 'el:cow2'], 'There are two cows.'],
  ['how many trees can you see?', [], 'There are three pine trees.'],
  ['how many horses are there?', [], 'I see no horses in the picture.'],
  [
    'how many animals are in there',
    ['el:cow1', 'el:tree1'],
    'There are 4 in all: a cow and three pine trees.',
  ],
  ['what colour is the barn?', [], 'The barn is red.'],
  ['is the barn red or blue?', ['el:barn1'], 'The barn is red.'],
  ['where is the barn?', [], 'The barn is at the left.'],
  ['are there any cows?', [], 'Yes, there are a brown cow and a white cow.'],
  ['is there a horse in the picture?', [], 'No, I see no horse in the picture.'],
  ['what did you change so far?', [], 'So far, step by step: made a barn and cows; made the barn red.'],
  ['what did you change just now?', ['edit:last'], 'I made the barn red.'],
  ['what have you changed?', [], 'I made the barn red.'],
  ['how many changes did I make?', [], 'There was one change so far.'],
  ['how many pictures do we have?', [], 'There are two pictures in this session so far.'],
  ['what resolution is this?', [], 'It is 40 x 30 pixels.'],
  [
    'what is in the picture?',
    [],
    'The picture shows a red barn, a brown cow, a white cow and three pine trees.',
  ],
  [
    'what is in the picture?',
    ['edit:last'],
    'The picture shows a red barn, a brown cow, a white cow and three pine trees.',
  ],
  [
    'describe the picture',
    [],
    'The picture shows a red barn, a brown cow, a white cow and three pine trees.',
  ],
] as const)('%s %j', async (message, refers, text) => {
  expect(await ask(message, refers)).toBe(text)
})

test.each([
  ['thanks, that looks great!', /welcome/],
  ['gracias!', /welcome/],
  ['hello', /^Hello/],
  ['which file formats can I download?', /PNG, JPEG or WebP/],
  ['do you keep my photos?', /stay where this program runs/],
  ['any ideas how I could make this more interesting?', /golden hour/],
  ['what can you do?', /“Undo” takes a change back/],
  ['what is the seed?', /^The seed of this picture is \d+\.$/],
])('%s', async (message, text) => {
  expect(await ask(message)).toMatch(text)
})

test('before the first picture nothing is claimed', async () => {
  expect(await first('how many cows are there?')).toBe('There is no picture yet. Tell me what to draw.')
  expect(await first('what do you see')).toMatch(/^There is no picture yet/)
  expect(await first('what did you change?')).toBe('I have not changed anything yet.')
})

test('of a photo that was sent it is said that its content is not known', async () => {
  const { session } = await talk(use, { message: 'asked', attachments: [state('photo')] })
  expect(answer(session, reading('question', [], { refers_to: ['image:1'] }), 'describe the image')).toMatch(
    /I do not know what is in this picture/,
  )
})
