import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { loadFonts } from '@plantain/codecs'
import type { Scene, Thing } from '@plantain/core'
import { openTypesetter, type Typesetter } from '@plantain/imaging'
import { isGroup, rasterize, scaling, type Drawing, type Shape } from '../vector/index.ts'
import { openArt, type Art } from './art.ts'
import type { Lettering } from './catalog.ts'
import { letter } from './lettering.ts'
import { lookOf } from './looks.ts'

const FOLDER = new URL('../../../../models/plantain-tiny/renderer/', import.meta.url)

let art: Art
let typesetter: Typesetter
beforeAll(async () => {
  art = await openArt(
    JSON.parse(readFileSync(new URL('catalog.json', FOLDER), 'utf8')),
    readFileSync(new URL('art.bin', FOLDER)),
  )
  typesetter = await openTypesetter(await loadFonts())
})

const placeOf = (kind: string, name: string): Lettering => art.kind(kind).lettering![name]!
const wordsOf = ({ nodes }: Drawing): Shape => {
  const last = nodes.at(-1)!
  if (isGroup(last)) throw new Error('the words are a shape of their own')
  return last
}
const extent = ({ path }: Shape): { left: number; right: number; top: number; bottom: number } => {
  const xs = path.points.filter((_, i) => i % 2 === 0)
  const ys = path.points.filter((_, i) => i % 2 === 1)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
const inkOf = (shape: Shape): number => (shape.paint.kind === 'solid' ? shape.paint.color[0] : NaN)

test('every place in the catalogue is on a drawing, and words can be seen there', () => {
  let places = 0
  for (const kind of art.kinds.values())
    for (const [name, place] of Object.entries(kind.lettering ?? {})) {
      places++
      const bare = letter(art.drawing(name), ' ', place, typesetter, false)
      const written = letter(art.drawing(name), 'OPEN', place, typesetter, false)
      const paint = (drawing: Drawing): Float32Array =>
        rasterize(drawing, scaling(3), Math.ceil(drawing.width * 3), Math.ceil(drawing.height * 3))
      const [a, b] = [paint(bare), paint(written)]
      expect(a.filter((value, i) => Math.abs(value - b[i]!) > 0.2).length, name).toBeGreaterThan(8)
    }
  expect(places).toBeGreaterThan(60)
})

test.each([
  'A',
  'OPEN',
  'Please mind the gap between the train and the platform edge',
  'unwrappable'.repeat(12),
])('"%s" keeps to its place', (text) => {
  const drawing = art.drawing('own:billboard')
  const place = placeOf('billboard', 'own:billboard')
  const { left, right, top, bottom } = extent(wordsOf(letter(drawing, text, place, typesetter, false)))
  const { box } = drawing
  const at = (i: number): number =>
    i % 2 === 0
      ? box.left + place.corners[i]! * (box.right - box.left)
      : box.top + place.corners[i]! * (box.bottom - box.top)
  expect(left).toBeGreaterThanOrEqual(at(0))
  expect(right).toBeLessThanOrEqual(at(2))
  expect(top).toBeGreaterThanOrEqual(at(1))
  expect(bottom).toBeLessThanOrEqual(at(5))
})

test('words on a drawing that is painted the other way round are set backwards, so that they can be read', () => {
  const drawing = art.drawing('own:sign-wood')
  const place = placeOf('signpost', 'own:sign-wood')
  const plain = wordsOf(letter(drawing, 'LL', place, typesetter, false)).path.points
  const mirrored = wordsOf(letter(drawing, 'LL', place, typesetter, true)).path.points
  const middle =
    drawing.box.left + ((place.corners[0]! + place.corners[2]!) / 2) * (drawing.box.right - drawing.box.left)
  for (let i = 0; i < plain.length; i += 2) {
    expect(mirrored[i]! - middle).toBeCloseTo(middle - plain[i]!, 3)
    expect(mirrored[i + 1]).toBeCloseTo(plain[i + 1]!, 3)
  }
})

test('the ink is light on a dark ground and dark on a light one', () => {
  const dark = letter(
    art.drawing('own:door'),
    'IN',
    { corners: [0.2, 0.5, 0.8, 0.5, 0.8, 0.9, 0.2, 0.9] },
    typesetter,
    false,
  )
  const light = letter(
    art.drawing('page-facing-up'),
    'IN',
    placeOf('paper sheet', 'page-facing-up'),
    typesetter,
    false,
  )
  expect(inkOf(wordsOf(dark))).toBeGreaterThan(0.9)
  expect(inkOf(wordsOf(light))).toBeLessThan(0.3)
})

test('what was written there gives way', () => {
  const count = (nodes: Drawing['nodes']): number =>
    nodes.reduce((sum, node) => sum + (isGroup(node) ? count(node.children) : 1), 0)
  const drawing = art.drawing('own:neon-sign')
  const cleared = letter(drawing, 'JAZZ', placeOf('neon sign', 'own:neon-sign'), typesetter, false)
  expect(count(cleared.nodes)).toBeLessThan(count(drawing.nodes))
  expect(wordsOf(cleared).role).toBe('light')
})

test('what is drawn with words on it is never mirrored, though what is like it may be', () => {
  const scene = {
    world: { viewpoint: 'eye level' },
    things: [],
  } as unknown as Scene
  const facing = (kind: string, right: boolean): boolean => {
    const thing = {
      kind,
      right,
      variant: 0,
      state: 'none',
      color: 'auto',
      material: 'none',
      support: 'wall',
      parent: null,
    }
    return right !== lookOf(art, scene, thing as unknown as Thing, art.kind(kind))!.right
  }
  expect([facing('neon sign', true), facing('neon sign', false)]).toEqual([false, false])
  expect([facing('dog', true), facing('dog', false)].toSorted()).toEqual([false, true])
})
