import type { OpName, Wish } from '@plantain/core'
import type { Draft } from '../carry-out/draft.ts'
import type { PerformEvent } from '../perform.ts'
import { move, remove, scale } from './layers.ts'
import { add, insert, replace } from './set-in.ts'
import type { Asked } from './state.ts'
import { background, restyle, season, timeOfDay, weather } from './surroundings.ts'

type Doer = (asked: Asked) => Draft | Promise<Draft> | AsyncGenerator<PerformEvent, Draft>

/** What is done to an upload by other ways than to a scene. */
const DOERS: Readonly<Partial<Record<OpName, Doer>>> = {
  remove,
  move,
  scale,
  insert,
  replace,
  add: (asked) => add(asked),
  restyle,
  weather,
  season,
  time_of_day: timeOfDay,
  background,
}

/** These are exact operations on a region, planned as for any picture. */
const isExactWish = ({ op, value = 'transparent' }: Wish): boolean =>
  op === 'background' &&
  /\b(?:transparent|transparency|none|removed?|cut ?out|no background|without|alpha|empty|clear|blur\w*)\b/i.test(
    value,
  )

/** Whether a wish changes an upload's pixels in a way that no operation can be amended for: such ones are done before the others. */
export const isStructural = (wish: Wish): boolean => DOERS[wish.op] !== undefined && !isExactWish(wish)

/** Does a wish to an upload; null where it is planned like one for any picture. */
export async function* doToUpload(asked: Asked): AsyncGenerator<PerformEvent, Draft | null> {
  const doer = DOERS[asked.wish.op]
  if (doer === undefined || isExactWish(asked.wish)) return null
  const done = doer(asked)
  return Symbol.asyncIterator in done ? yield* done : await done
}
