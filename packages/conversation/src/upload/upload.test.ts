import type { Bitmap, Wish } from '@plantain/core'
import { hash } from '@plantain/imaging'
import { describe, expect, test } from 'vitest'
import type { Outcome, PictureState, Tools } from '../perform.ts'
import { doTo, smallTools } from '../small-tools.contract.ts'

const [WIDTH, HEIGHT] = [120, 90]
const inDisk = (p: number, x = 0.6, y = 0.5, radius = 20): boolean =>
  ((p % WIDTH) + 0.5 - x * WIDTH) ** 2 + (Math.floor(p / WIDTH) + 0.5 - y * HEIGHT) ** 2 < radius * radius

/** A red ball before a green ground with some grain. */
function ball(color: readonly number[] = [205, 45, 40]): Bitmap {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  for (let p = 0; p < WIDTH * HEIGHT; p++) {
    const noise = (hash(4, p % WIDTH, Math.floor(p / WIDTH)) & 15) - 8
    const rgb = inDisk(p) ? color : [70, 120, 62]
    for (let c = 0; c < 3; c++) data[p * 4 + c] = rgb[c]! + noise
    data[p * 4 + 3] = 255
  }
  return { width: WIDTH, height: HEIGHT, data }
}

async function upload(bitmap: Bitmap, tools: Tools): Promise<PictureState> {
  const artifact = await tools.save(bitmap)
  const { width, height } = bitmap
  return {
    document: { base: { kind: 'picture', artifact, width, height }, operations: [] },
    artifact,
    width,
    height,
    summary: { things: [] },
  }
}

const made = ({ pictures, notes }: Outcome) => {
  expect(pictures, notes.join(' ')).toHaveLength(1)
  return pictures[0]!
}
const pixel = ({ data }: Bitmap, p: number): readonly number[] => [...data.subarray(p * 4, p * 4 + 4)]
const middle = Math.floor(0.5 * HEIGHT) * WIDTH + Math.floor(0.6 * WIDTH)

/** Pixels that differ although the reported mask says that none did. */
function drift(before: Bitmap, after: Bitmap, mask: Uint8Array): number {
  let count = 0
  for (let p = 0; p < mask.length; p++)
    if (mask[p] === 0 && pixel(before, p).join() !== pixel(after, p).join()) count++
  return count
}

describe('edits of an upload', () => {
  test('an adjustment of a thing leaves the rest, byte for byte', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const picture = made(
      await doTo(source, [{ op: 'brightness', direction: 'down', target: 'the red ball' }], tools),
    )
    const [before, after] = [await tools.load(source.artifact), await tools.load(picture.artifact)]
    expect(drift(before, after, picture.mask!.data)).toBe(0)
    expect(after.data[middle * 4]).toBeLessThan(before.data[middle * 4]!)
    expect(pixel(after, 0)).toEqual(pixel(before, 0))
  })

  test('what is removed is filled from around it, and nothing else changes', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const picture = made(await doTo(source, [{ op: 'remove', target: 'red ball' }], tools))
    const [before, after] = [await tools.load(source.artifact), await tools.load(picture.artifact)]
    for (let p = 0; p < WIDTH * HEIGHT; p++) {
      const [r, g] = pixel(after, p)
      expect(r! < g! + 20, `pixel ${p} is ${r} ${g}`).toBe(true)
      if (!inDisk(p, 0.6, 0.5, 32)) expect(pixel(after, p)).toEqual(pixel(before, p))
    }
    const again = made(await doTo(source, [{ op: 'remove', target: 'red ball' }], tools))
    expect(again.artifact).toBe(picture.artifact)
  })

  test('a crop to a thing has the shape that was asked for, also where the frame leaves no room for it', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    for (const [value, ratio] of [
      ['square', 1],
      ['2:1', 2],
      ['1:2', 0.5],
    ] as const) {
      const { width, height } = made(
        await doTo(source, [{ op: 'crop', target: 'everything', value: '1:1' }], tools),
      )
      expect([width, height]).toEqual([HEIGHT, HEIGHT])
      const picture = made(await doTo(source, [{ op: 'crop', target: 'red ball', value }], tools))
      expect(Math.abs(picture.width - ratio * picture.height)).toBeLessThanOrEqual(1)
      expect(Math.max(picture.width, picture.height)).toBeGreaterThan(40)
      if (value === '2:1') expect(picture.width).toBe(WIDTH) // 115 of 120 would do: nobody asks for a sliver less
    }
  })

  test('a cut-out has alpha, and the subject its own pixels', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const picture = made(await doTo(source, [{ op: 'background', value: 'transparent' }], tools))
    const after = await tools.load(picture.artifact)
    expect(pixel(after, 0)[3]).toBe(0)
    expect(pixel(after, middle)).toEqual(pixel(ball(), middle))
  })

  test('a plain background stands behind the subject', async () => {
    const tools = smallTools()
    const picture = made(
      await doTo(await upload(ball(), tools), [{ op: 'background', value: 'white' }], tools),
    )
    const after = await tools.load(picture.artifact)
    expect(Math.min(...pixel(after, 0))).toBeGreaterThan(240)
    expect(pixel(after, middle)[0]).toBeGreaterThan(180)
  })

  test('a thing of another picture is set in, made smaller without loss, and taken out again', async () => {
    const tools = smallTools()
    const [into, from] = [await upload(ball(), tools), await upload(ball([40, 60, 210]), tools)]
    const more = { picture: (ref: string) => (ref === 'image:2' ? from : undefined) }
    const set = made(
      await doTo(
        into,
        [{ op: 'insert', target: 'blue ball', source: 'image:2', region: 'left' }],
        tools,
        more,
      ),
    )
    const layer = set.summary.things.find(({ name }) => name === 'blue ball')!
    expect(layer.region).toBe('left')
    expect(drift(ball(), await tools.load(set.artifact), set.mask!.data)).toBe(0)
    const smaller = made(await doTo(set, [{ op: 'scale', target: 'blue ball', direction: 'down' }], tools))
    const box = smaller.summary.things.find(({ id }) => id === layer.id)!.box
    expect(box[2] * box[3]).toBeLessThan(layer.box[2] * layer.box[3])
    const gone = made(await doTo(smaller, [{ op: 'remove', target: 'blue ball' }], tools))
    expect((await tools.load(gone.artifact)).data).toEqual(ball().data)
  })

  describe('once a picture with things set in was changed otherwise', () => {
    const insert = { op: 'insert', target: 'blue ball', source: 'image:2', region: 'left' } as const
    const brighter = { op: 'brightness', direction: 'up', region: 'left half' } as const
    /** The upload, and the same with a blue ball on the left. */
    async function setIn(tools: Tools) {
      const [into, from] = [await upload(ball(), tools), await upload(ball([40, 60, 210]), tools)]
      const more = { picture: (ref: string) => (ref === 'image:2' ? from : undefined) }
      return { into, set: made(await doTo(into, [insert], tools, more)) }
    }
    const boxOf = ({ summary }: PictureState) => summary.things.find(({ name }) => name === 'blue ball')!.box
    /** Pixels that differ and lie in none of the boxes, grown by a shadow's reach. */
    async function changedElsewhere(pictures: readonly PictureState[], tools: Tools): Promise<number> {
      const [before, after] = [
        await tools.load(pictures[0]!.artifact),
        await tools.load(pictures[1]!.artifact),
      ]
      let count = 0
      for (let p = 0; p < WIDTH * HEIGHT; p++) {
        const [x, y] = [(p % WIDTH) / WIDTH, Math.floor(p / WIDTH) / HEIGHT]
        const near = pictures
          .map(boxOf)
          .some(
            ([left, top, width, height]) =>
              x > left - 0.08 && x < left + width + 0.08 && y > top - 0.08 && y < top + height + 0.12,
          )
        if (!near && pixel(before, p).join() !== pixel(after, p).join()) count++
      }
      return count
    }

    test('a part graded: it is still taken out without a trace', async () => {
      const tools = smallTools()
      const { into, set } = await setIn(tools)
      const wanted = made(await doTo(into, [brighter], tools))
      const graded = made(await doTo(set, [brighter], tools))
      const gone = made(await doTo(graded, [{ op: 'remove', target: 'blue ball' }], tools))
      expect((await tools.load(gone.artifact)).data).toEqual((await tools.load(wanted.artifact)).data)
    })

    test.each([
      ['a part graded by its place', brighter],
      ['a part graded by its name', { op: 'brightness', direction: 'up', target: 'red ball' }],
    ] as const)('%s: it moves, and no pixel elsewhere changes', async (_, grade) => {
      const tools = smallTools()
      const { set } = await setIn(tools)
      const graded = made(await doTo(set, [grade], tools))
      const moved = made(await doTo(graded, [{ op: 'move', target: 'blue ball', direction: 'up' }], tools))
      expect(boxOf(moved)[1]).toBeLessThan(boxOf(graded)[1])
      expect(await changedElsewhere([graded, moved], tools)).toBe(0)
    })

    test.each([
      ['mirrored', { op: 'flip', direction: 'horizontal' }],
      ['blurred on the left', { op: 'blur', region: 'left half' }],
      ['lettered', { op: 'add_text', value: 'HI', region: 'bottom right' }],
    ] as const)('%s: it is known where it is, and not the red ball is taken for it', async (_, wish) => {
      const tools = smallTools()
      const { set } = await setIn(tools)
      const changed = made(await doTo(set, [wish], tools))
      const { pictures, notes } = await doTo(changed, [{ op: 'remove', target: 'blue ball' }], tools)
      expect(notes.join(' ')).not.toContain('stands out most')
      const red = wish.op === 'flip' ? middle + WIDTH - 1 - 2 * Math.floor(0.6 * WIDTH) : middle
      const [before, after] = [await tools.load(changed.artifact), await tools.load(pictures[0]!.artifact)]
      expect(pixel(after, red)).toEqual(pixel(before, red))
      const blue = (image: Bitmap): number =>
        Array.from({ length: WIDTH * HEIGHT }, (__, p) => pixel(image, p)).filter(([r, , b]) => b! > r! + 60)
          .length
      expect(blue(before)).toBeGreaterThan(100)
      expect(blue(after)).toBeLessThan(blue(before) / 10)
    })

    test('a painted place is filled, whatever was set in last', async () => {
      const tools = smallTools()
      const { set } = await setIn(tools)
      const paint = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
      for (let p = 0; p < WIDTH * HEIGHT; p++) if (!inDisk(p, 0.6, 0.5, 24)) paint.set([0, 0, 0], p * 4)
      const mask = await tools.save({ width: WIDTH, height: HEIGHT, data: paint })
      const gone = made(await doTo(set, [{ op: 'remove' }], tools, { mask }))
      const after = await tools.load(gone.artifact)
      expect(pixel(after, middle)[0]).toBeLessThan(140) // no red ball
      expect(gone.summary.things.some(({ name }) => name === 'blue ball')).toBe(true)
    })
  })

  test('what only stands out most is moved with a word that it was a guess, and "left" ends on the left', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const { pictures, notes } = await doTo(source, [{ op: 'move', target: 'vase', direction: 'left' }], tools)
    expect(pictures).toHaveLength(1)
    expect(notes.join(' ')).toContain('stands out most')
    const { box, region } = pictures[0]!.summary.things.find(({ name }) => name === 'vase')!
    expect(region).toBe('left')
    expect(box[0] + box[2] / 2).toBeLessThan(0.33)
  })

  test('a bird flies at the top of a photograph and stands on its ground', async () => {
    const tools = smallTools()
    const supports: string[] = []
    const watched: Tools = {
      ...tools,
      paint(scene, size, signal) {
        supports.push(...scene.things.map(({ support }) => support))
        return tools.paint(scene, size, signal)
      },
    }
    const shadows: boolean[] = []
    for (const region of ['above the ball', 'on top of the ball']) {
      const source = await upload(ball(), tools)
      const { base } = made(await doTo(source, [{ op: 'add', target: 'bird', region }], watched)).document
      if (base.kind === 'picture') shadows.push(...base.layers!.map(({ shadow }) => shadow))
    }
    expect(supports).toEqual(['air', 'ground'])
    expect(shadows).toEqual([false, true])
  })

  test('a thing gives its place to another one', async () => {
    const tools = smallTools()
    const picture = made(
      await doTo(await upload(ball(), tools), [{ op: 'replace', target: 'red ball', value: 'house' }], tools),
    )
    const house = picture.summary.things.find(({ name }) => name === 'house')!
    expect(house.box[0] + house.box[2] / 2).toBeCloseTo(0.6, 1)
    expect(house.box[1] + house.box[3]).toBeCloseTo(0.5 + 20 / HEIGHT, 1)
    expect(drift(ball(), await tools.load(picture.artifact), picture.mask!.data)).toBe(0)
  })

  test('“except” and keep: all but the thing turns grey', async () => {
    const tools = smallTools()
    const picture = made(
      await doTo(
        await upload(ball(), tools),
        [
          { op: 'monochrome', value: 'gray' },
          { op: 'keep', target: 'red ball' },
        ],
        tools,
      ),
    )
    const after = await tools.load(picture.artifact)
    expect(pixel(after, middle)).toEqual(pixel(ball(), middle))
    expect(new Set(pixel(after, 0).slice(0, 3)).size).toBe(1)
  })

  test('drama of a photograph is contrast of neighbourhoods, and calm takes it away', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const clarity = async (value: string): Promise<unknown> =>
      made(await doTo(source, [{ op: 'modify', target: 'red ball', value }], tools)).document.operations[0]
    expect(await clarity('more dramatic')).toMatchObject({ operator: 'clarity', params: { percent: 80 } })
    expect(await clarity('less dramatic')).toMatchObject({ operator: 'clarity', params: { percent: -50 } })
  })

  test('lettering over a picture is made smaller, coloured, moved and taken away as lettering', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const written = made(await doTo(source, [{ op: 'add_text', value: 'HI', region: 'top' }], tools))
    const params = ({ document }: PictureState) =>
      document.operations.find(({ operator }) => operator === 'text')?.params
    const smaller = made(await doTo(written, [{ op: 'scale', target: 'text', direction: 'down' }], tools))
    expect(Number(params(smaller)!['sizePercent'])).toBeLessThan(Number(params(written)!['sizePercent'] ?? 7))
    const yellow = made(await doTo(smaller, [{ op: 'recolor', target: 'the text', value: 'yellow' }], tools))
    expect(params(yellow)).toMatchObject({ value: 'HI', color: expect.stringMatching(/^#/) as string })
    const moved = made(await doTo(yellow, [{ op: 'move', target: 'text', region: 'bottom' }], tools))
    expect(params(moved)).toMatchObject({ vertical: 'bottom' })
    const gone = made(await doTo(moved, [{ op: 'remove', target: 'text' }], tools))
    expect((await tools.load(gone.artifact)).data).toEqual(ball().data)
  })

  test('what nothing finds is not guessed to be a thing that is known to be another', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const [x, y, wide, high] = [0.6 - 20 / WIDTH, 0.5 - 20 / HEIGHT, 40 / WIDTH, 40 / HEIGHT]
    const told = {
      ...source,
      summary: { things: [{ id: 'cup1', name: 'cup', box: [x, y, wide, high] as const }] },
    }
    for (const op of ['remove', 'move'] as const) {
      const wish = { op, target: 'spoon', ...(op === 'move' ? { direction: 'left' as const } : {}) }
      const { pictures, notes } = await doTo(told, [wish], tools)
      expect(pictures).toEqual([])
      expect(notes.join(' ')).toContain('I see no spoon')
      expect((await doTo(source, [wish], tools)).pictures).toHaveLength(1) // where nothing is known, it is guessed, and said
    }
    expect((await doTo(told, [{ op: 'remove', target: 'mug' }], tools)).pictures).toHaveLength(1)
  })

  test('what is not there is said, and no picture is made', async () => {
    const tools = smallTools()
    const { pictures, notes } = await doTo(
      await upload(ball(), tools),
      [{ op: 'remove', target: 'the blue car' }],
      tools,
    )
    expect(pictures).toEqual([])
    expect(notes.join(' ')).toContain('I see no blue car')
  })

  test('what would have to be painted anew is said with what could do it', async () => {
    const tools = smallTools()
    const { pictures, notes } = await doTo(
      await upload(ball(), tools),
      [{ op: 'pose', target: 'ball', value: 'jumping' }],
      tools,
    )
    expect(pictures).toEqual([])
    expect(notes.join(' ')).toContain('open weights')
  })

  test('snow falls over it, a style paints all of it, and another picture lends its colours', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const reference = await upload(ball([240, 230, 40]), tools)
    const more = { picture: (ref: string) => (ref === 'image:2' ? reference : undefined) }
    const snow = made(await doTo(source, [{ op: 'weather', value: 'snow' }], tools))
    const painted = made(await doTo(source, [{ op: 'restyle', value: 'watercolor' }], tools))
    const colored = made(await doTo(source, [{ op: 'restyle', source: 'image:2' }], tools, more))
    expect(new Set([source, snow, painted, colored].map(({ artifact }) => artifact)).size).toBe(4)
    expect(snow.summary.weather).toBe('snow')
  })

  test('rain, and a storm more so, take light from it; night takes more and is blue', async () => {
    const tools = smallTools()
    const source = await upload(ball(), tools)
    const meanOf = ({ data }: Bitmap): readonly number[] =>
      [0, 1, 2].map(
        (c) => data.reduce((sum, value, i) => sum + (i % 4 === c ? value : 0), 0) / (WIDTH * HEIGHT),
      )
    const mean = async (wish: Wish): Promise<readonly number[]> =>
      meanOf(await tools.load(made(await doTo(source, [wish], tools)).artifact))
    const asItIs = meanOf(ball())
    const rain = await mean({ op: 'weather', value: 'rain' })
    const storm = await mean({ op: 'weather', value: 'storm' })
    const night = await mean({ op: 'time_of_day', value: 'night' })
    expect(rain[1]).toBeLessThan(asItIs[1]! - 5)
    expect(storm[1]).toBeLessThan(rain[1]! - 5)
    expect(night[1]).toBeLessThan(storm[1]! - 5)
    expect(night[2]! / night[1]!).toBeGreaterThan(1.2 * (asItIs[2]! / asItIs[1]!))
  })

  test('the subjects of two others come into the first beside each other', async () => {
    const tools = smallTools()
    const all = [
      await upload(ball(), tools),
      await upload(ball([40, 60, 210]), tools),
      await upload(ball([240, 230, 40]), tools),
    ]
    const picture = (ref: string): PictureState | undefined => all[Number(ref.slice(6)) - 1]
    const sources = ['image:1', 'image:2', 'image:3']
    const set = made(await doTo(all[0]!, [{ op: 'combine', sources }], tools, { kind: 'blend', picture }))
    const [one, other] = set.document.base.kind === 'picture' ? set.document.base.layers! : []
    expect(Math.max(one!.x, other!.x)).toBeGreaterThan(Math.min(one!.x + one!.width, other!.x + other!.width))
  })

  test('two pictures lie side by side or over each other; four are too many', async () => {
    const tools = smallTools()
    const all = [await upload(ball(), tools), await upload(ball([40, 60, 210]), tools)]
    const picture = (ref: string): PictureState | undefined => all[Number(ref.slice(6)) - 1] ?? all[0]
    const combine = (value: string, count: number) => {
      const sources = Array.from({ length: count }, (_, i) => `image:${i + 1}`)
      return doTo(all[0]!, [{ op: 'combine', sources, value }], tools, { kind: 'blend', picture })
    }
    expect(made(await combine('side by side', 2))).toMatchObject({ width: 2 * WIDTH, height: HEIGHT })
    expect(made(await combine('double exposure', 2))).toMatchObject({ width: WIDTH, height: HEIGHT })
    await expect(combine('side by side', 4)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})
