import { fileURLToPath } from 'node:url'
import type { Scene, Thing } from '@plantain/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Engine, ModelHandle, Result, RunParams } from '../../engine.ts'
import { openEngine } from '../../index.ts'
import type { SceneEdit } from './edit-hints.ts'

let engine: Engine
let model: ModelHandle
beforeAll(async () => {
  engine = await openEngine({ inline: true, threads: 1 })
  model = await engine.load(fileURLToPath(new URL('../../../../../models/plantain-tiny', import.meta.url)))
})
afterAll(() => engine.close())

async function run(params: RunParams): Promise<Result> {
  const steps = engine.run({
    model,
    task: 'generate',
    params: { width: 96, height: 96, steps: 8, seed: 1, ...params },
  })
  for (let step = await steps.next(); ; step = await steps.next()) if (step.done) return step.value
}
async function edit(prompt: string, hints: SceneEdit, more: Partial<RunParams> = {}): Promise<Scene> {
  return (await run({ prompt, hints: { ...hints }, ...more })).details!['scene'] as Scene
}

const thing = (id: string, kind: string, more: Partial<Thing> = {}): Thing => ({
  id,
  kind,
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 1,
  count: 1,
  x: 0.123456,
  y: 0.81,
  height: 0.3,
  right: true,
  support: 'ground',
  parent: null,
  ...more,
})
const scene: Scene = {
  seed: 77,
  world: {
    land: 'meadow',
    water: 'none',
    cover: 'grass',
    season: 'summer',
    time: 'noon',
    weather: 'clear',
    moon: 'none',
    style: 'natural',
    viewpoint: 'eye level',
    light: 'natural',
    grade: 'none',
    backdrop: 'auto',
    sun: true,
    rainbow: false,
    aurora: false,
    lightning: false,
    horizon: 0.512345,
    relief: 0.3,
    sunX: 0.3,
    sunY: 0.6,
    clouds: 0.2,
    haze: 0.3,
    drama: 0.2,
    shore: 0.5,
    intensity: 0.3,
    focus: 0.1,
  },
  things: [
    thing('t1', 'house', { color: 'red', x: 0.3 }),
    thing('mine', 'dog', { x: 0.7, height: 0.15, word: 'hound', text: 'REX' }),
    thing('t4', 'hat', { parent: 1, support: 'worn' }),
  ],
}

test('where nothing is free the scene comes back as it was, in every value', async () => {
  expect(
    await edit('a cottage, a puppy and a sign that says "OPEN"', { scene, free: { world: [], things: [] } }),
  ).toEqual(scene)
})

test('a thing that is added is what was said, gets a name of its own, and nothing else moves', async () => {
  const known = { kind: 'cat', color: 'black', count: 2 } as const
  for (const seed of [1, 2, 3]) {
    const after = await edit(
      'a house, a dog with a hat and two black cats',
      { scene, free: { world: [], things: [{ slot: 3, fields: 'all', known }] } },
      { seed },
    )
    expect(after.things.slice(0, 3)).toEqual(scene.things)
    expect(after.things[3]).toMatchObject({ id: 't2', ...known })
    expect({ ...after, things: [] }).toEqual({ ...scene, things: [] })
  }
})

test('two seeds of one edit place what is added in two ways', async () => {
  const free = { world: [], things: [{ slot: 3, fields: 'all', known: { kind: 'tree' } }] } as const
  const places = await Promise.all(
    [1, 2, 3].map(
      async (seed) => (await edit('a house, a dog and a tree', { scene, free }, { seed })).things[3]!.x,
    ),
  )
  expect(new Set(places).size).toBe(3)
})

test('an empty slot that is skipped leaves no gap: what stands on the last thing still stands on it', async () => {
  const known = { kind: 'cat', support: 'on', parent: 7 } as const
  const things = [
    { slot: 6, fields: 'all', known },
    { slot: 7, fields: 'all', known: { kind: 'table' } },
  ] as const
  const after = await edit('a cat on a table, a house and a dog', { scene, free: { world: [], things } })
  expect(after.things.map(({ kind }) => kind)).toEqual(['house', 'dog', 'hat', 'cat', 'table'])
  expect(after.things[3]).toMatchObject({ support: 'on', parent: 4 })
})

test('freed fields of the world change with the words, all others stay to the last digit', async () => {
  const night = { ...scene, world: { ...scene.world, time: 'night' } } as const
  const free = { world: ['sun', 'moon', 'sunX', 'sunY'], things: [] } as const
  const { world, things } = await edit('a house and a dog at night under the moon', { scene: night, free })
  expect(world.sun).toBe(false)
  expect(world.moon).not.toBe('none')
  expect({ ...world, sun: 0, moon: 0, sunX: 0, sunY: 0 }).toEqual({
    ...night.world,
    sun: 0,
    moon: 0,
    sunX: 0,
    sunY: 0,
  })
  expect(things).toEqual(scene.things)
})

test('a thing whose kind is freed becomes what the words say, keeps its name and place, and loses the old word', async () => {
  const after = await edit(
    'a red house and a cow',
    { scene, free: { world: [], things: [{ slot: 1, fields: ['kind', 'variant', 'state'] }] } },
    { steps: 12 },
  )
  expect(after.things[1]).toMatchObject({ id: 'mine', kind: 'cow', x: 0.7, height: 0.15, text: 'REX' })
  expect(after.things[1]).not.toHaveProperty('word', 'hound')
})

test('things never carry each other in a circle', async () => {
  const known = { support: 'on', parent: 2 } as const
  const after = await edit('a house and a dog', {
    scene,
    free: { world: [], things: [{ slot: 1, fields: ['support', 'parent'], known }] },
  })
  expect(after.things[2]).toEqual(scene.things[2])
  expect(after.things[1]).toMatchObject({ support: 'ground', parent: null })
})

test.each(['DDIMScheduler', 'DPMSolverMultistepScheduler', 'EulerAncestralDiscreteScheduler'])(
  '%s holds what is held too',
  async (scheduler) => {
    const after = await edit(
      'a house, a dog and a cat',
      { scene, free: { world: ['clouds'], things: [{ slot: 3, fields: 'all', known: { kind: 'cat' } }] } },
      { scheduler },
    )
    expect(after.things.slice(0, 3)).toEqual(scene.things)
    expect(after.things[3]!.kind).toBe('cat')
    expect({ ...after.world, clouds: 0 }).toEqual({ ...scene.world, clouds: 0 })
  },
)

test.each([
  [
    { scene: { ...scene, world: { ...scene.world, land: 'atlantis' } }, free: { world: [], things: [] } },
    /world\.land/,
  ],
  [
    { scene: { ...scene, things: [thing('t1', 'house', { parent: 4 })] }, free: { world: [], things: [] } },
    /stands on one that the scene does not have/,
  ],
  [
    { scene: { ...scene, things: [thing('t1', 'zeppelin of doom')] }, free: { world: [], things: [] } },
    /zeppelin of doom.*does not draw/,
  ],
  [{ scene, free: { world: ['colour'], things: [] } }, /free\.world/],
  [{ scene, free: { world: [], things: [{ slot: 8, fields: 'all' }] } }, /slot/],
  [
    {
      scene,
      free: {
        world: [],
        things: [
          { slot: 1, fields: ['x'] },
          { slot: 1, fields: ['y'] },
        ],
      },
    },
    /slot is named twice/,
  ],
  [{ scene }, /free/],
])('hints that cannot be followed are refused with the place that is amiss %#', async (hints, message) => {
  await expect(run({ prompt: 'a house', hints })).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringMatching(message),
  })
})
