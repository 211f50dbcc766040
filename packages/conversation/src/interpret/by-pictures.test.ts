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

/** How the network reads the whole. */
const asked = create('any')

test('the wish is read without the picture, which is added to what it means', async () => {
  const { read, handed } = reader(create('mountain landscape'))
  const reading = await byPictures(
    about('create a mountain landscape in the colours of this picture'),
    asked,
    read,
  )
  expect(handed).toEqual([{ ...about('create a mountain landscape'), images: 0 }])
  expect(reading).toMatchObject({ refers_to: ['image:1'], constraints: { palette: ['colors of image 1'] } })
})

test('someone of one picture, in the colours of another', async () => {
  const { read } = reader(create('cat'))
  const message = about('create a picture with the cat from the first image and the colours of the second', 2)
  expect(
    await byPictures(message, { kind: 'edit', ops: [{ op: 'add', target: 'cat' }], refers_to: [] }, read),
  ).toEqual({
    kind: 'generate',
    ops: [{ op: 'create', subject: ['cat'], subject_ref: 'image:1' }],
    refers_to: ['image:1', 'image:2'],
    constraints: { palette: ['colors of image 2'] },
  })
})

test('something like this, and what is said beside it', async () => {
  const bare = reader(create('x'))
  expect(await byPictures(about('generate something like this'), asked, bare.read)).toMatchObject({
    ops: [{ op: 'create' }],
    constraints: { style: 'look of image 1' },
  })
  expect(bare.handed).toEqual([])
  const more = reader({ kind: 'edit', ops: [{ op: 'time_of_day', value: 'night' }], refers_to: [] })
  expect(
    await byPictures(about('create a new scene based on this photo but at night'), asked, more.read),
  ).toMatchObject({
    kind: 'generate',
    constraints: { time_of_day: 'night', style: 'look of image 1' },
  })
})

test('a refusal stands, of the whole message or of what is left of it', async () => {
  const refused: Interpretation = { kind: 'refuse', ops: [], refers_to: [], reason: 'sexual' }
  const { read, handed } = reader(create('woman'))
  expect(await byPictures(about('create a picture of this woman naked'), refused, read)).toBeNull()
  expect(handed).toEqual([])
  const other = reader(refused)
  expect(await byPictures(about('a picture of this woman'), asked, other.read)).toEqual(refused)
})

test('an edit stays one, whatever it says of the picture', async () => {
  const edit: Interpretation = { kind: 'edit', ops: [{ op: 'add', target: 'hat' }], refers_to: [] }
  const { read, handed } = reader(create('x'))
  for (const text of [
    'a red hat on this man',
    'give a beard to this man',
    'draw some flowers on this table',
    'draw a line around the cat in this photo',
    'create a blur around this person',
    'create a white background behind this product',
    'generate two variations of this logo',
    'paint the wall in the colour of this picture',
    'make it warmer in the colours of this picture',
  ])
    expect([text, await byPictures(about(text), edit, read)]).toEqual([text, null])
  expect(handed).toEqual([])
})

test('what is read as no new picture, a picture that is not there, and a wish for the picture itself are read as they are', async () => {
  const edit = reader({ kind: 'edit', ops: [{ op: 'temperature', direction: 'warmer' }], refers_to: [] })
  expect(await byPictures(about('a warmer sky in the colours of this picture'), asked, edit.read)).toBeNull()
  const any = reader(create('x'))
  expect(await byPictures(about('a hill in the colours of this picture', 0), asked, any.read)).toBeNull()
  expect(
    await byPictures(about('render the first image in the style of the second', 2), asked, any.read),
  ).toBeNull()
  expect(await byPictures(about('in the style of image 2', 2), asked, any.read)).toBeNull()
  expect(await byPictures(about('a red house'), asked, any.read)).toBeNull()
  expect(any.handed).toEqual([])
})

// Read as the program reads, words and all: the clauses of each language are taken out, and no more.
test.each([
  ['用这张照片的颜色画一座山', '画一座山'],
  ['この写真の雰囲気で山の風景を描いて', '山の風景を描いて'],
  ['crea la imagen de un castillo con los colores de esta foto', 'crea la imagen de un castillo'],
  ['zeichne das Bild eines Hundes in den Farben dieses Fotos', 'zeichne das Bild eines Hundes'],
  ['un port aux couleurs de cette photo', 'un port'],
  ['draw a girl with her dog in the colours of this picture', 'draw a girl with her dog'],
  ['create the picture of a castle in the colours of this photo', 'create the picture of a castle'],
])('%s', async (message, rest) => {
  const { read, handed } = reader(create('x'))
  const reading = await byPictures(about(message), asked, read)
  expect(handed.map((one) => one.message)).toEqual([rest])
  expect(reading?.refers_to).toEqual(['image:1'])
})
