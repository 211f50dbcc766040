import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { byPictures } from './by-pictures.ts'

const about = (message: string, images = 1): Message => ({ history: [], message, images, uploads: [] })
/** Reads whatever it is handed as that, and keeps what it was handed. */
const reader = (reading: Interpretation) => {
  const handed: Message[] = []
  return {
    handed,
    read: async (message: Message) => {
      handed.push(message)
      return reading
    },
  }
}
const create = (...subject: string[]): Interpretation => ({
  kind: 'generate',
  ops: [{ op: 'create', subject }],
  refers_to: [],
})

test('the wish is read without the picture, which is added to what it means', async () => {
  const { read, handed } = reader(create('mountain landscape'))
  const reading = await byPictures(about('create a mountain landscape in the colours of this picture'), read)
  expect(handed).toEqual([{ ...about('create a mountain landscape'), images: 0 }])
  expect(reading).toMatchObject({ refers_to: ['image:1'], constraints: { palette: ['colors of image 1'] } })
})

test('someone of one picture, in the colours of another', async () => {
  const { read } = reader(create('cat'))
  const message = about('create a picture with the cat from the first image and the colours of the second', 2)
  expect(await byPictures(message, read)).toEqual({
    kind: 'generate',
    ops: [{ op: 'create', subject: ['cat'], subject_ref: 'image:1' }],
    refers_to: ['image:1', 'image:2'],
    constraints: { palette: ['colors of image 2'] },
  })
})

test('something like this, and what is said beside it', async () => {
  const bare = reader(create('x'))
  expect(await byPictures(about('generate something like this'), bare.read)).toMatchObject({
    ops: [{ op: 'create' }],
    constraints: { style: 'look of image 1' },
  })
  expect(bare.handed).toEqual([])
  const more = reader({ kind: 'edit', ops: [{ op: 'time_of_day', value: 'night' }], refers_to: [] })
  expect(
    await byPictures(about('create a new scene based on this photo but at night'), more.read),
  ).toMatchObject({
    kind: 'generate',
    constraints: { time_of_day: 'night', style: 'look of image 1' },
  })
})

test('an edit, a picture that is not there, and a wish for the picture itself are read as they are', async () => {
  const edit = reader({ kind: 'edit', ops: [{ op: 'temperature', direction: 'warmer' }], refers_to: [] })
  expect(await byPictures(about('make the sky warmer in the colours of this picture'), edit.read)).toBeNull()
  const any = reader(create('x'))
  expect(await byPictures(about('a hill in the colours of this picture', 0), any.read)).toBeNull()
  expect(await byPictures(about('render the first image in the style of the second', 2), any.read)).toBeNull()
  expect(await byPictures(about('in the style of image 2', 2), any.read)).toBeNull()
  expect(await byPictures(about('a red house'), any.read)).toBeNull()
  expect(any.handed).toEqual([])
})
