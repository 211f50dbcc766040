import { expect, test } from 'vitest'
import { paintedOver } from './painted.ts'

test.each([
  'remove this',
  'Erase the painted area.',
  'please remove it',
  'take this out',
  'clean up',
  'delete what i marked',
  'remove the thing here',
])('"%s" is what was painted over', (message) => {
  expect(paintedOver(message)?.ops).toEqual([{ op: 'remove' }])
})
test.each([
  'remove the spoon',
  'make this blue',
  'fill this with wood',
  'take this photo as the style',
  'remove the noise',
  'clear sky please',
])('"%s" is read', (message) => {
  expect(paintedOver(message)).toBeNull()
})
