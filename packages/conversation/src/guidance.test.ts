import type { Message } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { guidanceIn, guided, guideOf, guidesFor, guidesOf, speaksOfPicture } from './guidance.ts'

describe('what a new picture goes by', () => {
  test.each([
    ['create a mountain landscape in the colours of this picture', 'create a mountain landscape', 'colors'],
    ['draw a castle in the style of this picture', 'draw a castle', 'style'],
    ['draw a city with the light of this photograph', 'draw a city', 'light'],
    ['make a landscape with the same mood as this photo', 'make a landscape', 'light'],
    ['use this as a reference: a village in winter', 'a village in winter', 'all'],
    ['Inspired by this photo, create a garden', 'create a garden', 'all'],
    ['generate something like this, at night', 'generate something, at night', 'all'],
    ['take the colours of this one and paint a harbour with them', 'paint a harbour', 'colors'],
    ['a forest lake, with the palette of the attached image', 'a forest lake', 'colors'],
    ['crea un paisaje de montaña con los colores de esta foto', 'crea un paisaje de montaña', 'colors'],
    ['un port aux couleurs de cette photo', 'un port', 'colors'],
    ['un phare, d’après cette photo', 'un phare', 'all'],
    ['einen Hafen in den Farben dieses Fotos', 'einen Hafen', 'colors'],
    ['ein Schloss im Winter, inspiriert von diesem Bild', 'ein Schloss im Winter', 'all'],
    ['un porto con i colori di questa foto', 'un porto', 'colors'],
    ['um porto com as cores desta foto', 'um porto', 'colors'],
    ['用这张照片的颜色画一座山', '画一座山', 'colors'],
    ['この写真の雰囲気で山の風景を描いて', '山の風景を描いて', 'light'],
    ['इस फोटो के रंगों में एक पहाड़ बनाओ', 'एक पहाड़ बनाओ', 'colors'],
  ])('%s', (message, rest, taken) => {
    expect(guidanceIn(message)).toEqual({ rest, guides: [{ which: null, taken }] })
  })

  test('several things of one, and one of several', () => {
    expect(guidanceIn('a forest with the colours and light of this photo')?.guides).toEqual([
      { which: null, taken: 'colors' },
      { which: null, taken: 'light' },
    ])
    expect(guidanceIn('a harbour in the style of the second image')?.guides).toEqual([
      { which: 2, taken: 'style' },
    ])
    expect(guidanceIn('ein Hafen in den Farben des zweiten Bildes')?.guides).toEqual([
      { which: 2, taken: 'colors' },
    ])
    expect(guidanceIn('a harbour with the palette of picture 3')?.guides).toEqual([
      { which: 3, taken: 'colors' },
    ])
  })

  test.each([
    ['Using this photo as a reference, draw a castle', 'draw a castle', 'all'],
    ['use the attached photo as a style reference: a castle', 'a castle', 'style'],
    ['a castle with a similar mood to this photo', 'a castle', 'light'],
    ['a castle, same colors as this picture', 'a castle', 'colors'],
    ["a castle with this picture's colours", 'a castle', 'colors'],
    ['ein Schloss im Stil dieses Bildes', 'ein Schloss', 'style'],
  ])('also: %s', (message, rest, taken) => {
    expect(guidanceIn(message)).toEqual({ rest, guides: [{ which: null, taken }] })
  })

  test.each([
    'make it warmer',
    'a room with the light of one candle',
    'a city in the style of one hundred years ago',
    'a portrait in the style of the paintings of Van Gogh',
    'a poster inspired by photographs of the moon',
    'a mural based on paintings in caves',
    'put a photo on the wall',
    'draw a cat like a picture book',
    'a cat looking at a picture',
    'create a photo with the look of a polaroid',
    'a street with light from the first floor',
    'a photographer in the light of the lamp',
    '',
  ])('nothing in: %s', (message) => {
    expect(guidanceIn(message)).toBeNull()
  })

  test('much space is little', () => {
    const wide = `a hill in${' '.repeat(20_000)}the colours of this picture`
    expect(guidanceIn(wide)).toEqual(guidanceIn('a hill in the colours of this picture'))
  })
})

describe('which picture', () => {
  const message = (more: Partial<Message>): Message => ({
    history: [],
    message: '',
    images: 0,
    uploads: [],
    ...more,
  })
  const refs = (text: string, more: Partial<Message>) =>
    guidesFor(guidanceIn(text)!, message(more))?.map(({ ref }) => ref) ?? null
  const shown = { role: 'assistant', turn: 4, ops: [], scene: [{ id: 'a', name: 'hill' }] } as const

  test('the one that is sent; by its number among all that were', () => {
    expect(refs('a hill in the colours of this picture', { images: 1 })).toEqual(['image:1'])
    const history = [{ role: 'user', text: 'x', images: 2 }] as const
    expect(refs('a hill in the colours of this picture', { history, images: 1 })).toEqual(['image:3'])
    expect(refs('a hill in the colours of the second picture', { history, images: 2 })).toEqual(['image:4'])
  })
  test('a number said with one that is sent after others counts them all', () => {
    const history = [{ role: 'user', text: 'x', images: 1 }] as const
    expect(refs('a hill in the colours of the first picture', { history, images: 1 })).toEqual(['image:1'])
    expect(refs('a hill in the colours of the second picture', { history, images: 1 })).toEqual(['image:2'])
  })
  test('the first that was made, where none was sent', () => {
    const history = [
      { role: 'user', text: 'hello' },
      { role: 'assistant', turn: 1, text: 'hello' },
      { ...shown, turn: 2 },
      { ...shown, turn: 5 },
    ] as const
    expect(refs('a hill in the colours of the first picture', { history })).toEqual(['turn:2'])
    expect(refs('a hill in the colours of picture 5', { history })).toEqual(['turn:5'])
    expect(refs('a hill in the colours of this picture', { history })).toEqual(['turn:5'])
    expect(refs('a hill in the colours of picture 9', { history })).toBeNull()
  })
  test('the one that is shown, where none is sent; nothing where there is none', () => {
    expect(refs('a hill in the colours of this picture', { history: [shown] })).toEqual(['turn:4'])
    expect(refs('a hill in the colours of this picture', {})).toBeNull()
    expect(refs('a hill in the colours of the third picture', { images: 1 })).toBeNull()
  })
})

test('what is taken stands in the constraints, and is found there again', () => {
  const reading = guided(
    {
      kind: 'generate',
      ops: [{ op: 'create', subject: ['hill'] }],
      refers_to: [],
      constraints: { palette: ['red'] },
    },
    [
      { ref: 'image:1', taken: 'colors' },
      { ref: 'turn:2', taken: 'light' },
      { ref: 'image:2', taken: 'all' },
    ],
  )
  expect(reading.refers_to).toEqual(['image:1', 'turn:2', 'image:2'])
  expect(reading.constraints).toEqual({
    palette: ['red', 'colors of image 1'],
    lighting: 'light of turn 2',
    style: 'look of image 2',
  })
  expect(guidesOf(reading)).toEqual([
    { ref: 'image:1', taken: 'colors' },
    { ref: 'image:2', taken: 'all' },
    { ref: 'turn:2', taken: 'light' },
  ])
  expect(guideOf('watercolor')).toBeNull()
  // What was said is not overridden: there is one style, and of another picture the palette counts.
  const more = guided({ ...reading, refers_to: [] }, [{ ref: 'image:3', taken: 'all' }])
  expect(more.constraints).toMatchObject({
    style: 'look of image 2',
    palette: ['red', 'colors of image 1', 'colors of image 3'],
  })
})

test('a picture that is there is told from one that is to be made', () => {
  expect(speaksOfPicture('render the first image')).toBe(true)
  expect(speaksOfPicture('make it brighter')).toBe(true)
  expect(speaksOfPicture('create a picture with a cat')).toBe(false)
})
