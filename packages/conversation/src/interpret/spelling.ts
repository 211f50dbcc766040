import { slipsOf } from '@plantain/scene/words'

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
  for (const { slip, word: candidate } of slipsOf(word)) {
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
