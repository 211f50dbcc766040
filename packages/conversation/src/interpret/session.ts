import type { Element, Message, PastTurn, Wish } from '@plantain/core'
import type { Unit, Words } from './words.ts'

/** What a word is to its token. The numbers are rows of the network. */
const MAIN = 0
const COLOR = 1
const REGION = 2
const STATE = 3
const MARK = 4

export const MAX_WORDS = 10 // of a token
const MAX_UNITS = 160 // of a message; of a longer one the first and the last
const LAST_UNITS = 40
const MAX_EARLIER = 400 // code points of an earlier message that are looked through for names
const NAMED_TURNS = 24
const MAX_ELEMENTS = 24
const MAX_TURNS = 12
const MAX_IMAGES = 12
const PLACES = 128 // of the units of the message; tokens of the session have places of their own after them
const SESSION_PLACES = 32

/** A word of a token: its key, what it is to the token, and how it is written where that differs. */
export interface TokenWord {
  readonly key: string
  readonly role: number
  readonly written?: string
}

/** What the network reads as one: a word of the message, an element, a picture, a turn, a slot of the last edit. */
export interface SessionToken {
  readonly words: readonly TokenWord[]
  readonly place: number
  /** What copying it writes. */
  readonly copy?: string
  /** What pointing at it as a reference writes. */
  readonly ref?: string
  /** Of the message, in code points; a token of the session has none. */
  readonly start?: number
  readonly end?: number
}

interface Turn {
  readonly number: number
  readonly ops: readonly Wish[]
  readonly scene: readonly Element[] | undefined
}

/** Message and session as tokens. Twin of training/interpret/session.py. */
export function linearise(words: Words, message: Message): SessionToken[] {
  const all = words.units(message.message)
  const units =
    all.length > MAX_UNITS ? [...all.slice(0, MAX_UNITS - LAST_UNITS), ...all.slice(-LAST_UNITS)] : all
  const senses = units.map(({ key }) => words.senses(key))
  const said = union(senses)
  const names = namesGiven(words, units, message.history)
  const pictures = picturesOf(message)
  const turns = turnsOf(message.history)
  const context: SessionToken[] = []
  if (pictures.length === 0 && turns.length === 0)
    context.push({ words: [mark('<nothing>')], place: sessionPlace(0) })
  const shown = new Set<string>()
  context.push(...elementTokens(words, message, { pictures, turns, said, names: names.spokenWith, shown }))
  context.push(...pictures.slice(-MAX_IMAGES).map((picture) => pictureToken(words, picture, said)))
  context.push(...turnTokens(words, turns, said), ...lastEditTokens(words, turns.at(-1)?.ops ?? []))
  return [...messageTokens(message.message, units, senses, shown, names.given), ...context]
}

const mark = (key: string): TokenWord => ({ key, role: MARK })
const main = ({ key }: Unit): TokenWord => ({ key, role: MAIN })
const sessionPlace = (n: number): number => PLACES + Math.min(Math.max(n, 0), SESSION_PLACES - 1)
const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]))
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((item) => b.has(item))

function messageTokens(
  text: string,
  units: readonly Unit[],
  senses: readonly ReadonlySet<string>[],
  shown: ReadonlySet<string>,
  given: ReadonlySet<string>,
): SessionToken[] {
  const points = [...text]
  const shouted = text === text.toUpperCase()
  return units.map(({ word, key, copy, start, end }, i) => {
    const marks: string[] = []
    if (meets(senses[i]!, shown)) marks.push('<shown>') // it names something shown
    const written = points.slice(start, end).join('')
    if (written !== written.toLowerCase() && !shouted) {
      const capitals = written === written.toUpperCase() && end - start > 1
      marks.push(capitals ? '<capitals>' : i > 0 ? '<capital>' : '<first>')
    }
    if (given.has(key)) marks.push('<named>')
    const first: TokenWord = { key, role: MAIN, written: word }
    return { words: [first, ...marks.map(mark)], place: Math.min(i, PLACES - 1), copy, start, end }
  })
}

/** Names that an earlier message gave and this one uses, and senses of all that was spoken of with them. */
function namesGiven(
  words: Words,
  units: readonly Unit[],
  history: readonly PastTurn[],
): { readonly given: ReadonlySet<string>; readonly spokenWith: ReadonlySet<string> } {
  const said = new Set(units.map(({ key }) => key).filter((key) => [...key].length > 2 && words.isName(key)))
  const given = new Set<string>()
  const spokenWith = new Set<string>()
  if (said.size === 0) return { given, spokenWith }
  for (const turn of history.slice(-NAMED_TURNS)) {
    if (turn.role !== 'user') continue
    const earlier = words.units([...turn.text].slice(0, MAX_EARLIER).join(''))
    const common = earlier.map(({ key }) => key).filter((key) => said.has(key))
    if (common.length === 0) continue
    for (const key of common) given.add(key)
    for (const { key } of earlier) for (const sense of words.senses(key)) spokenWith.add(sense)
  }
  return { given, spokenWith }
}

interface Picture {
  readonly number: number
  readonly now: boolean
  readonly elements: readonly Element[]
}

function picturesOf(message: Message): Picture[] {
  const found: Picture[] = []
  const add = (count: number, uploads: readonly (readonly Element[])[], now: boolean): void => {
    for (let i = 0; i < Math.max(count, uploads.length); i++)
      found.push({ number: found.length + 1, now, elements: uploads[i] ?? [] })
  }
  for (const turn of message.history)
    if (turn.role === 'user') add(turn.images ?? 0, turn.uploads ?? [], false)
  add(message.images, message.uploads, true)
  return found
}

function turnsOf(history: readonly PastTurn[]): Turn[] {
  const found: Turn[] = []
  for (const turn of history) {
    if (turn.role !== 'assistant') continue
    const ops = turn.ops ?? []
    if (turn.scene === undefined && ops.length === 0) continue
    found.push({ number: turn.turn ?? found.length + 1, ops, scene: turn.scene })
  }
  return found
}

interface Surroundings {
  readonly pictures: readonly Picture[]
  readonly turns: readonly Turn[]
  readonly said: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Filled: senses of all names of elements. */
  readonly shown: Set<string>
}

/** Of the current picture, then of what comes with the message, then of pictures sent before, then what was taken out since. */
function elementTokens(words: Words, message: Message, around: Surroundings): SessionToken[] {
  const { pictures, turns } = around
  const filled = turns.filter(({ scene }) => scene !== undefined && scene.length > 0)
  const current = filled.at(-1)
  const before = pictures.filter(({ now, elements }) => !now && elements.length > 0)
  const beforeCount = pictures
    .filter(({ now }) => !now)
    .filter(({ number }) => hasUpload(message.history, number)).length
  const alone = current === undefined && message.uploads.length === 0 && beforeCount === 1
  const groups = [
    ...(current ? [{ role: '<el>', elements: current.scene!, picture: 0 }] : []),
    ...pictures
      .filter(({ now }) => now)
      .map(({ elements, number }) => ({ role: '<el:new>', elements, picture: number })),
    ...before
      .toReversed()
      .map(({ elements, number }) => ({ role: alone ? '<el>' : '<el:sent>', elements, picture: number })),
    ...filled
      .slice(0, -1)
      .toReversed()
      .map(({ scene }) => ({ role: '<el:gone>', elements: scene!, picture: 0 })),
  ]
  const seen = new Set<string>()
  const out: SessionToken[] = []
  for (const { role, elements, picture } of groups) {
    const names = elements.map(({ name }) => name)
    for (const [index, element] of elements.entries()) {
      if (seen.size >= MAX_ELEMENTS) return out
      if (seen.has(element.id)) continue
      seen.add(element.id)
      out.push(elementToken(words, element, { role, picture, index, names }, around))
      if (element.value)
        out.push({
          words: [mark('<lettering>'), ...words.units(element.value).slice(0, 4).map(main)],
          place: sessionPlace(index),
          copy: element.value,
        })
    }
  }
  return out
}

/** Whether the elements of a sent picture are told, be they none. */
function hasUpload(history: readonly PastTurn[], number: number): boolean {
  let at = 0
  for (const turn of history) {
    if (turn.role !== 'user') continue
    const uploads = turn.uploads ?? []
    if (number - 1 - at < uploads.length && number > at) return true
    at += Math.max(turn.images ?? 0, uploads.length)
  }
  return false
}

interface Standing {
  readonly role: string
  /** Number of the sent picture; 0: of the current one. */
  readonly picture: number
  readonly index: number
  readonly names: readonly string[]
}

function elementToken(words: Words, element: Element, at: Standing, around: Surroundings): SessionToken {
  const { said, names, shown } = around
  const parts = words.units(element.name)
  const own = parts.map(({ key }) => words.senses(key))
  for (const sense of own.at(-1) ?? []) shown.add(sense)
  const marks = [at.role]
  if (own.length > 0 && own.every((senses) => meets(senses, said))) marks.push('<said>')
  else if (own.some((senses) => meets(senses, said))) marks.push('<half>')
  if (at.names.filter((name) => name === element.name).length > 1) marks.push('<same>')
  if (own.length > 0 && meets(own.at(-1)!, names)) marks.push('<named>')
  const found: TokenWord[] = [...marks.map(mark), ...parts.slice(-3).map(main)]
  const attribute = (slot: 'color' | 'region' | 'state', role: number, most: number): void => {
    if (!element[slot]) return
    const units = words.units(element[slot])
    if (slot !== 'state' && units.some(({ key }) => meets(words.senses(key), said)))
      found.push(mark(`<said:${slot}>`))
    found.push(...units.slice(-most).map(({ key }) => ({ key, role })))
  }
  attribute('color', COLOR, 1)
  attribute('region', REGION, 2)
  attribute('state', STATE, 2)
  const picture = at.picture > 0 ? [mark(`<image:${Math.min(at.picture, 9)}>`)] : []
  const kept = found.slice(0, MAX_WORDS).slice(0, MAX_WORDS - picture.length)
  return {
    words: [...kept, ...picture],
    place: sessionPlace(at.index),
    copy: element.name,
    ref: `el:${element.id}`,
  }
}

function pictureToken(words: Words, picture: Picture, said: ReadonlySet<string>): SessionToken {
  const found = [mark(picture.now ? '<sent:now>' : '<sent>'), mark(`<image:${Math.min(picture.number, 9)}>`)]
  for (const { name } of picture.elements.slice(0, 4))
    addSaid(words, found, words.units(name).slice(-1), said)
  return {
    words: found.slice(0, MAX_WORDS),
    place: sessionPlace(picture.number),
    ref: `image:${picture.number}`,
  }
}

function addSaid(words: Words, found: TokenWord[], units: readonly Unit[], said: ReadonlySet<string>): void {
  const isSaid = units.some(({ key }) => meets(words.senses(key), said))
  if (isSaid && !found.some(({ key, role }) => key === '<said>' && role === MARK)) found.push(mark('<said>'))
  found.push(...units.map(main))
}

/** What was done in each turn; of many turns the first and the last. */
function turnTokens(words: Words, turns: readonly Turn[], said: ReadonlySet<string>): SessionToken[] {
  const indices = turns.map((_, index) => index)
  const kept = turns.length <= MAX_TURNS ? indices : [...indices.slice(0, 3), ...indices.slice(3 - MAX_TURNS)]
  return kept.map((index) => {
    const { ops, number } = turns[index]!
    const found = [mark('<turn>'), mark(`<ago:${Math.min(turns.length - 1 - index, 9)}>`)]
    for (const op of ops.slice(0, 2)) {
      found.push(mark(`<op:${op.op}>`))
      for (const text of textsOf(op).slice(0, 2)) addSaid(words, found, words.units(text).slice(-2), said)
    }
    return { words: found.slice(0, MAX_WORDS), place: sessionPlace(index), ref: `turn:${number}` }
  })
}

const first = (text: string): string => text.split('|')[0]!

function textsOf(op: Wish): string[] {
  const found = [op.target, op.value].filter((text) => text !== undefined && text !== '')
  return [...found, ...(op.subject ?? [])].map((text) => first(String(text)))
}

const NO_TEXT: ReadonlySet<string> = new Set(['op', 'subject', 'sources', 'source', 'into', 'subject_ref'])

/** The last edit, slot by slot, for what leans on it. */
function lastEditTokens(words: Words, ops: readonly Wish[]): SessionToken[] {
  return ops.slice(0, 3).flatMap((op, n) => {
    if (op.op === 'create') return []
    const place = sessionPlace(n)
    const slots = Object.entries(op).flatMap(([slot, value]): SessionToken[] => {
      if (NO_TEXT.has(slot) || value === undefined || value === null || value === '') return []
      const text = first(String(value))
      const what =
        slot === 'direction' || slot === 'amount'
          ? [mark(`<${slot}:${text}>`)]
          : words.units(text).slice(-3).map(main)
      return [
        { words: [mark('<last>'), mark(`<slot:${slot}>`), ...what].slice(0, MAX_WORDS), place, copy: text },
      ]
    })
    return [{ words: [mark('<last>'), mark(`<op:${op.op}>`)], place }, ...slots]
  })
}
