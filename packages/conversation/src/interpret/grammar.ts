import { Owed, type Mentions } from './owed.ts'
import type { SessionToken } from './session.ts'
import type { ReadingVocabulary, Symbols } from './vocabulary.ts'

export const REF_SLOTS: ReadonlySet<string> = new Set(['source', 'into', 'subject_ref', 'sources'])
export const LIST_SLOTS: ReadonlySet<string> = new Set(['subject', 'palette'])
const MAX_VALUE = 24 // words of a text
const MAX_REFS = 12
const MAX_OPS = 6

/** Whether the slot is written verbatim: what is lettered on a picture. */
export function isLettering(op: string | undefined, slot: string): boolean {
  return op === undefined ? slot === 'text' : slot === 'value' && (op === 'add_text' || op === 'edit_text')
}

// These may come twice in a value: side by side.
const AGAIN = new Set('the a an of in on and to by with at from for side arm hand half back step'.split(' '))
const OFTEN = 3 // so many things of a list may share a word: two red kites, two blue kites
const QUOTES = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”“'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
])

export interface Stretch {
  readonly first: number
  readonly last: number
}

/** First and last unit of the wording between quotation marks, for each unit of it. */
export function quotedStretches(tokens: readonly SessionToken[]): ReadonlyMap<number, Stretch> {
  const found = new Map<number, Stretch>()
  const units = tokens.filter(({ start }) => start !== undefined)
  for (let at = 0; at < units.length; at++) {
    const sign = units[at]!.copy ?? ''
    const closing = QUOTES.get(sign)
    const apart = sign !== "'" || at === 0 || units[at - 1]!.end! < units[at]!.start!
    if (closing === undefined || !apart) continue
    const end = units.findIndex(({ copy }, index) => index > at && closing.includes(copy ?? ' '))
    if (end <= at + 1) continue
    const stretch = { first: at + 1, last: end - 1 }
    for (let i = stretch.first; i <= stretch.last; i++) found.set(i, stretch)
    at = end
  }
  return found
}

const NONE: ReadonlySet<string> = new Set()
/** Their target need not be there yet. */
const BRINGS = new Set(['add', 'insert'])
/** Kinds that are about the picture that was sent with the message. */
const USES_SENT = new Set(['edit', 'style_transfer', 'vary', 'blend', 'clarify', 'refuse'])

type State = 'begin' | 'kind' | 'why' | 'op' | 'slot' | 'refs' | 'constraint'

/** What may follow: numbers of marks; words; arrows to what can be copied, to where lettering may end, to references. */
interface Allowed {
  readonly marks: readonly string[]
  readonly words: boolean
  readonly arrows: 'none' | 'copies' | 'end' | 'references'
}

const only = (marks: readonly string[]): Allowed => ({ marks, words: false, arrows: 'none' })

/** Which symbols may follow what was written. Twin of `Grammar` in training/interpret/target.py. */
export class Grammar {
  readonly #vocabulary: ReadingVocabulary
  readonly #symbols: Symbols
  readonly #tokens: readonly SessionToken[]
  readonly #hasRefs: boolean
  readonly #owed: Owed
  /** The one picture that came with the message. */
  readonly #sent: readonly string[]
  readonly #places: { readonly slot: string; readonly pieces: string[] }[] = [] // targets and regions
  readonly #pointed: string[] = [] // references in slots
  #placing = false // whether what is written now goes into the last of `places`
  readonly #quoted: ReadonlyMap<number, Stretch>
  #state: State = 'begin'
  #kind = ''
  #ops: string[] = []
  #slot = ''
  #written = 0 // of the present value
  #itemWritten = 0
  #used = new Set<string>()
  #spent = new Set<number>() // words and arrows of the present value: none is written twice
  #times = new Map<number, number>() // how often each came in the present list
  #lastSlot = -1
  #lastConstraint = -1
  #spanStart: number | null = null
  #spanEnded = false

  constructor(vocabulary: ReadingVocabulary, symbols: Symbols, tokens: readonly SessionToken[]) {
    this.#vocabulary = vocabulary
    this.#symbols = symbols
    this.#tokens = tokens
    const sent = tokens.flatMap(({ ref, words }) =>
      ref !== undefined && words[0]?.key === '<sent:now>' ? [ref] : [],
    )
    this.#sent = sent.length === 1 ? sent : []
    this.#owed = new Owed(tokens)
    this.#quoted = quotedStretches(tokens)
    this.#hasRefs = tokens.some(({ ref }) => ref !== undefined)
  }

  /** Numbers of all that may be written next; never empty. */
  allowed(): number[] {
    const { names, firstWord, of } = this.#symbols
    const { marks, words, arrows } = this.#next()
    const arrowsTo = (fits: (token: SessionToken, index: number) => boolean): number[] =>
      this.#tokens.flatMap((token, index) => (fits(token, index) ? [names.length + index] : []))
    if (arrows === 'end') {
      const start = this.#spanStart!
      const quoted = this.#quoted.get(start)
      if (quoted) return [names.length + quoted.last]
      return arrowsTo((token, index) => token.start !== undefined && index >= start)
    }
    const out = marks.map(of)
    const lettered = this.#isLettering() && this.#written > 0 && this.#spanEnded
    if (words && !lettered)
      for (let i = firstWord; i < names.length; i++) if (!this.#spent.has(i)) out.push(i)
    if (arrows === 'copies' && !lettered)
      out.push(...arrowsTo(({ copy }, index) => Boolean(copy) && !this.#spent.has(names.length + index)))
    const owed = this.#state === 'refs' ? this.#owed.arrows(this.#mentions(), this.#used) : []
    if (owed.length > 0) out.push(...owed.map((index) => names.length + index))
    else if (arrows === 'references')
      out.push(...arrowsTo(({ ref }) => ref !== undefined && !this.#used.has(ref)))
    return out
  }

  put(number: number): void {
    const { names, firstWord } = this.#symbols
    const word = names[number] ?? this.#tokens[number - names.length]?.copy ?? ''
    if (number >= firstWord && !AGAIN.has(word)) this.#spend(number)
    if (number >= names.length) return this.#putArrow(number - names.length)
    const name = names[number]!
    const head = name.slice(0, 2)
    const rest = name.slice(2)
    if (number >= firstWord || head === 'D:' || head === 'P:') {
      if (number >= firstWord && this.#state === 'slot' && this.#placing)
        this.#places.at(-1)!.pieces.push(name)
      this.#written++
      this.#itemWritten++
    } else if (name === 'SEP') this.#nextItem()
    else if (name === 'EDITLAST') this.#written++
    else if (head === 'K:') {
      this.#state = 'kind'
      this.#kind = rest
    } else if (head === 'A:' || head === 'Z:') this.#state = 'why'
    else if (head === 'O:') {
      this.#state = 'op'
      this.#ops.push(rest)
      this.#lastSlot = -1
      this.#written = 0
    } else if (head === 'S:') this.#begin('slot', rest)
    else if (head === 'C:') this.#begin('constraint', rest)
    else if (name === 'R') this.#begin('refs', '')
  }

  #spend(number: number): void {
    this.#spent.add(number)
    this.#times.set(number, (this.#times.get(number) ?? 0) + 1)
  }

  #nextItem(): void {
    this.#itemWritten = 0
    for (const [number, times] of this.#times) if (times < OFTEN) this.#spent.delete(number)
  }

  #begin(state: State, slot: string): void {
    this.#state = state
    this.#slot = slot
    this.#written = 0
    this.#itemWritten = 0
    this.#used = new Set()
    this.#spent = new Set()
    this.#times = new Map()
    this.#spanEnded = false
    if (state === 'slot') {
      this.#lastSlot = this.#vocabulary.slots.indexOf(slot)
      this.#placing = slot === 'region' || (slot === 'target' && !BRINGS.has(this.#ops.at(-1)!))
      if (this.#placing) this.#places.push({ slot, pieces: [] })
    }
    if (state === 'constraint') this.#lastConstraint = this.#vocabulary.constraints.indexOf(slot)
  }

  #putArrow(index: number): void {
    const token = this.#tokens[index]!
    const inSlot = this.#state === 'slot'
    if (inSlot && REF_SLOTS.has(this.#slot)) this.#pointed.push(token.ref ?? '')
    else if (inSlot && this.#placing) this.#places.at(-1)!.pieces.push(token.copy ?? '')
    if (this.#state === 'refs' || (this.#state === 'slot' && REF_SLOTS.has(this.#slot))) {
      if (token.ref !== undefined) this.#used.add(token.ref)
    } else if (this.#spanStart !== null) {
      this.#spanStart = null
      this.#spanEnded = true
    } else if (this.#isLettering() && token.start !== undefined && this.#written === 0) {
      this.#spanStart = index
    }
    this.#written++
    this.#itemWritten++
  }

  #mentions(): Mentions {
    const sent = USES_SENT.has(this.#kind) ? this.#sent : []
    return { places: this.#places, refs: [...this.#pointed, ...sent] }
  }

  #isLettering(): boolean {
    if (this.#state === 'slot') return isLettering(this.#ops.at(-1), this.#slot)
    return this.#state === 'constraint' && isLettering(undefined, this.#slot)
  }

  #next(): Allowed {
    const { kinds, asks, reasons } = this.#vocabulary
    switch (this.#state) {
      case 'begin':
        return only(kinds.map((name) => `K:${name}`))
      case 'kind':
        if (this.#kind === 'clarify') return only(asks.map((name) => `A:${name}`))
        if (this.#kind === 'refuse') return only(reasons.map((name) => `Z:${name}`))
        return only(this.#afterOp())
      case 'why':
        return only(this.#afterOp())
      case 'op':
        return only(this.#afterValue())
      case 'slot':
      case 'constraint':
        return this.#value()
      case 'refs': {
        const marks = this.#written > 0 ? this.#afterOp() : ['EDITLAST']
        return { marks, words: false, arrows: this.#written < MAX_REFS ? 'references' : 'none' }
      }
    }
  }

  #value(): Allowed {
    const { directions, options } = this.#vocabulary
    const slot = this.#slot
    if (slot === 'direction' || slot === 'option') {
      if (this.#written > 0) return only(this.#afterValue())
      return only(
        slot === 'direction' ? directions.map((name) => `D:${name}`) : options.map((name) => `P:${name}`),
      )
    }
    if (REF_SLOTS.has(slot)) {
      const more = this.#written === 0 || (slot === 'sources' && this.#written < MAX_REFS)
      const marks = this.#written > 0 ? this.#afterValue() : []
      return { marks, words: false, arrows: more ? 'references' : 'none' }
    }
    if (this.#spanStart !== null) return { marks: [], words: false, arrows: 'end' }
    const marks = this.#itemWritten > 0 ? this.#afterValue() : []
    if (LIST_SLOTS.has(slot) && this.#itemWritten > 0) marks.push('SEP')
    const full = this.#written >= MAX_VALUE && marks.length > 0
    return { marks, words: !full, arrows: full ? 'none' : 'copies' }
  }

  #afterValue(): string[] {
    const { slots, ops, constraints } = this.#vocabulary
    if (this.#state === 'constraint') {
      const left = constraints.filter((_, index) => index > this.#lastConstraint)
      return [...left.map((name) => `C:${name}`), 'END']
    }
    const own = ops[this.#ops.at(-1)!] ?? []
    const left = own.filter(
      (slot) => slots.indexOf(slot) > this.#lastSlot && (this.#hasRefs || !REF_SLOTS.has(slot)),
    )
    return [...left.map((name) => `S:${name}`), ...this.#afterOp()]
  }

  #afterOp(): string[] {
    const [allowed, needed] = this.#vocabulary.kindOps[this.#kind] ?? [[], false]
    const listing = this.#state === 'refs'
    const out = listing || this.#ops.length >= MAX_OPS ? [] : allowed.map((name) => `O:${name}`)
    if (needed && this.#ops.length === 0) return out
    if (this.#owed.unmet(this.#mentions(), listing ? this.#used : NONE).length > 0)
      return listing ? out : [...out, 'R']
    if (!listing) out.push('R')
    return [...out, ...this.#vocabulary.constraints.map((name) => `C:${name}`), 'END']
  }
}
