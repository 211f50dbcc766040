import { fileURLToPath } from 'node:url'
import { normals } from '@plantain/core'
import type { Bitmap, Mask } from '@plantain/core'
import { maskFromRect } from '@plantain/imaging'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, Result, RunParams } from '../engine.ts'
import { openEngine } from '../open-engine.ts'

const pipeline = (name: string): string =>
  fileURLToPath(new URL(`../../golden/pipelines/${name}`, import.meta.url))

let engine: Engine
beforeAll(() => {
  engine = openEngine({ threads: 1, inline: true, device: 'cpu' })
})
afterAll(() => engine.close())

async function run(model: string, task: string, params: Partial<RunParams>): Promise<Result> {
  const request = { prompt: 'a red fox', steps: 4, seed: 3, ...params }
  const told = engine.run({ model: pipeline(model), task, params: request })
  for (;;) {
    const { done, value } = await told.next()
    if (done) return value
  }
}

function picture(width: number, height: number, seed = 1): Bitmap {
  const random = normals(seed, width * height * 4)
  const data = Uint8ClampedArray.from(random, (value) => 128 + 60 * value)
  for (let i = 3; i < data.length; i += 4) data[i] = 255
  return { width, height, data }
}

/** Bytes that differ where the mask keeps, and where it changes. */
function differences(before: Bitmap, after: Bitmap, mask: Mask): { kept: number; changed: number } {
  const count = { kept: 0, changed: 0 }
  before.data.forEach((byte, i) => {
    if (byte !== after.data[i]) count[mask.data[Math.floor(i / 4)] === 0 ? 'kept' : 'changed']++
  })
  return count
}

describe.each([
  ['latents held', 'sd15'],
  ['a network that sees the mask', 'sd-inpaint-9ch'],
])('inpaint with %s', (_, model) => {
  const mask = maskFromRect({ width: 64, height: 64 }, { x: 16, y: 8, width: 32, height: 40 })

  test.each([1, 0.6])('outside the mask no byte changes, at strength %s', async (strength) => {
    const image = picture(64, 64)
    const { bitmap } = await run(model, 'inpaint', { image, mask, strength })
    const { kept, changed } = differences(image, bitmap, mask)
    expect(kept).toBe(0)
    expect(changed).toBeGreaterThan(1000)
  })

  test('also of a picture whose size the model does not take', async () => {
    const image = picture(117, 75)
    const region = maskFromRect(image, { x: 60, y: 11, width: 33, height: 50 })
    const { bitmap, settings } = await run(model, 'inpaint', { image, mask: region })
    expect([settings.width, settings.height]).toEqual([96, 64]) // no larger than the model is good at
    expect([bitmap.width, bitmap.height]).toEqual([117, 75])
    const { kept, changed } = differences(image, bitmap, region)
    expect(kept).toBe(0)
    expect(changed).toBeGreaterThan(1000)
  })

  test('what is missing is said', async () => {
    await expect(run(model, 'inpaint', { mask })).rejects.toThrow('was given none; give an image')
    await expect(run(model, 'inpaint', { image: picture(64, 64) })).rejects.toThrow('was given no mask')
    await expect(run(model, 'inpaint', { image: picture(64, 48), mask })).rejects.toThrow(
      "the mask is 64 x 64, the picture 64 x 48; give a mask of the picture's size",
    )
  })
})

describe('image to image', () => {
  test('less strength stays nearer to the source, and runs fewer steps', async () => {
    const image = picture(64, 64)
    const distance = async (strength: number): Promise<number> => {
      const { bitmap } = await run('sd15', 'image-to-image', {
        image,
        strength,
        steps: 10,
        scheduler: 'DDIM',
      })
      return bitmap.data.reduce((sum, byte, i) => sum + Math.abs(byte - image.data[i]!), 0)
    }
    // Random weights decode to no likeness of the source; that they differ by strength can be shown, and the steps.
    expect(await distance(0.2)).not.toBe(await distance(0.9))
    const steps: number[] = []
    const told = engine.run({
      model: pipeline('sd15'),
      task: 'image-to-image',
      params: { prompt: 'x', image, strength: 0.35, steps: 10, scheduler: 'DDIM' },
    })
    for await (const event of told) if (event.type === 'step') steps.push(event.step)
    expect(steps).toEqual([1, 2, 3])
  })

  test('the result has the size of the source, or the one that was asked for', async () => {
    const image = picture(100, 60)
    expect((await run('sd15', 'image-to-image', { image })).bitmap).toMatchObject({ width: 100, height: 60 })
    const asked = await run('sd15', 'image-to-image', { image, width: 96, height: 32 })
    expect(asked.bitmap).toMatchObject({ width: 96, height: 32 })
  })

  test('nothing to do is refused', async () => {
    const tiny = run('sd15', 'image-to-image', { image: picture(64, 64), strength: 0.1 })
    await expect(tiny).rejects.toThrow(/leaves no step to run; raise strength or steps/)
  })
})

describe('edit', () => {
  test.each(['instruct-pix2pix', 'flux-kontext'])('%s needs its source, and follows it', async (model) => {
    const params = { width: 64, height: 64, steps: 2 }
    await expect(run(model, 'edit', params)).rejects.toThrow('was given none; give an image')
    const [one, other] = [
      await run(model, 'edit', { ...params, image: picture(64, 64) }),
      await run(model, 'edit', { ...params, image: picture(64, 64, 2) }),
    ]
    expect(one.bitmap.data).not.toEqual(other.bitmap.data)
  })

  test.each(['instruct-pix2pix', 'flux-kontext'])(
    '%s inside a mask leaves the rest byte for byte',
    async (model) => {
      const image = picture(70, 90)
      const mask = maskFromRect(image, { x: 10, y: 30, width: 40, height: 40 })
      const { bitmap } = await run(model, 'edit', { image, mask, steps: 2 })
      const { kept, changed } = differences(image, bitmap, mask)
      expect(kept).toBe(0)
      expect(changed).toBeGreaterThan(1000)
    },
  )
})

describe('every scheduler drives a model', () => {
  test.each([
    'Euler',
    'Euler a',
    'Heun',
    'DPM++ 2M Karras',
    'DPM++ 2M SDE',
    'UniPC',
    'DDIM',
    'DDPM',
    'PNDM',
    'LMS',
    'LCM',
    'DPM2',
  ])('%s', async (scheduler) => {
    const { bitmap } = await run('sd15', 'generate', { scheduler, width: 64, height: 64 })
    expect(bitmap.width).toBe(64)
  })
})

test('1 step and 150 steps are run as asked', async () => {
  for (const steps of [1, 150]) {
    let count = 0
    const params = { prompt: 'x', steps, width: 32, height: 32, scheduler: 'Euler' }
    for await (const event of engine.run({ model: pipeline('sd15'), task: 'generate', params }))
      if (event.type === 'step') count++
    expect(count).toBe(steps)
  }
})

test('a negative prompt changes the picture, and without guidance is said to have no effect', async () => {
  const plain = await run('sd15', 'generate', { width: 64, height: 64 })
  const without = await run('sd15', 'generate', { width: 64, height: 64, negativePrompt: 'blur' })
  expect(without.bitmap.data).not.toEqual(plain.bitmap.data)
  const unguided = await run('sd15', 'generate', {
    width: 64,
    height: 64,
    negativePrompt: 'blur',
    guidanceScale: 1,
  })
  expect(unguided.warnings).toEqual([expect.stringContaining('the negative prompt has no effect')])
})
