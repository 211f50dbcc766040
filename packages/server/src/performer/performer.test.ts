import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { decode, encode } from '@plantain/codecs'
import { PlantainError, type Bitmap, type Wish } from '@plantain/core'
import type { Outcome, PictureState, Task, Tools } from '@plantain/conversation'
import { hash } from '@plantain/imaging'
import { afterAll, expect, test, vi } from 'vitest'
import { openPerformer } from './performer.ts'

// Its thread reads all of the program first, and the networks; on a busy machine that takes a while.
vi.setConfig({ testTimeout: 300_000 })

const models = resolve(import.meta.dirname, '../../../../models')
const kept = new Map<string, Uint8Array>()
const blobs = {
  async write(bytes: Uint8Array) {
    const id = createHash('sha256').update(bytes).digest('hex')
    kept.set(id, bytes)
    return id
  },
  async read(id: string) {
    const bytes = kept.get(id)
    if (bytes === undefined) throw new PlantainError('NOT_FOUND', `there is no ${id}`)
    return bytes
  },
}
const elsewhere = (): never => {
  throw new RangeError('nothing here is painted')
}
const tools = { compose: elsewhere } as unknown as Tools
const performer = openPerformer({
  model: `${models}/plantain-tiny`,
  sight: `${models}/plantain-sight`,
  blobs,
  paint: async () => elsewhere(),
})
afterAll(async () => performer[Symbol.asyncDispose]())

/** A blue disk on a ground with some grain. */
function disk(width: number, height: number): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let p = 0; p < width * height; p++) {
    const [x, y] = [p % width, Math.floor(p / width)]
    const inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2
    const rgb = inside ? [40, 60, 190] : [200, 190, 170].map((value) => value + (hash(1, x, y) & 15))
    data.set([...rgb, 255], p * 4)
  }
  return { width, height, data }
}

const session = { id: 's', seed: 1, turns: [] }
const never = new AbortController().signal
const upload = async (bitmap: Bitmap, signal = never): Promise<PictureState> =>
  (await performer.keep([await encode(bitmap)], { session, maxPixels: 1e7, signal }))[0]!

async function perform(current: PictureState, ops: readonly Wish[], signal = never): Promise<Outcome> {
  const task: Task = {
    message: '',
    interpretation: { kind: 'edit', ops, refers_to: [] },
    current,
    last: null,
    picture: () => undefined,
    mask: null,
    seed: 1,
    options: {},
  }
  const run = performer.perform(task, tools, signal)
  for (;;) {
    const { done, value } = await run.next()
    if (done) return value
  }
}

test('what comes with a message is kept whole, and an edit of it is carried out on the other thread', async () => {
  const bitmap = disk(120, 90)
  const state = await upload(bitmap)
  expect((await decode(kept.get(state.artifact)!)).data).toEqual(bitmap.data)
  const { pictures } = await perform(state, [{ op: 'flip', direction: 'horizontal' }])
  const flipped = await decode(kept.get(pictures[0]!.artifact)!)
  for (const p of [0, 5000, 9999]) {
    const [x, y] = [p % 120, Math.floor(p / 120)]
    const there = (y * 120 + 119 - x) * 4
    expect([...flipped.data.subarray(p * 4, p * 4 + 4)]).toEqual([...bitmap.data.subarray(there, there + 4)])
  }
})

test('this thread goes on while a region is filled there', async () => {
  const state = await upload(disk(320, 240))
  let beats = 0
  const heart = setInterval(() => beats++, 5)
  const { pictures } = await perform(state, [{ op: 'remove', target: 'blue disk' }])
  clearInterval(heart)
  expect(pictures).toHaveLength(1)
  // A fill of this size takes far more than a tenth of a second; on this thread not one beat would come between.
  expect(beats).toBeGreaterThan(5)
})

test('a fill is given up when its signal fires, although its thread reads no messages meanwhile; the next one is done', async () => {
  const state = await upload(disk(320, 240))
  const stop = new AbortController()
  const run = perform(state, [{ op: 'remove', target: 'blue disk' }], stop.signal)
  setTimeout(() => stop.abort(), 30)
  await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
  expect((await perform(state, [{ op: 'invert' }])).pictures).toHaveLength(1)
})

test('what cannot be read, or is not there, is the same error as on this thread', async () => {
  const given = { session, maxPixels: 1e7, signal: never }
  await expect(performer.keep([new Uint8Array([1, 2, 3])], given)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    details: { attachment: 1 },
  })
  const state = await upload(disk(60, 40))
  const lost = {
    ...state,
    document: { ...state.document, base: { ...state.document.base, artifact: 'gone' } },
  }
  await expect(perform(lost, [{ op: 'invert' }])).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
