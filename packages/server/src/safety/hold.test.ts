import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Interpretation } from '@plantain/core'
import { afterAll, expect, test } from 'vitest'
import { loadConfig, type Config } from '../config.ts'
import { holdToPolicy } from './hold.ts'
import { openPolicy } from './policy.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantain-hold-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(
  join(folder, 'school.json'),
  JSON.stringify({ version: 1, name: 'school', rules: { violence: 'always', hate: 'never' } }),
)

/** What is said of a prompt that reads like this; null: nothing. */
async function said(
  flags: Partial<Record<keyof Config, unknown>>,
  meaning: Partial<Interpretation>,
): Promise<string | null> {
  const config = loadConfig({ flags, environment: {}, directory: folder })
  const reading: Interpretation = { kind: 'refuse', ops: [], refers_to: [], ...meaning }
  const interpreter = {
    name: 'fixed',
    interpret: async () => reading,
    [Symbol.asyncDispose]: async () => {},
  }
  const use = { config, interpreter, policy: () => openPolicy(config) }
  try {
    await holdToPolicy(use, 'x', new AbortController().signal)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

test("one's own machine draws what it is told", async () => {
  for (const safety of ['off', 'basic']) expect(await said({ safety }, { reason: 'hate' })).toBeNull()
})
test('a strict policy holds there, too, and names its rule', async () => {
  expect(await said({ safety: 'strict' }, { reason: 'hate' })).toMatch(/Rule "hate" of the safety policy/)
  expect(await said({ safety: 'strict' }, { kind: 'generate' })).toBeNull()
})
test("so does the operator's file, rule by rule", async () => {
  const flags = { safetyPolicy: 'school.json' }
  expect(await said(flags, { reason: 'violence' })).toMatch(/"violence" of the safety policy "school/)
  expect(await said(flags, { reason: 'hate' })).toBeNull()
})
