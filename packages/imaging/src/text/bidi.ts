/** 0 runs to the right, 1 to the left, 2 to the right inside what runs to the left. */
export type Level = 0 | 1 | 2

const toLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const letter = /\p{L}/u
const digit = /\p{Nd}/u
const mark = /\p{M}|\u200c|\u200d/u

/**
 * The direction of each character of a line: the part of the Unicode bidirectional algorithm that lettering needs (letters, numbers
 * and what stands between them; no explicit embeddings). Source: Unicode Standard Annex 9.
 */
export function directions(characters: readonly string[]): readonly Level[] {
  const base: Level = toLeft.test(characters.find((one) => letter.test(one)) ?? '') ? 1 : 0
  const inner: Level = base === 1 ? 2 : 0
  // Side that a character pulls its neighbours to; numbers after words that run to the left belong to those.
  let before: Level = base
  const sides = characters.map((one): Level | null => {
    if (letter.test(one)) before = toLeft.test(one) ? 1 : inner
    else if (!digit.test(one) && !mark.test(one)) return null
    return before
  })
  return characters.map((one, i) => {
    const side = sides[i] ?? null
    if (digit.test(one) && side === 1) return 2
    return side ?? between(sides, i, base)
  })
}

/** Between two of one side: theirs. Else the line's. */
function between(sides: readonly (Level | null)[], at: number, base: Level): Level {
  const before = sides.slice(0, at).findLast((side) => side !== null) ?? base
  const after = sides.slice(at).find((side) => side !== null) ?? base
  return after === before ? before : base
}

/** Runs in the order in which they stand on the line, from the left. */
export function visualOrder<Run extends { readonly level: Level }>(runs: readonly Run[]): readonly Run[] {
  const result = [...runs]
  for (const level of [2, 1] as const)
    for (let from = 0; from < result.length; from++) {
      if (result[from]!.level < level) continue
      let to = from
      while (to < result.length && result[to]!.level >= level) to++
      result.splice(from, to - from, ...result.slice(from, to).reverse())
      from = to
    }
  return result
}
