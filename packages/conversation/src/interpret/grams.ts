const ROWS = 4096
export const MAX_GRAMS = 20
const MAX_LETTERS = 24

/** Rows of letter groups of a word: 1 + FNV-1a of each three and four letters, with its ends marked. Row 0 is padding. */
export function gramsOf(word: string): number[] {
  const marked = [...`<${[...word].slice(0, MAX_LETTERS).join('')}>`].map((letter) => letter.codePointAt(0)!)
  const out: number[] = []
  for (const size of [3, 4])
    for (let i = 0; i + size <= marked.length; i++) out.push(rowOf(marked.slice(i, i + size)))
  return out.length > 0 ? out.slice(0, MAX_GRAMS) : [rowOf(marked)]
}

function rowOf(letters: readonly number[]): number {
  let hash = 2166136261
  for (const letter of letters) hash = Math.imul(hash ^ letter, 16777619) >>> 0
  return 1 + (hash % (ROWS - 1))
}
