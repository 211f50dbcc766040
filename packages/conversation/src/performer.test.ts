import type { Bitmap, Mask, Wish } from '@plantain/core'
import { deriveSeed } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import type { Performed, PictureState } from './perform.ts'
import { farm, sceneOf, thing } from './small-scene.contract.ts'
import { doTo, pictureOf, smallTools } from './small-tools.contract.ts'

const changedOutside = (before: Bitmap, now: Bitmap, mask: Mask): number => {
  let count = 0
  for (let p = 0; p < mask.data.length; p++)
    if (mask.data[p] === 0)
      for (let c = 0; c < 4; c++) if (before.data[4 * p + c] !== now.data[4 * p + c]) count++
  return count
}
const share = ({ data }: Mask): number => data.filter((value) => value > 0).length / data.length
const only = (pictures: readonly Performed[]): Performed => {
  expect(pictures).toHaveLength(1)
  return pictures[0]!
}

describe('an edit of a thing', () => {
  test('leaves all pixels outside its mask as they were, and keeps the picture’s size', async () => {
    const tools = smallTools()
    const before = await pictureOf(farm, tools)
    const after = only(
      (await doTo(before, [{ op: 'recolor', target: 'house', value: 'blue' }], tools)).pictures,
    )
    expect(share(after.mask!)).toBeGreaterThan(0.01)
    expect(share(after.mask!)).toBeLessThan(0.35)
    expect(
      changedOutside(await tools.load(before.artifact), await tools.load(after.artifact), after.mask!),
    ).toBe(0)
    expect([after.width, after.height]).toEqual([before.width, before.height])
    expect(after.summary.things.find(({ name }) => name === 'house')?.color).toBe('blue')
  })

  test('and twenty more on top of each other drift nowhere', { timeout: 120_000 }, async () => {
    const tools = smallTools()
    const first = await pictureOf(farm, tools, 64)
    const targets = ['house', 'el:t2.1', 'el:t2.2', 'man', 'hat']
    const colors = ['red', 'blue', 'green', 'white', 'yellow', 'purple']
    const wishes = Array.from({ length: 20 }, (_, n): Wish => {
      const pick = (label: string, most: number): number => deriveSeed(5, label, n) % most
      const target = targets[pick('target', targets.length)]!
      return pick('sort', 3) === 0
        ? { op: 'move', target, direction: pick('side', 2) === 0 ? 'left' : 'right', amount: 'slight' }
        : { op: 'recolor', target, value: colors[pick('color', colors.length)]! }
    })
    let picture: PictureState = first
    const ever = new Uint8Array(64 * 64)
    for (const wish of wishes) {
      const { pictures } = await doTo(picture, [wish], tools)
      const next = pictures[0]
      if (next === undefined) continue
      expect(
        changedOutside(await tools.load(picture.artifact), await tools.load(next.artifact), next.mask!),
        JSON.stringify(wish),
      ).toBe(0)
      next.mask!.data.forEach((value, p) => (ever[p] = Math.max(ever[p]!, value)))
      picture = next
    }
    const untouched = { width: 64, height: 64, data: ever }
    expect(
      changedOutside(await tools.load(first.artifact), await tools.load(picture.artifact), untouched),
    ).toBe(0)
    expect(share(untouched)).toBeLessThan(0.9)
  })

  test('more of what the sky has is measured by what changed, and not as one thing more', async () => {
    const tools = smallTools()
    const before = await pictureOf(farm, tools)
    const { pictures, notes } = await doTo(before, [{ op: 'add', target: 'clouds' }], tools)
    expect(only(pictures).report).toMatchObject({ followed: true })
    expect(notes).toEqual([])
  })

  test('holds an earlier brighter picture: the light stays in the document and is laid on anew', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const bright = only((await doTo(plain, [{ op: 'brightness', direction: 'up' }], tools)).pictures)
    const blue = only(
      (await doTo(bright, [{ op: 'recolor', target: 'house', value: 'blue' }], tools)).pictures,
    )
    expect(blue.document.operations).toEqual(bright.document.operations)
    expect(
      changedOutside(await tools.load(bright.artifact), await tools.load(blue.artifact), blue.mask!),
    ).toBe(0)
    const other = only(
      (
        await doTo(
          plain,
          [
            { op: 'recolor', target: 'house', value: 'blue' },
            { op: 'brightness', direction: 'up' },
          ],
          tools,
        )
      ).pictures,
    )
    expect(other.artifact).toBe(blue.artifact)
  })
})

describe('exact operators', () => {
  test('less takes back what more has laid on, to the byte', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const warm = only((await doTo(plain, [{ op: 'temperature', direction: 'warmer' }], tools)).pictures)
    const less = only(
      (
        await doTo(warm, [{ op: 'temperature', direction: 'cooler', amount: 'slight' }], tools, {
          refers_to: ['edit:last'],
        })
      ).pictures,
    )
    expect(less.document.operations).toEqual([
      { operator: 'temperature', params: { mired: 20 }, region: { kind: 'all' } },
    ])
    const back = only((await doTo(warm, [{ op: 'temperature', direction: 'cooler' }], tools)).pictures)
    expect(back.artifact).toBe(plain.artifact)
  })

  test('of a named thing stay on it', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const after = only(
      (await doTo(plain, [{ op: 'brightness', direction: 'up', amount: 'strong', target: 'house' }], tools))
        .pictures,
    )
    expect(after.document.operations[0]!.region).toEqual({ kind: 'things', ids: ['t1'] })
    expect(share(after.mask!)).toBeLessThan(0.3)
    const moved = only(
      (await doTo(after, [{ op: 'move', target: 'house', region: 'right' }], tools)).pictures,
    )
    expect(moved.document.operations).toEqual(after.document.operations)
  })

  test('say a colour in the words it was asked for in, for as long as it stays', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const colorOf = ({ summary }: typeof plain) => summary.things.find(({ id }) => id === 't1')!.color
    const golden = only(
      (await doTo(plain, [{ op: 'recolor', target: 'house', value: 'golden' }], tools)).pictures,
    )
    expect(colorOf(golden)).toBe('golden')
    const moved = only(
      (await doTo(golden, [{ op: 'move', target: 'house', region: 'right' }], tools)).pictures,
    )
    expect(colorOf(moved)).toBe('golden')
    const blue = only(
      (await doTo(moved, [{ op: 'recolor', target: 'house', value: '#1f3fd0' }], tools)).pictures,
    )
    expect(colorOf(blue)).toBe('blue')
  })

  test('to the right, and no more said, ends on the right; a bit to the right is a bit', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const x = async (amount?: 'slight') => {
      const wish = { op: 'move', target: 'house', direction: 'right', ...(amount && { amount }) } as const
      const { document } = only((await doTo(plain, [wish], tools)).pictures)
      return document.base.kind === 'scene' ? document.base.scene.things[0]!.x : 0
    }
    const start = plain.document.base.kind === 'scene' ? plain.document.base.scene.things[0]!.x : 1
    expect(await x()).toBeGreaterThan(2 / 3)
    expect((await x('slight')) - start).toBeCloseTo(0.08, 1)
  })

  test('of the whole picture spare what is to be kept', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const { pictures } = await doTo(plain, [{ op: 'monochrome' }, { op: 'keep', target: 'house' }], tools)
    const after = only(pictures)
    expect(after.document.operations[0]!.region).toEqual({ kind: 'phrase', phrase: 'picture except t1' })
    const now = await tools.load(after.artifact)
    const house = after.summary.things.find(({ id }) => id === 't1')!.box
    const x = Math.round(96 * (house[0] + house[2] / 2))
    const y = Math.round(96 * (house[1] + house[3] * 0.6))
    const [r, g, b] = now.data.subarray(4 * (y * 96 + x))
    expect(r === g && g === b).toBe(false)
    expect(now.data[0] === now.data[1] && now.data[1] === now.data[2]).toBe(true)
  })

  test('do not paint: a warmer picture costs no painting', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const before = tools.paintings()
    await doTo(plain, [{ op: 'contrast', direction: 'up' }, { op: 'vignette' }], tools)
    expect(tools.paintings()).toBe(before)
  })

  test('a flip and a flip are the first picture; crop, then zoom out, too', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const flipped = only((await doTo(plain, [{ op: 'flip', direction: 'horizontal' }], tools)).pictures)
    expect(flipped.artifact).not.toBe(plain.artifact)
    expect(
      only((await doTo(flipped, [{ op: 'flip', direction: 'horizontal' }], tools)).pictures).artifact,
    ).toBe(plain.artifact)
    const cropped = only((await doTo(plain, [{ op: 'crop', amount: 'strong' }], tools)).pictures)
    expect(cropped.width).toBeLessThan(96)
    expect(only((await doTo(cropped, [{ op: 'extend' }], tools)).pictures).artifact).toBe(plain.artifact)
  })

  test('boxes follow a flip', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const flipped = only((await doTo(plain, [{ op: 'flip', direction: 'horizontal' }], tools)).pictures)
    expect(flipped.summary.things.find(({ name }) => name === 'house')?.region).toContain('right')
  })

  test('what is painted over is what changes', async () => {
    const tools = smallTools()
    const plain = await pictureOf(farm, tools)
    const data = new Uint8ClampedArray(96 * 96 * 4).map((_, i) =>
      i % 4 === 3 ? 255 : (i / 4) % 96 < 20 ? 255 : 0,
    )
    const mask = await tools.save({ width: 96, height: 96, data })
    const after = only(
      (await doTo(plain, [{ op: 'brightness', direction: 'down' }], tools, { mask })).pictures,
    )
    for (let p = 0; p < 96 * 96; p++) if (p % 96 >= 20) expect(after.mask!.data[p]).toBe(0)
  })
})

describe('adding', () => {
  const stray = thing('x', 'x')
  test('holds everything else and frees only the place of what is new', async () => {
    const tools = smallTools()
    const before = await pictureOf(farm, tools)
    const { pictures } = await doTo(before, [{ op: 'add', target: 'dog', color: 'white' }], tools)
    const base = only(pictures).document.base
    expect(base.kind === 'scene' && base.scene.things.slice(0, 5)).toEqual(farm.things)
    expect(base.kind === 'scene' && base.scene.world).toEqual(farm.world)
    expect(tools.requests[0]!.free).toEqual({
      world: [],
      things: [{ slot: 5, fields: ['x', 'y', 'height', 'right', 'variant', 'support', 'parent'] }],
    })
    expect(tools.requests[0]!.source!.things[5]).toMatchObject({ kind: 'dog', color: 'white' })
    expect(stray.kind).toBe('x')
  })

  test('tries again where the composer has put it elsewhere, and places it by rule at last', async () => {
    const tools = smallTools(() => ({ x: 0.9, y: 0.9 }))
    const before = await pictureOf(farm, tools)
    const { pictures } = await doTo(before, [{ op: 'add', target: 'dog', region: 'left' }], tools)
    expect(tools.requests.map(({ seed }) => seed).length).toBe(3)
    expect(new Set(tools.requests.map(({ seed }) => seed)).size).toBe(3)
    const base = only(pictures).document.base
    expect(base.kind === 'scene' && base.scene.things.at(-1)!.x).toBeLessThan(0.35)
  })

  test('takes the composer’s place where it fits', async () => {
    const tools = smallTools(() => ({ x: 0.14, y: 0.93 }))
    const before = await pictureOf(sceneOf([thing('t1', 'house', { x: 0.7, height: 0.3 })]), tools)
    const { pictures } = await doTo(before, [{ op: 'add', target: 'dog', region: 'left' }], tools)
    const base = only(pictures).document.base
    expect(base.kind === 'scene' && base.scene.things.at(-1)).toMatchObject({ x: 0.14, y: 0.93 })
    expect(tools.requests).toHaveLength(1)
  })
})

describe('words without a picture', () => {
  test('an edit before there is anything to edit', async () => {
    expect(await doTo(null, [{ op: 'brightness', direction: 'up' }], smallTools())).toMatchObject({
      pictures: [],
      notes: ['There is no picture yet that I could change; say what to make first.'],
    })
  })

  test('a wish that changes nothing makes no picture and says why', async () => {
    const tools = smallTools()
    const before = await pictureOf(farm, tools)
    expect(await doTo(before, [{ op: 'recolor', target: 'house', value: 'red' }], tools)).toMatchObject({
      pictures: [],
      notes: ['The house is red already.'],
    })
  })
})

describe('versions', () => {
  test('four of them, no two alike, with the same things', async () => {
    const tools = smallTools()
    const before = await pictureOf(farm, tools, 64)
    const { pictures } = await doTo(before, [{ op: 'variation', count: 4 }], tools, { kind: 'vary' })
    expect(pictures).toHaveLength(4)
    expect(new Set([before, ...pictures].map(({ artifact }) => artifact)).size).toBe(5)
    for (const { document } of pictures)
      expect(
        document.base.kind === 'scene' &&
          document.base.scene.things.map(({ kind, color, count }) => [kind, color, count]),
      ).toEqual(farm.things.map(({ kind, color, count }) => [kind, color, count]))
  })
})
