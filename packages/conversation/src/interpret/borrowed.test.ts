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
  ['clouds', 'green clouds on the kid'],
  ['scarf', 'a scarf on the kid, also green'],
  ['scarf', 'and a scarf'],
  ['scarf', 'the same with a scarf'],
  ['hat', 'one more hat'],
] as const)('what is said, leaned on, or of the same thing stays: %s, "%s"', (target, message) => {
  const reading = added(target)
  expect(unborrowed(reading, said(message))).toBe(reading)
})
