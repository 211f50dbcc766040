import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from '@plantain/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { linearise } from './session.ts'
import { tokensOf } from './tokens.ts'
import { openWords, type Words } from './words.ts'

const model = join(import.meta.dirname, '../../../../models/plantain-tiny/interpreter')
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'golden/cases.json'), 'utf8')) as {
  cases: readonly { message: Message; tokens: readonly (readonly unknown[])[] }[]
}
const say = (message: string, history: Message['history'] = []): Message => ({
  message,
  history,
  images: 0,
  uploads: [],
})
const texts = (text: string): string[] => tokensOf(text).map((token) => token.text)

let words: Words
beforeAll(() => {
  words = openWords({
    lexicon: readFileSync(join(model, 'lexicon.json')),
    vectors: readFileSync(join(model, 'vectors.bin')),
  })
})

describe('tokens', () => {
  test.each([
    ['Make it 20 % warmer!', ['make', 'it', '20%', 'warmer', '!']],
    ['rotate 90° and crop to 16:9', ['rotate', '90', 'and', 'crop', 'to', '16:9']],
    ['um 20 Prozent', ['um', '20%']],
    ['un 20 por ciento', ['un', '20%']],
    ['1920×1080', ['1920x1080']],
    ["the dog's hat, l'arbre", ['the', 'dog', "'s", 'hat', ',', "l'", 'arbre']],
    ['加20%，红色', ['加', '20%', ',', '红', '色']],
    ['😀👍🏽 ok', ['😀', '👍', 'ok']],
    ['a\u0000b\u200Bc', ['a', 'b', 'c']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))

  test('places count code points and lead back to the text', () => {
    const text = '😀 write „Öffnungszeiten“ in 20 % grey'
    for (const { start, end, text: normal } of tokensOf(text)) {
      const cut = [...text].slice(start, end).join('')
      expect(cut.toLowerCase().replaceAll(' ', '')).toBe(normal)
    }
  })
  test('a text of 30 000 characters takes time in proportion to its length', () => {
    const time = (text: string): number => {
      const began = performance.now()
      tokensOf(text)
      return performance.now() - began
    }
    time('warm up '.repeat(1000))
    const [short, long] = [time("it's 20 px 1:1 ".repeat(400)), time("it's 20 px 1:1 ".repeat(2000))]
    expect(long).toBeLessThan(25 * Math.max(short, 2))
  })
})

describe('linearise', () => {
  test.each(cases.map((one) => [one.message.message, one] as const))('as in training: %s', (_, one) => {
    const tokens = linearise(words, one.message).map((token) => [
      token.words.map(({ key, role }) => [key, role]),
      token.place,
      token.copy ?? null,
      token.ref ?? null,
    ])
    expect(tokens).toEqual(one.tokens)
  })
  test('a slip of the keyboard reads as the word that was meant, and what was typed is kept', () => {
    expect(words.units('a lnoger sacrf')).toMatchObject([
      { word: 'a' },
      { word: 'lnoger', key: 'longer' },
      { word: 'sacrf', key: 'scarf' },
    ])
  })
  test('words of other languages are copied in English', () => {
    expect(words.units('mets le chien à gauche').map(({ copy }) => copy)).toContain('dog')
    expect(words.units('把狗删掉').map(({ copy }) => copy)).toContain('dog')
  })
  test('what the message names is marked among the elements, and a name given before leads to its element', () => {
    const history = [
      { role: 'user', text: 'call the dog Zorbo' },
      {
        role: 'assistant',
        turn: 1,
        ops: [],
        scene: [
          { id: 'd1', name: 'dog' },
          { id: 'c1', name: 'cat' },
        ],
      },
    ] as const
    const marks = (message: string, ref: string): string[] =>
      linearise(words, say(message, history))
        .find((token) => token.ref === ref)!
        .words.map(({ key }) => key)
    expect(marks('remove the cat', 'el:c1')).toContain('<said>')
    expect(marks('remove the cat', 'el:d1')).not.toContain('<said>')
    expect(marks('make Zorbo bigger', 'el:d1')).toContain('<named>')
    expect(marks('make Zorbo bigger', 'el:c1')).not.toContain('<named>')
  })
  test('of a long message the first and the last words are read', () => {
    const tokens = linearise(words, say(`begin ${'and '.repeat(5000)} end`))
    expect(tokens.length).toBeLessThan(200)
    const copies = tokens.map(({ copy }) => copy)
    expect([copies.includes('begin'), copies.includes('end')]).toEqual([true, true])
  })
})
