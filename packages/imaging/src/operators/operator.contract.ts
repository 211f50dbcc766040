import { PlantainError, type Bitmap, type Mask } from '@plantain/core'
import { describe, expect, test } from 'vitest'
import { hash } from '../noise.ts'
import type { Typesetter } from '../text/typesetter.ts'
import { develop } from './develop.ts'
import type { Operator } from './operator.ts'
import { readParams } from './params.ts'
import { toBitmap, toPlanes } from './planes.ts'

/** A small picture with gradients, edges, every kind of colour, noise and, where asked for, alpha. */
export function testPicture(width: number, height: number, { clear = false } = {}): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4
      const noise = (hash(5, x, y) & 15) - 8
      const patch = (x >> 3) % 2 === (y >> 3) % 2
      data[i] = (x / width) * 255 + noise
      data[i + 1] = (y / height) * 255 + noise
      data[i + 2] = patch ? 230 : 40 + noise
      data[i + 3] = clear ? hash(9, x, y) & 255 : 255
    }
  return { width, height, data }
}

const half = ({ width, height }: Bitmap): Mask => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, p) =>
    p % width < width / 3 ? 0 : p % width < width / 2 ? 128 : 255,
  ),
})

/** What every operator is held to, with parameters that make it do something. */
export function operatorContract(
  operator: Operator,
  samples: readonly object[],
  typesetter?: Typesetter,
): void {
  describe(operator.name, () => {
    const options = typesetter ? { typesetter } : {}
    const image = testPicture(48, 32)
    const glass = testPicture(37, 29, { clear: true })
    const run = (picture: Bitmap, params: object, mask: Mask | null = null): Bitmap =>
      develop(
        picture,
        [{ operator: operator.name, params: params as Record<string, unknown>, mask }],
        options,
      )

    test('has samples that change the picture', () => {
      expect(samples.length).toBeGreaterThan(0)
      for (const params of samples) expect(run(image, params)).not.toEqual(image)
    })
    test('leaves its input alone', () => {
      for (const params of samples) {
        const copy = image.data.slice()
        run(image, params)
        expect(image.data).toEqual(copy)
        if (operator.sort !== 'spatial') continue
        const planes = toPlanes(glass)
        const before = [planes.red.slice(), planes.green.slice(), planes.blue.slice(), planes.alpha!.slice()]
        operator.apply(planes, readParams(operator, params), {
          mask: null,
          signal: new AbortController().signal,
          typesetter: typesetter ?? null,
        })
        expect([planes.red, planes.green, planes.blue, planes.alpha]).toEqual(before)
      }
    })
    const shortCut = (picture: Bitmap, params: object): readonly [Bitmap | null, Bitmap] | null => {
      const read = readParams(operator, params)
      const { signal } = new AbortController()
      if (operator.sort === 'spatial' && operator.applyLast) {
        const context = { mask: null, signal, typesetter: typesetter ?? null }
        return [
          operator.applyLast(picture, read, signal),
          toBitmap(operator.apply(toPlanes(picture), read, context)),
        ]
      }
      if (operator.sort !== 'geometric') return null
      const move = operator.move(read, picture, () => picture)
      return 'renderLast' in move && move.renderLast
        ? [move.renderLast(picture), toBitmap(move.render(toPlanes(picture)))]
        : null
    }
    test.runIf(samples.some((params) => shortCut(image, params)))(
      'writes bytes at once as it would by way of planes',
      () => {
        let taken = 0
        for (const params of samples)
          for (const picture of [image, glass, testPicture(1, 1), testPicture(5, 90), testPicture(101, 67)]) {
            const [direct, planes] = shortCut(picture, params) ?? []
            if (!direct) continue
            taken++
            expect(direct).toEqual(planes)
          }
        expect(taken).toBeGreaterThan(0)
      },
    )
    test('gives the same bytes twice', () => {
      for (const params of samples) expect(run(glass, params)).toEqual(run(glass, params))
    })
    test.runIf(operator.identity)('changes no byte at zero', () => {
      for (const picture of [image, glass]) expect(run(picture, operator.identity as object)).toEqual(picture)
    })
    test.runIf(operator.sort !== 'geometric')(
      'keeps the size, on pictures of one pixel and of one row, too',
      () => {
        for (const params of samples)
          for (const [width, height] of [
            [48, 32],
            [1, 1],
            [19, 1],
            [1, 19],
          ] as const) {
            const result = run(testPicture(width, height), params)
            expect([result.width, result.height, result.data.length]).toEqual([
              width,
              height,
              width * height * 4,
            ])
          }
      },
    )
    test.runIf(
      operator.sort === 'recipe' ||
        ((operator.sort === 'pointwise' || operator.sort === 'spatial') && !operator.writesAlpha),
    )('keeps alpha', () => {
      for (const params of samples) {
        const result = run(glass, params)
        for (let i = 3; i < glass.data.length; i += 4) expect(result.data[i]).toBe(glass.data[i])
      }
    })
    test.runIf(operator.sort !== 'geometric')('keeps the bytes outside the mask', () => {
      for (const params of samples)
        for (const picture of [image, glass]) {
          const mask = half(picture)
          const result = run(picture, params, mask)
          mask.data.forEach((coverage, pixel) => {
            if (coverage === 0)
              expect(result.data.subarray(pixel * 4, pixel * 4 + 4)).toEqual(
                picture.data.subarray(pixel * 4, pixel * 4 + 4),
              )
          })
        }
    })
    test.runIf(operator.sort === 'geometric')('refuses a mask in one sentence', () => {
      expect(() => run(image, samples[0]!, half(image))).toThrow(/whole frame/)
    })
    test('names a parameter that it does not have, and refuses what is no number', () => {
      for (const bad of [
        { nonsense: 1 },
        Object.fromEntries(Object.keys(samples[0]!).map((key) => [key, { not: 'this' }])),
        null,
        'text',
      ]) {
        if (bad !== null && typeof bad === 'object' && Object.keys(bad).length === 0) continue
        expect(() => readParams(operator, bad)).toThrow(PlantainError)
        expect(() => readParams(operator, bad)).toThrow(new RegExp(`^${operator.name}: `))
      }
    })
    test('fills in what is left out, and accepts what it has filled in', () => {
      for (const params of samples) {
        const filled = readParams(operator, params) as object
        expect(readParams(operator, filled)).toEqual(filled)
        expect(JSON.parse(JSON.stringify(filled))).toEqual(filled)
      }
    })
  })
}
