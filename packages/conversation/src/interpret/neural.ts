import { throwIfCancelled } from '@plantain/core'
import type { Interpretation, Interpreter, Message, Tensor } from '@plantain/core'
import { byPictures } from './by-pictures.ts'
import { bySent } from './by-sent.ts'
import { hasNothingToChoose, hasOneThing } from './choice.ts'
import { checkMessage, hasWords } from './check.ts'
import { Grammar } from './grammar.ts'
import { gramsOf, MAX_GRAMS } from './grams.ts'
import { askedIfAbsent } from './absent.ts'
import { anew } from './anew.ts'
import { answered } from './answered.ts'
import { takenBack } from './back.ts'
import { unborrowed } from './borrowed.ts'
import { compared } from './compared.ts'
import { ofCurrent } from './current.ts'
import { ofWholePicture } from './colorless.ts'
import { named } from './named.ts'
import { numbered } from './number.ts'
import { ordered } from './ordered.ts'
import { agreed } from './plural.ts'
import { putElsewhere } from './put-elsewhere.ts'
import { readingOf } from './reading.ts'
import { linearise, MAX_WORDS, type SessionToken } from './session.ts'
import { unpointed } from './unpointed.ts'
import { readConfig, symbolsOf, type InterpreterConfig } from './vocabulary.ts'
import { openWords, type Words } from './words.ts'

export type Feeds = Readonly<Record<string, Tensor>>

/** The two graphs of an interpreter, run wherever networks run. Feeds that the graph declares as whole numbers hold such. */
export interface InterpreterNetwork {
  encoder(feeds: Feeds, signal: AbortSignal): Promise<Feeds>
  decoder(feeds: Feeds, signal: AbortSignal): Promise<Feeds>
}

/** The files beside the graphs. */
export interface InterpreterFiles {
  readonly config: Uint8Array
  readonly lexicon: Uint8Array
  readonly vectors: Uint8Array
}

const BEGIN = 1 // symbol
const NONE: ReadonlySet<number> = new Set()
const LEAST_WORDS_OF_CONFLICT = 5
/**
 * The written messages ask back several times as often as people's messages call for it, so that its logit is too high by the
 * logarithm of that. Chosen on contexts kept out of training (kind .856 → .880). Source: logit adjustment, arXiv 2007.07314.
 */
const ASKING_BACK_IS_RARE = 1
/** Letters without spaces between words, as in Chinese, count as many. */
const wordsIn = (message: string): number =>
  message.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu)?.length ?? 0

/** The trained interpreter. Throws DATA_LOSS for files that are not what they should be. */
export function openNeuralInterpreter(files: InterpreterFiles, network: InterpreterNetwork): Interpreter {
  const config = readConfig(files.config)
  const words = openWords(files)
  const symbols = symbolsOf(config)
  const feed = feeder(config, words)
  const learned = new Set(config.words)
  const askingBack = symbols.of('K:clarify')
  async function write(
    encoded: Feeds,
    grammar: Grammar,
    barred: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    const written: number[] = []
    const { layers, heads, headWidth, maxSteps } = config
    let past: Tensor = { data: new Float32Array(0), shape: [layers, 2, heads, 0, headWidth] }
    let last = BEGIN
    while (written.length < maxSteps - 1) {
      throwIfCancelled(signal)
      const arrow = last >= symbols.names.length
      const out = await network.decoder(
        {
          symbol: whole([arrow ? 0 : last]),
          pointer: whole([arrow ? last - symbols.names.length : -1]),
          at: whole([written.length]),
          sources: encoded['sources']!,
          pointer_keys: encoded['pointer_keys']!,
          copied: encoded['copied']!,
          past,
        },
        signal,
      )
      past = out['present']!
      const logits = Float32Array.from(out['logits']!.data)
      logits[askingBack]! -= ASKING_BACK_IS_RARE // elsewhere the grammar does not allow it
      last = best(
        logits,
        grammar.allowed().filter((number) => !barred.has(number)),
      )
      if (last === symbols.of('END')) break
      grammar.put(last)
      written.push(last)
    }
    return written
  }

  async function read(checked: Message, signal: AbortSignal): Promise<Interpretation> {
    const tokens = linearise(words, checked)
    const isUnknown = (key: string): boolean => !learned.has(key) && !words.isKnown(key)
    if (hasPicture(checked) && saysNothing(tokens, isUnknown))
      return { kind: 'clarify', ops: [], refers_to: [], ask: 'change' }
    const encoded = await network.encoder(feed(tokens), signal)
    const decode = (barred: ReadonlySet<number>): Promise<readonly number[]> =>
      write(encoded, new Grammar(config.vocabulary, symbols, tokens), barred, signal)
    const meant = (written: readonly number[]): Interpretation =>
      named(mended(readingOf(symbols, tokens, checked.message, written), checked), checked, words)
    const reading = askedIfAbsent(takenBack(meant(await decode(NONE)), checked), checked, words)
    // Nobody is asked for a picture that is there.
    const isSent = reading.ask === 'upload' && Math.max(checked.images, checked.uploads.length) > 0
    if (reading.ask !== 'conflict' && reading.ask !== 'target' && !isSent) return reading
    const clarify = new Set([askingBack])
    const other = meant(await decode(clarify))
    if (isSent) return isAnotherPlace(other) ? other : reading
    if (reading.ask === 'target') {
      const isClear = hasNothingToChoose(checked.message, other) || hasOneThing(reading, checked)
      return isClear && other.kind === 'edit' ? other : reading
    }
    // Wishes that exclude each other are two, and take some words: else the next best kind is meant.
    const wishes = other.ops.filter(({ op }) => op !== 'keep' && op !== 'avoid')
    return wishes.length > 1 && wordsIn(checked.message) >= LEAST_WORDS_OF_CONFLICT ? reading : other
  }

  return {
    name: 'embedded',
    async interpret(message: Message, signal: AbortSignal): Promise<Interpretation> {
      throwIfCancelled(signal)
      const checked = answered(checkMessage(message))
      if (!hasWords(checked.message)) return pictureOnly(checked)
      const reading = await read(checked, signal)
      return (await byPictures(checked, reading, (one) => read(one, signal))) ?? reading
    },
  }
}

/** Of what needs no other picture, "put this woman on the moon" alone is told so without doubt. */
const isAnotherPlace = ({ ops: [wish, ...more] }: Interpretation): boolean =>
  wish?.op === 'background' && more.length === 0

/** What a written reading means beside the message and what was before. */
const mended = (reading: Interpretation, message: Message): Interpretation =>
  [
    ordered,
    agreed,
    numbered,
    unborrowed,
    compared,
    ofWholePicture,
    ofCurrent,
    anew,
    putElsewhere,
    unpointed,
    bySent,
  ].reduce((one, mend) => mend(one, message), reading)

const whole = (values: readonly number[]): Tensor => ({
  data: Float32Array.from(values),
  shape: [values.length],
})

const POINTING = new Set('the a an it this that these those and or of to me my'.split(' '))

/** "Flurbl the wozzle": not one word that anything is known of. A guess would change the picture for nothing. */
function saysNothing(tokens: readonly SessionToken[], isUnknown: (key: string) => boolean): boolean {
  // Only tokens of the message have a place in it.
  const keys = tokens.flatMap(({ start, words }) => (start === undefined ? [] : [words[0]!.key]))
  const saying = keys.filter((key) => !POINTING.has(key))
  return saying.length > 0 && saying.every(isUnknown)
}
const hasPicture = ({ history, uploads, images }: Message): boolean =>
  images > 0 || uploads.length > 0 || history.length > 0

/** A picture without a word: nothing says what to do with it. */
function pictureOnly({ history, images, uploads }: Message): Interpretation {
  const count = (sent: number | undefined, shown: readonly unknown[] | undefined): number =>
    Math.max(sent ?? 0, shown?.length ?? 0)
  const before = history.reduce(
    (sum, turn) => sum + (turn.role === 'user' ? count(turn.images, turn.uploads) : 0),
    0,
  )
  const refs = Array.from({ length: count(images, uploads) }, (_, i) => `image:${before + i + 1}`)
  return { kind: 'clarify', ops: [], refers_to: refs, ask: 'change' }
}

function best(logits: Float32Array, allowed: readonly number[]): number {
  let found = allowed[0]!
  for (const number of allowed) if (logits[number]! > logits[found]!) found = number
  return found
}

/** What the encoder is fed: each word once, and which words each token is made of. Row 0 stands for no word. */
export function feeder(config: InterpreterConfig, words: Words): (tokens: readonly SessionToken[]) => Feeds {
  const ids = new Map(config.words.map((word, index) => [word, index + 1]))
  return (tokens) => {
    const rows = new Map<string, number>()
    const features: Float32Array[] = [new Float32Array(words.width)]
    const idOf: number[] = [0]
    const grams: number[][] = [[]]
    const rowOf = (key: string, written: string): number => {
      const name = `${key} ${written}`
      const known = rows.get(name)
      if (known !== undefined) return known
      const row = features.length
      const isMark = key.startsWith('<')
      rows.set(name, row)
      features.push(isMark ? features[0]! : words.values(key))
      idOf.push(ids.get(written) ?? ids.get(key) ?? 0)
      grams.push(isMark ? [] : gramsOf(written))
      return row
    }
    const tokenWords = new Float32Array(tokens.length * MAX_WORDS)
    const tokenRoles = new Float32Array(tokens.length * MAX_WORDS)
    tokens.forEach((token, t) => {
      token.words.slice(0, MAX_WORDS).forEach(({ key, role, written }, w) => {
        const surface = written ?? (key.slice(key.lastIndexOf('|') + 1) || key)
        tokenWords[t * MAX_WORDS + w] = rowOf(key, surface)
        tokenRoles[t * MAX_WORDS + w] = role
      })
    })
    const count = features.length
    const packed = new Float32Array(count * words.width)
    features.forEach((values, row) => packed.set(values, row * words.width))
    const gramRows = new Float32Array(count * MAX_GRAMS)
    grams.forEach((found, row) => found.forEach((gram, i) => (gramRows[row * MAX_GRAMS + i] = gram)))
    return {
      features: { data: packed, shape: [count, words.width] },
      ids: whole(idOf),
      grams: { data: gramRows, shape: [count, MAX_GRAMS] },
      token_words: { data: tokenWords, shape: [tokens.length, MAX_WORDS] },
      token_roles: { data: tokenRoles, shape: [tokens.length, MAX_WORDS] },
      places: whole(tokens.map(({ place }) => place)),
    }
  }
}
