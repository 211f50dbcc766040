import type { Bitmap, Tensor } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { hash } from '../noise.ts'
import { atFullSize, findRegion, lookAt, sight, summaryOfLook, type RunNetwork } from './index.ts'

type Rgb = readonly [number, number, number]

/** A picture from a colour for each pixel, with a little noise. */
function picture(width: number, height: number, color: (u: number, v: number) => Rgb): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 4) {
      const rgb = color((x + 0.5) / width, (y + 0.5) / height)
      const noise = (hash(3, x, y) & 7) - 4
      for (let c = 0; c < 3; c++) data[i + c] = rgb[c]! + noise
      data[i + 3] = 255
    }
  return { width, height, data }
}

const disk = (u: number, v: number, x: number, y: number, radius: number): boolean =>
  (u - x) ** 2 + (v - y) ** 2 < radius * radius
/** A red and a yellow ball before brown. */
const balls = picture(300, 300, (u, v) =>
  disk(u, v, 0.3, 0.5, 0.14) ? [200, 40, 40] : disk(u, v, 0.72, 0.5, 0.12) ? [235, 200, 30] : [150, 122, 96],
)
/** Blue above, green below. */
const field = picture(320, 240, (u, v) =>
  v < 0.55
    ? [120 - 30 * v, 165, 235]
    : [(hash(1, u * 320, v * 240) & 31) + 60, (hash(2, u * 320, v * 240) & 63) + 100, 50],
)

/** Intersection over union of a mask and where `inside` holds. */
function agreement(image: Bitmap, phrase: string, inside: (u: number, v: number) => boolean): number {
  const look = lookAt(image, null)
  const found = findRegion(look, phrase)
  if (found === null) return 0
  const mask = atFullSize(found.region, look.small, image)
  let [both, either] = [0, 0]
  mask.data.forEach((value, p) => {
    const [one, other] = [
      value > 127,
      inside(((p % image.width) + 0.5) / image.width, (Math.floor(p / image.width) + 0.5) / image.height),
    ]
    if (one && other) both++
    if (one || other) either++
  })
  return both / either
}

describe('regions by words, without networks', () => {
  test('the subject is what stands out, and the background is the rest', () => {
    const either = (u: number, v: number): boolean =>
      disk(u, v, 0.3, 0.5, 0.14) || disk(u, v, 0.72, 0.5, 0.12)
    expect(agreement(balls, 'the subject', either)).toBeGreaterThan(0.95)
    expect(agreement(balls, 'background', (u, v) => !either(u, v))).toBeGreaterThan(0.97)
  })
  test('a colour and a side each choose one of two', () => {
    expect(agreement(balls, 'the red ball', (u, v) => disk(u, v, 0.3, 0.5, 0.14))).toBeGreaterThan(0.9)
    expect(agreement(balls, 'the yellow one', (u, v) => disk(u, v, 0.72, 0.5, 0.12))).toBeGreaterThan(0.9)
    expect(agreement(balls, 'the ball on the right', (u, v) => disk(u, v, 0.72, 0.5, 0.12))).toBeGreaterThan(
      0.9,
    )
  })
  test('“except” leaves out', () => {
    expect(
      agreement(balls, 'everything except the red ball', (u, v) => !disk(u, v, 0.3, 0.5, 0.14)),
    ).toBeGreaterThan(0.95)
  })
  test('the sky ends at the horizon', () => {
    expect(agreement(field, 'the sky', (_, v) => v < 0.55)).toBeGreaterThan(0.95)
  })
  test('what is not there is not found', () => {
    expect(findRegion(lookAt(balls, null), 'the sky')).toBeNull()
    expect(findRegion(lookAt(balls, null), 'the green car')).toBeNull()
  })
  test('a noun that nothing here knows is a guess, and says so', () => {
    expect(findRegion(lookAt(balls, null), 'the gizmo')?.guessed).toBe(true)
    expect(findRegion(lookAt(balls, null), 'the red ball')?.guessed).toBe(false)
  })
  test('the same picture gives the same numbers, and very small and flat ones do not fail', () => {
    const [one, other] = [lookAt(balls, null), lookAt(balls, null)]
    expect(findRegion(one, 'subject')).toEqual(findRegion(other, 'subject'))
    for (const [width, height] of [
      [1, 1],
      [3, 200],
      [17, 5],
    ] as const) {
      const flat = picture(width, height, () => [90, 90, 90])
      expect(summaryOfLook(lookAt(flat, null)).things).toEqual([])
      expect(findRegion(lookAt(flat, null), 'the sky')).toBeNull()
    }
  })
})

describe('a summary', () => {
  test('tells of the sky with its colour, and of nothing that is not sure', () => {
    const { things, weather } = summaryOfLook(lookAt(field, null))
    expect(things.find(({ id }) => id === 'sky')).toMatchObject({ name: 'sky', color: 'blue', region: 'top' })
    expect(weather).toBe('clear')
    expect(summaryOfLook(lookAt(balls, null)).things.map(({ name }) => name)).not.toContain('sky')
  })
})

describe('networks', () => {
  const tensor = (rows: number, columns: number, value: number): Tensor => ({
    data: new Float32Array(rows * columns).fill(value),
    shape: [1, rows, columns],
  })
  /** A detector that sees class `kind` around the middle of both views, with sides of three cells of 26. */
  const seeing =
    (kind: number, score: number, front: number): RunNetwork =>
    async (network) => {
      if (network === 'foreground')
        return { map: { data: new Float32Array(256 * 256).fill(front), shape: [1, 256, 256, 1] } }
      if (network === 'faces')
        return { a: tensor(512, 1, -9), b: tensor(512, 16, 0), c: tensor(384, 1, -9), d: tensor(384, 16, 0) }
      const outputs: Record<string, Tensor> = {}
      for (const cells of [52, 26, 13]) {
        const scores = tensor(cells * cells, 80, 0)
        const sides = tensor(cells * cells, 44, -20)
        if (cells === 26) {
          const cell = 13 * 26 + 13
          scores.data[cell * 80 + kind] = score
          for (let side = 0; side < 4; side++) sides.data[cell * 44 + side * 11 + 3] = 20
        }
        outputs[`s${cells}`] = scores
        outputs[`d${cells}`] = sides
      }
      return outputs
    }
  const never = new AbortController().signal

  test('what both views agree on is told, with its box', async () => {
    const { objects } = await sight(balls, seeing(15, 0.6, 0), never)
    expect(objects).toHaveLength(1)
    expect(objects[0]).toMatchObject({ name: 'cat' })
    expect(objects[0]!.score).toBeCloseTo(0.6, 1)
    expect(objects[0]!.right - objects[0]!.left).toBeCloseTo(6 / 26, 1)
  })
  test('a person without a body in front is no person', async () => {
    expect((await sight(balls, seeing(0, 0.6, 0), never)).objects).toEqual([])
    expect((await sight(balls, seeing(0, 0.6, 0.9), never)).objects[0]).toMatchObject({ name: 'person' })
  })
  test('the face of an animal is a guess: what of it is highest', async () => {
    const animal = picture(300, 300, (u, v) =>
      disk(u, v, 0.52, 0.52, 0.11) ? [200, 120, 40] : [90, 110, 140],
    )
    const look = lookAt(animal, await sight(animal, seeing(15, 0.6, 0), never))
    const [whole, face] = [findRegion(look, 'the cat')!, findRegion(look, "the cat's face")!]
    expect(face.guessed).toBe(true)
    const rows = (region: Float32Array): readonly number[] =>
      [...region.keys()].filter((p) => region[p]! > 0.5).map((p) => Math.floor(p / look.small.width))
    expect(rows(face.region).length).toBeGreaterThan(100)
    expect(Math.min(...rows(face.region))).toBe(Math.min(...rows(whole.region)))
    expect(Math.max(...rows(face.region))).toBeLessThan(Math.max(...rows(whole.region)) - 10)
    expect(findRegion(look, "the dog's face")).toBeNull()
  })
  test('an unsure object is not told, but found when it is named', async () => {
    const look = lookAt(balls, await sight(balls, seeing(15, 0.3, 0), never))
    expect(summaryOfLook(look).things.map(({ name }) => name)).not.toContain('cat')
    expect(findRegion(look, 'the cat')).toMatchObject({ guessed: false })
  })
})
