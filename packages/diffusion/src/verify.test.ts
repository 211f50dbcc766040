import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPng } from '../golden/read-png.ts'
import type { Engine } from './engine.ts'
import { openEngine } from './open-engine.ts'
import { verify } from './verify.ts'

const pipelines = fileURLToPath(new URL('../golden/pipelines', import.meta.url))

describe('reference pipelines are reproduced, latents and picture', () => {
  let engine: Engine
  beforeAll(() => {
    engine = openEngine({ threads: 1, inline: true, device: 'cpu' })
  })
  afterAll(() => engine.close())

  // Errors are those of float32 sums in another order; the reference's own second implementation has the same.
  test.each([
    ['sd15', 9],
    ['sd15-legacy-export', 1],
    ['instruct-pix2pix', 2],
    ['sd-inpaint-9ch', 2],
    ['lcm', 2],
    ['sdxl', 4],
    ['flux-kontext', 2],
  ])('%s', async (name, count) => {
    const { cases } = await verify(join(pipelines, name), { engine, decodeImage: readPng })
    expect(cases).toHaveLength(count)
    for (const one of cases) {
      expect(one.error, one.name).toBeUndefined()
      expect(one.latentsError, one.name).toBeLessThan(1e-3)
      expect(one.imageError, one.name).toBeLessThan(1e-3)
      expect(one.passed, one.name).toBe(true)
    }
  })

  test('a folder without reference cases is refused', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'verify-'))
    await expect(verify(empty, { engine, decodeImage: readPng })).rejects.toThrow(/no golden\.json under/)
  })
})
