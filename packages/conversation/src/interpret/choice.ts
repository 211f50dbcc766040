import type { Interpretation } from '@plantain/core'

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
