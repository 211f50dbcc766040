import { PlantainError, type Bitmap } from '@plantain/core'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { decode, encode, readRecipe, sniff, type Format } from './index.ts'

const formats: readonly Format[] = ['png', 'jpeg', 'webp']

const bitmaps = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 })
      .map((data): Bitmap => ({ width, height, data: new Uint8ClampedArray(data) })),
  )
const opaque = (bitmap: Bitmap): Bitmap => ({
  ...bitmap,
  data: bitmap.data.map((value, i) => (i % 4 === 3 ? 255 : value)),
})

/** Soft shapes in strong colours: what a lossy codec must keep recognisable. */
function picture(width: number, height: number): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.set(
        [(255 * x) / width, (255 * y) / height, 128 + 100 * Math.sin((x + y) / 9), 255],
        (y * width + x) * 4,
      )
  return { width, height, data }
}
const pixel = ({ data, width }: Bitmap, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]
const near = (actual: readonly number[], expected: readonly number[], tolerance: number): void =>
  expected.forEach((value, i) =>
    expect(Math.abs(actual[i]! - value), `${actual} is not near ${expected}`).toBeLessThanOrEqual(tolerance),
  )
const reason = async (bytes: Uint8Array, maxPixels?: number): Promise<string> => {
  const error = await decode(bytes, maxPixels === undefined ? {} : { maxPixels }).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(PlantainError)
  expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' })
  return (error as PlantainError).message
}

describe('encode, then decode', () => {
  test('a PNG with transparency gives back every byte', async () => {
    await fc.assert(
      fc.asyncProperty(bitmaps, async (bitmap) => {
        expect(await decode(await encode(bitmap, { alpha: true }))).toEqual(bitmap)
      }),
      { numRuns: 50 },
    )
  })
  test('a PNG without transparency gives back every byte of an opaque picture', async () => {
    await fc.assert(
      fc.asyncProperty(bitmaps.map(opaque), async (bitmap) => {
        expect(await decode(await encode(bitmap))).toEqual(bitmap)
      }),
      { numRuns: 50 },
    )
  })
  test('a PNG is 24-bit RGB unless transparency is asked for', async () => {
    const header = async (alpha: boolean) => (await encode(picture(8, 8), { alpha })).subarray(24, 26)
    expect(await header(false)).toEqual(Buffer.from([8, 2]))
    expect(await header(true)).toEqual(Buffer.from([8, 6]))
  })
  test('what was transparent becomes white in a 24-bit picture', async () => {
    const clear: Bitmap = { width: 1, height: 1, data: new Uint8ClampedArray([10, 20, 30, 0]) }
    expect((await decode(await encode(clear))).data).toEqual(new Uint8ClampedArray([255, 255, 255, 255]))
  })
  test.each(['jpeg', 'webp'] as const)('%s stays near the picture', async (format) => {
    const source = picture(96, 64)
    const back = await decode(await encode(source, { format }))
    expect([back.width, back.height]).toEqual([96, 64])
    const error =
      source.data.reduce((sum, value, i) => sum + Math.abs(value - back.data[i]!), 0) / source.data.length
    expect(error).toBeLessThan(4)
  })
  test.each(formats)('%s: the same picture gives the same bytes', async (format) => {
    const options = { format, recipe: { seed: 7 } }
    expect(await encode(picture(40, 30), options)).toEqual(await encode(picture(40, 30), options))
  })
  test('encoding does not touch the bitmap', async () => {
    const source = picture(10, 10)
    await encode(source, { format: 'jpeg' })
    expect(source).toEqual(picture(10, 10))
  })
  test('JPEG with transparency and a quality of 0 are refused', async () => {
    await expect(encode(picture(4, 4), { format: 'jpeg', alpha: true })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
    await expect(encode(picture(4, 4), { format: 'jpeg', quality: 0 })).rejects.toThrow('quality is 0')
  })
})

describe('decode', () => {
  const raw = { raw: { width: 4, height: 2, channels: 3 as const } }
  const redLeft = Buffer.from([...Array(2)].flatMap(() => [200, 0, 0, 200, 0, 0, 0, 0, 200, 0, 0, 200]))

  test.each([
    [3, [3, 1]],
    [6, [0, 3]],
    [8, [0, 0]],
  ])('turns a JPEG by its EXIF orientation %i', async (orientation, [x, y]) => {
    const bytes = await sharp(redLeft, raw)
      .resize(64, 32, { kernel: 'nearest' })
      .jpeg()
      .withMetadata({ orientation })
      .toBuffer()
    const image = await decode(bytes)
    expect([image.width, image.height]).toEqual(orientation === 3 ? [64, 32] : [32, 64])
    // 3: red is now on the right; 6: red on top, so blue at the bottom; 8: blue on top.
    const corner = pixel(
      image,
      Math.round((x! / 3) * (image.width - 1)),
      Math.round((y! / 3) * (image.height - 1)),
    )
    near(corner, orientation === 3 ? [200, 0, 0] : [0, 0, 200], 30)
  })
  test('brings a wide-gamut profile to sRGB', async () => {
    const p3 = await sharp(redLeft, raw).withIccProfile('p3').png().toBuffer()
    const numbers = await sharp(p3, { ignoreIcc: true }).raw().toBuffer()
    expect(numbers[0], 'the file holds P3 numbers').toBeLessThan(190)
    near(pixel(await decode(p3), 0, 0), [200, 0, 0, 255], 3)
  })
  test('reads CMYK, grey, 16-bit, palette and interlaced pictures', async () => {
    const source = sharp(redLeft, raw)
    near(
      pixel(await decode(await source.clone().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer()), 0, 0),
      [200, 0, 0, 255],
      40,
    )
    near(
      pixel(await decode(await source.clone().toColourspace('rgb16').png().toBuffer()), 0, 0),
      [200, 0, 0, 255],
      1,
    )
    near(
      pixel(await decode(await source.clone().png({ palette: true }).toBuffer()), 0, 0),
      [200, 0, 0, 255],
      2,
    )
    near(
      pixel(await decode(await source.clone().png({ progressive: true }).toBuffer()), 3, 0),
      [0, 0, 200, 255],
      0,
    )
    const grey = await decode(
      await sharp(Buffer.from([120]), { raw: { width: 1, height: 1, channels: 1 } })
        .png()
        .toBuffer(),
    )
    expect([...grey.data]).toEqual([120, 120, 120, 255])
  })
  test('reads a still GIF and refuses a moving one', async () => {
    const frame = await sharp(redLeft, raw).gif().toBuffer()
    near(pixel(await decode(frame), 0, 0), [200, 0, 0, 255], 4)
    const moving = await sharp([frame, await sharp(redLeft, raw).negate().gif().toBuffer()], {
      join: { animated: true },
    })
      .gif()
      .toBuffer()
    expect(await reason(moving)).toMatch(/GIF picture has 2 frames; give a still picture/)
  })
  test.each([...formats, 'gif' as const])('a truncated %s is refused with a sentence', async (format) => {
    const whole = await sharp(picture(64, 64).data, { raw: { width: 64, height: 64, channels: 4 } })
      .toFormat(format)
      .toBuffer()
    for (const length of [16, whole.length >> 1, whole.length - 40])
      expect(await reason(whole.subarray(0, length))).toMatch(/truncated or damaged/)
  })
  test('nothing, text and other formats are named', async () => {
    expect(await reason(new Uint8Array())).toMatch(/empty/)
    expect(await reason(Buffer.from('hello'))).toMatch(/no picture that is known; give a PNG/)
    expect(await reason(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(/SVG/)
    expect(await reason(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'))).toMatch(/HEIC/)
    expect(await reason(Buffer.from('%PDF-1.7 whatever'))).toMatch(/PDF/)
  })
  test('refuses by the header what would unpack to too many pixels', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(500_000)
    expect(await reason(bomb)).toMatch(/9000 x 9000 pixels, the limit is 50000000/)
    expect(await reason(await encode(picture(20, 20)), 399)).toMatch(/20 x 20 pixels, the limit is 399/)
  })
  test('any bytes either decode or are refused with INVALID_ARGUMENT', async () => {
    const whole = await encode(picture(32, 32))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, flip) => {
          const damaged = Uint8Array.from(whole)
          damaged[place]! ^= flip
          await decode(damaged).catch((error: unknown) => {
            expect(error).toMatchObject({ name: 'PlantainError', code: 'INVALID_ARGUMENT' })
          })
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('sniff', () => {
  test.each(formats)('knows %s by its bytes', async (format) => {
    expect(sniff(await encode(picture(4, 4), { format }))).toBe(format)
  })
  test('knows nothing of a short or foreign start', () => {
    expect(sniff(new Uint8Array())).toBeNull()
    expect(sniff(Buffer.from('RIFF0000WAVE'))).toBeNull()
  })
})

describe('recipe', () => {
  const recipe = {
    prompt: 'a <red> & "blue" house ]]> 日本 🏔️\n',
    seed: 7,
    settings: { guidanceScale: 2.5 },
    notDrawn: [],
  }

  test.each(formats)('travels in a %s and changes no pixel', async (format) => {
    const bytes = await encode(picture(16, 16), { format, recipe })
    expect(await readRecipe(bytes)).toEqual(recipe)
    expect(await decode(bytes)).toEqual(await decode(await encode(picture(16, 16), { format })))
  })
  test('any JSON object comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (any) => {
        const plain = JSON.parse(JSON.stringify(any)) as Record<string, unknown>
        expect(await readRecipe(await encode(picture(2, 2), { recipe: plain }))).toEqual(plain)
      }),
      { numRuns: 50 },
    )
  })
  test('is an iTXt chunk that other programs read', async () => {
    const bytes = Buffer.from(await encode(picture(2, 2), { recipe }))
    expect(bytes.toString('latin1', 37, 41)).toBe('iTXt')
    expect((await sharp(bytes).metadata()).xmpAsString).toContain('trainedAlgorithmicMedia')
  })
  test('is null where there is none, and for bytes that are no picture', async () => {
    expect(await readRecipe(await encode(picture(2, 2)))).toBeNull()
    expect(await readRecipe(Buffer.from('hello'))).toBeNull()
  })
  test('too long for a JPEG is said, not lost', async () => {
    const long = { prompt: 'x'.repeat(70_000) }
    await expect(encode(picture(2, 2), { format: 'jpeg', recipe: long })).rejects.toThrow(
      'too long for a JPEG',
    )
    expect(await readRecipe(await encode(picture(2, 2), { format: 'webp', recipe: long }))).toEqual(long)
  })
})
