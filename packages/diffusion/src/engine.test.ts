import { spawnSync } from 'node:child_process'
import { getEventListeners } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, EngineOptions, Result, RunParams, RunRequest } from './engine.ts'
import { engineThread, readyEngine } from './engine-thread.ts'
import { openEngine } from './open-engine.ts'
import type { Progress } from './progress.ts'

const sd15 = fileURLToPath(new URL('../golden/pipelines/sd15', import.meta.url))
const sdxl = fileURLToPath(new URL('../golden/pipelines/sdxl', import.meta.url))

// Before Node reads TypeScript the worker is compiled code, and must be that of these sources.
beforeAll(() => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/diffusion'], { cwd: root })
}, 120_000)

const open = (options: EngineOptions = {}): Engine => openEngine({ threads: 1, device: 'cpu', ...options })

const request = (params: Partial<RunParams> = {}, more: Partial<RunRequest> = {}): RunRequest => ({
  model: sd15,
  task: 'generate',
  params: { prompt: 'a red fox', width: 64, height: 64, steps: 3, seed: 7, scheduler: 'DDIM', ...params },
  ...more,
})

async function finish(
  run: AsyncGenerator<Progress, Result>,
): Promise<{ result: Result; events: Progress[] }> {
  const events: Progress[] = []
  for (;;) {
    const { done, value } = await run.next()
    if (done) return { result: value, events }
    events.push(value)
  }
}

const paint = async (engine: Engine, params: Partial<RunParams> = {}): Promise<Result> =>
  (await finish(engine.run(request(params)))).result

test('a thread that was started ahead serves the next engine, with the options of that one, and nobody else', async () => {
  readyEngine()
  readyEngine() // the same one
  const engines = [open({ memoryBytes: 123 * 2 ** 20 }), open({ memoryBytes: 456 * 2 ** 20 })]
  const results = await Promise.all(engines.map((engine) => paint(engine)))
  expect(results[0]!.bitmap).toEqual(results[1]!.bitmap)
  const budgets = await Promise.all(engines.map(async (engine) => (await engine.status()).memoryBytes))
  expect(budgets).toEqual([123 * 2 ** 20, 456 * 2 ** 20])
  await Promise.all(engines.map((engine) => engine.close()))
})

test('the thread that was started ahead is the one that is used, once', async () => {
  readyEngine()
  const options = { threads: 1, device: 'cpu', memoryBytes: 2 ** 28 } as never
  const first = engineThread(options)
  readyEngine()
  const second = engineThread(options)
  const third = engineThread(options)
  const ids = [first, second, third].map(({ threadId }) => threadId)
  expect(new Set(ids).size).toBe(3)
  expect(ids[2]).toBe(ids[1]! + 1) // `second` was started by the call before it
  await Promise.all([first, second, third].map((worker) => worker.terminate()))
  readyEngine()
  readyEngine()
  const ahead = engineThread(options)
  expect(ahead.threadId).toBe(ids[2]! + 1) // asked for twice, started once
  await ahead.terminate()
})

describe.each([
  ['on its own thread', false],
  ['on this thread', true],
])('an engine %s', (_, inline) => {
  let engine: Engine
  beforeAll(() => {
    engine = open({ inline })
  })
  afterAll(() => engine.close())

  test('tells what it does, step by step, and gives the picture', async () => {
    const { result, events } = await finish(engine.run(request({}, { previewMilliseconds: 0 })))
    expect(events.map(({ type }) => type)).toEqual([
      'picture-start',
      'load-start', // the text encoder
      'load-end',
      'load-start', // the denoiser
      'load-end',
      'step',
      'step',
      'step',
      'decode-start',
      'load-start',
      'load-end',
      'picture-end',
    ])
    const steps = events.filter((event) => event.type === 'step')
    expect(steps.map(({ step, steps: of }) => [step, of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    for (const { preview } of steps) expect(preview).toMatchObject({ width: 8, height: 8 })
    expect(result.bitmap).toMatchObject({ width: 64, height: 64 })
    expect(result.bitmap.data).toHaveLength(64 * 64 * 4)
    expect(result.settings).toEqual({
      width: 64,
      height: 64,
      steps: 3,
      guidanceScale: 7.5,
      scheduler: 'DDIMScheduler',
    })
  })

  test('the same seed gives the same bytes, another seed another picture', async () => {
    const [first, again, other] = [await paint(engine), await paint(engine), await paint(engine, { seed: 8 })]
    expect(again.bitmap.data).toEqual(first.bitmap.data)
    expect(other.bitmap.data).not.toEqual(first.bitmap.data)
  })

  test('picture 2 of a batch is the picture of index 2 alone', async () => {
    const batch = await paint(engine, { count: 3 })
    const alone = await paint(engine, { index: 2 })
    expect(batch.pictures.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(batch.pictures[2]!.bitmap.data).toEqual(alone.bitmap.data)
    expect(batch.pictures[1]!.bitmap.data).not.toEqual(batch.pictures[0]!.bitmap.data)
  })

  test('a seed that nobody gave is told, and gives the picture again', async () => {
    const { seed: _given, ...params } = request().params
    const { result } = await finish(engine.run({ ...request(), params }))
    expect((await paint(engine, { seed: result.seed })).bitmap.data).toEqual(result.bitmap.data)
  })

  test('abort stops within one step', async () => {
    const controller = new AbortController()
    const steps: number[] = []
    const run = engine.run(request({ steps: 150 }, { signal: controller.signal }))
    const all = async (): Promise<void> => {
      for await (const event of run) {
        if (event.type !== 'step') continue
        steps.push(event.step)
        if (event.step === 5) controller.abort('enough')
      }
    }
    await expect(all()).rejects.toMatchObject({ code: 'CANCELLED', cause: 'enough' })
    expect(steps.length).toBeLessThan(150)
    if (inline) expect(steps).toEqual([1, 2, 3, 4, 5])
  })

  test('a signal that has fired before runs nothing', async () => {
    const run = finish(engine.run(request({}, { signal: AbortSignal.abort() })))
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('who leaves the loop stops the run', async () => {
    for await (const event of engine.run(request({ steps: 150 }))) if (event.type === 'step') break
    const started = performance.now()
    await paint(engine, { steps: 1 })
    expect(performance.now() - started).toBeLessThan(5000) // it did not wait for 149 steps
  })

  test('a second run waits in line', async () => {
    const first = engine.run(request({ steps: 4 }))
    await first.next()
    const second = engine.run(request({ steps: 1 }))
    const waiting = second.next()
    await finish(first)
    expect((await waiting).value).toEqual({ type: 'run-queue', position: 1 })
    expect((await finish(second)).result.bitmap.width).toBe(64)
  })

  test('who waits in line can be cancelled, and the others go on', async () => {
    const first = engine.run(request({ steps: 4 }))
    await first.next()
    const controller = new AbortController()
    const second = engine.run(request({}, { signal: controller.signal }))
    await second.next()
    controller.abort()
    await expect(finish(second)).rejects.toMatchObject({ code: 'CANCELLED' })
    const third = finish(engine.run(request({ steps: 1 })))
    expect((await finish(first)).result.bitmap.width).toBe(64)
    expect((await third).result.bitmap.width).toBe(64)
  })

  test.each([
    [{ steps: 0 }, 'steps is 0; give a whole number from 1 to 150'],
    [{ steps: 151 }, 'steps is 151; give a whole number from 1 to 150'],
    [{ steps: 2.5 }, 'steps is 2.5; give a whole number from 1 to 150'],
    [{ seed: -1 }, 'seed is -1; give a whole number from 0 to 9007199254740991'],
    [{ guidanceScale: NaN }, 'guidanceScale is NaN; give a number from 0 to 100'],
    [{ width: 72 }, 'the size is 72 x 64; this model takes sides of 32 to 4096 pixels in multiples of 16'],
    [{ scheduler: 'Magic' }, 'scheduler "Magic" is not known; give one of Euler'],
    [{ scheduler: 'FlowMatchEulerDiscreteScheduler' }, 'cannot run this model'],
    [{ stepz: 3 } as object, 'the request has stepz, which is not known; known are prompt'],
    [
      { controls: [{ bitmap: { width: 1, height: 1, data: new Uint8ClampedArray(4) } }] },
      'no control picture',
    ],
  ])('%o is refused in a sentence', async (params: Partial<RunParams>, sentence) => {
    await expect(paint(engine, params)).rejects.toThrow(sentence)
  })

  test('a task that the model cannot do, or nobody, is refused in a sentence', async () => {
    await expect(finish(engine.run(request({}, { task: 'edit' })))).rejects.toThrow(
      'sd15 cannot edit; it can generate, image-to-image, inpaint',
    )
    await expect(finish(engine.run(request({}, { task: 'cook' })))).rejects.toThrow(
      'task is cook; give one of',
    )
  })

  test('a handle tells what the directory holds, and its hash', async () => {
    const handle = await engine.load(sdxl)
    expect(handle.manifest).toMatchObject({
      name: 'sdxl',
      family: 'sdxl',
      tasks: ['generate', 'image-to-image', 'inpaint'],
    })
    expect(handle.manifest.parts.map(({ name }) => name)).toContain('text_encoder_2')
    expect(handle.manifest.parts.find(({ name }) => name === 'unet')?.externalData).toEqual([
      'model.onnx_data',
    ])
    expect(await handle.hash()).toMatch(/^[0-9a-f]{64}$/)
    expect(await handle.hash()).not.toBe(await (await engine.load(sd15)).hash())
  })
})

test('both ways give the same bytes', async () => {
  const [here, there] = [open({ inline: true }), open()]
  expect((await paint(there)).bitmap.data).toEqual((await paint(here)).bitmap.data)
  await here.close()
  await there.close()
})

test('the event loop stays free while the engine computes', async () => {
  const engine = open()
  await paint(engine, { steps: 1 }) // opened and warm
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const { events } = await finish(
    engine.run(request({ width: 384, height: 384, steps: 4, guidanceScale: 1 })),
  )
  delay.disable()
  const step = Math.max(...events.map((event) => (event.type === 'step' ? event.milliseconds : 0)))
  await engine.close()
  expect(step).toBeGreaterThan(100) // or nothing would be shown
  // A blocked loop lags by the whole step; what remains is the machine's own unrest.
  expect(delay.percentile(99) / 1e6).toBeLessThan(step / 2)
})

test('a hundred cancelled runs leave nothing behind', async () => {
  const engine = open()
  const before = await paint(engine)
  const controller = new AbortController()
  const cancelOne = async (after: number): Promise<void> => {
    const own = new AbortController()
    const signal = AbortSignal.any([own.signal, controller.signal])
    let seen = 0
    try {
      for await (const event of engine.run(request({ steps: 30, seed: after }, { signal })))
        if (event.type === 'step' && ++seen > after % 4) own.abort()
    } catch (error) {
      expect(error).toMatchObject({ code: 'CANCELLED' })
    }
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  }
  for (let i = 0; i < 20; i++) await cancelOne(i)
  const loaded = (await engine.status()).loaded
  const memory = process.memoryUsage.rss()
  for (let i = 0; i < 100; i++) await cancelOne(i)
  expect((await engine.status()).loaded).toEqual(loaded)
  // A leak of one run's latents and activations would be 300 MB; the heap's own breathing is some tens.
  expect(process.memoryUsage.rss() - memory).toBeLessThan(60e6)
  expect((await paint(engine)).bitmap.data).toEqual(before.bitmap.data)
  await engine.close()
})

describe('memory', () => {
  test('what was used longest ago makes room, and the pictures stay the same', async () => {
    const [large, small] = [open({ inline: true }), open({ inline: true, memoryBytes: 1.2e6 })]
    expect((await paint(small)).bitmap.data).toEqual((await paint(large)).bitmap.data)
    expect((await paint(small, { seed: 9 })).bitmap.data).toEqual(
      (await paint(large, { seed: 9 })).bitmap.data,
    )
    const { loaded } = await small.status()
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1.2e6)
    expect((await large.status()).loaded).toHaveLength(3)
    await large.close()
    await small.close()
  })

  test('what cannot fit is refused before anything is read', async () => {
    const engine = open({ inline: true, memoryBytes: 1e6 })
    const events: Progress[] = []
    const all = async (): Promise<void> => {
      for await (const event of engine.run(request())) events.push(event)
    }
    await expect(all()).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringMatching(/unet.*needs 2 MB of memory, 1 MB are allowed; raise the limit/),
    })
    expect(events.some(({ type }) => type === 'load-start')).toBe(false)
    expect((await engine.status()).loaded).toEqual([])
    await engine.close()
  })

  test.each([{ threads: 0 }, { threads: 1.5 }, { memoryBytes: 0 }])('%o is refused', (options) => {
    expect(() => openEngine(options)).toThrow(/give a/)
  })
})

describe('the end', () => {
  test('close stops the running run after its step and frees everything', async () => {
    const engine = open()
    const run = engine.run(request({ steps: 150 }))
    await run.next()
    const rest = finish(run)
    const closed = engine.close()
    await expect(rest).rejects.toMatchObject({ code: 'CANCELLED' })
    await closed
    await expect(finish(engine.run(request()))).rejects.toThrow('the engine is closed; open another one')
  })

  test('close before anything was asked, and twice, is fine', async () => {
    const engine = open()
    await Promise.all([engine.close(), engine.close()])
    await engine.close()
  })
})
