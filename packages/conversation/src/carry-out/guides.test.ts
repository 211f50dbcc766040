import type { Bitmap, Scene } from '@plantain/core'
import { difference, meanColor } from '@plantain/imaging'
import { describe, expect, test } from 'vitest'
import type { PictureState, Tools } from '../perform.ts'
import { doTo, pictureOf, smallTools } from '../small-tools.contract.ts'
import { sceneOf as scene, thing, WORLD } from '../small-scene.contract.ts'

const SIDE = 96
const disk = (p: number): boolean =>
  ((p % SIDE) - 0.5 * SIDE) ** 2 + (Math.floor(p / SIDE) - 0.5 * SIDE) ** 2 < 24 * 24
/** A ball before a plain ground: a photograph in which something stands out. */
function photograph(ground: readonly number[], ball: readonly number[]): Bitmap {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255)
  for (let p = 0; p < SIDE * SIDE; p++) data.set(disk(p) ? ball : ground, p * 4)
  return { width: SIDE, height: SIDE, data }
}
const sunset = photograph([120, 40, 10], [250, 170, 60])

async function upload(
  bitmap: Bitmap,
  tools: Tools,
  summary: PictureState['summary'] = { things: [] },
): Promise<PictureState> {
  const artifact = await tools.save(bitmap)
  const { width, height } = bitmap
  return {
    document: { base: { kind: 'picture', artifact, width, height }, operations: [] },
    artifact,
    width,
    height,
    summary,
  }
}

/** Tools whose composer has but one idea. */
function composing(idea: Scene) {
  const prompts: string[] = []
  const tools = smallTools()
  const usage = { promptTokens: 0, inputImageTokens: 0, outputImageTokens: 0, steps: 28, milliseconds: 1 }
  return {
    prompts,
    tools: {
      ...tools,
      async *compose({ prompt }: Parameters<Tools['compose']>[0]) {
        prompts.push(prompt)
        yield { type: 'progress', picture: 0, stage: 'compose', share: 1 } as const
        return { scene: idea, notDrawn: [], drawnAs: [], usage }
      },
    } satisfies Tools,
  }
}

const generate = (constraints: object, message: string) =>
  ({
    kind: 'generate',
    message,
    refers_to: ['image:1'],
    constraints: { size: `${SIDE}x${SIDE}`, ...constraints },
  }) as const

describe('a new picture by another one', () => {
  const hills = scene([thing('tree1', 'tree')])

  test('has its palette, by an operation that stays when the picture is edited', async () => {
    const { tools, prompts } = composing(hills)
    const photo = await upload(sunset, tools)
    const more = { picture: (ref: string) => (ref === 'image:1' ? photo : undefined) }
    const plain = await doTo(null, [{ op: 'create', subject: ['hills'] }], tools, generate({}, 'green hills'))
    const made = await doTo(null, [{ op: 'create', subject: ['hills'] }], tools, {
      ...more,
      ...generate({ palette: ['colors of image 1'] }, 'green hills in the colours of this picture'),
    })
    expect(prompts).toEqual(['green hills', 'green hills'])
    expect(made.notes.join(' ')).toContain('palette')
    const [bare, graded] = await Promise.all(
      [plain, made].map(async ({ pictures }) => meanColor(await tools.load(pictures[0]!.artifact))),
    )
    const warmth = (color: readonly number[]): number => color[0]! - color[2]!
    expect(warmth(graded!)).toBeGreaterThan(warmth(bare!) + 30)
    const [picture] = made.pictures
    expect(picture!.document.base.kind).toBe('scene')
    expect(picture!.document.operations.map(({ operator }) => operator)).toEqual(['tone-palette'])
    const edited = await doTo(picture!, [{ op: 'remove', target: 'tree' }], tools)
    const [after] = edited.pictures
    expect(after!.document.operations).toEqual(picture!.document.operations)
    const [one, other] = [await tools.load(picture!.artifact), await tools.load(after!.artifact)]
    expect(difference(one, other, after!.mask!).changedOutside).toBe(0)
    expect(after!.mask!.data.filter((value) => value === 0).length).toBeGreaterThan(0.4 * SIDE * SIDE)
  })

  test('has the palettes of two together, where both are to be gone by', async () => {
    const { tools } = composing(hills)
    const [warm, cold] = [
      await upload(sunset, tools),
      await upload(photograph([10, 40, 130], [60, 150, 250]), tools),
    ]
    const warmthBy = async (constraints: object): Promise<number> => {
      const { pictures } = await doTo(null, [{ op: 'create', subject: ['hills'] }], tools, {
        picture: (ref: string) => (ref === 'image:1' ? warm : cold),
        ...generate(constraints, 'green hills'),
      })
      const [red, , blue] = meanColor(await tools.load(pictures[0]!.artifact))!
      return red - blue
    }
    const one = await warmthBy({ style: 'look of image 1' })
    const both = await warmthBy({ style: 'look of image 1', palette: ['colors of image 2'] })
    const other = await warmthBy({ style: 'look of image 2' })
    expect(one).toBeGreaterThan(both + 20)
    expect(both).toBeGreaterThan(other + 20)
  })

  test('has its hour where it is to have its light, and the style of a picture of ours', async () => {
    const { tools, prompts } = composing(hills)
    const photo = await upload(sunset, tools, { things: [], time_of_day: 'dusk' })
    await doTo(null, [{ op: 'create', subject: ['hills'] }], tools, {
      picture: () => photo,
      ...generate({ lighting: 'light of image 1' }, 'green hills in the light of this picture'),
    })
    const own = await pictureOf({ ...hills, world: { ...WORLD, style: 'watercolor' } }, tools)
    await doTo(null, [{ op: 'create', subject: ['hills'] }], tools, {
      picture: () => own,
      ...generate({ style: 'style of image 1' }, 'green hills in the style of this picture'),
    })
    expect(prompts).toEqual(['green hills, dusk', 'green hills, watercolor'])
  })

  test('shows what it shows, where nothing else is named', async () => {
    const { tools, prompts } = composing(hills)
    const cup = { id: 'cup1', name: 'cup', color: 'red', box: [0, 0, 1, 1] } as const
    const photo = await upload(sunset, tools, { things: [cup], background: 'a kitchen' })
    await doTo(null, [{ op: 'create' }], tools, {
      picture: () => photo,
      ...generate({ style: 'look of image 1' }, 'generate something like this'),
    })
    expect(prompts).toEqual(['generate something, red cup, a kitchen'])
  })
})

describe('a new picture of someone in a photograph', () => {
  const beach = scene([
    thing('cat1', 'cat', { x: 0.3, y: 0.9, height: 0.3 }),
    thing('tree1', 'tree', { x: 0.8 }),
  ])
  const wish = [{ op: 'create', subject: ['cat'], subject_ref: 'image:1' }] as const

  test('shows them where the drawing of their kind would be, and no drawing of it', async () => {
    const { tools } = composing(beach)
    const photo = await upload(photograph([60, 60, 60], [250, 0, 250]), tools)
    const { pictures, notes } = await doTo(null, wish, tools, {
      picture: () => photo,
      ...generate({}, 'a beach with this cat'),
    })
    const [picture] = pictures
    expect(picture!.mask).toBeNull()
    expect(notes.join(' ')).toContain('cut out')
    const cats = picture!.summary.things.filter(({ name }) => name === 'cat')
    expect(cats).toHaveLength(1)
    const [x, y, wide, high] = cats[0]!.box
    expect(x + wide / 2).toBeCloseTo(0.3, 1)
    const { data } = await tools.load(picture!.artifact)
    const p = Math.round((y + 0.5 * high) * SIDE) * SIDE + Math.round((x + 0.5 * wide) * SIDE)
    expect(data[p * 4]! - data[p * 4 + 1]!).toBeGreaterThan(60) // its own magenta
  })

  test('of whom nothing is seen is drawn from the words, and it is said', async () => {
    const { tools } = composing(beach)
    const photo = await upload(photograph([90, 90, 90], [90, 90, 90]), tools)
    const { pictures, notes } = await doTo(null, wish, tools, {
      picture: () => photo,
      ...generate({}, 'a beach with this cat'),
    })
    expect(notes.join(' ')).toContain('I see no cat')
    const { base } = pictures[0]!.document
    expect(base.kind === 'scene' && base.scene.things.map(({ kind }) => kind)).toContain('cat')
  })
})

test('an edit takes the colours of another picture, of a scene and of a photograph', async () => {
  const tools = smallTools()
  const photo = await upload(sunset, tools)
  const more = { picture: (ref: string) => (ref === 'image:2' ? photo : undefined) }
  for (const current of [
    await pictureOf(scene([thing('tree1', 'tree')]), tools),
    await upload(photograph([40, 90, 200], [230, 240, 250]), tools),
  ]) {
    const { pictures, notes } = await doTo(current, [{ op: 'look', value: 'colors of image 2' }], tools, more)
    expect(notes).toEqual([])
    expect(pictures[0]!.document.operations.map(({ operator }) => operator)).toEqual(['tone-palette'])
    expect(pictures[0]!.document.base).toEqual(current.document.base)
  }
})
