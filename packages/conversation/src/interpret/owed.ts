import type { SessionToken } from './session.ts'
import { plainWords } from './words.ts'

/** What was written that has to be referred to as well. */
export interface Mentions {
  /** Targets and regions, in the words that were written. */
  readonly places: readonly { readonly slot: string; readonly pieces: readonly string[] }[]
  /** References in slots, and the one picture that came with the message. */
  readonly refs: readonly string[]
}

/** Arrows at what a reading has to refer to. Twin of `groups` and `owed` in training/interpret/target.py. */
export class Owed {
  readonly #tokens: readonly SessionToken[]
  readonly #elements: readonly { readonly index: number; readonly name: readonly string[] }[]
  readonly #places = new Map<string, number>()

  constructor(tokens: readonly SessionToken[]) {
    this.#tokens = tokens
    this.#elements = tokens.flatMap(({ ref, copy, words }, index) =>
      ref?.startsWith('el:') && !words.some(({ key }) => key === '<el:gone>')
        ? [{ index, name: plainWords(copy ?? '') }]
        : [],
    )
    tokens.forEach(({ ref }, index) => {
      if (ref !== undefined && !this.#places.has(ref)) this.#places.set(ref, index)
    })
  }

  /** Groups of which one member at least has to be referred to and none is. */
  unmet(mentions: Mentions, used: ReadonlySet<string>): number[][] {
    return this.#groups(mentions).filter((group) => !group.some((index) => used.has(this.#ref(index))))
  }

  /**
   * Where arrows may point while something is owed: at the first of that; or, before it, at its like and at what the message speaks of
   * (before a picture: at anything). Empty: nothing is owed.
   */
  arrows(mentions: Mentions, used: ReadonlySet<string>): number[] {
    const unmet = this.unmet(mentions, used).toSorted((a, b) => a[0]! - b[0]!)
    const first = unmet[0]
    if (first === undefined) return []
    const elements = new Set(this.#elements.map(({ index }) => index))
    const others = elements.has(first[0]!)
      ? [...[...elements].filter((index) => this.#isSpokenOf(index)), ...this.#groups(mentions).flat()]
      : [...this.#places.values()]
    const before = others.filter((index) => index < first[0]! && !used.has(this.#ref(index)))
    return [...new Set([...first, ...before])].toSorted((a, b) => a - b)
  }

  #ref(index: number): string {
    return this.#tokens[index]!.ref ?? ''
  }

  #isSpokenOf(index: number): boolean {
    return this.#tokens[index]!.words.some(({ key }) => key === '<said>' || key === '<half>')
  }

  #groups({ places, refs }: Mentions): number[][] {
    const named = places.map(({ slot, pieces }) => {
      const words = plainWords(pieces.join(' '))
      return slot === 'target' ? this.#called(words) : this.#within(words)
    })
    const pointed = refs.flatMap((ref) => this.#places.get(ref) ?? []).map((index) => [index])
    return [...pointed, ...named.filter((group) => group.length > 0)]
  }

  /** Elements of this name, else with this head noun. */
  #called(words: readonly string[]): number[] {
    const head = words.at(-1)
    const whole = this.#elements.filter(({ name }) => name.join(' ') === words.join(' '))
    const found =
      whole.length > 0
        ? whole
        : this.#elements.filter(({ name }) => head !== undefined && name.at(-1) === head)
    return words.length === 0 ? [] : found.map(({ index }) => index)
  }

  /** Elements whose name comes up in the words, else whose head noun does. */
  #within(words: readonly string[]): number[] {
    const text = ` ${words.join(' ')} `
    const has = (name: readonly string[]): boolean => name.length > 0 && text.includes(` ${name.join(' ')} `)
    const whole = this.#elements.filter(({ name }) => has(name))
    const found = whole.length > 0 ? whole : this.#elements.filter(({ name }) => has(name.slice(-1)))
    return found.map(({ index }) => index)
  }
}
