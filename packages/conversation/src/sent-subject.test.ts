import { expect, test } from 'vitest'
import { sentSubject, starred } from './sent-subject.ts'

test.each([
  [
    'create a beach at sunset with this cat on the sand',
    'create a beach at sunset with a cat on the sand',
    'cat',
    null,
  ],
  ['a picture of this dog in a spaceship', 'a picture of a dog in a spaceship', 'dog', null],
  ['create a picture with the cat from the first image', 'create a picture with a cat', 'cat', 1],
  ['a garden with the dog of picture 2', 'a garden with a dog', 'dog', 2],
  ['draw the dog of the second photo in a park', 'draw a dog in a park', 'dog', 2],
  ['imagine this woman as a sailor', 'imagine a woman as a sailor', 'woman', null],
])('%s', (message, rest, name, which) => {
  expect(sentSubject(message)).toEqual({ rest, name, which })
})

test.each([
  'make this cat orange',
  'put this woman on the moon',
  'create a version of this picture in blue',
  'a castle at this time of day',
  'remove the cat from the first image',
  'a red hat on this man',
  'a line around the cat in this photo',
  'draw a castle that stands on a hill',
  'create a birthday card that says happy birthday',
  'draw a fish this big',
  'a poster for this event',
  'create a text above this shoe',
  'a red house',
])('no new picture of someone sent: %s', (message) => {
  expect(sentSubject(message)).toBeNull()
})

test('whom it is about comes first, with the picture', () => {
  const reading = {
    kind: 'generate',
    ops: [{ op: 'create', subject: ['beach', 'small cat'] }],
    refers_to: [],
  } as const
  expect(starred(reading, { rest: '', name: 'cat', which: null }, 'image:1')).toEqual({
    kind: 'generate',
    ops: [{ op: 'create', subject: ['small cat', 'beach'], subject_ref: 'image:1' }],
    refers_to: ['image:1'],
  })
})
