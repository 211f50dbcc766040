/** What stands how to what: "a cat left of a house". `of` and `to` are places in Asked.things. */
export interface AskedRelation {
  readonly of: number
  /** A value of the lexicon's field "relation": on, in, under, left of, next to, wearing, with … */
  readonly relation: string
  readonly to: number
}

/** What a wording is made of, as far as relations go, in its order. */
export type Mark =
  | { readonly is: 'thing'; readonly index: number }
  /** toBefore: what it relates to is in the word itself, "beside it". passive: "carried by". */
  | { readonly is: 'relation'; readonly value: string; readonly toBefore: boolean; readonly passive: boolean }
  | { readonly is: 'pronoun' | 'and' }
  /** A word of the world, or a part of a thing, which can end a relation and begin none. */
  | { readonly is: 'place' }
  | { readonly is: 'break'; readonly comma: boolean }

/**
 * English order above all: "A REL B", and "REL B A" at the start of a clause ("on the sofa a cat"). "It", "her" and the like stand for
 * the first thing that is not the subject. What has no clear partner is left out.
 */
export function readRelations(marks: readonly Mark[]): AskedRelation[] {
  const found: AskedRelation[] = []
  const add = (of: number | null, relation: string, to: number | null): void => {
    if (
      of === null ||
      to === null ||
      of === to ||
      found.some((known) => known.of === of && known.relation === relation && known.to === to)
    )
      return
    found.push({ of, relation, to })
  }
  let named: number[] = [] // things of this sentence, in order
  let first: number | null = null
  let pairs = 0 // of "between"
  let owner: number | null = null // "a pelican with a fish in its beak on a post": the pelican goes on
  marks.forEach((mark, at) => {
    if (mark.is === 'break' && !mark.comma) {
      // "On the table: a cup" is one sentence.
      if (!isColon(marks, at)) named = []
      return
    }
    if (mark.is === 'thing') {
      if (pairs > 0 && found.length > 0 && marks[at - 1]?.is === 'and')
        add(found.at(-1)!.of, 'between', mark.index)
      if (marks[at - 1]?.is !== 'relation') pairs = 0
      named = [...named.filter((index) => index !== mark.index), mark.index]
      owner = null
      first ??= mark.index
      return
    }
    // "He holds the rod": the first that was named, whoever it is.
    if (mark.is === 'pronoun' && marks[at - 1]?.is !== 'relation') owner = first
    if (mark.is !== 'relation') return
    // "rain on the window": the rain is no thing, and the lamp before it has nothing to do with it.
    const ofWorld = marks[at - 1]?.is === 'place' && marks[at - 2]?.is !== 'relation'
    const subject = ofWorld ? null : (owner ?? named.at(-1) ?? null)
    owner = null
    const antecedent = named.find((index) => index !== subject) ?? null
    const [next, after, later] = [marks[at + 1], marks[at + 2], marks[at + 3]]
    const opens = at === 0 || marks[at - 1]!.is === 'break' || marks[at - 1]!.is === 'and'
    if (mark.toBefore || next?.is === 'pronoun') {
      const follower = mark.toBefore ? next : after
      if (opens && follower?.is === 'thing') add(follower.index, mark.value, subject)
      else if (isOwning(mark.value)) add((owner = antecedent), mark.value, subject)
      else add(subject, mark.value, antecedent)
      return
    }
    if (next?.is !== 'thing') {
      if (isOwning(mark.value)) add((owner = antecedent), mark.value, subject)
      return
    }
    if (mark.passive) return add(next.index, mark.value, subject)
    const beyond = subject === null && after?.is === 'break' && later?.is === 'thing' ? later : null
    if (opens && (after?.is === 'thing' || beyond !== null))
      return add(after?.is === 'thing' ? after.index : beyond!.index, mark.value, next.index)
    add(subject, mark.value, next.index)
    if (mark.value === 'between') pairs = 1
  })
  return found
}

function isOwning(relation: string): boolean {
  return relation === 'holding' || relation === 'wearing'
}

/** A full stop parts sentences; a colon after a place does not. Both come as breaks, so what follows decides: a thing and no relation. */
function isColon(marks: readonly Mark[], at: number): boolean {
  return (
    marks[at + 1]?.is === 'thing' &&
    marks[at - 1]?.is === 'thing' &&
    marks[at - 2]?.is === 'relation' &&
    (at < 3 || marks[at - 3]!.is === 'break')
  )
}
