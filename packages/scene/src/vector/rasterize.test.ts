import { expect, test } from 'vitest'
import { blur } from './blur.ts'
import { CLOSE, LINE, MOVE, type Drawing, type Node, type Paint, type Path } from './drawing.ts'
import { scaling } from './matrix.ts'
import { rasterize } from './rasterize.ts'

const square = (x0: number, y0: number, x1: number, y1: number): Path => ({
  verbs: Uint8Array.of(MOVE, LINE, LINE, LINE, CLOSE),
  points: Float32Array.of(x0, y0, x1, y0, x1, y1, x0, y1),
})
const shape = (path: Path, paint: Paint): Node => ({ path, paint, evenodd: false, role: 'none' })
const drawing = (...nodes: Node[]): Drawing => ({
  width: 32,
  height: 32,
  box: { left: 0, top: 0, right: 32, bottom: 32 },
  marks: null,
  nodes,
})
const solid = (r: number, g: number, b: number, a = 1): Paint => ({ kind: 'solid', color: [r, g, b, a] })
const at = (pixels: Float32Array, x: number, y: number): number[] => [
  ...pixels.subarray(4 * (y * 32 + x), 4 * (y * 32 + x) + 4),
]

test('half-transparent red over opaque blue mixes in sRGB, premultiplied', () => {
  const pixels = rasterize(
    drawing(shape(square(0, 0, 32, 32), solid(0, 0, 1)), shape(square(8, 8, 24, 24), solid(1, 0, 0, 0.5))),
    scaling(1),
    32,
    32,
  )
  expect(at(pixels, 16, 16)).toEqual([0.5, 0, 0.5, 1])
  expect(at(pixels, 2, 2)).toEqual([0, 0, 1, 1])
})

test('a linear gradient runs between its ends and stays beyond them', () => {
  const paint: Paint = {
    kind: 'linear',
    toDrawing: { a: 16, b: 0, c: 0, d: 16, e: 8, f: 0 },
    stops: [
      { offset: 0, color: [0, 0, 0, 1] },
      { offset: 1, color: [1, 1, 1, 1] },
    ],
  }
  const pixels = rasterize(drawing(shape(square(0, 0, 32, 32), paint)), scaling(1), 32, 32)
  expect(at(pixels, 0, 5)[0]).toBe(0)
  expect(at(pixels, 31, 5)[0]).toBe(1)
  expect(at(pixels, 15, 5)[0]).toBeCloseTo((15.5 - 8) / 16, 2)
})

test('a radial gradient is even around its middle', () => {
  const paint: Paint = {
    kind: 'radial',
    toDrawing: { a: 16, b: 0, c: 0, d: 16, e: 16, f: 16 },
    stops: [
      { offset: 0, color: [1, 1, 1, 1] },
      { offset: 1, color: [0, 0, 0, 0] },
    ],
  }
  const pixels = rasterize(drawing(shape(square(0, 0, 32, 32), paint)), scaling(1), 32, 32)
  expect(at(pixels, 8, 16)).toEqual(at(pixels, 23, 16))
  expect(at(pixels, 0, 0)[3]).toBe(0)
  expect(at(pixels, 16, 16)[3]).toBeGreaterThan(0.95)
})

test('a group is faint as a whole: what overlaps inside does not show through', () => {
  const children = [
    shape(square(4, 4, 20, 20), solid(1, 0, 0)),
    shape(square(12, 12, 28, 28), solid(0, 1, 0)),
  ]
  const pixels = rasterize(drawing({ children, opacity: 0.5, effects: [], mask: null }), scaling(1), 32, 32)
  expect(at(pixels, 16, 16)).toEqual([0, 0.5, 0, 0.5])
})

test('a clip keeps what is inside, a luminance mask what is light', () => {
  const children = [shape(square(0, 0, 32, 32), solid(1, 0, 0))]
  const clip = rasterize(
    drawing({
      children,
      opacity: 1,
      effects: [],
      mask: { luminance: false, nodes: [shape(square(0, 0, 16, 32), solid(0, 0, 0))] },
    }),
    scaling(1),
    32,
    32,
  )
  expect([at(clip, 4, 4)[3], at(clip, 20, 4)[3]]).toEqual([1, 0])
  const mask = rasterize(
    drawing({
      children,
      opacity: 1,
      effects: [],
      mask: {
        luminance: true,
        nodes: [shape(square(0, 0, 16, 32), solid(0, 0, 0)), shape(square(16, 0, 32, 32), solid(1, 1, 1))],
      },
    }),
    scaling(1),
    32,
    32,
  )
  expect([at(mask, 4, 4)[3], Math.round(at(mask, 20, 4)[3]! * 1e6) / 1e6]).toEqual([0, 1])
})

test('a blur spreads and keeps the sum, coarse or fine', () => {
  for (const deviation of [0.8, 2.5, 5]) {
    const plane = new Float32Array(64 * 64)
    plane[32 * 64 + 32] = 1
    blur(plane, 64, 64, 1, deviation)
    const sum = plane.reduce((a, b) => a + b, 0)
    const variance = plane.reduce((a, value, i) => a + value * ((i % 64) - 32) ** 2, 0)
    expect(sum).toBeCloseTo(1, 3)
    expect(Math.sqrt(variance)).toBeGreaterThan(0.9 * deviation)
    expect(Math.sqrt(variance)).toBeLessThan(1.1 * deviation)
  }
})

test('an inner shadow darkens one edge and leaves the outline alone', () => {
  const children = [shape(square(8, 8, 24, 24), solid(1, 1, 1))]
  const effects = [{ kind: 'inner shadow', dx: 2, dy: 0, deviation: 1, color: [0, 0, 0, 1] }] as const
  const pixels = rasterize(drawing({ children, opacity: 1, effects, mask: null }), scaling(1), 32, 32)
  expect(at(pixels, 8, 16)[0]).toBeLessThan(0.3)
  expect(at(pixels, 22, 16)[0]).toBeGreaterThan(0.95)
  expect(at(pixels, 6, 16)).toEqual([0, 0, 0, 0])
})

test('the same drawing gives the same bits', () => {
  const once = drawing({
    children: [shape(square(3.3, 5.1, 20.7, 22.2), solid(0.2, 0.5, 0.7))],
    opacity: 0.7,
    effects: [{ kind: 'blur', deviation: 1.3 }],
    mask: null,
  })
  const hash = (pixels: Float32Array): number =>
    new Uint8Array(pixels.buffer).reduce((h, byte) => Math.imul(h ^ byte, 0x01000193), 0x811c9dc5) >>> 0
  const first = hash(rasterize(once, scaling(1), 32, 32))
  expect(hash(rasterize(once, scaling(1), 32, 32))).toBe(first)
  // Golden: changes only when the rasteriser does, on every machine alike.
  expect(first).toBe(2844864550)
})
