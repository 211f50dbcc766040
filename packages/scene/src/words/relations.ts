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
  /** "A bowl of": what follows is in it, or on it. */
  | { readonly is: 'holds'; readonly value: 'in' | 'on' }
  | { readonly is: 'pronoun' | 'and' }
  /** A word of the world, or a part of a thing, which can end a relation and begin none. */
  | { readonly is: 'place' }
  | { readonly is: 'break'; readonly comma: boolean }

/**
 * English order above all: "A REL B", and "REL B A" at the start of a clause ("on the sofa a cat"). After "A with B" it is A that goes on
 * ("a dog with a hat on a sofa"). "It", "her" and the like stand for the first thing that is not the subject. What has no clear partner
 * is left out.
 */
export function readRelations(marks: readonly Mark[]): AskedRelation[] {
  const found: AskedRelation[] = []
  const add = (of: number | null, relation: string, to: number | null): void => {
    if (of === null || to === null || of === to) return
    if (found.some((known) => known.of === of && known.relation === relation && known.to === to)) return
    found.push({ of, relation, to })
  }
  let named: number[] = [] // things of this sentence, in order
  let first: number | null = null
  let keeper: number | null = null // whose relation goes on over what it has with it
  let spoken: number | null = null // "he": who is spoken of next
  let shared: AskedRelation | null = null // "between A and B", "with A and B"

  const onThing = (index: number, before: Mark | undefined): void => {
    if (before?.is === 'and' && shared !== null) add(shared.of, shared.relation, index)
    if (before?.is === 'holds') {
      const holder = named.at(-1) ?? null
      add(index, before.value, holder)
      keeper ??= holder // "a plate of cookies next to a cup"
    } else if (before?.is !== 'relation') {
      shared = null
      keeper = null
    }
    named = [...named.filter((known) => known !== index), index]
    spoken = null
    first ??= index
  }
  const onRelation = (mark: Mark & { is: 'relation' }, at: number): void => {
    const { value } = mark
    // "rain on the window": the rain is no thing, and the lamp before it has nothing to do with it.
    const ofWorld = marks[at - 1]?.is === 'place' && marks[at - 2]?.is !== 'relation'
    const nearest = ofWorld ? null : (named.at(-1) ?? null)
    const subject = ofWorld ? null : (spoken ?? keeper ?? nearest)
    const earlier = named.find((index) => index !== nearest) ?? null
    const [next, after, later] = [marks[at + 1], marks[at + 2], marks[at + 3]]
    const opens = at === 0 || marks[at - 1]!.is === 'break' || marks[at - 1]!.is === 'and'
    shared = null
    if (mark.toBefore || next?.is === 'pronoun') {
      const follower = mark.toBefore ? next : after
      if (opens && follower?.is === 'thing') return add(follower.index, value, nearest)
      if (!isOwning(value)) return add(nearest, value, earlier)
      keeper = earlier // "a pelican with a fish in its beak on a post"
      return add(earlier, value, nearest)
    }
    if (next?.is !== 'thing') {
      if (isOwning(value)) add((keeper = earlier), value, nearest)
      else if (spoken !== null) add(spoken, value, nearest) // "the leaf it sits on"
      else if (ENDING.has(value) && marks[at - 1]?.is === 'thing' && marks[at - 2]?.is === 'break')
        add(nearest, value, named.at(-2) ?? null) // "a book, a cup on top"
      return
    }
    if (mark.passive) return add(next.index, value, subject)
    const beyond = subject === null && after?.is === 'break' && later?.is === 'thing' ? later : null
    if (opens && after?.is === 'thing') return add(after.index, value, next.index)
    if (opens && beyond !== null) return add(beyond.index, value, next.index)
    const ends = after === undefined || (after.is === 'break' && !after.comma)
    const group =
      keeper === null && spoken === null && JOINT.has(value) ? groupBefore(marks, at, opens && ends) : []
    for (const index of group) add(index, value, next.index)
    add(subject, value, next.index)
    if (value === 'between' || value === 'with')
      shared = subject === null ? null : { of: subject, relation: value, to: next.index }
    if (subject !== null && (value === 'with' || isOwning(value))) keeper = subject
  }
  marks.forEach((mark, at) => {
    // "On the table: a cup" is one sentence.
    if (mark.is === 'break' && !mark.comma && !isColon(marks, at)) {
      named = []
      keeper = null
    } else if (mark.is === 'thing') onThing(mark.index, marks[at - 1])
    else if (mark.is === 'pronoun' && marks[at - 1]?.is !== 'relation') spoken = first
    else if (mark.is === 'relation') onRelation(mark, at)
  })
  return found
}

/** May stand at the end, of the thing named before. */
const ENDING = new Set(['on', 'under', 'next to', 'behind', 'in front of', 'above', 'below'])
/** Hold of all things of a group. */
const JOINT = new Set([
  'on',
  'in',
  'under',
  'behind',
  'in front of',
  'left of',
  'right of',
  'above',
  'below',
  'next to',
])

/** "a cup and a plate on …", and with `list` also "a cup, a plate, a spoon, on …". */
function groupBefore(marks: readonly Mark[], at: number, list: boolean): number[] {
  const group: number[] = []
  for (let i = list && marks[at - 1]?.is === 'break' ? at - 2 : at - 1; i >= 0; i -= 2) {
    const [mark, joint] = [marks[i]!, marks[i - 1]]
    if (mark.is !== 'thing') break
    group.unshift(mark.index)
    if (joint?.is !== 'and' && !(list && joint?.is === 'break' && joint.comma)) break
  }
  return group.length > 1 ? group : []
}

function isOwning(relation: string): boolean {
  return relation === 'holding' || relation === 'wearing'
}

/** A full stop parts sentences; a colon after a place does not. Both come as breaks, so what follows decides: a thing and no relation. */
function isColon(marks: readonly Mark[], at: number): boolean {
  const [third, second, one] = [marks[at - 3], marks[at - 2], marks[at - 1]]
  return (
    marks[at + 1]?.is === 'thing' &&
    one?.is === 'thing' &&
    second?.is === 'relation' &&
    (third === undefined || third.is === 'break')
  )
}
