import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { decode, encode, readRecipe } from '@plantain/codecs'
import type { Bitmap } from '@plantain/core'
import { hash } from '@plantain/imaging'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../main.ts'

// The whole program in this process, with the embedded model: what a person types, and the files that come of it.
process.setMaxListeners(0) // each run listens for Ctrl-C as if it were the only one
const folder = mkdtempSync(join(tmpdir(), 'plantain-edit-'))
const at = (name: string): string => join(folder, name)
let out = ''
let err = ''
beforeEach(() => {
  out = err = ''
  process.env['PLANTAIN_DATA'] = at('data')
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})
afterAll(() => rmSync(folder, { recursive: true }))
async function run(...arguments_: string[]): Promise<{ code: unknown; out: string; err: string }> {
  out = err = ''
  process.exitCode = 0
  await main(arguments_)
  return { code: process.exitCode, out, err }
}

const [WIDTH, HEIGHT] = [72, 48]
/** Grain with a red disk in its middle. */
function picture(width = WIDTH, height = HEIGHT): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let p = 0; p < width * height; p++) {
    const [x, y] = [p % width, Math.floor(p / width)]
    const inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 4) ** 2
    const noise = hash(4, x, y) & 31
    data.set([(inside ? 190 : 70) + noise, (inside ? 40 : 110) + noise, 50 + noise, 255], p * 4)
  }
  return { width, height, data }
}
/** White from `left` to `right`, black elsewhere. */
function mask(left: number, right: number, width = WIDTH, height = HEIGHT): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let p = 0; p < width * height; p++)
    if (p % width < left || p % width >= right) data.fill(0, p * 4, p * 4 + 3)
  return { width, height, data }
}
beforeAll(async () => {
  writeFileSync(at('photo.png'), await encode(picture()))
  writeFileSync(at('mask.png'), await encode(mask(10, 30)))
  writeFileSync(at('protects.png'), await encode(mask(0, 0)))
})
const pixels = async (name: string): Promise<Uint8ClampedArray> => (await decode(readFileSync(at(name)))).data

describe('an edit', () => {
  test('changes the picture, says what it did, and can be made again from its file', async () => {
    const made = await run('edit', at('photo.png'), 'make it brighter', '-o', at('b.png'), '--seed', '3')
    expect(made).toEqual({
      code: 0,
      out: `${at('b.png')}  ${WIDTH} x ${HEIGHT}, seed 3\n`,
      err: 'plantain: I made it brighter.\n',
    })
    const [before, after] = [await pixels('photo.png'), await pixels('b.png')]
    expect(after[0]).toBeGreaterThan(before[0]!)
    expect(await readRecipe(readFileSync(at('b.png')))).toMatchObject({
      task: 'edit',
      message: 'make it brighter',
      seed: 3,
      sources: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    })
    expect(await run('replay', at('b.png'))).toMatchObject({
      code: 0,
      out: 'the same file, byte for byte\n',
    })
    rmSync(at('data'), { recursive: true })
    expect(await run('replay', at('b.png'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^plantain: the picture was made from a file that is not kept here .*--source\n$/,
      ),
    })
    expect(await run('replay', at('b.png'), '--source', at('photo.png'))).toMatchObject({
      code: 0,
      out: 'the same file, byte for byte\n',
    })
  }, 240_000)

  test('a mask is a contract; --json, a shape, a format and several pictures', async () => {
    const masked = await run(
      'edit',
      at('photo.png'),
      'make it much darker',
      '--mask',
      at('mask.png'),
      '-o',
      at('m.png'),
      '--json',
    )
    expect([masked.code, masked.err]).toEqual([0, ''])
    expect(JSON.parse(masked.out)).toMatchObject({
      images: [{ path: at('m.png'), width: WIDTH, height: HEIGHT, seed: expect.any(Number) }],
      interpretation: { kind: 'edit', ops: [{ op: 'brightness', direction: 'down' }] },
      text: 'I made it much darker.',
      notDrawn: [],
      warnings: [],
    })
    const [before, after] = [await pixels('photo.png'), await pixels('m.png')]
    let [inside, outside] = [0, 0]
    for (let p = 0; p < WIDTH * HEIGHT; p++) {
      const same = before.subarray(p * 4, p * 4 + 4).join() === after.subarray(p * 4, p * 4 + 4).join()
      if (same) continue
      if (p % WIDTH >= 10 && p % WIDTH < 30) inside++
      else outside++
    }
    expect([inside, outside]).toEqual([20 * HEIGHT, 0])
    const shaped = await run(
      'edit',
      at('photo.png'),
      'make it brighter',
      '--size',
      '96x80',
      '--count',
      '2',
      '-o',
      at('s.webp'),
    )
    expect(shaped.code).toBe(0)
    for (const name of ['s-1.webp', 's-2.webp'])
      expect(await decode(readFileSync(at(name)))).toMatchObject({ width: 96, height: 80 })
  }, 240_000)
})

describe('what cannot be edited is said in a sentence, and nothing is written', () => {
  const bad: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
    'text.png': () => Buffer.from('hello'),
    'empty.png': () => new Uint8Array(),
    'cut.png': async () => (await encode(picture())).subarray(0, 900),
    'moving.gif': async () =>
      sharp(
        Buffer.alloc(8 * 16 * 3).map((_, n) => (n < 8 * 8 * 3 ? 9 : 200)),
        { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } },
      )
        .gif({ loop: 0 })
        .toBuffer(),
    'bomb.png': () => bomb(60_000, 60_000),
    'wide.png': async () => encode(picture(WIDTH + 1, HEIGHT)),
  }
  beforeAll(async () => {
    for (const [name, make] of Object.entries(bad)) writeFileSync(at(name), await make())
    mkdirSync(at('folder.png'))
  })
  const edit = (...rest: string[]): string[] => ['edit', ...rest, '-o', at('none.png')]
  test.each<[string, () => string[], number, RegExp]>([
    [
      'not there',
      () => edit(at('nowhere.png'), 'x'),
      1,
      /there is no picture .*nowhere\.png; check the path/,
    ],
    ['a folder', () => edit(at('folder.png'), 'x'), 1, /folder\.png is a folder; give/],
    ['a device', () => edit('/dev/zero', 'x'), 1, /\/dev\/zero is a device; give/],
    [
      'no picture',
      () => edit(at('text.png'), 'x'),
      1,
      /text\.png: the file is no picture that is known; give a PNG/,
    ],
    ['empty', () => edit(at('empty.png'), 'x'), 1, /empty\.png: the picture is empty; give a PNG/],
    ['truncated', () => edit(at('cut.png'), 'x'), 1, /cut\.png: the PNG picture is truncated or damaged/],
    [
      'animated',
      () => edit(at('moving.gif'), 'x'),
      1,
      /moving\.gif: the GIF picture has 2 frames; give a still picture/,
    ],
    [
      'a bomb',
      () => edit(at('bomb.png'), 'x'),
      1,
      /bomb\.png: the picture has 60000 x 60000 pixels, the limit is/,
    ],
    [
      'the second of two',
      () => edit(at('photo.png'), at('text.png'), 'x'),
      1,
      /text\.png: the file is no picture/,
    ],
    [
      'a mask of another size',
      () => edit(at('photo.png'), 'x', '--mask', at('wide.png')),
      1,
      /the mask has 73 x 48 pixels, the picture 72 x 48; paint it/,
    ],
    [
      'a mask that is no picture',
      () => edit(at('photo.png'), 'x', '--mask', at('text.png')),
      1,
      /the mask: the file is no picture/,
    ],
    [
      'a mask that is not there',
      () => edit(at('photo.png'), 'x', '--mask', at('nowhere.png')),
      1,
      /there is no picture .*nowhere\.png/,
    ],
    ['a fourth picture', () => edit('a', 'b', 'c', 'd', 'x'), 2, /4 pictures were given; give up to 3/],
    [
      'a fourth by --ref',
      () => edit('a', 'b', 'c', 'x', '--ref', 'd'),
      2,
      /4 pictures were given; give up to 3/,
    ],
    ['no instruction', () => edit(at('photo.png')), 2, /give a picture and then what to change, as/],
    [
      'a picture for an instruction',
      () => edit(at('photo.png'), at('mask.png')),
      2,
      /mask\.png is a picture; put the instruction behind it/,
    ],
    [
      'an empty instruction',
      () => edit(at('photo.png'), ' '),
      2,
      /instruction is " "; give a sentence that says what to change/,
    ],
    [
      'a bad option',
      () => edit(at('photo.png'), 'x', '--steps', '0'),
      2,
      /steps is 0; give a whole number from 1 to 150/,
    ],
    [
      'a bad aspect',
      () => edit(at('photo.png'), 'x', '--aspect', '7:5'),
      2,
      /aspect is "7:5"; give one of 1:1/,
    ],
    ['a model that is not here', () => edit(at('photo.png'), 'x', '--model', 'no-such'), 1, /no-such/],
    [
      'nowhere to write',
      () => ['edit', at('photo.png'), 'x', '-o', at('no/such/x.png')],
      1,
      /the folder .* does not exist; make it first/,
    ],
    [
      'a folder to write to',
      () => ['edit', at('photo.png'), 'x', '-o', at('folder.png')],
      1,
      /folder\.png is a folder; give the name of a file in it/,
    ],
    [
      'a format that is not written',
      () => ['edit', at('photo.png'), 'x', '-o', at('x.gif')],
      2,
      /\.gif files are not written/,
    ],
  ])('%s', async (_, arguments_, code, message) => {
    const before = readdirSync(folder)
    const result = await run(...arguments_())
    expect(result.err).toMatch(new RegExp(`^plantain: [^\n]*${message.source}[^\n]*\n$`))
    expect([result.code, result.out]).toEqual([code, ''])
    expect(readdirSync(folder).filter((name) => !before.includes(name) && name !== 'data')).toEqual([])
  })

  test('a thing that is not there, and what is no change of a picture', async () => {
    const absent = await run(...edit(at('photo.png'), 'remove the elephant', '--seed', '1'))
    expect([absent.code, absent.out]).toEqual([1, ''])
    expect(absent.err).toMatch(/^plantain: (?:I see no|Without the) [^\n]*\n$/)
    const question = await run(...edit(at('photo.png'), 'how many people are in it?'))
    expect([question.code, question.out]).toEqual([1, ''])
    expect(existsSync(at('none.png'))).toBe(false)
  }, 240_000)
})

test('what is converted is said: 16 bits a channel, CMYK', async () => {
  const { data, width, height } = picture()
  const raw = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha()
  writeFileSync(at('deep.png'), await raw.clone().toColourspace('rgb16').png().toBuffer())
  writeFileSync(at('ink.jpg'), await raw.clone().toColourspace('cmyk').jpeg().toBuffer())
  for (const [name, words] of [
    ['deep.png', /16 bits a channel/],
    ['ink.jpg', /CMYK/],
  ] as const) {
    const made = await run('edit', at(name), 'make it brighter', '-o', at(`${name}.out.png`), '--json')
    expect([made.code, made.err]).toEqual([0, ''])
    expect(JSON.parse(made.out).warnings).toEqual([expect.stringMatching(words)])
  }
}, 240_000)

/** A small file whose header promises a huge picture. */
function bomb(width: number, height: number): Uint8Array {
  const chunk = (type: string, body: Uint8Array): Buffer => {
    const all = Buffer.concat([Buffer.from(type, 'latin1'), body])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    check.writeUInt32BE(crc32(all))
    return Buffer.concat([length, all, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1 << 20))
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ])
}
