import type { Scene, Thing, World } from '@plantain/core'
import { expect, test } from 'vitest'
import { notDrawn, tellScene } from './extract.ts'
import { text } from './lexicon.contract.ts'

const world: World = {
  land: 'meadow',
  water: 'none',
  cover: 'grass',
  season: 'summer',
  time: 'noon',
  weather: 'clear',
  moon: 'none',
  style: 'natural',
  viewpoint: 'eye level',
  light: 'natural',
  grade: 'none',
  backdrop: 'auto',
  sun: false,
  rainbow: false,
  aurora: false,
  lightning: false,
  horizon: 0.5,
  relief: 0.2,
  sunX: 0.5,
  sunY: 0.5,
  clouds: 0.1,
  haze: 0.1,
  drama: 0.2,
  shore: 0,
  intensity: 0.3,
  focus: 0,
}
const thing = (kind: string, more: Partial<Thing> = {}): Thing => ({
  id: kind,
  kind,
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 0,
  count: 1,
  x: 0.5,
  y: 0.7,
  height: 0.3,
  right: false,
  support: 'ground',
  parent: null,
  ...more,
})
const scene = (things: Thing[], changes: Partial<World> = {}): Scene => ({
  seed: 1,
  world: { ...world, ...changes },
  things,
})
const lacks = (prompt: string, made: Scene): string[] => notDrawn(text, text.units(prompt), made)

test('what the scene holds is not missing, what it lacks is named in the words of the prompt', () => {
  expect(
    lacks('a red house by a lake', scene([thing('house', { color: 'red' })], { water: 'lake' })),
  ).toEqual([])
  expect(lacks('a red house by a lake', scene([thing('house', { color: 'blue' })]))).toEqual([
    'red house',
    'lake',
  ])
  expect(lacks('a dog and a cat', scene([thing('dog')]))).toEqual(['cat'])
})

test('numbers count', () => {
  expect(lacks('three cats', scene([thing('cat', { count: 3 })]))).toEqual([])
  expect(lacks('three cats', scene([thing('cat', { count: 2 })]))).toEqual(['3 cats (2 drawn)'])
})

test('what is not wanted must be absent, and is not asked for', () => {
  expect(
    lacks('a street without cars, at night', scene([thing('car')], { land: 'street', time: 'night' })),
  ).toEqual(['no cars'])
  expect(lacks('a beach, no people', scene([thing('umbrella')], { land: 'beach', water: 'sea' }))).toEqual([])
  expect(lacks('a beach, no people', scene([thing('woman')], { land: 'beach', water: 'sea' }))).toEqual([
    'no people',
  ])
})

test('a colour before a thing is a colour, alone it may be a fruit', () => {
  expect(lacks('an orange cat', scene([thing('cat', { color: 'orange' })]))).toEqual([])
  expect(lacks('an apple and an orange', scene([thing('apple')]))).toEqual(['orange'])
})

test('place, hour, season, weather and style are held to the words; the moon may be the one in the sky', () => {
  const winter = scene([thing('moon')], {
    land: 'mountains',
    time: 'night',
    season: 'winter',
    moon: 'full',
    style: 'watercolor',
  })
  expect(lacks('mountains in winter at night under a full moon, watercolour', winter)).toEqual([])
  expect(lacks('mountains in winter at night under a full moon, watercolour', scene([]))).toEqual([
    'mountains',
    'winter',
    'night',
    'full moon',
    'watercolour',
  ])
})

test('a word that is drawn as something like it says so', () => {
  const told = tellScene(text, 'a yak on a hill', scene([thing('bison')], { land: 'hills' }))
  expect(told.notDrawn).toEqual([])
  expect(told.drawnAs).toEqual([{ word: 'yak', kind: 'bison' }])
})

test('lettering that nothing carries is missing, verbatim', () => {
  expect(
    lacks('a shop with a sign "Open Late"', scene([thing('shop'), thing('signpost', { text: 'Open Late' })])),
  ).toEqual([])
  expect(lacks('a shop with a sign "Open Late"', scene([thing('shop'), thing('signpost')]))).toEqual([
    '"Open Late"',
  ])
})

test('what was understood is told by subject, style, hour and place', () => {
  const { interpretation } = tellScene(
    text,
    'two small black cats sleeping on a sofa, sunset, oil painting, cosy, no dogs',
    scene([]),
  )
  expect(interpretation).toEqual({
    subject: [
      { name: 'cats', kind: 'cat', count: 2, color: 'black', size: 'small', state: 'sleeping' },
      { name: 'sofa' },
    ],
    style: 'oil',
    mood: 'cosy',
    time_of_day: 'sunset',
    avoid: ['dogs'],
  })
})

test('a sky is to be seen outdoors, whatever the land, and not in a room', () => {
  const lacking = (land: World['land']): readonly string[] =>
    tellScene(text, 'a bird in the sky', scene([thing('bird')], { land })).notDrawn
  expect(lacking('meadow')).toEqual([])
  expect(lacking('sky')).toEqual([])
  expect(lacking('kitchen')).toEqual(['sky'])
})

test('words that nothing is known of are named, not passed over; manners and other languages are', () => {
  expect(lacks('a wombat in a meadow', scene([]))).toEqual(['wombat'])
  expect(lacks('asdf qwer', scene([]))).toEqual(['asdf', 'qwer'])
  expect(lacks('a dog, securely seated', scene([thing('dog')]))).toEqual([])
  expect(lacks('un perro jugando', scene([thing('dog')]))).toEqual([])
})
