import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Scene, STYLES } from '@plantain/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine, ModelHandle, Result, RunParams } from '../engine.ts'
import { openEngine } from '../index.ts'

interface GoldenCase {
  readonly prompt: string
  readonly steps: number
  readonly guidanceScale: number
  readonly noise: string
  readonly latents: string
  readonly land: string
  readonly things: readonly Partial<Scene['things'][number]>[]
}

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url))
const golden: { cases: GoldenCase[] } = JSON.parse(readFileSync(path('../../golden/plantain/composer.json'), 'utf8'))
const unpack = (text: string): Float32Array => {
  const bytes = Buffer.from(text, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

let engine: Engine
let model: ModelHandle
beforeAll(async () => {
  engine = await openEngine({ inline: true, threads: 1 })
  model = await engine.load(path('../../../../models/plantain-tiny'))
})
afterAll(() => engine.close())

async function run(params: RunParams, noise?: Float32Array): Promise<Result> {
  const given = noise && { noise: [{ data: noise, shape: [1, 9, 132] }] }
  const small = { width: 96, height: 96, steps: 4, seed: 1 }
  const steps = engine.run({ model, task: 'generate', params: { ...small, ...params }, expose: true, ...given })
  for (let step = await steps.next(); ; step = await steps.next()) if (step.done) return step.value
}
const sceneOf = (result: Result): Scene => result.details!['scene'] as Scene
const kindsOf = (result: Result): string[] => sceneOf(result).things.map((thing) => thing.kind)

test.each(golden.cases)('"$prompt" denoises to the latents of PyTorch, and to its scene', async (each) => {
  const { steps, guidanceScale } = each
  const result = await run({ prompt: each.prompt || ' ', steps, guidanceScale, hints: { concepts: false } }, unpack(each.noise))
  const expected = unpack(each.latents)
  const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - result.latents!.data[i]!)), 0)
  expect(worst).toBeLessThan(1e-3)
  expect(sceneOf(result).world.land).toBe(each.land)
  expect(sceneOf(result).things.map(({ kind, color, count, support, parent }) => ({ kind, color, count, support, parent }))).toEqual(each.things)
})

test('the same seed gives the same bytes, another seed another picture', async () => {
  const [one, same, other] = [await run({ prompt: 'a cat in a meadow' }), await run({ prompt: 'a cat in a meadow' }), await run({ prompt: 'a cat in a meadow', seed: 2 })]
  expect(same.bitmap.data).toEqual(one.bitmap.data)
  expect(other.bitmap.data).not.toEqual(one.bitmap.data)
})

test('the size changes nothing of the scene', async () => {
  const [small, wide] = [await run({ prompt: 'a dog on a beach' }), await run({ prompt: 'a dog on a beach', width: 160, height: 90 })]
  expect(sceneOf(wide)).toEqual(sceneOf(small))
  expect([wide.bitmap.width, wide.bitmap.height]).toEqual([160, 90])
})

test.each(['DDIMScheduler', 'EulerDiscreteScheduler', 'DPMSolverMultistepScheduler', 'UniPCMultistepScheduler', 'HeunDiscreteScheduler'])(
  '%s, made for other noise levels, drives the composer too',
  async (scheduler) => expect(kindsOf(await run({ prompt: 'an elephant in the desert', scheduler, steps: 20 }))).toContain('elephant'),
)

test('a thing that was never in a caption is drawn as what it is like, and the answer says so', async () => {
  const result = await run({ prompt: 'a chihuahua on a hill', steps: 12 })
  expect(kindsOf(result)).toContain('dog')
  expect(JSON.stringify(result.details!['drawnAs'])).toContain('chihuahua')
})

test('what cannot be drawn is named', async () => {
  const result = await run({ prompt: 'a stapler and a cat', steps: 12 })
  expect(JSON.stringify(result.details!['notDrawn'])).toContain('staple')
})

test('what the words say outright holds at every seed: kinds, colours, numbers, what is on what, sides', async () => {
  for (const seed of [1, 2, 3]) {
    const scene = sceneOf(await run({ prompt: 'two red birds on a blue car left of a purple tree, at night in winter', seed, steps: 8 }))
    const [birds, car, tree, ...more] = scene.things
    expect(birds).toMatchObject({ color: 'red', count: 2, support: 'on', parent: 1 })
    expect(car).toMatchObject({ kind: 'car', color: 'blue', count: 1, parent: null })
    expect(tree).toMatchObject({ kind: 'tree', color: 'purple', count: 1, parent: null })
    expect(more).toEqual([])
    expect(car!.x).toBeLessThan(tree!.x)
    expect(scene.world).toMatchObject({ time: 'night', season: 'winter' })
  }
})

test('what is said to be there with a building stands beside it, and not on its roof', async () => {
  for (const seed of [1, 2, 3, 11]) {
    const { things } = sceneOf(await run({ prompt: 'two horses in a meadow with a barn', seed, steps: 12 }))
    expect(things.map(({ kind, parent }) => ({ kind, parent }))).toEqual([
      { kind: 'horse', parent: null },
      { kind: 'barn', parent: null },
    ])
  }
})

test('animals that are named by their coat have it', async () => {
  for (const seed of [1, 8]) {
    const { things } = sceneOf(await run({ prompt: 'a red fox and a brown bear', seed, steps: 8 }))
    expect(things.map(({ kind, color }) => [kind, color])).toEqual([['fox', 'orange'], ['bear', 'brown']])
  }
})

test('a market has stalls, where nothing else is asked for', async () => {
  const { things } = sceneOf(await run({ prompt: 'a street market at noon', steps: 8 }))
  expect(things[0]).toMatchObject({ kind: 'market stall', count: 3, parent: null })
  const cat = sceneOf(await run({ prompt: 'a cat on a street market', steps: 8 }))
  expect(cat.things.map(({ kind }) => kind)).toEqual(['cat'])
})

test('a window that one is by is the room\'s; that of a house stays a window', async () => {
  const room = sceneOf(await run({ prompt: 'a cat on an armchair by the window', steps: 8 }))
  expect(room.world.land).toBe('living room')
  expect(room.things.map(({ kind }) => kind).toSorted()).toEqual(['armchair', 'cat'])
  expect(sceneOf(await run({ prompt: 'a house with a window', steps: 8 })).world.land).not.toBe('living room')
  expect(sceneOf(await run({ prompt: 'a window by a tree in a garden', steps: 8 })).world.land).toBe('garden')
})

test('boats lie in the harbour, before its town, and a lighthouse on a cliff stands by the sea', async () => {
  for (let seed = 1; seed <= 4; seed++) {
    const { world, things } = sceneOf(await run({ prompt: 'a fishing boat in a harbour', seed, steps: 8 }))
    expect([world.land, world.water]).toEqual(['village', 'sea'])
    const boat = things.find(({ kind }) => /boat/.test(kind))!
    expect(boat.y).toBeGreaterThan(world.horizon)
    expect(boat.y).toBeLessThan(world.horizon + (1 - world.horizon) * world.shore)
    const coast = sceneOf(await run({ prompt: 'a lighthouse on a cliff', seed, steps: 8 }))
    expect(coast.world.water).toBe('sea')
  }
  // Without sea or lighthouse it is a mountain's.
  expect(sceneOf(await run({ prompt: 'a goat on a cliff', steps: 8 })).world.water).not.toBe('sea')
  expect(sceneOf(await run({ prompt: 'a marina on a lake', steps: 8 })).world.water).toBe('lake')
})

test('what the words leave open is made anew by each seed', async () => {
  const scenes = await Promise.all([1, 2, 3].map(async (seed) => sceneOf(await run({ prompt: 'a red car', seed, steps: 8 }))))
  expect(new Set(scenes.map(({ things }) => things[0]!.x)).size).toBe(3)
  expect(new Set(scenes.map(({ world }) => world.horizon)).size).toBe(3)
})

test('styles follow the words', async () => {
  for (const style of STYLES.filter((name) => !['natural', 'flat'].includes(name)))
    expect(sceneOf(await run({ prompt: `a house in the hills, ${style}`, steps: 12 })).world.style).toBe(style)
})

test('a reference picture is refused with what to do', async () => {
  const bitmap = { width: 8, height: 8, data: new Uint8ClampedArray(256) }
  await expect(run({ prompt: 'a cat', references: [{ bitmap }] })).rejects.toThrow(/--ref|reference/)
})

test('a bowl of fruit has fruit in it, smaller than the bowl; what is in a basket is in it', async () => {
  for (let seed = 1; seed <= 3; seed++) {
    const { things } = sceneOf(await run({ prompt: 'a bowl of fruit on a table', seed, steps: 8 }))
    const bowl = things.findIndex(({ kind }) => kind === 'bowl')
    const inside = things.filter(({ parent, support }) => parent === bowl && support === 'in')
    expect(inside.map(({ kind }) => kind).toSorted()).toEqual(['apple', 'banana', 'orange'])
    for (const { height } of inside) expect(height).toBeLessThan(things[bowl]!.height)
    const full = sceneOf(await run({ prompt: 'a basket full of oranges', seed, steps: 8 })).things
    const basket = full.findIndex(({ kind }) => kind === 'basket')
    expect(full.find(({ kind }) => kind === 'orange')).toMatchObject({ support: 'in', parent: basket })
  }
})
