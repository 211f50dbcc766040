import type { Interpretation, Message } from '@plantain/core'
import { expect, test } from 'vitest'
import { putElsewhere } from './put-elsewhere.ts'

const message = (text: string, more: Partial<Message> = {}): Message => ({
  history: [],
  message: text,
  images: 1,
  uploads: [],
  ...more,
})
const add = (target: string): Interpretation => ({
  kind: 'edit',
  ops: [{ op: 'add', target, region: 'on the moon' }],
  refers_to: ['image:1'],
})

test('of the one picture that is there, the place is changed', () => {
  expect(putElsewhere(add('rocket'), message('Put this rocket on the moon.')).ops).toEqual([
    { op: 'background', target: 'rocket', value: 'moon' },
  ])
})
test('also where it would be asked about', () => {
  const asked: Interpretation = { kind: 'clarify', ops: [], refers_to: ['image:1'], ask: 'target' }
  expect(putElsewhere(asked, message('put this cat on the beach'))).toEqual({
    kind: 'edit',
    ops: [{ op: 'background', target: 'cat', value: 'beach' }],
    refers_to: ['image:1'],
  })
})
test('beside a picture that is shown, and of anything else, it is set in', () => {
  const shown = { role: 'assistant', turn: 1, ops: [], scene: [] } as const
  const reading = add('rocket')
  expect(putElsewhere(reading, message('put this rocket on the moon', { history: [shown] }))).toBe(reading)
  expect(putElsewhere(reading, message('put a rocket on the moon'))).toBe(reading)
  expect(putElsewhere(reading, message('put this rocket on the moon', { images: 2 }))).toBe(reading)
  for (const text of [
    'put this cat in a hat',
    'put him on a horse',
    'put this cat on the horse',
    'put that by the window',
  ])
    expect(putElsewhere(add('cat'), message(text)).ops[0]!.op).toBe('add')
  expect(putElsewhere(add('hat'), message('put this cat on the moon')).ops[0]!.op).toBe('add')
})
