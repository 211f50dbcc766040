import type { Bitmap, Mask, Wish } from '@plantain/core'
import { hash, maskFromRect, maskToBitmap } from '@plantain/imaging'
import { describe, expect, test } from 'vitest'
import { inBaseFrame } from '../carry-out/base-frame.ts'
import type { Outcome, PictureState, Tools } from '../perform.ts'
import { doTo, smallTools } from '../small-tools.contract.ts'

const [WIDTH, HEIGHT] = [120, 90]
const SIZE = { width: WIDTH, height: HEIGHT }

/** Red balls before a green ground with grain. */
function balls(places: readonly (readonly [x: number, y: number])[], level = 0): Bitmap {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  for (let p = 0; p < WIDTH * HEIGHT; p++) {
    const [x, y] = [p % WIDTH, Math.floor(p / WIDTH)]
    const noise = (hash(4, x, y) & 31) - 16
    const inside = places.some(([u, v]) => (x - u) ** 2 + (y - v) ** 2 < 144)
    const rgb = inside ? [205, 45, 40] : [70, 120, 62]
    for (let c = 0; c < 3; c++) data[p * 4 + c] = level === 0 ? rgb[c]! + noise : level
    data[p * 4 + 3] = 255
  }
  return { ...SIZE, data }
}

async function upload(bitmap: Bitmap, tools: Tools, things: PictureState['summary']['things'] = []) {
  const artifact = await tools.save(bitmap)
  const { width, height } = bitmap
  return {
    document: { base: { kind: 'picture', artifact, width, height }, operations: [] },
    artifact,
    width,
    height,
    summary: { things },
  } satisfies PictureState
}
const made = ({ pictures, notes }: Outcome) => {
  expect(pictures, notes.join(' ')).toHaveLength(1)
  return pictures[0]!
}
/** Pixels that differ in any byte where the mask is 0. */
function changedOutside(before: Bitmap, after: Bitmap, mask: Mask): number {
  let count = 0
  for (let p = 0; p < mask.data.length; p++)
    if (mask.data[p] === 0 && [0, 1, 2, 3].some((c) => before.data[p * 4 + c] !== after.data[p * 4 + c]))
      count++
  return count
}

describe('an edit is measured', { timeout: 300_000 }, () => {
  test('what changed, what did not, that nothing moved, and that it was followed', async () => {
    const tools = smallTools()
    const source = await upload(balls([[60, 45]]), tools)
    const up = made(await doTo(source, [{ op: 'brightness', direction: 'up' }], tools)).report!
    expect(up).toMatchObject({
      outside: { of: 'change' },
      shiftPixels: { x: 0, y: 0 },
      followed: true,
      attempts: 1,
      checks: [{ op: 'brightness', measure: 'mean lightness', followed: true }],
    })
    expect(up.changedShare).toBeGreaterThan(0.95)
    expect(up.checks[0]!.after).toBeGreaterThan(up.checks[0]!.before! + 0.01)
    const ball = made(
      await doTo(source, [{ op: 'recolor', target: 'red ball', value: 'blue' }], tools),
    ).report!
    expect(ball).toMatchObject({
      outside: { of: 'region', untouched: 1 },
      followed: true,
      shiftPixels: { x: 0, y: 0 },
    })
    expect(ball.changedBox!.x).toBeGreaterThan(30)
  })
  test('what did not come out is said, after a second try where another seed may help', async () => {
    const tools = smallTools()
    const plain = await upload(balls([], 180), tools)
    // Where all is of one grey there is nothing to part.
    const once = await doTo(plain, [{ op: 'contrast', direction: 'up', amount: 'strong' }], tools)
    expect(once.pictures[0]?.report).toMatchObject({ followed: false, attempts: 1 })
    expect(once.notes.join(' ')).toMatch(
      /I measured it, .*contrast.*: deviation of the lightness was 0 and is 0, wanted at least/,
    )
    // As many as this are not set into a photograph, and one of them stands beyond its edge.
    const twice = await doTo(plain, [{ op: 'add', target: 'house', count: 9 }], tools)
    expect(twice.pictures[0]?.report).toMatchObject({
      followed: false,
      attempts: 2,
      checks: [{ op: 'add', before: 0, after: 6, expected: '9 that were not there' }],
    })
    expect(twice.notes.join(' ')).toContain('I tried it twice, with another seed.')
  })
})

const edits: readonly Wish[] = [
  { op: 'brightness', direction: 'down', amount: 'strong' },
  { op: 'monochrome', value: 'gray' },
  { op: 'blur', amount: 'strong' },
  { op: 'recolor', target: 'red ball', value: 'blue' },
  { op: 'add', target: 'house' },
  { op: 'remove', target: 'red ball' },
  { op: 'restyle', value: 'watercolor' },
  { op: 'weather', value: 'snow' },
  { op: 'time_of_day', value: 'night' },
  { op: 'background', value: 'white' },
  { op: 'add_text', value: 'SALE', region: 'center' },
]

describe('a painted mask is a contract', { timeout: 300_000 }, () => {
  const window = maskFromRect(SIZE, { x: 40, y: 25, width: 40, height: 40 })
  const nothing = maskFromRect(SIZE, { x: 0, y: 0, width: 0, height: 0 })
  test.each(edits.map((wish) => [wish.op, wish] as const))('%s', async (_, wish) => {
    const tools = smallTools()
    const bitmap = balls([[60, 45]])
    const source = await upload(bitmap, tools)
    for (const mask of wish.op === 'add' ? [window] : [window, nothing]) {
      const outcome = await doTo(source, [wish], tools, { mask: await tools.save(maskToBitmap(mask)) })
      const [picture] = outcome.pictures
      if (picture === undefined) continue
      const after = await tools.load(picture.artifact)
      expect(changedOutside(bitmap, after, mask)).toBe(0)
      expect(picture.report!.outside).toMatchObject({ of: 'mask', untouched: 1 })
      if (mask === window) expect(picture.report!.changedShare, outcome.notes.join(' ')).toBeGreaterThan(0)
    }
  })
  test('what is added goes where was painted; a change of the frame cannot be held within a mask', async () => {
    const tools = smallTools()
    const source = await upload(balls([]), tools)
    const mask = await tools.save(maskToBitmap(maskFromRect(SIZE, { x: 70, y: 30, width: 40, height: 40 })))
    const house = made(await doTo(source, [{ op: 'add', target: 'house' }], tools, { mask }))
    const [x, y, width, height] = house.summary.things.find(({ name }) => name === 'house')!.box
    expect([x, y]).toEqual([expect.closeTo(70 / WIDTH, 1), expect.closeTo(30 / HEIGHT, 0)])
    expect(x + width).toBeLessThanOrEqual(110 / WIDTH + 0.01)
    expect(y + height).toBeCloseTo(70 / HEIGHT, 1)
    const asked = await doTo(source, [{ op: 'create', subject: ['house'] }], tools, {
      mask,
      kind: 'generate',
    })
    expect(made(asked).summary.things.map(({ name }) => name)).toContain('house')
    const framed = await doTo(source, [{ op: 'crop', region: 'left', amount: '20%' }], tools, { mask })
    expect(framed.pictures).toEqual([])
    expect(framed.notes.join(' ')).toContain('mask')
  })
})

describe('what an upload shows follows its pixels', () => {
  const thing = (id: string, x: number) => ({
    id,
    name: 'ball',
    region: x < 60 ? 'left' : 'right',
    box: [(x - 12) / WIDTH, 0.3, 0.2, 0.27] as const,
  })
  test('mirrored, turned, cropped, mirrored back', async () => {
    const tools = smallTools()
    const source = await upload(
      balls([
        [25, 40],
        [95, 40],
      ]),
      tools,
      [thing('ball1', 25), thing('ball2', 95)],
    )
    const flipped = made(await doTo(source, [{ op: 'flip', direction: 'horizontal' }], tools))
    expect(flipped.summary.things).toMatchObject([
      { id: 'ball1', region: 'right', box: [expect.closeTo(1 - 13 / WIDTH - 0.2, 1), 0.3, 0.2, 0.27] },
      { id: 'ball2', region: 'left' },
    ])
    expect(flipped.report).toMatchObject({
      outside: { untouched: 1 },
      shiftPixels: { x: 0, y: 0 },
      changedShare: 0,
      followed: true,
    })
    const over = made(await doTo(source, [{ op: 'rotate', amount: '180' }], tools))
    expect(over.report!.followed, over.report!.checks[0]?.measure).toBe(true)
    const back = made(await doTo(flipped, [{ op: 'flip', direction: 'horizontal' }], tools))
    expect(back.summary.things).toMatchObject([
      { id: 'ball1', region: 'left' },
      { id: 'ball2', region: 'right' },
    ])
    const turned = made(await doTo(source, [{ op: 'rotate', direction: 'cw', amount: '90' }], tools))
    expect(turned.summary.things[0]!.region).toMatch(/^top/)
    const cut = made(await doTo(source, [{ op: 'crop', region: 'left', amount: '50%' }], tools))
    expect(cut.summary.things.map(({ id }) => id)).toEqual(['ball2'])
  })
  test('“the one on the left” is the one that is now there', async () => {
    const tools = smallTools()
    // Of different heights, so that it shows which of them was meant.
    const source = await upload(
      balls([
        [25, 25],
        [95, 65],
      ]),
      tools,
    )
    const flipped = made(await doTo(source, [{ op: 'flip', direction: 'horizontal' }], tools))
    const dark = made(
      await doTo(
        flipped,
        [{ op: 'brightness', direction: 'down', amount: 'strong', target: 'red ball', region: 'left' }],
        tools,
      ),
    )
    const box = dark.report!.changedBox!
    expect(box.x + box.width / 2).toBeLessThan(WIDTH / 2)
    expect(box.y + box.height / 2).toBeGreaterThan(HEIGHT / 2)
  })
  test('wishes about a scene that is shown mirrored or turned', () => {
    const flip = (direction: string) => ({
      operator: 'flip',
      params: { direction },
      region: { kind: 'all' } as const,
    })
    const turn = (degrees: number) => ({
      operator: 'rotate',
      params: { degrees },
      region: { kind: 'all' } as const,
    })
    const add = { op: 'add', target: 'dog', region: 'top left' } as const
    expect(inBaseFrame(add, SIZE, [])).toEqual(add)
    expect(inBaseFrame(add, SIZE, [flip('horizontal')]).region).toBe('top right')
    expect(inBaseFrame(add, SIZE, [flip('vertical')]).region).toBe('bottom left')
    expect(inBaseFrame({ op: 'move', direction: 'left' }, SIZE, [flip('horizontal')]).direction).toBe('right')
    // Turned clockwise, the left side of the picture shows what is at the bottom of the scene.
    expect(inBaseFrame({ op: 'add', region: 'left' }, SIZE, [turn(90)]).region).toBe('bottom')
    expect(inBaseFrame({ op: 'brightness', region: 'left' }, SIZE, [flip('horizontal')]).region).toBe('left')
  })
})
