import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nameOf, readPicture, targets, writeWhole } from './files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plantain-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const one = { prompt: 'a hill', format: 'png', count: 1 } as const

describe('targets', () => {
  test('one picture has the name given, several get numbers before the extension', async () => {
    const file = join(folder, 'my.hill.png')
    expect((await targets(file, one)).path(0)).toBe(file)
    const three = await targets(file, { ...one, count: 3 })
    expect([0, 1, 2].map((index) => three.path(index))).toEqual(
      ['-1', '-2', '-3'].map((number) => join(folder, `my.hill${number}.png`)),
    )
  })
  test('a folder that does not exist, or a folder in place of a file, is a sentence', async () => {
    await expect(targets(join(folder, 'no', 'such', 'x.png'), one)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: `the folder ${join(folder, 'no', 'such')} does not exist; make it first, or give another place with -o`,
    })
    mkdirSync(join(folder, 'x.png'))
    await expect(targets(join(folder, 'x.png'), one)).rejects.toThrow(
      /x.png is a folder; give the name of a file in it/,
    )
  })
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder that cannot be written is a sentence',
    async () => {
      chmodSync(folder, 0o500)
      await expect(targets(join(folder, 'x.png'), one)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' })
    },
  )
  test('without a name it is made of the prompt and never takes a file that is there', async () => {
    const before = process.cwd()
    process.chdir(folder)
    try {
      expect((await targets(undefined, { ...one, format: 'jpeg' })).path(0)).toBe(
        join(process.cwd(), 'a-hill.jpg'),
      )
      writeFileSync('a-hill.png', '')
      expect((await targets(undefined, one)).path(0)).toBe(join(process.cwd(), 'a-hill-v2.png'))
    } finally {
      process.chdir(before)
    }
  })
})

test.each([
  ['A red house, by the sea!', 'a-red-house-by-the-sea'],
  ['  ../../etc/passwd ', 'etc-passwd'],
  ['山の風景', '山の風景'],
  ['🍌', 'picture'],
  ['word '.repeat(40), 'word-word-word-word-word-word-word-word-word-word-word-word'],
])('the name of %j is %s', (prompt, name) => {
  expect(nameOf(prompt)).toBe(name)
})

describe('writeWhole', () => {
  test('writes the bytes, over an old file, and leaves nothing else', async () => {
    const file = join(folder, 'x.png')
    writeFileSync(file, 'old')
    expect(await writeWhole(file, Uint8Array.of(1, 2, 3))).toBe(file)
    expect([...readFileSync(file)]).toEqual([1, 2, 3])
    expect(readdirSync(folder)).toEqual(['x.png'])
  })
  test('what cannot be written leaves nothing, and says so', async () => {
    mkdirSync(join(folder, 'x.png'))
    await expect(writeWhole(join(folder, 'x.png'), Uint8Array.of(1))).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    })
    expect(readdirSync(folder)).toEqual(['x.png'])
    await expect(writeWhole(join(folder, 'gone', 'y.png'), Uint8Array.of(1))).rejects.toThrow(
      /cannot be written/,
    )
    expect(existsSync(join(folder, 'gone'))).toBe(false)
  })
})

test('a reference that is not there is named', async () => {
  await expect(readPicture(join(folder, 'no.png'))).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: `there is no picture ${join(folder, 'no.png')}; check the path`,
  })
  await expect(readPicture(folder)).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' })
})
