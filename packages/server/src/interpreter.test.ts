import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Interpretation, Message } from '@plantain/core'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { configuredInterpreter, embeddedInterpreter } from './interpreter.ts'
import { findModels } from './models.ts'

const root = join(import.meta.dirname, '../../..')
const { cases } = JSON.parse(
  readFileSync(join(root, 'packages/conversation/src/interpret/golden/cases.json'), 'utf8'),
) as { cases: readonly { message: Message; reading: Interpretation }[] }
const interpreter = embeddedInterpreter(() => join(root, 'models/plantain-tiny'))
afterAll(() => interpreter[Symbol.asyncDispose]())

const { signal } = new AbortController()
const read = (message: string, more: Partial<Message> = {}): Promise<Interpretation> =>
  interpreter.interpret({ message, history: [], images: 0, uploads: [], ...more }, signal)
const scene = [
  { id: 'car1', name: 'car', color: 'blue', region: 'left' },
  { id: 'tree1', name: 'tree', color: 'green', region: 'right' },
]
const history = [
  { role: 'user', text: 'a car and a tree' },
  { role: 'assistant', turn: 1, ops: [{ op: 'create', subject: ['car', 'tree'] }], scene },
] as const

describe('the embedded interpreter', () => {
  test.each(cases.map((one) => [one.message.message, one] as const))(
    'reads as it did in training: %s',
    async (_, { message, reading }) => {
      const { constraints = {}, ...found } = await interpreter.interpret(message, signal)
      const { constraints: wanted = {}, ...rest } = reading
      const { id: _id, ...expected } = rest as Interpretation & { id?: string }
      expect({ ...found, constraints }).toEqual({ ...expected, constraints: wanted })
    },
  )
  test('acts on the element that the message names', async () => {
    expect(await read('remove the car', { history })).toEqual({
      kind: 'edit',
      ops: [{ op: 'remove', target: 'car' }],
      refers_to: ['el:car1'],
    })
  })
  test('the place of the edit before does not stick to the next', async () => {
    const before = [
      ...history,
      { role: 'user', text: 'add a lake in the foreground' },
      {
        role: 'assistant',
        turn: 2,
        ops: [{ op: 'add', target: 'lake', region: 'foreground' }],
        scene: [...scene, { id: 'lake1', name: 'lake', region: 'foreground' }],
      },
    ] as const
    const { ops } = await read('add a fire to warm it up', { history: before })
    expect(ops).toEqual([{ op: 'add', target: 'fire' }])
  })
  test('thanks change nothing', async () => {
    expect(await read('thanks!', { history })).toEqual({ kind: 'question', ops: [], refers_to: [] })
  })
  test('lettering is taken over letter for letter', async () => {
    const { ops } = await read('write "Grüße aus Łódź!" at the top', { history })
    expect(ops[0]).toMatchObject({ op: 'add_text', value: 'Grüße aus Łódź!' })
  })
  test('a picture without a word is asked about', async () => {
    expect(await read(' \u0000 ', { images: 1, uploads: [scene] })).toEqual({
      kind: 'clarify',
      ops: [],
      refers_to: ['image:1'],
      ask: 'change',
    })
  })
  test.each([
    ['nothing', { message: '' }, /^the message is empty; say/],
    ['control characters only', { message: '\u0000\u0007\n' }, /^the message is empty; say/],
    [
      '50 000 characters',
      { message: 'a'.repeat(50_000) },
      /^the message has 50000 characters; say it in up to/,
    ],
    ['no message', { message: undefined }, /^message of the message/],
    ['a history of numbers', { message: 'red', history: [1] }, /^history\[0\] of the message/],
    [
      'an element without an id',
      { message: 'red', uploads: [[{ name: 'car' }]] },
      /^uploads\[0\]\[0\]\.id of the/,
    ],
    [
      'an op that does not exist',
      { message: 'red', history: [{ role: 'assistant', ops: [{ op: 'fly' }] }] },
      /op/,
    ],
    ['less than no pictures', { message: 'red', images: -1 }, /^images of the message/],
  ])('%s: one sentence that says what to send', async (_, given, sentence) => {
    await expect(read('', given as unknown as Message)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(sentence),
    })
  })
  test('a page of words, signs and scripts is read without a crash', async () => {
    const texts = [
      '🎉'.repeat(3000),
      'ب'.repeat(2000),
      '"'.repeat(500),
      `make it ${'very '.repeat(3000)}red`,
      '1'.repeat(9000),
    ]
    for (const text of texts) expect((await read(text, { history })).kind).toBeTruthy()
  })
  test('a fired signal stops it', async () => {
    const fired = AbortSignal.abort()
    await expect(
      interpreter.interpret({ message: 'red', history: [], images: 0, uploads: [] }, fired),
    ).rejects.toMatchObject({ code: 'CANCELLED' })
  })
  test('a language model needs its name and its address', () => {
    const open = (environment: Record<string, string>): unknown => {
      const config = loadConfig({ environment, directory: root })
      return configuredInterpreter(config, findModels(config.data, config.model)).name
    }
    expect(open({})).toBe('embedded')
    expect(() => open({ PLANTAIN_INTERPRETER_MODEL: 'm' })).toThrow(/set interpreterUrl too/)
    expect(() => open({ PLANTAIN_INTERPRETER_URL: 'http://127.0.0.1:9/v1' })).toThrow(
      /set interpreterModel too/,
    )
    expect(open({ PLANTAIN_INTERPRETER_URL: 'http://127.0.0.1:9/v1', PLANTAIN_INTERPRETER_MODEL: 'm' })).toBe(
      'm',
    )
  })
  test('a model without an interpreter is told', async () => {
    const other = embeddedInterpreter(() => join(root, 'models'))
    await expect(
      other.interpret({ message: 'red', history: [], images: 0, uploads: [] }, signal),
    ).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' })
  })
})
