import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REASONS, type Interpretation, type Interpreter } from '@plantain/core'
import { afterAll, expect, test } from 'vitest'
import { loadConfig, type Config } from '../config.ts'
import { toThresholds, forAll, imagenThresholds } from '../surfaces/gemini/thresholds.ts'
import { governed, judge } from './judge.ts'
import { decide, explain, openPolicy } from './policy.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantain-safety-'))
afterAll(() => rmSync(folder, { recursive: true }))
const config = (flags: Partial<Record<keyof Config, unknown>> = {}): Config =>
  loadConfig({ flags, environment: {}, directory: folder })
const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}
const blockedIn = async (
  flags: Parameters<typeof config>[0],
  thresholds = {},
): Promise<readonly string[]> => {
  const policy = await openPolicy(config(flags))
  return REASONS.filter((reason) => decide(policy, reason, thresholds).blocked)
}
const no = new AbortController().signal

test('off keeps what is unlawful; basic and strict refuse every reason', async () => {
  expect(await blockedIn({ safety: 'off' })).toEqual(['minor'])
  expect(await blockedIn({})).toEqual(REASONS)
  expect(await blockedIn({ safety: 'strict' })).toEqual(REASONS)
})
test('a request lowers a category of basic, none of strict, and never what is unlawful', async () => {
  const sexual = toThresholds([{ category: 'HARM_CATEGORY_SEXUALLY_EXPLICIT', threshold: 'BLOCK_NONE' }])
  expect(await blockedIn({}, sexual)).toEqual(REASONS.filter((reason) => reason !== 'sexual'))
  expect(await blockedIn({ safety: 'strict' }, sexual)).toEqual(REASONS)
  expect(await blockedIn({}, forAll('NONE'))).toEqual(['minor', 'copyright']) // copyright has no category
})
test('only high lets through what is held to be middling', async () => {
  const through = (await blockedIn({}, forAll('ONLY_HIGH'))).concat().sort()
  expect(through).toEqual(['copyright', 'dangerous', 'document', 'hate', 'minor', 'self_harm', 'sexual'])
  expect(await blockedIn({}, imagenThresholds('block_only_high'))).toHaveLength(through.length)
  expect(imagenThresholds('nonsense')).toEqual({})
})
test("the operator's file changes single rules, and names itself in every decision", async () => {
  const safetyPolicy = file('own.json', {
    version: 1,
    name: 'school',
    rules: { violence: 'always', copyright: 'never' },
  })
  expect(await blockedIn({ safetyPolicy }, forAll('NONE'))).toEqual(['minor', 'violence'])
  const decision = decide(await openPolicy(config({ safetyPolicy })), 'violence')
  expect(explain(decision)).toMatch(/^Rule "violence" of the safety policy "school, version 1"/)
})
test.each([
  ['gone.json', undefined, /cannot be read/],
  ['text.json', 'no json', /is no JSON/],
  ['v2.json', { version: 2, name: 'x', rules: {} }, /version/],
  ['rule.json', { version: 1, name: 'x', rules: { rude: 'always' } }, /rude/],
  ['word.json', { version: 1, name: 'x', rules: { hate: 'sometimes' } }, /hate/],
  ['minor.json', { version: 1, name: 'x', rules: { minor: 'never' } }, /can only be "always"/],
])('%s stops the start with a sentence', async (name, content, message) => {
  if (content !== undefined) file(name, content)
  await expect(openPolicy(config({ safetyPolicy: name }))).rejects.toThrow(message)
})

const reads = (meaning: Interpretation): Interpreter => ({ name: 'fixed', interpret: async () => meaning })
const refusal: Interpretation = { kind: 'refuse', ops: [], refers_to: [], reason: 'hate' }

test('a prompt is judged by what it means; the answer has a reason, a rating, the rule and what to do', async () => {
  const policy = await openPolicy(config())
  expect(await judge('x', { interpreter: reads(refusal), policy }, no)).toEqual({
    stage: 'prompt',
    reason: 'SAFETY',
    message: expect.stringMatching(
      /Rule "hate" of the safety policy "basic, version 1": a request may lower/,
    ),
    ratings: [{ category: 'HARM_CATEGORY_HATE_SPEECH', probability: 'HIGH', blocked: true }],
  })
  const minor = reads({ ...refusal, reason: 'minor' })
  expect(await judge('x', { interpreter: minor, policy, thresholds: forAll('NONE') }, no)).toMatchObject({
    reason: 'PROHIBITED_CONTENT',
  })
  expect(await judge('x', { interpreter: reads({ ...refusal, kind: 'generate' }), policy }, no)).toBeNull()
})
test('what the operator lets through is drawn as it was said, and an edit of which nothing was understood is asked about', async () => {
  const message = { history: [], message: 'a battle', images: 0, uploads: [] }
  const off = governed(reads(refusal), () => openPolicy(config({ safety: 'off' })))
  expect(await off.interpret(message, no)).toMatchObject({
    kind: 'generate',
    ops: [{ op: 'create', subject: ['a battle'] }],
  })
  expect(await off.interpret({ ...message, images: 1 }, no)).toMatchObject({ kind: 'clarify', ask: 'change' })
  expect(await governed(reads(refusal), () => openPolicy(config())).interpret(message, no)).toEqual(refusal)
})
