import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { smallParts } from '../packages/server/src/sessions/small-parts.contract.ts'

// Google's client of Python, where this machine's Python has it (or that of TEST_PYTHON); elsewhere this is skipped and the report says so.
const python = process.env['TEST_PYTHON'] ?? 'python3'
const has = ((): boolean => {
  try {
    execFileSync(python, ['-c', 'from google import genai'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!has)(
  `google-genai of Python${has ? '' : ` (skipped: ${python} has no google-genai)`}`,
  () => {
    const data = mkdtempSync(join(tmpdir(), 'plantain-python-'))
    mkdirSync(join(data, 'models', 'fake'), { recursive: true })
    writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
    let plantain: Plantain
    let server: Listening
    beforeAll(async () => {
      const config = loadConfig({ flags: { data, model: 'fake', port: 0 }, environment: {}, directory: data })
      plantain = createPlantain(config, {
        openEngine: async () => fakeEngine({ family: 'plantain' }),
        openParts: async ({ blobs }) => smallParts(blobs),
        randomSeed: () => 42,
      })
      server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
    })
    afterAll(async () => {
      await server.close()
      await plantain[Symbol.asyncDispose]()
      rmSync(data, { recursive: true })
    })

    test('pictures, chat, edits, streams, files, tokens, errors and quotas', async () => {
      const script = join(import.meta.dirname, 'google-genai.py')
      const { stdout } = await promisify(execFile)(python, [script, server.url])
      const seen = JSON.parse(stdout)
      expect(seen).toMatchObject({
        generate: { size: [1344, 768], model: 'gemini-2.5-flash-image', finish: 'STOP' },
        chat: {
          sizes: [
            [1024, 1024],
            [1024, 1024],
          ],
          signed: true,
          roles: ['user', 'model', 'user', 'model'],
        },
        edit: { size: [1344, 768], changed: true },
        stream: { pictures: 1, finish: 'STOP', ids: 1 },
        files: {
          bytes: true,
          type: 'image/png',
          display: 'house',
          state: 'ACTIVE',
          listed: true,
          used: [1344, 768],
          gone: { code: 403, status: 'PERMISSION_DENIED' },
        },
        models: true,
        unknown: { code: 404, status: 'NOT_FOUND' },
        ratio: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining('aspect_ratio') },
        quota: { code: 429, status: 'RESOURCE_EXHAUSTED' },
      })
      expect(seen.generate.total).toBe(seen.generate.prompt + seen.generate.candidates)
      expect(seen.count.total).toBe(seen.count.prompt)
      const kinds = seen.quota.details.error.details.map((detail: Record<string, string>) => detail['@type'])
      expect(kinds).toEqual([
        expect.stringContaining('QuotaFailure'),
          expect.stringContaining('RetryInfo'),
      ])
    }, 240_000)
  },
)
