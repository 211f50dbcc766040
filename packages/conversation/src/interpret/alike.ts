import type { Words } from './words.ts'

/** Cosine of what is known of two words, from which on one may be said for the other: "cat" of a kitten. */
const ALIKE = 0.55

/** Whether one word may be said for the other; both by their keys. */
export const areAlike = (one: string, other: string, words: Words): boolean =>
  cosine(words.values(one), words.values(other)) > ALIKE

function cosine(one: Float32Array, other: Float32Array): number {
  const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
  return dot(one, other) / Math.max(1e-9, Math.sqrt(dot(one, one) * dot(other, other)))
}
