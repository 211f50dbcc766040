import { type Scene, SEASONS, TIMES } from '@plantain/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import golden from '../golden/latents.json' with { type: 'json' }
import {
  LATENT_TOKENS,
  LATENT_WIDTH,
  type LatentSpace,
  THING_LAYOUT,
  decodeScene,
  encodeScene,
} from './latents.ts'

const space: LatentSpace = {
  statistics: golden.statistics as unknown as LatentSpace['statistics'],
  codes: new Map(Object.entries(golden.codes).map(([kind, code]) => [kind, Float32Array.from(code)])),
}
const sceneOf = (given: unknown): Scene => {
  const { world, things } = given as Pick<Scene, 'world' | 'things'>
  return { seed: 0, world, things: things.map((thing, index) => ({ ...thing, id: `t${index + 1}` })) }
}
const unpack = (text: string): Float32Array =>
  new Float32Array(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer)

test('scenes become the very numbers that training makes of them', () => {
  for (const { scene, latents } of golden.cases) {
    const expected = unpack(latents)
    const worst = encodeScene(sceneOf(scene), space).reduce(
      (most, x, i) => Math.max(most, Math.abs(x - expected[i]!)),
      0,
    )
    expect(worst).toBeLessThan(1e-5)
  }
})

test('decoding undoes encoding, words and lettering aside', () => {
  for (const { scene } of golden.cases) {
    const given = sceneOf(scene)
    const bare = given.things.map(({ word: _word, text: _text, ...thing }) => thing)
    const back = decodeScene(encodeScene(given, space), space, 0)
    const near = (a: number, b: number): boolean => Math.abs(a - b) < 2e-4
    back.things.forEach((thing, i) => {
      const { x, y, height, ...rest } = thing
      const { x: x0, y: y0, height: h0, ...rest0 } = bare[i]!
      expect(rest).toEqual(rest0)
      expect([near(x, x0), near(y, y0), near(height, h0)]).toEqual([true, true, true])
    })
    expect(back.world.land).toBe(given.world.land)
  }
})

test('any numbers at all decode to a scene that can be painted', () => {
  const numbers = fc.float32Array({
    minLength: LATENT_TOKENS * LATENT_WIDTH,
    maxLength: LATENT_TOKENS * LATENT_WIDTH,
    noNaN: true,
    min: -50,
    max: 50,
  })
  fc.assert(
    fc.property(numbers, (latents) => {
      const { world, things } = decodeScene(latents, space, 1)
      expect(SEASONS).toContain(world.season)
      expect(TIMES).toContain(world.time)
      expect(world.horizon >= 0 && world.horizon <= 1).toBe(true)
      things.forEach((thing, index) => {
        expect(thing.height >= 0.02 && thing.height <= 1.2).toBe(true)
        // Nothing carries itself, however far around.
        const above = new Set([index])
        for (let at = thing.parent; at !== null; at = things[at]!.parent) {
          expect(above.has(at)).toBe(false)
          above.add(at)
        }
      })
    }),
    { numRuns: 40 },
  )
})

test('a slot without a thing stays empty', () => {
  const latents = encodeScene(sceneOf({ ...golden.cases[0]!.scene, things: [] }), space)
  for (let token = 1; token < LATENT_TOKENS; token++)
    expect(latents[token * LATENT_WIDTH + THING_LAYOUT.get('present')!.start]).toBe(-1)
  expect(decodeScene(latents, space, 0).things).toEqual([])
})
