import { PlantainError } from '@plantain/core'
import { z } from 'zod'

/** Of the readings that a network writes: what there is, in the order in which it is written. */
export interface ReadingVocabulary {
  readonly kinds: readonly string[]
  readonly asks: readonly string[]
  readonly reasons: readonly string[]
  /** Slots of each op. */
  readonly ops: Readonly<Record<string, readonly string[]>>
  readonly slots: readonly string[]
  readonly constraints: readonly string[]
  readonly directions: readonly string[]
  readonly options: readonly string[]
  /** Ops that may stand in each kind, and whether one must. */
  readonly kindOps: Readonly<Record<string, readonly [readonly string[], boolean]>>
}

/** `config.json` of an interpreter: what its learned rows mean. */
export interface InterpreterConfig {
  readonly features: number
  /** Learned words; row 0 stands for all others. */
  readonly words: readonly string[]
  /** Words that can be written without being copied. */
  readonly symbols: readonly string[]
  readonly layers: number
  readonly heads: number
  readonly headWidth: number
  readonly maxSteps: number
  readonly vocabulary: ReadingVocabulary
}

const texts = z.array(z.string())
const ConfigFile: z.ZodType<InterpreterConfig> = z.object({
  features: z.number(),
  words: texts,
  symbols: texts,
  layers: z.number(),
  heads: z.number(),
  headWidth: z.number(),
  maxSteps: z.number(),
  vocabulary: z.object({
    kinds: texts,
    asks: texts,
    reasons: texts,
    ops: z.record(z.string(), texts),
    slots: texts,
    constraints: texts,
    directions: texts,
    options: texts,
    kindOps: z.record(z.string(), z.tuple([texts, z.boolean()])),
  }),
})

/** Throws DATA_LOSS. */
export function readConfig(bytes: Uint8Array): InterpreterConfig {
  const found = ConfigFile.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  if (found.success) return found.data
  throw new PlantainError(
    'DATA_LOSS',
    'config.json of the interpreter is not as expected; fetch the model again',
    { cause: found.error },
  )
}

/** What can be written: marks, then words. Arrows at tokens are numbered after them. */
export interface Symbols {
  readonly names: readonly string[]
  /** Number of a mark. */
  of(name: string): number
  readonly firstWord: number
}

export function symbolsOf({ vocabulary, symbols }: InterpreterConfig): Symbols {
  const { kinds, asks, reasons, ops, slots, constraints, directions, options } = vocabulary
  const marks = [
    '<pad>',
    '<begin>',
    'END',
    'SEP',
    'R',
    'EDITLAST',
    ...kinds.map((name) => `K:${name}`),
    ...asks.map((name) => `A:${name}`),
    ...reasons.map((name) => `Z:${name}`),
    ...Object.keys(ops).map((name) => `O:${name}`),
    ...slots.map((name) => `S:${name}`),
    ...constraints.map((name) => `C:${name}`),
    ...directions.map((name) => `D:${name}`),
    ...options.map((name) => `P:${name}`),
  ]
  const numbers = new Map(marks.map((name, number) => [name, number]))
  return { names: [...marks, ...symbols], of: (name) => numbers.get(name)!, firstWord: marks.length }
}
