const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

interface Found {
  readonly slip: number
  readonly rank: number
  readonly word: string
}

/**
 * The known word that an unknown one is a slip of the keyboard away from ("lnoger": longer), else the word itself.
 *
 * right:  words that mending may lead to
 * rank:   place of each among the frequent words; unknown ones come last
 */
export function mend(word: string, right: ReadonlySet<string>, rank: ReadonlyMap<string, number>): string {
  let best: Found | null = null
  for (const { slip, word: candidate } of near(word)) {
    if (!right.has(candidate)) continue
    const found = { slip, rank: rank.get(candidate) ?? 1_000_000, word: candidate }
    if (best === null || comesBefore(found, best)) best = found
  }
  return best?.word ?? word
}

function comesBefore(a: Found, b: Found): boolean {
  if (a.slip !== b.slip) return a.slip < b.slip
  return a.rank === b.rank ? a.word < b.word : a.rank < b.rank
}

/** Letters swapped (0), one too many or missing (1), one wrong (2). The first letter is seldom wrong. */
function* near(word: string): Generator<{ readonly slip: number; readonly word: string }> {
  for (let i = 1; i < word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)]
    if (tail.length > 1) yield { slip: 0, word: head + tail[1]! + tail[0]! + tail.slice(2) }
    yield { slip: 1, word: head + tail.slice(1) }
    for (const letter of LETTERS) {
      yield { slip: 1, word: head + letter + tail }
      if (word.length > 5) yield { slip: 2, word: head + letter + tail.slice(1) }
    }
  }
  for (const letter of LETTERS) yield { slip: 1, word: word + letter }
}
