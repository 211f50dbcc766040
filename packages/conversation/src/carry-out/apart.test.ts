import { expect, test } from 'vitest'
import { labelThing } from '@plantain/scene'
import { sceneOf, thing } from '../small-scene.contract.ts'
import { smallTools } from '../small-tools.contract.ts'
import { apart } from './apart.ts'

const { signal } = new AbortController()
const size = { width: 96, height: 96 }

test('what came to stand before another thing moves to where both can be seen', async () => {
  const tools = smallTools()
  const scene = sceneOf([
    thing('t1', 'house', { x: 0.4, height: 0.3 }),
    thing('t2', 'cow', { x: 0.42, y: 0.86 }),
  ])
  const area = async (of: typeof scene, index: number): Promise<number> => {
    const { labels } = await tools.paint(of, size, signal)
    return labels.reduce((sum, label) => sum + Number(labelThing(label)?.index === index), 0)
  }
  const alone = await area({ ...scene, things: scene.things.slice(0, 1) }, 0)
  expect(await area(scene, 0)).toBeLessThan(0.85 * alone)
  const moved = await apart(scene, 1, tools, signal)
  expect(await area(moved, 0)).toBeGreaterThan(0.87 * alone)
  expect(moved.things[0]).toEqual(scene.things[0])
  // What holds of its place holds still.
  const held = await apart(scene, 1, tools, signal, { holds: ({ things }) => things[1]!.x < 0.4 })
  expect(held.things[1]!.x).toBeLessThan(0.4)
})

test('what hides nothing stays where it is, as does what stands on another thing', async () => {
  const tools = smallTools()
  const clear = sceneOf([thing('t1', 'house', { x: 0.2 }), thing('t2', 'cow', { x: 0.8 })])
  expect(await apart(clear, 1, tools, signal)).toEqual(clear)
  const carried = sceneOf([thing('t1', 'house'), thing('t2', 'cat', { parent: 0, support: 'on' })])
  expect(await apart(carried, 1, tools, signal)).toBe(carried)
})

test('one more of a kind is as large as its like are drawn', async () => {
  const tools = smallTools()
  const cows = thing('t1', 'cow', { count: 3, x: 0.4, height: 0.5 })
  const scene = sceneOf([cows, thing('t2', 'cow', { x: 0.5, height: 0.5 })])
  const rows = async (of: typeof scene, index: number): Promise<number> => {
    const { labels } = await tools.paint(of, size, signal)
    const seen = new Set<number>()
    labels.forEach((label, at) => {
      const found = labelThing(label)
      if (found?.index === index && found.copy === 0) seen.add(Math.floor(at / size.width))
    })
    return seen.size
  }
  const moved = await apart(scene, 1, tools, signal, { alike: true })
  const like = await rows({ ...scene, things: [cows] }, 0)
  const own = await rows({ ...moved, things: moved.things.slice(1) }, 0)
  expect(own / like).toBeGreaterThan(0.5)
  expect(own / like).toBeLessThan(1.35)
})
