import { OPS, type Wish } from '@plantain/core'
import { expect, test } from 'vitest'
import { explain, namesIn } from './explain.ts'
import { reading, thing } from './small.contract.ts'
import { counted, list, plural, withArticle } from './words.ts'

const say = (wish: Wish, ...more: readonly Wish[]): string =>
  explain(reading('edit', [wish, ...more]), [], { nameOf: (target) => target, pictures: 1 })

test.each<[Wish, string]>([
  [
    { op: 'add', target: 'boat', size: 'small', color: 'white', region: 'on the lake' },
    'I added a small white boat on the lake.',
  ],
  [
    { op: 'add', target: 'dolphin', count: 2, region: 'foreground' },
    'I added two dolphins in the foreground.',
  ],
  [{ op: 'add', target: 'umbrella', region: 'top right' }, 'I added an umbrella at the top right.'],
  [
    { op: 'add', target: 'white boat', color: 'white', size: 'small', region: 'on the lake' },
    'I added a small white boat on the lake.',
  ],
  [{ op: 'remove', target: 'cow', count: 1 }, 'I removed one cow.'],
  [
    { op: 'replace', target: 'sofa', value: 'leather armchair' },
    'I replaced the sofa with a leather armchair.',
  ],
  [{ op: 'recolor', target: 'house', value: 'yellow' }, 'I made the house yellow.'],
  [{ op: 'move', target: 'moon', region: 'right' }, 'I moved the moon to the right.'],
  [{ op: 'move', target: 'dog', direction: 'left' }, 'I moved the dog to the left.'],
  [{ op: 'scale', target: 'tree', direction: 'up', amount: 'slight' }, 'I made the tree a little bigger.'],
  [{ op: 'set_count', target: 'balloon', count: 3 }, 'I made it three balloons.'],
  [{ op: 'temperature', direction: 'warmer' }, 'I made it warmer.'],
  [{ op: 'brightness', direction: 'down', target: 'sky', amount: 'strong' }, 'I made the sky much darker.'],
  [{ op: 'saturation', direction: 'down', amount: '50%' }, 'I made the colours softer (50%).'],
  [{ op: 'monochrome', value: 'gray' }, 'I turned it black and white.'],
  [{ op: 'grain', direction: 'up', amount: 'strong' }, 'I added a lot of film grain.'],
  [{ op: 'rotate', amount: '90', direction: 'cw' }, 'I turned it by 90° clockwise.'],
  [{ op: 'crop', region: 'bottom', amount: '33%' }, 'I cropped the bottom by 33%.'],
  [{ op: 'border', color: 'white' }, 'I put a white border around it.'],
  [{ op: 'weather', value: 'rain' }, 'I made it rain.'],
  [{ op: 'weather', value: 'snow', amount: 'slight' }, 'I made it snow a little.'],
  [{ op: 'weather', value: 'fog', amount: 'strong' }, 'I brought in thick fog.'],
  [{ op: 'move', target: 'lamp', region: 'other side' }, 'I moved the lamp to the other side.'],
  [{ op: 'background', value: 'beach at sunset' }, 'I changed the background to a beach at sunset.'],
  [{ op: 'background', value: 'white' }, 'I changed the background to white.'],
  [{ op: 'background', value: 'transparent' }, 'I cut the subject out.'],
  [{ op: 'restyle', value: 'watercolor' }, 'I turned it into a watercolor.'],
  [{ op: 'restyle', source: 'image:2' }, 'I gave it the style from the picture you sent (2).'],
  [{ op: 'outfit', target: 'man', value: 'raincoat', color: 'green' }, 'I put the man in a green raincoat.'],
  [{ op: 'expression', target: 'sun', value: 'sad' }, 'I gave the sun a sad look.'],
  [
    { op: 'add_text', value: 'Open daily', region: 'bottom', color: 'white' },
    'I wrote “Open daily” at the bottom in white.',
  ],
  [{ op: 'edit_text', target: 'BREAD', value: 'CAKES' }, 'I changed “BREAD” to “CAKES”.'],
  [
    { op: 'create', subject: ['red house', 'two pine trees', 'snow'] },
    'I made a red house, two pine trees and snow.',
  ],
  [{ op: 'variation', count: 4 }, 'I made four variations.'],
])('%j: %s', (wish, sentence) => {
  expect(say(wish)).toBe(sentence)
})

test('every wish has words, with and without its slots, and none of them is code', () => {
  for (const op of OPS) {
    const bare = say({ op })
    const full = say({
      op,
      target: 'house',
      value: 'x',
      region: 'left',
      direction: 'up',
      amount: 'slight',
      count: 2,
      color: 'red',
    })
    for (const text of [bare, full]) {
      expect(text, op).toMatch(/^I [a-z].*\.$/)
      expect(text, op).not.toMatch(/undefined|null|\[|\{|_| {2}/)
    }
  }
})
test('several wishes are one sentence, and what could not be follows', () => {
  expect(say({ op: 'weather', value: 'clear' }, { op: 'add', target: 'rainbow' })).toBe(
    'I cleared the sky and added a rainbow.',
  )
  const notes = ['there is no boat in the picture']
  const wish: Wish = { op: 'season', value: 'autumn' }
  const use = { nameOf: (target: string) => target, pictures: 1 }
  expect(explain(reading('edit', [wish]), notes, use)).toBe(
    'I made it autumn. There is no boat in the picture.',
  )
  expect(explain(reading('edit', [wish]), notes, { ...use, pictures: 0 })).toBe(
    'There is no boat in the picture.',
  )
})
test('a thing is called by its name, by the name that it was given, or by the word that was used', () => {
  const nameOf = namesIn({ things: [thing('woman1', 'woman'), thing('dog1', 'dog')] }, { dog1: 'Rex' })
  expect(['el:woman1', 'woman1', 'el:dog1', 'boat', 'el:boat2'].map(nameOf)).toEqual([
    'woman',
    'woman',
    'Rex',
    'boat',
    'boat',
  ])
  expect(
    explain(reading('edit', [{ op: 'recolor', target: 'el:dog1', value: 'brown' }]), [], {
      nameOf,
      pictures: 1,
    }),
  ).toBe('I made Rex brown.')
})

test.each([
  ['house', 'houses'],
  ['pine tree', 'pine trees'],
  ['woman', 'women'],
  ['sheep', 'sheep'],
  ['butterfly', 'butterflies'],
  ['bus', 'buses'],
  ['box', 'boxes'],
  ['cactus', 'cactuses'],
  ['wolf', 'wolves'],
  ['flowers', 'flowers'],
])('%s, %s', (one, many) => {
  expect(plural(one)).toBe(many)
  expect(counted(2, one)).toBe(`two ${many}`)
})
test.each([
  ['apple', 'an apple'],
  ['unicorn', 'a unicorn'],
  ['old house', 'an old house'],
  ['two cats', 'two cats'],
  ['the moon', 'the moon'],
  ['flowers', 'flowers'],
  ['snow', 'snow'],
  ['woman with flowers', 'a woman with flowers'],
])('%s: %s', (noun, whole) => {
  expect(withArticle(noun)).toBe(whole)
})
test('lists', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ])
})

test('a thing by the name of a property that every object has keeps its name', () => {
  expect(namesIn(undefined, {})('constructor')).toBe('constructor')
})
