/** Mends words that nothing knows and that are one slip away from one that the lexicon has: "umbrela", "tabel". */
export interface Spelling {
  mend(tokens: readonly string[]): string[]
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const WORD = /^[a-z]{5,}$/
const UNRANKED = 1_000_000

/**
 * keys:   of the lexicon
 * others: words that are known, and no mending leads to them
 * rank:   row of each word that has a vector, the most frequent first
 */
export function openSpelling(
  keys: Iterable<string>,
  others: Iterable<string>,
  rank: ReadonlyMap<string, number>,
): Spelling {
  const apart = new Set(others)
  // A hundred thousand words are sorted out with the first one that has no vector: most texts have none.
  let sorted: { readonly right: ReadonlySet<string>; readonly known: ReadonlySet<string> } | null = null
  const sort = (): NonNullable<typeof sorted> => {
    const right = new Set<string>()
    const known = new Set<string>()
    for (const key of keys) {
      const bar = key.lastIndexOf('|')
      for (const token of key.slice(bar + 1).split(' ')) {
        known.add(token)
        if (bar < 0 && [...token].length > 3) right.add(token)
      }
    }
    return { right, known }
  }
  const mendOne = (token: string): string => {
    if (rank.has(token) || apart.has(token)) return token
    const { right, known } = (sorted ??= sort())
    if (known.has(token)) return token
    let best: { slip: number; rank: number; word: string } | null = null
    for (const { slip, word } of WORD.test(token) ? slipsOf(token) : []) {
      if (!right.has(word)) continue
      const found = { slip, rank: rank.get(word) ?? UNRANKED, word }
      if (best === null || before(found, best)) best = found
    }
    return best?.word ?? token
  }
  return { mend: (tokens) => tokens.map(mendOne) }
}

interface Found {
  readonly slip: number
  readonly rank: number
  readonly word: string
}

function before(a: Found, b: Found): boolean {
  if (a.slip !== b.slip) return a.slip < b.slip
  return a.rank === b.rank ? a.word < b.word : a.rank < b.rank
}

/** Letters swapped (0), one too many or missing (1), one wrong (2). The first letter is seldom wrong. */
export function* slipsOf(token: string): Generator<{ readonly slip: number; readonly word: string }> {
  for (let i = 1; i < token.length; i++) {
    const [head, tail] = [token.slice(0, i), token.slice(i)]
    if (tail.length > 1) yield { slip: 0, word: head + tail[1]! + tail[0]! + tail.slice(2) }
    yield { slip: 1, word: head + tail.slice(1) }
    for (const letter of LETTERS) {
      yield { slip: 1, word: head + letter + tail }
      if (token.length > 5) yield { slip: 2, word: head + letter + tail.slice(1) }
    }
  }
  for (const letter of LETTERS) yield { slip: 1, word: token + letter }
}
