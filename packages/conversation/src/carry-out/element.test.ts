import { expect, test } from 'vitest'
import { sceneOf, thing, vocabulary } from '../small-scene.contract.ts'
import { smallTools } from '../small-tools.contract.ts'
import { inElement } from './element.ts'
import { isWet } from './wet.ts'

const { signal } = new AbortController()
const size = { width: 128, height: 128 }
const lake = { water: 'lake', shore: 0.5, horizon: 0.45 } as const

async function placed(kind: string, x: number, y: number, said?: string) {
  const tools = smallTools()
  const scene = sceneOf([thing('t1', kind, { x, y, height: 0.15 })], lake)
  const { labels } = await tools.paint({ ...scene, things: [] }, size, signal)
  const { things } = await inElement(scene, vocabulary, tools, signal, said === undefined ? {} : { said })
  return {
    was: isWet(labels, size.width, { x, y }),
    now: isWet(labels, size.width, things[0]!),
    thing: things[0]!,
  }
}

test('a boat that came to lie on the meadow floats', async () => {
  const { was, now, thing: boat } = await placed('boat', 0.4, 0.93)
  expect([was, now]).toEqual([false, true])
  expect(boat.height).toBeLessThan(0.15) // farther off
})

test('a house that came to stand in the lake stands on its shore', async () => {
  const { was, now } = await placed('house', 0.5, 0.6)
  expect([was, now]).toEqual([true, false])
})

test('what is where it belongs, or is said to be elsewhere, stays', async () => {
  expect((await placed('boat', 0.5, 0.6)).thing).toMatchObject({ x: 0.5, y: 0.6 })
  expect((await placed('boat', 0.4, 0.93, 'an old boat in the grass')).thing).toMatchObject({
    x: 0.4,
    y: 0.93,
  })
  expect((await placed('house', 0.5, 0.6, 'a house flooded by the lake')).thing).toMatchObject({
    x: 0.5,
    y: 0.6,
  })
})
