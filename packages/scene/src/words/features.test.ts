import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { text } from './lexicon.contract.ts'
import { pieces } from './tokenize.ts'

interface Case {
  readonly text: string
  readonly units: readonly string[]
  readonly ids: readonly number[]
  /** Sum of each unit's features times (1 + column), float64. */
  readonly sums: readonly number[]
}
/** Written by training/lexicon/golden.py, from training/features.py. */
const golden = JSON.parse(readFileSync(new URL('golden/features.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}

test('units, ids and features are those of the Python encoder, number by number', () => {
  for (const { text: prompt, units, ids, sums } of golden.cases) {
    const found = text.units(prompt)
    expect(
      found.map((unit) => unit.lettering ?? unit.key),
      prompt,
    ).toEqual(units)
    const { ids: foundIds, values, width } = text.features(found)
    expect([...foundIds].map(Number), prompt).toEqual(ids)
    const rows = ids.map((_, row) => values.subarray(row * width, (row + 1) * width))
    const foundSums = rows.map((row) => row.reduce((sum, value, column) => sum + value * (column + 1), 0))
    foundSums.forEach((sum, row) => expect(sum, `${prompt}: ${units[row]}`).toBeCloseTo(sums[row]!, 6))
  }
})

test('quoted wording is lettering, verbatim, and apostrophes are not quotation marks', () => {
  const lettering = (prompt: string): string[] =>
    pieces(prompt).flatMap((piece) => (piece.lettering ? [piece.text] : []))
  expect(lettering('a sign "Open Late" and the baker\'s cat\'s hat')).toEqual(['Open Late'])
  expect(lettering("a mug with 'Joe's Diner' on it")).toEqual(["Joe's Diner"])
  expect(lettering('ein Schild mit „Bäckerei“ darauf')).toEqual(['Bäckerei'])
  expect(lettering('a neon sign that says OPEN 24 HOURS in the rain')).toEqual(['OPEN 24 HOURS'])
  expect(lettering('a USA flag, the dogs are happy')).toEqual([])
})

test('a phrase is one unit, and means the same in seven languages', () => {
  const things = (prompt: string): string[] =>
    text
      .units(prompt)
      .flatMap((unit) =>
        unit.meanings.flatMap(({ field, value }) => (field === 'thing' ? [value] : [])).slice(0, 1),
      )
  expect(things('a hot-air balloon')).toEqual(['hot air balloon'])
  const dogs = ['a dog', 'ein Hund', 'un perro', 'un chien', '一只狗', '犬', 'एक कुत्ता', '🐕']
  expect(dogs.map((prompt) => things(prompt))).toEqual(dogs.map(() => ['dog']))
})

test('a word of another language that looks English has its own meaning only there', () => {
  const keys = (prompt: string): string[] => text.units(prompt).map((unit) => unit.key)
  expect(keys('ein Mann mit Hut')).toContain('de|hut')
  expect(keys('a man with a hut')).toContain('hut')
})

test('a slip of the pen is mended, a name is left alone', () => {
  const keys = (prompt: string): string[] => text.units(prompt).map((unit) => unit.key)
  expect(keys('a tabel tnenis paddle')).toEqual(['a', 'table tennis paddle'])
  expect(keys('an umbrela for Zuzanka')).toEqual(['an', 'umbrella', 'for', 'zuzanka'])
})

test('no words at all have one row of their own', () => {
  const { ids, values, width } = text.features(text.units(''))
  expect(ids).toEqual(BigInt64Array.of(1n))
  expect(values).toHaveLength(width)
})
