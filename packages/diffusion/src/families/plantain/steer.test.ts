import type { Thing, World } from '@plantain/core'
import { decodeScene, encodeSlots, type LatentSpace } from '@plantain/scene'
import { expect, test } from 'vitest'
import { steer, type Wish } from './steer.ts'

const statistics = Object.fromEntries(
  [
    'horizon',
    'relief',
    'sunX',
    'sunY',
    'clouds',
    'haze',
    'drama',
    'shore',
    'intensity',
    'focus',
    'x',
    'y',
  ].map((name) => [name, [0.5, 0.2] as const]),
)
const space: LatentSpace = {
  statistics: { ...statistics, height: [-1.2, 0.6] },
  codes: new Map([['cat', new Float32Array(32)]]),
}
const world = {
  land: 'meadow',
  water: 'none',
  cover: 'none',
  season: 'summer',
  time: 'noon',
  weather: 'clear',
  moon: 'none',
  style: 'natural',
  viewpoint: 'eye level',
  light: 'natural',
  grade: 'none',
  backdrop: 'auto',
} as unknown as World
const cat = (x: number, y: number, height = 0.3, count = 1): Thing => ({
  id: '',
  kind: 'cat',
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 0,
  count,
  x,
  y,
  height,
  right: true,
  support: 'ground',
  parent: null,
})
function steered(things: Thing[], ...wishes: Wish[]): readonly Thing[] {
  const before = encodeSlots(world, things, space)
  return decodeScene(
    steer(
      before,
      wishes,
      things.map(() => 1),
      space,
    ),
    space,
    1,
  ).things
}
const side = (relation: string): Wish => ({ is: 'side', one: 0, relation, other: 1 })

const PAIRS: [Thing, Thing][] = [0.05, 0.35, 0.5, 0.65, 0.95].flatMap((x) => [
  [cat(x, 0.7), cat(0.5, 0.8)],
  [cat(x, 0.95, 0.6), cat(0.6, 0.55, 0.5)],
])

test.each([
  ['left of', (a: Thing, b: Thing) => a.x < b.x - 0.1],
  ['right of', (a: Thing, b: Thing) => a.x > b.x + 0.1],
  ['above', (a: Thing, b: Thing) => a.y <= b.y - b.height && Math.abs(a.x - b.x) < 0.2],
  ['below', (a: Thing, b: Thing) => b.y <= a.y - a.height],
  ['behind', (a: Thing, b: Thing) => a.y < b.y],
  ['in front of', (a: Thing, b: Thing) => a.y > b.y],
  [
    'next to',
    (a: Thing, b: Thing) =>
      Math.abs(a.x - b.x) < 0.5 * (a.height + b.height) + 0.2 && Math.abs(a.x - b.x) > 0.2,
  ],
])('"%s" holds from wherever the things were, and both stay in the frame', (relation, holds) => {
  for (const pair of PAIRS) {
    const [a, b] = steered(pair, side(relation)) as [Thing, Thing]
    expect(holds(a, b), `${relation} ${JSON.stringify([a, b])}`).toBe(true)
    for (const { x, y, height } of [a, b]) expect(x > 0 && x < 1 && y <= 1 && y - height > -0.15).toBe(true)
  }
})

test('what holds already is left where it is', () => {
  const things = [cat(0.2, 0.7), cat(0.8, 0.7)]
  expect(steered(things, side('left of')).map(({ x }) => x)).toEqual([0.2, 0.8])
})

test('things that stand by themselves do not hide each other', () => {
  const [a, b, c] = steered([cat(0.5, 0.8), cat(0.52, 0.82), cat(0.55, 0.3)], {
    is: 'clear',
    slots: [0, 1, 2],
  })
  expect(Math.abs(a!.x - b!.x)).toBeGreaterThan(0.2)
  expect(c!.x).toBeCloseTo(0.55, 3)
})

test('the frame cuts nothing off', () => {
  const [thing] = steered([cat(0.02, 0.1)], { is: 'inside', slot: 0 })
  expect(thing!.x).toBeCloseTo(0.15, 3)
  expect(thing!.y).toBeCloseTo(0.32, 3)
})

test('sizes beside each other are as usual, and fit the frame', () => {
  const [big, small] = steered([cat(0.3, 0.9, 1.2), cat(0.7, 0.9, 0.3)], {
    is: 'sizes',
    slots: [0, 1],
    ratios: [0.5, 2],
    most: 0.9,
  })
  expect(big!.height).toBeLessThan(0.35)
  expect(small!.height).toBeGreaterThan(big!.height)
  const [right] = steered([cat(0.3, 0.9, 0.4)], { is: 'sizes', slots: [0], ratios: [1], most: 0.9 })
  expect(right!.height).toBeCloseTo(0.4, 3)
})

test('what a thing carries comes along when it moves', () => {
  const after = steered([cat(0.6, 0.8), cat(0.5, 0.8), cat(0.6, 0.5, 0.1)], side('left of'), {
    is: 'carried',
    child: 2,
    parent: 0,
  })
  expect(Math.abs(after[2]!.x - after[0]!.x)).toBeLessThan(0.1)
})

test('a region is kept to', () => {
  expect(steered([cat(0.7, 0.5)], { is: 'region', slot: 0, region: 'top left' })[0]).toMatchObject({
    x: 0.34,
  })
  expect(steered([cat(0.2, 0.8)], { is: 'region', slot: 0, region: 'right' })[0]!.x).toBeGreaterThan(0.6)
})

test('several are more than one, as many as the network would have them', () => {
  expect(steered([cat(0.5, 0.8)], { is: 'several', slot: 0 })[0]!.count).toBeGreaterThan(1)
  expect(steered([cat(0.5, 0.8, 0.3, 5)], { is: 'several', slot: 0 })[0]!.count).toBe(5)
})

test('nothing but places and numbers of the things concerned changes', () => {
  const before = encodeSlots(world, [cat(0.5, 0.8), cat(0.5, 0.8), cat(0.4, 0.9)], space)
  const after = steer(before, [side('left of')], [1, 1, 1], space)
  expect(after.filter((value, i) => Math.abs(value - before[i]!) > 1e-5)).toHaveLength(2)
})
