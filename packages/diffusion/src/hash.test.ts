import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openDirectory } from './directory.ts'
import { familyOf } from './families/index.ts'
import { hashModel, openHashCache, type HashCache } from './hash.ts'
import type { ModelManifest } from './manifest.ts'

const lcm = fileURLToPath(new URL('../golden/pipelines/lcm', import.meta.url))
const never = new AbortController().signal
const temporary = (): string => mkdtempSync(join(tmpdir(), 'hash-'))

const manifestOf = (path: string): ModelManifest => {
  const directory = openDirectory(path)
  return familyOf(directory).describe(directory)
}

test('a model is named by its files, wherever it lies', async () => {
  const copy = join(temporary(), 'another name')
  cpSync(lcm, copy, { recursive: true })
  const here = await hashModel(manifestOf(lcm), openHashCache(null), never)
  expect(await hashModel(manifestOf(copy), openHashCache(null), never)).toEqual(here)
  const unet = here.files.find(({ path }) => path === 'unet/model.onnx')!
  const bytes = readFileSync(join(lcm, 'unet/model.onnx'))
  expect(unet).toEqual({
    path: 'unet/model.onnx',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect(here.files.map(({ path }) => path)).not.toContain('golden.json') // tests are no part of a model
  writeFileSync(join(copy, 'tokenizer/merges.txt'), 'changed')
  expect((await hashModel(manifestOf(copy), openHashCache(null), never)).sha256).not.toBe(here.sha256)
})

test('what was hashed once is remembered over a restart', async () => {
  const folder = join(temporary(), 'cache')
  const first = await hashModel(manifestOf(lcm), openHashCache(folder), never)
  const reopened = openHashCache(folder)
  const asked: string[] = []
  const watched: HashCache = {
    get: (key) => reopened.get(key),
    set: (key, sha256) => {
      if (reopened.get(key) === undefined) asked.push(key)
      reopened.set(key, sha256)
    },
  }
  expect(await hashModel(manifestOf(lcm), watched, never)).toEqual(first)
  expect(asked).toEqual([])
})

test('a broken cache is an empty one', () => {
  const folder = temporary()
  writeFileSync(join(folder, 'hashes.json'), '{')
  expect(openHashCache(folder).get('x')).toBeUndefined()
})

test('hashing can be cancelled', async () => {
  await expect(hashModel(manifestOf(lcm), openHashCache(null), AbortSignal.abort())).rejects.toMatchObject({
    code: 'CANCELLED',
  })
})
