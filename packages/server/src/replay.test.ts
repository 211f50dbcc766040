import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode, readRecipe } from '@plantain/codecs'
import { afterAll, expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { fakeEngine } from './fake-engine.contract.ts'
import { parseGenerateRequest } from './generate/request.ts'
import { createPlantain } from './plantain.ts'
import { replay, type Replayed } from './replay.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-replay-'))
afterAll(() => rmSync(data, { recursive: true }))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
const plantain = createPlantain(
  loadConfig({ flags: { data, model: 'fake' }, environment: {}, directory: data }),
  { openEngine: async () => fakeEngine() },
)
const never = new AbortController().signal

async function last<T>(run: AsyncGenerator<unknown, T>): Promise<T> {
  let next = await run.next()
  while (!next.done) next = await run.next()
  return next.value
}
const make = async (format: string): Promise<Uint8Array> =>
  (
    await last(
      plantain.generate(
        parseGenerateRequest({ prompt: 'a hill', seed: 9, steps: 2, size: '48x32', format }),
        never,
      ),
    )
  ).images[0]!.bytes
const again = (file: Uint8Array): Promise<Replayed> => last(replay(plantain, file, never))

test('a PNG comes again byte for byte', async () => {
  expect(await again(await make('png'))).toMatchObject({ sameFile: true, samePixels: true, differences: [] })
})
test('pixels that were changed since are noticed, and so is another model', async () => {
  const file = await make('png')
  const recipe = (await readRecipe(file))!
  const { data: pixels, ...size } = await decode(file)
  pixels[0]! ^= 1
  expect(await again(await encode({ ...size, data: pixels }, { recipe }))).toMatchObject({
    sameFile: false,
    samePixels: false,
  })
  const other = await encode(await decode(file), {
    recipe: { ...recipe, modelHash: 'other', version: '0.0.1' },
  })
  const { samePixels, differences } = await again(other)
  expect([samePixels, differences]).toEqual([
    true,
    [expect.stringContaining('other files'), expect.stringContaining('made by Plantain 0.0.1')],
  ])
})
test.each([
  ['no recipe', undefined, /no recipe/],
  ['a recipe of something else', { task: 'conversation' }, /made by "conversation"/],
  ['an edit of what is not here', { task: 'edit', message: 'x', sources: ['f'.repeat(64)] }, /--source/],
  ['references', { task: 'generate', references: ['abc'] }, /--ref/],
  ['a model that is not here', { task: 'generate', model: 'gone' }, /gone/],
])('%s: one sentence', async (_, recipe, message) => {
  const file = await encode(
    { width: 2, height: 2, data: new Uint8ClampedArray(16) },
    recipe === undefined ? {} : { recipe },
  )
  await expect(again(file)).rejects.toThrow(message)
})
