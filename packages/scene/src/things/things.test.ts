import { readFileSync } from 'node:fs'
import type { Scene, Thing, World } from '@plantain/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { LABEL, labelThing, newFrame, thingLabel, type Frame, type Ground, type Stage } from '../frame.ts'
import { scaling } from '../vector/index.ts'
import { openArt, type Art } from './art.ts'
import { hashText } from '../noise.ts'
import { thingBounds } from './bounds.ts'
import { drawThings } from './draw.ts'
import { express, hasFace } from './express.ts'
import { placeThings } from './place.ts'
import { labOf } from './oklab.ts'
import { DYES, recolor } from './recolor.ts'
import { spriteOf } from './sprite.ts'

const FOLDER = new URL('../../../../models/plantain-tiny/renderer/', import.meta.url)
const SIDE = 192
const HORIZON = 0.45

const WORLD: World = {
  land: 'meadow',
  water: 'none',
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
  horizon: HORIZON,
  relief: 0.3,
  sunX: 0.7,
  sunY: 0.6,
  clouds: 0.3,
  haze: 0.3,
  drama: 0,
  shore: 0.5,
  intensity: 0.5,
  focus: 0,
}
const LEVEL: Ground = {
  crest: () => HORIZON,
  distance: (_x, y) => 1.7 / Math.max(0.01, y - HORIZON),
  slope: () => 0,
}

let art: Art
beforeAll(async () => {
  art = await openArt(
    JSON.parse(readFileSync(new URL('catalog.json', FOLDER), 'utf8')),
    readFileSync(new URL('art.bin', FOLDER)),
  )
})

/** Grey sky over green ground, or over water where `water` is. */
function stageOf(water = false, night = 0): Stage & { frame: Frame } {
  const frame = newFrame(SIDE, SIDE)
  for (let p = 0; p < SIDE * SIDE; p++) {
    const below = Math.floor(p / SIDE) / SIDE > HORIZON
    frame.color.set(below ? [0.2, 0.3, 0.12] : [0.5, 0.6, 0.8], 3 * p)
    frame.label[p] = below ? (water ? LABEL.water : LABEL.ground) : LABEL.sky
    frame.depth[p] = below ? LEVEL.distance(0.5, Math.floor(p / SIDE) / SIDE) : Infinity
  }
  const light = {
    direction: [-0.5, 0.6, 0.62],
    color: [1, 0.9, 0.8],
    sky: [0.3, 0.4, 0.5],
    ground: [0.2, 0.2, 0.15],
    haze: [0.7, 0.8, 0.9],
    hazePerKilometre: 0.1,
    softness: 0.1,
    night,
  } as const
  return { frame, light, camera: { aspect: 1, horizon: HORIZON, spread: 1, eye: 1.7 }, checkpoint: () => {} }
}
const thing = (kind: string, change: Partial<Thing> = {}): Thing => ({
  id: `${kind}-1`,
  kind,
  color: 'auto',
  material: 'none',
  state: 'none',
  variant: 0,
  count: 1,
  x: 0.5,
  y: 0.9,
  height: 0.35,
  right: true,
  support: art.kind(kind).support,
  parent: null,
  ...change,
})
const scene = (...things: Thing[]): Scene => ({ seed: 5, world: WORLD, things })
function draw(things: Thing[], water = false, night = 0): Frame {
  const stage = stageOf(water, night)
  drawThings(stage, scene(...things), art, LEVEL)
  return stage.frame
}
const drawnBy = (frame: Frame, index: number): number =>
  frame.label.reduce((n, label) => n + (labelThing(label)?.index === index ? 1 : 0), 0)

describe('the catalogue', () => {
  test('names at least 420 kinds, each once, each with a drawing or a growing plant', () => {
    const drawable = [...art.kinds.values()].filter((kind) => kind.art.default.length > 0)
    expect(drawable.length).toBeGreaterThanOrEqual(420)
    for (const kind of drawable)
      for (const look of [
        ...kind.art.default,
        ...(kind.art.portrait ?? []),
        ...Object.values(kind.art.states).flat(),
      ]) {
        expect(kind.names[0]).toBe(kind.id)
        if (!look.startsWith('tree:'))
          expect(art.drawing(look.split('~')[0]!).nodes.length, `${kind.id}: ${look}`).toBeGreaterThan(0)
      }
  })

  test(
    'a look of every kind leaves pixels, every fifth of all looks too',
    { timeout: 240_000 },
    () => {
      const empty: string[] = []
      const seen = new Set<string>()
      for (const kind of art.kinds.values())
        for (const look of [
          ...kind.art.default,
          ...(kind.art.portrait ?? []),
          ...Object.values(kind.art.states).flat(),
        ]) {
          const name = look.split('~')[0]!
          if (name.startsWith('tree:') || seen.has(name)) continue
          // Drawing them all takes a minute; the compiler of art has done so once.
          if (look !== kind.art.default[0] && hashText(name) % 5 !== 0) continue
          seen.add(name)
          const drawing = art.drawing(name)
          const sprite = spriteOf(drawing, scaling(20 / (drawing.box.bottom - drawing.box.top)))
          if (sprite.alpha.reduce((sum, alpha) => sum + alpha, 0) < 12) empty.push(name)
        }
      expect(empty).toEqual([])
    },
    60_000,
  )

  test('an unknown kind is named in the error', () => {
    expect(() => art.kind('gizmo')).toThrow(/no "gizmo"/)
  })

  test('a truncated art file is refused', async () => {
    const bytes = readFileSync(new URL('art.bin', FOLDER)).subarray(0, 5000)
    await expect(openArt([], bytes)).rejects.toMatchObject({ code: 'DATA_LOSS' })
  })
})

describe('drawing', () => {
  test('is the same bytes on every run', () => {
    const things = [thing('cat'), thing('house', { x: 0.2, y: 0.6, height: 0.3 })]
    expect(draw(things).color).toEqual(draw(things).color)
  })

  test('touches nothing far from the thing, and nothing of the sky when it stands low', () => {
    const before = stageOf().frame
    const after = draw([thing('cat', { x: 0.3, y: 0.95, height: 0.15 })])
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) {
        const p = y * SIDE + x
        if (y > 0.7 * SIDE && x < 0.75 * SIDE) continue
        expect(after.color[3 * p]).toBe(before.color[3 * p])
        expect(after.label[p]).toBe(before.label[p])
      }
  })

  test('another thing leaves this one as it was, to the bit', () => {
    const cat = thing('cat', { x: 0.2, height: 0.2 })
    const alone = draw([cat])
    const both = draw([cat, thing('dog', { id: 'late', x: 0.85, y: 0.75, height: 0.12, right: false })])
    const label = thingLabel(0, 0)
    for (let p = 0; p < alone.label.length; p++)
      if (alone.label[p] === label)
        expect([...both.color.subarray(3 * p, 3 * p + 3)]).toEqual([
          ...alone.color.subarray(3 * p, 3 * p + 3),
        ])
  })

  test('a group shows as many copies as asked, each with its own label, none hidden', () => {
    for (const count of [2, 3, 5, 7, 12]) {
      const bounds = thingBounds(
        draw([thing('apple', { count, height: 0.12, support: 'ground' })]).label,
        SIDE,
      )
      expect(bounds.map(({ copy }) => copy)).toEqual(Array.from({ length: count }, (_, i) => i))
    }
  })

  test('those who stay when a group is parted keep their places and looks, to the bit', () => {
    const flock = thing('balloon', { count: 3, y: 0.3, height: 0.07, support: 'air' })
    const of = (...members: number[]) => ({ id: flock.id, size: 3, members })
    const whole = draw([flock])
    const two = draw([{ ...flock, count: 2, group: of(0, 2) }])
    expect(thingBounds(two.label, SIDE)).toEqual(
      thingBounds(whole.label, SIDE).filter(({ copy }) => copy !== 1),
    )
    two.label.forEach((label, p) => {
      if (labelThing(label) !== null) expect(two.color[3 * p]).toBe(whole.color[3 * p])
    })
    const painted = draw([
      { ...flock, count: 2, group: of(0, 2) },
      { ...flock, id: 'parted', count: 1, color: 'black', group: of(1) },
    ])
    const places = (frame: Frame) =>
      thingBounds(frame.label, SIDE)
        .map(({ left, top }) => [left, top])
        .toSorted()
    expect(places(painted)).toEqual(places(whole))
  })

  test('birds in the air fly apart and stay in the frame', () => {
    const bounds = thingBounds(
      draw([thing('bird', { count: 7, y: 0.3, height: 0.06, support: 'air' })]).label,
      SIDE,
    )
    expect(bounds.length).toBe(7)
    for (const box of bounds) expect(box.right).toBeLessThanOrEqual(SIDE)
  })

  test('the foot is where it was asked to be, the height too', () => {
    const [box] = thingBounds(draw([thing('lighthouse', { y: 0.8, height: 0.5 })]).label, SIDE)
    expect(box!.bottom).toBeGreaterThan(0.8 * SIDE - 3)
    expect(box!.bottom).toBeLessThan(0.8 * SIDE + 3)
    expect(box!.bottom - box!.top).toBeGreaterThan(0.48 * SIDE)
    expect(box!.bottom - box!.top).toBeLessThan(0.52 * SIDE)
  })

  test('facing left is the mirror image of facing right', () => {
    const sum = (frame: Frame, side: number): number => {
      let total = 0
      for (let p = 0; p < frame.label.length; p++)
        if (frame.label[p]! >= 64 && (p % SIDE < SIDE / 2 ? 0 : 1) === side) total++
      return total
    }
    const right = draw([thing('horse', { height: 0.5 })])
    const left = draw([thing('horse', { height: 0.5, right: false })])
    expect(Math.abs(sum(right, 0) - sum(left, 1))).toBeLessThan(0.05 * sum(right, 0))
  })

  test('a shadow darkens the ground beside a thing, and nothing at all in the sky', () => {
    const before = stageOf().frame
    const after = draw([thing('barrel', { height: 0.3 })])
    let darker = 0
    for (let p = 0; p < after.label.length; p++) {
      if (after.label[p] === LABEL.ground && after.color[3 * p + 1]! < 0.9 * before.color[3 * p + 1]!)
        darker++
      if (after.label[p] === LABEL.sky) expect(after.color[3 * p]).toBe(before.color[3 * p])
    }
    expect(darker).toBeGreaterThan(80)
  })

  test('on water a boat floats cut at its waterline, with its image below', () => {
    const before = stageOf(true).frame
    const after = draw([thing('sailboat', { y: 0.75, height: 0.4 })], true)
    const [box] = thingBounds(after.label, SIDE)
    expect(box!.bottom).toBeLessThan(0.75 * SIDE)
    let changed = 0
    for (let p = 0; p < after.label.length; p++)
      if (after.label[p] === LABEL.water && after.color[3 * p] !== before.color[3 * p]) changed++
    expect(changed).toBeGreaterThan(300)
  })

  test('windows shine at night and not by day', () => {
    const bright = (frame: Frame): number => frame.color.reduce((n, value) => n + (value > 1.2 ? 1 : 0), 0)
    expect(bright(draw([thing('house')]))).toBe(0)
    expect(bright(draw([thing('house')], false, 1))).toBeGreaterThan(20)
  })
})

describe('holding', () => {
  const placed = (...things: Thing[]) => placeThings(stageOf(), scene(...things), art, LEVEL)
  const of = (list: ReturnType<typeof placed>, index: number) => list.find((one) => one.index === index)!

  test('what is on a table stands on its top and comes after it', () => {
    const list = placed(
      thing('vase', { parent: 1, support: 'on', height: 0.15 }),
      thing('table', { height: 0.3 }),
    )
    const [vase, table] = [of(list, 0), of(list, 1)]
    expect(list.indexOf(vase)).toBeGreaterThan(list.indexOf(table))
    expect(vase.foot).toBeGreaterThan(table.foot - table.height - 2)
    expect(vase.foot).toBeLessThan(table.foot - 0.8 * table.height)
    expect(Math.abs(vase.x - table.x)).toBeLessThan(table.width / 2)
  })

  test('a hat sits on the head, glasses on the face, and both fit', () => {
    const list = placed(
      thing('man', { height: 0.8 }),
      thing('top hat', { parent: 0, support: 'worn' }),
      thing('glasses', { parent: 0, support: 'worn' }),
    )
    const [man, hat, glasses] = [of(list, 0), of(list, 1), of(list, 2)]
    expect(hat.width).toBeLessThan(0.45 * man.height)
    expect(hat.foot).toBeLessThan(glasses.foot)
    expect(glasses.foot).toBeLessThan(man.foot - 0.78 * man.height)
    expect(Math.abs(hat.x - glasses.x)).toBeLessThan(1)
  })

  test('a circle of holders is broken, not followed', () => {
    expect(
      placed(thing('cat', { parent: 1, support: 'on' }), thing('dog', { parent: 0, support: 'on' })),
    ).toHaveLength(2)
  })

  test('a boat on a meadow stands on the ground', () => {
    expect(of(placed(thing('sailboat')), 0).support).toBe('ground')
  })
})

describe('looks', () => {
  test('a red house is red where it was of its own colour', () => {
    for (const kind of ['house', 'car', 'cat', 'balloon', 'teapot'])
      for (const color of ['red', 'blue', 'green'] as const) {
        const name = art.kind(kind).art.default[0]!.split('~')[0]!
        const drawing = recolor(art.drawing(name), color)
        const sprite = spriteOf(drawing, scaling(48 / (drawing.box.bottom - drawing.box.top)))
        const [r, g, b] = DYES[color]
        const [, ta, tb] = labOf(r, g, b)
        let near = 0
        let all = 0
        for (let p = 0; p < sprite.alpha.length; p++) {
          if (sprite.alpha[p]! < 0.5) continue
          all++
          const root = (value: number): number =>
            value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
          const [, a, bb] = labOf(
            root(sprite.color[3 * p]!),
            root(sprite.color[3 * p + 1]!),
            root(sprite.color[3 * p + 2]!),
          )
          if (
            (a * ta + bb * tb) / Math.sqrt((a * a + bb * bb) * (ta * ta + tb * tb)) > 0.8 &&
            a * a + bb * bb > 0.002
          )
            near++
        }
        expect(near / all, `${color} ${kind}`).toBeGreaterThan(0.3)
      }
  })

  test('every face can be happy, sad, angry, surprised and asleep, each differently', () => {
    const face = art.drawing('figure:woman/0')
    expect(hasFace(face)).toBe(true)
    const pictures = (['happy', 'sad', 'angry', 'surprised', 'sleeping'] as const).map((mood) =>
      spriteOf(express(face, mood), scaling(8)).color.join(),
    )
    expect(new Set(pictures).size).toBe(5)
  })

  test('a sailor grows old by his hair: his face has no cracks', () => {
    const [young, old, gray] = [{}, { state: 'old' }, { parts: { hair: 'gray' } }].map(
      (change) => draw([thing('sailor', change as object)]).color,
    )
    expect(old).not.toEqual(young)
    expect(old).toEqual(gray)
  })

  test('each state and each material changes the picture', () => {
    const plain = draw([thing('cat')]).color
    for (const state of [
      'snowy',
      'old',
      'broken',
      'wet',
      'upside down',
      'tilted',
      'jumping',
      'angry',
      'lit',
    ] as const)
      expect(draw([thing('cat', { state })]).color, state).not.toEqual(plain)
    for (const material of [
      'wood',
      'metal',
      'stone',
      'glass',
      'gold',
      'paper',
      'fabric',
      'ice',
      'plastic',
    ] as const)
      expect(draw([thing('cat', { material })]).color, material).not.toEqual(plain)
  })

  test('trees change with the season and differ from one another', () => {
    const tree = (id: string, season: World['season']): Float32Array => {
      const stage = stageOf()
      drawThings(
        stage,
        { seed: 5, world: { ...WORLD, season }, things: [thing('tree', { id, height: 0.5 })] },
        art,
        LEVEL,
      )
      return stage.frame.color
    }
    expect(tree('a', 'summer')).not.toEqual(tree('b', 'summer'))
    expect(tree('a', 'summer')).not.toEqual(tree('a', 'autumn'))
    expect(drawnBy(draw([thing('tree', { height: 0.5 })]), 0)).toBeGreaterThan(500)
  })
})
