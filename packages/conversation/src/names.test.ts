import { expect, test } from 'vitest'
import { findNaming, withoutNames } from './names.ts'

const scene = [
  { id: 'woman1', name: 'woman', color: 'red' },
  { id: 'dog1', name: 'dog', color: 'brown' },
  { id: 'sky1', name: 'sky' },
]
const meant = (message: string, elements = scene): unknown => {
  const naming = findNaming(message, elements)
  return naming && [naming.name, ...naming.candidates.map(({ id }) => id)]
}

test.each([
  ['call her Mia', ['Mia', 'woman1']],
  ["let's call the dog Rex", ['Rex', 'dog1']],
  ['please name the red woman "Ana María"!', ['Ana María', 'woman1']],
  ["the dog's name is Rex.", ['Rex', 'dog1']],
  ['the dog is called Sir Barks', ['Sir Barks', 'dog1']],
  ['her name is Zoë', ['Zoë', 'woman1']],
  ['call it Rex', ['Rex', 'woman1', 'dog1']],
  ['sie heißt Mia', ['Mia', 'woman1']],
  ['elle s’appelle Chloé', ['Chloé', 'woman1']],
  ['llámala Mia', ['Mia', 'woman1']],
])('%s', (message, expected) => {
  expect(meant(message)).toEqual(expected)
})
test.each([
  'call it a day',
  'call the file Sunset',
  'name three colours',
  'call her',
  'add a woman called Mia',
  'what is her name?',
  'make the sign say “Call Mia”',
])('%s gives no name', (message) => {
  expect(meant(message)).toBeNull()
})
test('where there is lettering, "call it" is about the lettering', () => {
  const poster = [{ id: 'title1', name: 'title', color: 'blue', value: 'Sales' }]
  expect(meant('call it Turnover', poster)).toBeNull()
})

const names = { woman1: 'Mia', dog1: 'Rex' }
test.each([
  ['give Mia a hat', 'give the woman a hat'],
  ["put Rex on mia's lap", "put the dog on the woman's lap"],
  ['write "Mia" above Mia', 'write "Mia" above the woman'],
  ['Miami at night', 'Miami at night'],
])('%s: %s', (message, plain) => {
  expect(withoutNames(message, names, scene, scene)).toBe(plain)
})
test('twins are told apart by colour, and who is not in the picture is the same as before', () => {
  const twins = [...scene, { id: 'woman2', name: 'woman', color: 'blue' }]
  expect(withoutNames('give Mia a hat', names, twins, twins)).toBe('give the red woman a hat')
  expect(withoutNames('Mia at the beach', names, [], scene)).toBe('the same woman at the beach')
})
