import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode, readRecipe } from '@plantain/codecs'
import { afterAll, describe, expect, test } from 'vitest'
import { loadConfig, type Config } from './config.ts'
import { fakeEngine } from './fake-engine.contract.ts'
import type { GenerateEvent, GenerateResult } from './generate/events.ts'
import { parseGenerateRequest, type GenerateInput } from './generate/request.ts'
import { createPlantain } from './plantain.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-data-'))
afterAll(() => rmSync(data, { recursive: true }))
for (const name of ['some/model', 'other']) {
  mkdirSync(join(data, 'models', name), { recursive: true })
  writeFileSync(
    join(data, 'models', name, 'model_index.json'),
    '{ "_class_name": "StableDiffusionPipeline" }',
  )
}
const config = (flags: Partial<Record<keyof Config, unknown>> = {}) =>
  loadConfig({ flags: { data, model: 'other', ...flags }, environment: {}, directory: data })
const never = new AbortController().signal

function setUp(flags: Partial<Record<keyof Config, unknown>> = {}) {
  const engine = fakeEngine()
  const plantain = createPlantain(config(flags), { openEngine: async () => engine, randomSeed: () => 42 })
  return { engine, plantain }
}
async function run(plantain: ReturnType<typeof setUp>['plantain'], input: GenerateInput, signal = never) {
  const events: GenerateEvent[] = []
  const generator = plantain.generate(parseGenerateRequest(input), signal)
  for (;;) {
    const next = await generator.next()
    if (next.done) return { events, result: next.value }
    events.push(next.value)
  }
}

describe('generate', () => {
  test('tells each step, hands out the picture, then sums up', async () => {
    const { plantain } = setUp()
    const { events, result } = await run(plantain, { prompt: 'a teapot', steps: 2, seed: 7 })
    expect(events.map(({ type }) => type)).toEqual([
      'picture-start',
      'step',
      'step',
      'decode-start',
      'picture-end',
      'image-ready',
    ])
    expect(result).toMatchObject({
      interpretation: { kind: 'generate', subject: 'a teapot' },
      notDrawn: ['teapot'],
      drawnAs: [],
      usage: { promptTokens: 2, inputImageTokens: 0, outputImageTokens: 1290, steps: 2 },
    })
  })
  test('the file is the picture, its hash is of the file, its recipe makes it again', async () => {
    const { plantain } = setUp()
    const image = (await run(plantain, { prompt: 'a hill', seed: 7, aspect: '16:9' })).result.images[0]!
    expect(createHash('sha256').update(image.bytes).digest('hex')).toBe(image.sha256)
    expect([image.width, image.height, image.mimeType, image.seed]).toEqual([1344, 768, 'image/png', 7])
    expect((await decode(image.bytes)).data.subarray(0, 4)).toEqual(new Uint8ClampedArray([7, 7, 7, 255]))
    expect(await readRecipe(image.bytes)).toEqual({
      version: plantain.version,
      task: 'generate',
      prompt: 'a hill',
      model: 'other',
      modelHash: 'f'.repeat(64),
      seed: 7,
      width: 1344,
      height: 768,
      steps: 4,
      guidanceScale: 2,
      scheduler: 'FlowMatchEulerDiscreteScheduler',
      details: { scene: { seed: 7 }, interpretation: { subject: 'a hill' }, notDrawn: [] },
    })
  })
  test('without a seed a random one is drawn, used and told', async () => {
    const { plantain, engine } = setUp()
    const { result } = await run(plantain, { prompt: 'a hill' })
    expect([result.images[0]!.seed, engine.requests[0]!.params.seed]).toEqual([42, 42])
  })
  test('several pictures differ, and each comes again with its own seed', async () => {
    const { plantain } = setUp()
    const { images } = (await run(plantain, { prompt: 'a hill', count: 3, seed: 7 })).result
    expect(images[0]!.seed).toBe(7)
    expect(new Set(images.map(({ seed }) => seed)).size).toBe(3)
    const again = await run(plantain, { prompt: 'a hill', seed: images[2]!.seed })
    expect(again.result.images[0]!.sha256).toBe(images[2]!.sha256)
  })
  test('the index of an event counts the pictures of the request', async () => {
    const { plantain } = setUp()
    const { events } = await run(plantain, { prompt: 'a hill', count: 2, steps: 1 })
    expect(events.flatMap((event) => ('index' in event ? [event.index] : []))).toEqual([
      0, 0, 0, 0, 0, 1, 1, 1, 1, 1,
    ])
  })
  test('a reference is what the picture starts from, with what its recipe says of it', async () => {
    const { plantain, engine } = setUp()
    const bitmap = { width: 2, height: 4, data: new Uint8ClampedArray(32).fill(255) }
    const own = await encode(bitmap, { recipe: { details: { scene: { seed: 3 } } } })
    const { result } = await run(plantain, { prompt: 'a hill', references: [own] })
    // Its ratio, in about as many pixels as the model's own 64 x 64, in multiples of 8.
    expect(engine.requests[0]).toMatchObject({
      task: 'image-to-image',
      params: { width: 48, height: 88, image: { width: 2 }, imageDetails: { scene: { seed: 3 } } },
    })
    expect(result.usage.inputImageTokens).toBe(258)
    await run(plantain, { prompt: 'a hill', references: [await encode(bitmap)], aspect: '1:1' })
    expect(engine.requests[1]!.params).toMatchObject({
      width: 1024,
      height: 1024,
      image: { width: 2, height: 2 },
    })
    expect(engine.requests[1]!.params).not.toHaveProperty('imageDetails')
  })
  test('a reference that is no picture is named by its number; more than one cannot be followed', async () => {
    const { plantain } = setUp()
    const good = await encode({ width: 2, height: 2, data: new Uint8ClampedArray(16) })
    await expect(
      run(plantain, { prompt: 'a hill', references: [good, Buffer.from('hello')] }),
    ).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/^reference 2: the file is no picture that is known/),
      details: { reference: 2 },
    })
    await expect(run(plantain, { prompt: 'a hill', references: [good, good] })).rejects.toMatchObject({
      code: 'UNIMPLEMENTED',
    })
  })
  test('an unknown model is refused before anything waits, naming those there are', async () => {
    const { plantain, engine } = setUp()
    await expect(run(plantain, { prompt: 'x', model: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/^the model "nobody" is not installed; installed: .*other.*some\/model/),
    })
    expect(engine.requests).toEqual([])
  })
  test('a request may not name a folder; the configuration may', async () => {
    const folder = join(data, 'models', 'other')
    await expect(run(setUp().plantain, { prompt: 'x', model: folder })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const { result } = await run(setUp({ model: folder }).plantain, { prompt: 'x' })
    expect(result.images[0]!.recipe['model']).toBe('other')
  })
  test('the signal stops the engine; who leaves early stops it too', async () => {
    const { plantain, engine } = setUp()
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 5)
    await expect(run(plantain, { prompt: 'a hill', steps: 150 }, stop.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    expect(engine.stopped).toBe(1)
    const left = plantain.generate(parseGenerateRequest({ prompt: 'a hill' }), never)
    await left.next()
    await left.return(undefined as unknown as GenerateResult)
    expect([engine.stopped, plantain.busy]).toEqual([2, 0])
  })
  test('disposing closes the engine, and does not open one for that', async () => {
    const { plantain, engine } = setUp()
    await run(plantain, { prompt: 'a hill' })
    await plantain[Symbol.asyncDispose]()
    expect(engine.closed).toBe(true)
    const unused = fakeEngine()
    await createPlantain(config(), { openEngine: async () => unused })[Symbol.asyncDispose]()
    expect(unused.closed).toBe(false)
  })
})
