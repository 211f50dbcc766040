import { encode } from '@plantain/codecs'
import type { Bitmap, Scene } from '@plantain/core'
import type { Tools } from '@plantain/conversation'
import { expect, test } from 'vitest'
import { sceneState } from './own-picture.ts'

const scene: Scene = {
  seed: 3,
  world: {
    land: 'hills',
    water: 'lake',
    cover: 'grass',
    season: 'summer',
    time: 'afternoon',
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
    horizon: 0.45,
    relief: 0.4,
    sunX: 0.7,
    sunY: 0.6,
    clouds: 0.3,
    haze: 0.2,
    drama: 0,
    shore: 0.5,
    intensity: 0.4,
    focus: 0,
  },
  things: [],
}
const picture = (shade: (x: number, y: number) => number): Bitmap => ({
  width: 20,
  height: 20,
  data: Uint8ClampedArray.from({ length: 1600 }, (_, i) =>
    i % 4 === 3 ? 255 : shade((i >> 2) % 20, Math.floor(i / 80)),
  ),
})
const gradient = picture((x, y) => 5 * x + 5 * y)
const tools = {
  paint: async () => ({ bitmap: gradient, labels: new Uint16Array(400) }),
  vocabulary: async () => ({ kinds: new Map() }),
} as unknown as Tools

const read = async (bitmap: Bitmap, recipe: object = { width: 20, height: 20, details: { scene } }) =>
  sceneState(await encode(bitmap, { recipe }), 'a', bitmap, tools, new AbortController().signal)

test('a picture with its own recipe is known, with its scene; a little noise of a file format does not matter', async () => {
  expect((await read(gradient))?.document.base).toMatchObject({ kind: 'scene', scene })
  expect(await read(picture((x, y) => 5 * x + 5 * y + ((x * y) % 9)))).not.toBeNull()
})

test.each([
  ['painted over', picture((x, y) => (x < 8 && y < 8 ? 255 : 5 * x + 5 * y)), undefined],
  ['the recipe of another picture', picture(() => 30), undefined],
  ['a recipe of another size', gradient, { width: 40, height: 20, details: { scene } }],
  ['a scene that is none', gradient, { width: 20, height: 20, details: { scene: { seed: 'x' } } }],
  ['no recipe', gradient, {}],
])('%s: a picture like any other', async (_, bitmap, recipe) => {
  expect(await read(bitmap, recipe)).toBeNull()
})
