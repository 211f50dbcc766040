import type { Session } from '@plantain/conversation'
import { expect, test } from 'vitest'
import { originOf } from './origin.ts'

/** Only what is looked at: which pictures a turn made, from which one, and what was sent with it. */
const turn = (
  number: number,
  made: string,
  source: string | null,
  sent: readonly string[] = [],
): unknown => ({
  number,
  pictures: [{ artifact: made }],
  source: source === null ? null : { artifact: source },
  attachments: sent.map((artifact) => ({ artifact })),
})
const session = {
  turns: [
    turn(1, 'a', null),
    turn(2, 'b', 'a'),
    turn(3, 'c', 'b', ['dog']),
    turn(4, 'd', 'photo', ['photo']),
    turn(5, 'e', 'd'),
    turn(6, 'f', null, ['example']),
    turn(7, 'a', 'e'), // changed back into what there was once
  ],
} as unknown as Session

test.each([
  ['a', 'made'],
  ['b', 'made'],
  ['c', 'made'], // something was pasted in, and the line stays what it was
  ['d', 'edited'],
  ['e', 'edited'],
  ['f', 'edited'],
  ['photo', null],
])('%s is %s', (artifact, origin) => {
  expect(originOf(session, artifact)).toBe(origin)
})
