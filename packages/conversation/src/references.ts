import type { Interpretation, Ref } from '@plantain/core'
import type { Place, Session } from './session.ts'
import { findPlace, parsePlace, standing, turnAt } from './tree.ts'

const isPicture = (reference: Ref): boolean => parsePlace(reference) !== null

/** Pictures that the interpretation names, in its order. */
export const picturesIn = ({ refers_to }: Interpretation): readonly Ref[] => refers_to.filter(isPicture)

/** Pictures that something is taken from: style, content, a person; never the one that is changed. */
const takenFrom = ({ ops }: Interpretation): readonly Ref[] =>
  ops
    .flatMap(({ source, sources = [], subject_ref }) => [source, ...sources, subject_ref])
    .filter((one): one is Ref => one !== undefined)

/** First picture that the interpretation names and the session does not have; undefined: all are there. */
export function missingPicture(session: Session, interpretation: Interpretation): Ref | undefined {
  const into = interpretation.ops.flatMap(({ into }) => (into === undefined ? [] : [into]))
  return [...picturesIn(interpretation), ...takenFrom(interpretation), ...into].find(
    (reference) => isPicture(reference) && findPlace(session, reference) === undefined,
  )
}

/**
 * The picture that a message changes. Named ones come first, then one of several ("the second one"), then one that was sent
 * with the message, then the current one. null: there is no picture yet.
 *
 * session: with the message's own pictures as those of its last turn
 */
export function baseOf(session: Session, interpretation: Interpretation, message: string): Place | null {
  const { current } = standing(session)
  const into = interpretation.ops.find((wish) => wish.into !== undefined)?.into
  if (into !== undefined && isPicture(into)) return findPlace(session, into) ?? current
  if (interpretation.kind === 'generate' || interpretation.kind === 'blend') return current
  const taken = takenFrom(interpretation)
  const sent = sentNow(session)
  const named = picturesIn(interpretation).filter((reference) => !taken.includes(reference))
  for (const reference of named) {
    if (sent.includes(reference) && isModel(message, current, sent)) continue
    return namedPlace(session, reference, message) ?? current
  }
  const [only] = sent
  if (sent.length === 1 && named.length === 0 && !taken.includes(only!) && !isModel(message, current, sent))
    return only!
  return current === null ? null : (namedPlace(session, current, message) ?? current)
}

/**
 * The picture that a reference names. Of the several that the last turn with pictures made, the one that the message picks ("the
 * second one"); of the current turn, the current one.
 */
export function namedPlace(session: Session, reference: Ref, message: string): Place | undefined {
  const place = findPlace(session, reference)
  const turn = place === undefined ? undefined : turnAt(session, place)
  if (place === undefined || turn === undefined || turn.pictures.length < 2) return place
  const { current } = standing(session)
  const isCurrent = current !== null && turnAt(session, current) === turn
  const isLatest = session.turns.findLast(({ pictures }) => pictures.length > 0) === turn
  const which = isCurrent || isLatest ? ordinal(message) : null
  if (which !== null) {
    const picked = findPlace(
      session,
      `turn:${turn.number}.${which === 'last' ? turn.pictures.length : which}`,
    )
    if (picked !== undefined) return picked
  }
  return isCurrent && !reference.includes('.') ? current : place
}

/** `image:N` of the pictures that came with the last message. */
function sentNow(session: Session): readonly Place[] {
  const counts = session.turns.map(({ attachments }) => attachments.length)
  const before = counts.slice(0, -1).reduce((sum, count) => sum + count, 0)
  return Array.from({ length: counts.at(-1) ?? 0 }, (_, i) => `image:${before + i + 1}`)
}

/** A picture sent to one that is there already can be what to go by: "with the light of this photo", "make it like this". */
const model =
  /\b(like|as in|same|match|matching|similar|inspired|reference|in the style|based on|from (this|that|the|my)|of this|wie|comme|como)\b|像|のよう|जैस/i
const isModel = (message: string, current: Place | null, sent: readonly Place[]): boolean =>
  current !== null && !sent.includes(current) && model.test(message)

const ordinals: readonly RegExp[] = [
  /\b(first|1st|erste[rsn]?|premi[eè]re?|primer[oa]?)\b|第一|一番目|पहल/i,
  /\b(second|2nd|zweite[rsn]?|deuxi[eè]me|segund[oa])\b|第二|二番目|दूसर/i,
  /\b(third|3rd|dritte[rsn]?|troisi[eè]me|tercer[oa]?)\b|第三|三番目|तीसर/i,
  /\b(fourth|4th|vierte[rsn]?|quatri[eè]me|cuart[oa])\b|第四|四番目|चौथ/i,
  /\b(fifth|5th)\b|第五|五番目/i,
  /\b(sixth|6th)\b|第六|六番目/i,
  /\b(seventh|7th)\b|第七|七番目/i,
  /\b(eighth|8th)\b|第八|八番目/i,
]
const last = /\b(last|letzte[rsn]?|derni[eè]re?|[uú]ltim[oa])\b|最后|最後|आखिर/i
const numbered = /(?:#|\b(?:number|no\.?|nr\.?|version|variation|picture|image|option)\s*)(\d{1,2})\b/i
/** "the second one", "number 3", "#2", at the start or before "one", "picture", "version" … so that "the second house" is none. */
const ofPictures =
  /\b(one|picture|image|version|variation|option|variant|shot|take|bild|variante|imagen|vers[ií][oó]n)\b|^\s*(the |die |das |der |la |le |el )?\S+\s*([,.!:;]|$|but|with|in |and |please|mit|aber|pero|mais)|张|個|つ目|番目|वाल/i

/** Which of several pictures a message means; null: none of them in particular. */
export function ordinal(message: string): number | 'last' | null {
  const number = numbered.exec(message)?.[1]
  if (number !== undefined) return Number(number)
  if (!ofPictures.test(message)) return null
  const found = ordinals.findIndex((pattern) => pattern.test(message))
  if (found >= 0) return found + 1
  return last.test(message) ? 'last' : null
}
