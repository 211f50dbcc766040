import type { Interpretation } from '@plantain/core'
import { canonical } from './closed-class.ts'
import { isLettering, LIST_SLOTS, quotedStretches, REF_SLOTS } from './grammar.ts'
import type { SessionToken } from './session.ts'
import type { Symbols } from './vocabulary.ts'

const NUMBER_SLOTS: ReadonlySet<string> = new Set(['count', 'steps'])
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const SEPARATOR = Symbol('next of a list')

type Piece = string | typeof SEPARATOR

interface Slots {
  /** Name of the op; undefined: these are constraints. */
  readonly op: string | undefined
  readonly values: Map<string, Piece[]>
}

/** The interpretation that symbols and arrows spell. Twin of `decode` in training/interpret/target.py. */
export function readingOf(
  symbols: Symbols,
  tokens: readonly SessionToken[],
  message: string,
  written: readonly number[],
): Interpretation {
  const points = [...message]
  const quoted = quotedStretches(tokens)
  const ops: Slots[] = []
  const constraints: Slots = { op: undefined, values: new Map() }
  const refersTo: string[] = []
  const leaning: { readonly slots: Slots; readonly key: string }[] = [] // places and colours copied from the last edit
  let why = {}
  let kind = ''
  let slots: Slots | null = null // null: references
  let key = ''
  const put = (piece: Piece | undefined): void => {
    if (piece === undefined) return
    if (slots === null) return void (typeof piece === 'string' && refersTo.push(piece))
    slots.values.set(key, [...(slots.values.get(key) ?? []), piece])
  }
  for (let at = 0; at < written.length; at++) {
    const number = written[at]!
    const token = tokens[number - symbols.names.length]
    if (token) {
      if (slots === null || REF_SLOTS.has(key)) put(token.ref)
      else if (isLettering(slots.op, key) && token.start !== undefined && !slots.values.has(key)) {
        const last = tokens[(written[at + 1] ?? 0) - symbols.names.length]
        if (last) at++
        // Wording in quotation marks is taken whole.
        const first = tokens[quoted.get(number - symbols.names.length)?.first ?? -1] ?? token
        put(points.slice(first.start, (last ?? token).end).join(''))
      } else {
        const leans = (key === 'region' || key === 'color') && !slots.values.has(key) && isOfLastEdit(token)
        if (leans) leaning.push({ slots, key })
        put(token.copy)
      }
      continue
    }
    const name = symbols.names[number]!
    const [head, rest] = [name.slice(0, 2), name.slice(2)]
    if (number >= symbols.firstWord) put(name)
    else if (name === 'SEP') put(SEPARATOR)
    else if (name === 'EDITLAST') refersTo.push('edit:last')
    else if (name === 'R') slots = null
    else if (head === 'D:' || head === 'P:') put(rest)
    else if (head === 'K:') kind = rest
    else if (head === 'A:') why = { ask: rest }
    else if (head === 'Z:') why = { reason: rest }
    else if (head === 'O:') ops.push((slots = { op: rest, values: new Map() }))
    else if (head === 'S:') key = rest
    else if (head === 'C:') [slots, key] = [constraints, rest]
  }
  // What does not lean on the last edit has nothing of it.
  if (!refersTo.includes('edit:last')) for (const one of leaning) one.slots.values.delete(one.key)
  // "Undo five times" is a step back, and no edit.
  const steps = kind === 'edit' ? stepsAlone(ops.map(({ op }) => op)) : null
  // The grammar lets nothing else be spelled than what the type holds.
  return {
    kind: steps ?? kind,
    ops: distinct(ops.map(({ op, values }) => ({ op, ...finished(values, op) }))),
    refers_to: refersTo,
    ...(constraints.values.size > 0 ? { constraints: finished(constraints.values) } : {}),
    ...why,
  } as Interpretation
}

/** Whether all that is wished for are steps in the history of one way. */
const stepsAlone = (names: readonly (string | undefined)[]): 'undo' | 'redo' | null =>
  names.length > 0 && (names[0] === 'undo' || names[0] === 'redo') && names.every((name) => name === names[0])
    ? names[0]
    : null

/** Each wish once: "black and white" is one, whichever word it was read off. */
const distinct = (wishes: readonly object[]): readonly object[] => [
  ...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values(),
]

const isOfLastEdit = ({ words }: SessionToken): boolean => words[0]?.key === '<last>'

const finished = (values: ReadonlyMap<string, readonly Piece[]>, op?: string): object =>
  Object.fromEntries([...values].map(([slot, pieces]) => [slot, valueOf(slot, pieces, op)]))

function valueOf(slot: string, pieces: readonly Piece[], op: string | undefined): unknown {
  const texts = pieces.filter((piece) => typeof piece === 'string')
  if (slot === 'sources') return texts
  if (REF_SLOTS.has(slot)) return texts[0]
  if (LIST_SLOTS.has(slot)) return items(pieces)
  const text = texts.join(' ')
  if (NUMBER_SLOTS.has(slot)) return numberOf(text)
  return canonical(slot === 'value' ? (op ?? slot) : slot, text)
}

function items(pieces: readonly Piece[]): string[] {
  const out: string[] = []
  let run: string[] = []
  for (const piece of [...pieces, SEPARATOR]) {
    if (typeof piece === 'string') run.push(piece)
    else {
      const item = run.join(' ')
      if (item && !out.includes(item)) out.push(item)
      run = []
    }
  }
  return out
}

function numberOf(text: string): number {
  if (/^[0-9]{1,6}$/.test(text)) return Number(text)
  const spelled = NUMBERS.indexOf(text)
  return spelled < 0 ? 2 : spelled // some number was meant, as one would not have been written
}
