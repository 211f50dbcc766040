import type { Part } from '@plantain/core'
import { bare } from './phrase.ts'

const NAMES: readonly (readonly [Part, RegExp])[] = [
  ['hair', /\b(?:hair|haircut|hairdo|hairstyle|curls|beard|locks)\b/i],
  ['handle', /\b(?:handle|ear of the (?:cup|mug|jug))\b/i],
  ['sail', /\b(?:sail|sails)\b/i],
  ['roof', /\b(?:roof|roofs|rooftop|roof tiles)\b/i],
  ['chimney', /\b(?:chimney|chimneys|smokestack)\b/i],
  ['door', /\b(?:door|front door)\b/i],
]

/** A part of a thing that a phrase names, and whose it is said to be ("the man's hair": hair, "man"); null for another phrase. */
export function partNamed(phrase: string): { readonly part: Part; readonly owner: string } | null {
  const text = bare(phrase.replaceAll('-', ' '))
  const found = NAMES.find(([, words]) => words.test(text))
  if (found === undefined) return null
  const [part, words] = found
  const match = words.exec(text)!
  const of = /^\s*(?:of|on|from)\s+(.+)$/i.exec(text.slice(match.index + match[0].length))?.[1]
  const owner = of ?? /^(.*?)(?:'s|’s|s')\s/i.exec(text)?.[1] ?? ''
  return { part, owner: bare(owner) }
}
