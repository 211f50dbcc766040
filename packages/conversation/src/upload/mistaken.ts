import type { Rect, SummaryThing } from '@plantain/core'
import { readPhrase } from '../reading/phrase.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { commonArea } from './common-area.ts'
import { boxIn } from './photo.ts'
import type { Asked } from './state.ts'

/** Share of both boxes together that they have in common, from which they are of one thing. */
const SAME_BOX = 0.5

/**
 * What is known to be in a photograph where a guess would fall on it: a spoon that nothing finds is not the cup that stands out. Null where the word may
 * well be one for it ("astronaut" for a person), or is one that no list has.
 */
export function mistakenFor(
  name: string,
  { photo, things, words }: Pick<Asked, 'photo' | 'things' | 'words'>,
): string | null {
  const guess = boxIn(photo, name)
  if (guess === null) return null
  const seen = things.find((thing) => !NO_NAMES.has(thing.name) && shared(guess, thing.box) > SAME_BOX)
  return seen === undefined || mayBe(name, seen.name, words) ? null : seen.name
}
/** Words for many kinds, of which lists give one. */
const CATEGORIES =
  /\b(?:vehicles?|furniture|fruits?|vegetables?|plants?|animals?|pets?|birds?|food|dish(?:es)?|drinks?|beverage|device|machine|tool|toy|object|item|thing|stuff|building|clothes|person|people|figure)\b/i
const NO_NAMES = new Set(['subject', 'face', 'sky', 'water', 'plants', 'ground'])

function mayBe(said: string, seen: string, words: Vocabulary): boolean {
  const kindsOf = (text: string): readonly string[] => readPhrase(words, text).things.at(-1)?.kinds ?? []
  // "The vehicle", "the fruit": a whole category.
  if (CATEGORIES.test(said)) return true
  const [own, other] = [kindsOf(said), kindsOf(seen)]
  if (own.length === 0 || own.some((kind) => other.includes(kind))) return true
  // A mug goes by "coffee cup", too.
  const noun = seen.split(' ').at(-1)!
  if (own.some((kind) => words.kinds.get(kind)?.names.some((one) => one.split(' ').includes(noun))))
    return true
  const isPerson = (kind: string): boolean => words.kinds.get(kind)?.category === 'person'
  return /^(?:person|people)$/.test(seen) && own.some(isPerson)
}

/** Area in common over that of both; boxes as summaries have them. */
function shared(one: SummaryThing['box'], other: SummaryThing['box']): number {
  const common = commonArea(rectOf(one), rectOf(other))
  return common / (one[2] * one[3] + other[2] * other[3] - common)
}
const rectOf = ([x, y, width, height]: SummaryThing['box']): Rect => ({ x, y, width, height })
