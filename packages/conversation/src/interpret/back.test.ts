import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { takenBack } from './back.ts'

const turn: Interpretation = {
  kind: 'edit',
  ops: [{ op: 'rotate', direction: 'cw', amount: '90' }],
  refers_to: ['edit:last'],
}
const said = (message: string): Message => ({
  message,
  images: 0,
  uploads: [],
  history: [
    { role: 'user', text: 'rotate it' },
    { role: 'assistant', turn: 1, ops: [{ op: 'rotate', direction: 'cw', amount: '90' }], scene: [] },
  ],
})

test.each(['and back', 'Back again!', 'ok, now back'])('"%s" takes the turn before back', (message) => {
  expect(takenBack(turn, said(message))).toMatchObject({ kind: 'undo' })
})

test('and one step of it, however many are read', () => {
  const steps: Interpretation = { kind: 'undo', ops: [{ op: 'undo', steps: 2 }], refers_to: [] }
  expect(takenBack(steps, said('and back')).ops).toEqual([{ op: 'undo' }])
  expect(takenBack(steps, said('two back'))).toBe(steps)
})

test('"again" and a back that is a place are no way back', () => {
  for (const message of ['again', 'rotate the back', 'back to the first one'])
    expect(takenBack(turn, said(message))).toBe(turn)
})
