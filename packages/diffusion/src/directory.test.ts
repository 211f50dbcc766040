import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlantainError } from '@plantain/core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from './engine.ts'
import { openEngine } from './open-engine.ts'

const pipelines = fileURLToPath(new URL('../golden/pipelines', import.meta.url))

/** What a person would see: the sentence of loading the model and making a picture with it. */
async function failure(engine: Engine, model: string): Promise<PlantainError> {
  try {
    await engine.load(model)
    const params = { prompt: 'x', steps: 1, width: 64, height: 64, guidanceScale: 1 }
    for await (const _ of engine.run({ model, task: 'generate', params })) continue
  } catch (error) {
    if (error instanceof PlantainError) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('what is wrong with a model directory is said in one sentence', () => {
  let engine: Engine
  let model: string
  beforeAll(() => {
    engine = openEngine({ threads: 1, inline: true, device: 'cpu' })
  })
  afterAll(() => engine.close())
  beforeEach(() => {
    model = join(mkdtempSync(join(tmpdir(), 'model-')), 'sdxl')
    cpSync(join(pipelines, 'sdxl'), model, { recursive: true })
    return () => rmSync(join(model, '..'), { recursive: true })
  })
  const at = (name: string): string => join(model, name)

  test.each([
    'unet/model.onnx',
    'text_encoder_2/model.onnx',
    'vae_decoder/model.onnx',
    'scheduler/scheduler_config.json',
    'model_index.json',
    'tokenizer/vocab.json',
    'tokenizer_2/merges.txt',
  ])('%s is missing', async (name) => {
    rmSync(at(name))
    const error = await failure(engine, model)
    expect(error.code).toBe('NOT_FOUND')
    expect(error.message).toContain(name.split('/')[0])
    expect(error.message).toMatch(/download|give the folder/)
  })

  test('weights beside the graph are missing', async () => {
    rmSync(at('unet/model.onnx_data'))
    const error = await failure(engine, model)
    expect(error.code).toBe('NOT_FOUND')
    expect(error.message).toMatch(
      /unet\/model\.onnx_data, which holds the weights of .*, is missing; download it/,
    )
  })

  test('weights beside the graph are cut short', async () => {
    truncateSync(at('unet/model.onnx_data'), 1000)
    const error = await failure(engine, model)
    expect(error.code).toBe('DATA_LOSS')
    expect(error.message).toMatch(
      /model\.onnx_data is cut short: it has 1000 bytes, .* needs \d+; download it again/,
    )
  })

  test.each([0.2, 0.9, 0.999])('a graph is cut short, %s of it is there', async (share) => {
    const file = at('vae_decoder/model.onnx')
    truncateSync(file, Math.floor(readFileSync(file).length * share))
    const error = await failure(engine, model)
    expect(error.code).toBe('DATA_LOSS')
    expect(error.message).toMatch(/vae_decoder\/model\.onnx .*download it again/)
  })

  test('a graph is empty', async () => {
    truncateSync(at('unet/model.onnx'), 0)
    expect((await failure(engine, model)).message).toMatch(
      /unet\/model\.onnx is empty; download the file itself/,
    )
  })

  test.each([
    ['version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n', 'Git LFS pointer'],
    ['<!DOCTYPE html><html>Not found</html>', 'a web page'],
    ['hello', 'damaged or cut short'],
  ])('a graph is something else: %o', async (content, what) => {
    writeFileSync(at('unet/model.onnx'), content)
    const error = await failure(engine, model)
    expect(error.code).toBe('DATA_LOSS')
    expect(error.message).toContain(what)
  })

  test('a graph is damaged inside', async () => {
    const bytes = readFileSync(at('vae_decoder/model.onnx'))
    const name = Buffer.from('latent_sample')
    for (let found = bytes.indexOf(name); found >= 0; found = bytes.indexOf(name, found + 1))
      bytes.write('latent_simple', found) // the input keeps its place, its consumer does not know it
    const first = bytes.indexOf('latent_simple')
    bytes.write('latent_sample', first)
    writeFileSync(at('vae_decoder/model.onnx'), bytes)
    const error = await failure(engine, model)
    expect(error.code).toBe('DATA_LOSS')
    expect(error.message).toMatch(/cannot be read as a network .*; download it again, or export it/)
  })

  test('a configuration is no JSON', async () => {
    writeFileSync(at('scheduler/scheduler_config.json'), '{"_class_name": ')
    const error = await failure(engine, model)
    expect(error.code).toBe('DATA_LOSS')
    expect(error.message).toMatch(/^scheduler\/scheduler_config\.json of the model .* is not a JSON object/)
  })

  test('the class is not known', async () => {
    writeFileSync(at('model_index.json'), '{"_class_name": "WonderPipeline"}')
    const error = await failure(engine, model)
    expect(error.code).toBe('UNIMPLEMENTED')
    expect(error.message).toMatch(/holds a WonderPipeline; supported are plantain, stable-diffusion, sdxl/)
  })

  test('the scheduler is not known', async () => {
    writeFileSync(at('scheduler/scheduler_config.json'), '{"_class_name": "WonderScheduler"}')
    expect((await failure(engine, model)).message).toMatch(
      /WonderScheduler is not supported; supported are DDIM/,
    )
  })

  test('the folder is not there', async () => {
    const error = await failure(engine, at('nothing'))
    expect(error.code).toBe('NOT_FOUND')
    expect(error.message).toMatch(/there is no folder .*; give the folder of a model/)
  })

  test('weights are looked for outside the folder of the graph', async () => {
    const bytes = readFileSync(at('unet/model.onnx'))
    const name = Buffer.from('model.onnx_data')
    for (let found = bytes.indexOf(name); found >= 0; found = bytes.indexOf(name, found + 1))
      bytes.write('../secret/datas', found)
    writeFileSync(at('unet/model.onnx'), bytes)
    expect((await failure(engine, model)).message).toMatch(
      /wants weights from \.\.\/secret\/datas, outside its folder/,
    )
  })

  test('files changed on disk are seen by the next load', async () => {
    const before = await (await engine.load(model)).hash()
    rmSync(at('vae_encoder'), { recursive: true })
    const after = await engine.load(model)
    expect(after.manifest.tasks).toEqual(['generate'])
    expect(await after.hash()).not.toBe(before)
  })
})

test('a network downloaded anew is read anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'model-'))
  const model = join(folder, 'sd15')
  cpSync(join(pipelines, 'sd15'), model, { recursive: true })
  const engine = openEngine({ threads: 1, inline: true, device: 'cpu' })
  const paint = async (): Promise<Uint8ClampedArray> => {
    const params = { prompt: 'x', steps: 1, width: 64, height: 64, seed: 1, scheduler: 'DDIM' }
    const run = engine.run({ model: await engine.load(model), task: 'generate', params })
    for (;;) {
      const { done, value } = await run.next()
      if (done) return value.bitmap.data
    }
  }
  const before = await paint()
  expect(await paint()).toEqual(before)
  cpSync(join(pipelines, 'lcm', 'vae_decoder', 'model.onnx'), join(model, 'vae_decoder', 'model.onnx'))
  utimesSync(join(model, 'vae_decoder', 'model.onnx'), 1, 2)
  expect(await paint()).not.toEqual(before)
  await engine.close()
  rmSync(folder, { recursive: true })
})
