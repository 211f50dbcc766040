import { readFileSync } from 'node:fs'
import { STYLES, type Style, type Thing, type World } from '@plantain/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { developReach } from './finish/index.ts'
import { labelThing } from './frame.ts'
import { openArt, type Art } from './things/index.ts'
import { render, type Rendered } from './render.ts'

const FOLDER = new URL('../../../models/plantain-tiny/renderer/', import.meta.url)
const SIDE = 128
/** Light that bounces off a thing is seen this far, as a share of the side. */
const AROUND = 0.12
/** The sun stands on the left: shadows fall to the right and to the viewer, at most this many heights of the thing. */
const SHADOW = 2.8

let art: Art
beforeAll(async () => {
  art = await openArt(
    JSON.parse(readFileSync(new URL('catalog.json', FOLDER), 'utf8')),
    readFileSync(new URL('art.bin', FOLDER)),
  )
})

const MEADOW: World = {
  land: 'meadow',
  water: 'none',
  cover: 'none',
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
  horizon: 0.5,
  relief: 0.4,
  sunX: 0.3,
  sunY: 0.5,
  clouds: 0.4,
  haze: 0.3,
  drama: 0.2,
  shore: 0.5,
  intensity: 0.6,
  focus: 0,
}
const WORLDS: Readonly<Record<string, Partial<World>>> = {
  'a meadow with a melting background': { focus: 0.8 },
  'a lake at sunset': { land: 'mountains', water: 'lake', time: 'sunset' },
  'a living room': { land: 'living room', horizon: 0.62 },
  'a rainy street': { land: 'street', weather: 'rain', time: 'dusk', focus: 0.4 },
}
const thing = (
  id: string,
  kind: string,
  x: number,
  y: number,
  height: number,
  more: Partial<Thing> = {},
): Thing => ({
  id,
  kind,
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 0,
  count: 1,
  x,
  y,
  height,
  right: true,
  support: 'ground',
  parent: null,
  ...more,
})
const HOUSE = thing('house', 'house', 0.2, 0.72, 0.34)
const DOG = thing('dog', 'dog', 0.42, 0.88, 0.2)
const CAT = thing('cat', 'cat', 0.86, 0.9, 0.14)
/** Larger than all else in the picture: nothing may take its measure from it. */
const ELEPHANT = thing('elephant', 'elephant', 0.84, 0.92, 0.42)

const BEFORE: readonly Thing[] = [CAT, HOUSE, DOG]
const EDITS: Readonly<Record<string, readonly Thing[]>> = {
  'the largest is added': [...BEFORE, ELEPHANT],
  'the first of the list is removed': [HOUSE, DOG],
  'one is recoloured and one is moved': [CAT, HOUSE, { ...DOG, x: 0.5, color: 'blue' }],
}
/** Facets and panes are cut anew as wholes, and are as wide as a tenth of the picture. */
const MOST: Readonly<Partial<Record<Style, number>>> = { 'low poly': 0.01, 'stained glass': 0.08 }

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the things are that only one of two scenes has. */
function changedBoxes(
  before: readonly Thing[],
  after: readonly Thing[],
  seen: readonly [Rendered, Rendered],
): Box[] {
  const boxes: Box[] = []
  for (const [things, others, { labels }] of [
    [before, after, seen[0]],
    [after, before, seen[1]],
  ] as const)
    things.forEach((one, index) => {
      if (others.includes(one)) return
      const places = [...labels.keys()].filter((p) => labelThing(labels[p]!)?.index === index)
      const xs = places.map((p) => p % SIDE)
      const ys = places.map((p) => Math.floor(p / SIDE))
      boxes.push({
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs),
        bottom: Math.max(...ys),
      })
    })
  return boxes
}

describe.each(STYLES)('%s', (style) => {
  const paint = (place: string, things: readonly Thing[]): Rendered =>
    render(
      { seed: 11, world: { ...MEADOW, ...WORLDS[place], style }, things },
      { width: SIDE, height: SIDE, art },
    )

  test.each(Object.keys(WORLDS))(
    'in %s an edit of one thing leaves all else as it was, to the bit',
    { timeout: 60_000 },
    (place) => {
      const before = paint(place, BEFORE)
      const old = new Uint32Array(before.bitmap.data.buffer)
      for (const [edit, things] of Object.entries(EDITS)) {
        const after = paint(place, things)
        const boxes = changedBoxes(BEFORE, things, [before, after])
        let [inside, near, far] = [0, 0, 0]
        new Uint32Array(after.bitmap.data.buffer).forEach((pixel, p) => {
          if (pixel === old[p]) return
          const [x, y] = [p % SIDE, Math.floor(p / SIDE)]
          const away = Math.min(
            ...boxes.map(({ left, top, right, bottom }) => {
              const shadow = Math.max(AROUND * SIDE, SHADOW * (bottom - top))
              return Math.max(
                Math.max(left - x, top - y) - AROUND * SIDE,
                Math.max(x - right, y - bottom) - shadow,
              )
            }),
          )
          if (away <= 0) inside++
          else if (away <= developReach(SIDE, SIDE, style)) near++
          else far++
        })
        expect(inside, edit).toBeGreaterThan(10)
        expect(near / old.length, edit).toBeLessThanOrEqual(MOST[style] ?? 0.001)
        expect(far, edit).toBe(0)
      }
    },
  )
})
