import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { unborrowed } from './borrowed.ts'

const added = (target: string): Interpretation => ({
  kind: 'edit',
  ops: [{ op: 'add', target, region: 'on the kid', color: 'green' }],
  refers_to: ['edit:last'],
})
const said = (message: string): Message => ({
  message,
  images: 0,
  uploads: [],
  history: [
    { role: 'user', text: 'give the kid a green hat' },
    {
      role: 'assistant',
      turn: 1,
      ops: [{ op: 'add', target: 'hat', region: 'on the kid', color: 'green' }],
      scene: [{ id: 'k1', name: 'kid' }],
    },
  ],
})

test('another thing takes neither colour nor place of the edit before', () => {
  expect(unborrowed(added('clouds'), said('more clouds')).ops).toEqual([{ op: 'add', target: 'clouds' }])
})

test.each([
  ['clouds', 'more green clouds on the kid'],
  ['scarf', 'and a scarf'],
  ['scarf', 'now give him a scarf'],
  ['scarf', 'ahora ponle una bufanda'],
  ['hat', 'more hats'],
] as const)('what is said, leaned on, or of the same thing stays: %s, "%s"', (target, message) => {
  const reading = added(target)
  expect(unborrowed(reading, said(message))).toBe(reading)
})
