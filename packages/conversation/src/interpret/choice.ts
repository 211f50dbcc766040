import type { Interpretation, Message } from '@plantain/core'
import { sceneBefore } from './before.ts'

/**
 * Words that point at something that is there: of "put a hat on him" one may ask who, of "put a dog in" there is nothing to choose. A closed
 * class, in the languages that have articles and pronouns as words of their own.
 */
const DEFINITE = new Set(
  [
    'the this that these those it its he him his she her hers they them their theirs one ones other others both all each every either which my mine your',
    'el la los las lo este esta estos estas ese esa esos esas su sus otro otra al del',
    'le les ce cet cette ces lui leur leurs son sa ses autre au aux du des',
    'der die das den dem des diese dieser dieses diesen ihn ihm ihr ihre sein seine andere anderen am im zum zur beim ins',
  ]
    .join(' ')
    .split(' '),
)

/** Whether a question "which one?" has nothing to choose from: the next best reading only adds things, and the message points at none. */
export function hasNothingToChoose(message: string, other: Interpretation): boolean {
  const words = message.toLowerCase().match(/\p{L}+/gu) ?? []
  return (
    other.kind === 'edit' &&
    other.ops.length > 0 &&
    other.ops.every(({ op }) => op === 'add') &&
    words.length > 0 &&
    !words.some((word) => DEFINITE.has(word))
  )
}

/** What every picture has, and nobody means by "it" where a thing is there. */
const SCENERY =
  /^(?:sky|clouds?|sun|moon|stars?|ground|grass|floor|walls?|background|water|sea|ocean|lake|river|sand|snow|road|street|path|city|town|village|trees|forest|hills?|mountains?|place|buildings|houses|furniture)$/i

/** "Make it pink", of a taxi under a sky: of what could be meant one alone is a thing. */
export function hasOneThing(asking: Interpretation, { message, history }: Message): boolean {
  if (!/\b(?:it|its)\b/i.test(message)) return false
  const meant = sceneBefore(history).filter(({ id }) => asking.refers_to.includes(`el:${id}`))
  return meant.length > 1 && meant.filter(({ name }) => !SCENERY.test(name)).length === 1
}
