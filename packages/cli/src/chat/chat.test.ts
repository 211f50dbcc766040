import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { encode } from '@plantain/codecs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { smallParts } from '../../../server/src/sessions/small-parts.contract.ts'
import type { Connection } from '../../../server/src/store/open.ts'
import {
  DATABASE_TIMEOUT_MILLISECONDS,
  testDatabase,
} from '../../../server/src/store/test-database.contract.ts'
import { openLines } from './lines.ts'
import { openFolder, writeNew } from './picture-files.ts'
import { readLine } from './slash.ts'
import { talk } from './talk.ts'
import { drawTree } from './tree.ts'

const data = mkdtempSync(join(tmpdir(), 'plantain-chat-'))
let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => {
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true })
})
const open = (): Plantain =>
  createPlantain(loadConfig({ flags: { data }, environment: {}, directory: data }), {
    openDatabase: async () => ({ database: connection.database, [Symbol.asyncDispose]: async () => {} }),
    openParts: async ({ blobs }) => smallParts(blobs),
    randomSeed: () => 42,
  })

let out = ''
let err = ''
let folder = ''
beforeEach(() => {
  out = err = ''
  folder = mkdtempSync(join(data, 'out-'))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
})

interface Answer {
  readonly turn: number | null
  readonly parent: number | null
  readonly kind: string
  readonly text: string
  readonly images: readonly { path: string; width: number; height: number; sha256: string; mask?: string }[]
  readonly files?: readonly { path: string; format: string }[]
  readonly can: { undo: boolean; redo: boolean }
  readonly error?: { code: string; message: string }
}
/** A script through a pipe. */
async function script(lines: readonly string[], { json = true, id }: { json?: boolean; id?: string } = {}) {
  const plantain = open()
  const session = id === undefined ? plantain.sessions.start({ seed: 1 }) : await plantain.sessions.open(id)
  const input = new PassThrough()
  await using reader = openLines({ input, output: new PassThrough() }, '> ')
  const done = talk({ plantain, session, lines: reader, folder, json, inline: false })
  input.end(lines.map((line) => `${line}\n`).join(''))
  const failed = await done
  const answers = json
    ? out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Answer)
    : []
  return { id: session.id, failed, answers, last: answers.at(-1)! }
}

describe('a script of messages', () => {
  test('an object a line for every message, as it is promised', async () => {
    const { answers, failed, id } = await script(['a house', 'make it night'])
    expect(failed).toBe(0)
    expect(answers).toHaveLength(2)
    expect(answers[1]).toEqual({
      session: id,
      turn: 2,
      parent: 1,
      kind: 'edit',
      text: 'I made it night.',
      interpretation: { kind: 'edit', ops: [{ op: 'time_of_day', value: 'night' }], refers_to: [] },
      scene: { things: [{ id: 'house1', name: 'house', box: [0, 0, 1, 1] }] },
      images: [
        {
          path: join(folder, `${id}-2.png`),
          width: 24,
          height: 16,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          mask: join(folder, `${id}-2-mask.png`),
        },
      ],
      can: { undo: true, redo: false },
      lines: 1,
      usage: expect.objectContaining({ outputImageTokens: 1290 }),
    })
    for (const { images } of answers) for (const { path } of images) expect(existsSync(path)).toBe(true)
  })
  test('undo and redo, said or as a command, give the path and the bytes of the earlier picture', async () => {
    const { answers } = await script(['a house', 'make it night', 'undo', '/redo', '/undo 1', 'redo'])
    const [first, second] = [answers[0]!.images[0]!, answers[1]!.images[0]!]
    const before = readFileSync(first.path)
    expect(answers[2]!.images).toEqual(
      [{ ...first, mask: undefined }].map(({ mask: _mask, ...image }) => image),
    )
    expect(answers[3]!.images[0]).toEqual(second)
    expect(answers[4]!.images[0]!.path).toBe(first.path)
    expect(answers[5]!.images[0]!.sha256).toBe(second.sha256)
    expect(readFileSync(first.path)).toEqual(before)
  })
  test('a session goes on in another process, with the same files', async () => {
    const { id, answers } = await script(['a house', 'make it night'])
    out = ''
    const again = await script(['undo', 'make it rain'], { id })
    expect(again.answers[0]!.images[0]).toEqual(answers[0]!.images[0])
    expect(again.answers[1]).toMatchObject({ turn: 4, parent: 1, can: { redo: false } })
  })
  test('branches, several pictures, files', async () => {
    const { answers, id } = await script([
      'a house',
      'three variations',
      '/branch 1',
      'as jpeg',
      `/export ${join(folder, 'my picture.webp')}`,
    ])
    expect(answers[1]!.images.map(({ path }) => path)).toEqual(
      ['2', '2-2', '2-3'].map((name) => join(folder, `${id}-${name}.png`)),
    )
    expect(answers[2]).toMatchObject({
      kind: 'branch',
      lines: 2,
      images: [{ path: answers[0]!.images[0]!.path }],
    })
    expect(answers[3]).toMatchObject({
      images: [],
      files: [{ format: 'jpeg', path: join(folder, `${id}-turn-1.jpg`), width: 24 }],
    })
    expect(answers[4]!.files![0]!.path).toBe(join(folder, 'my picture.webp'))
    expect(readFileSync(join(folder, 'my picture.webp')).toString('latin1', 8, 12)).toBe('WEBP')
  })
  test('without --json: the words, and where the pictures are', async () => {
    const { id } = await script(['a house', 'how many turns?'], { json: false })
    expect(out).toBe(
      `I made a house.\n${join(folder, `${id}-1.png`)}  24 x 16\nThere was one turn before this one, with a picture.\n`,
    )
  })
  test('/attach goes with the next message, /history and /help are for people', async () => {
    const photo = join(folder, 'my photo.png')
    writeFileSync(photo, await encode({ width: 6, height: 4, data: new Uint8ClampedArray(96).fill(200) }))
    const { answers } = await script([`/attach "${photo}"`, 'brighten this', '/history', '/help', 'undo'])
    expect(answers).toHaveLength(2)
    expect(answers[0]).toMatchObject({
      turn: 1,
      parent: null,
      images: [{ width: 6, height: 4 }],
      can: { undo: true },
    })
    expect(answers[1]!.images[0]).toMatchObject({ width: 6, height: 4 })
    expect(err).toContain('1  brighten this  ← here')
    expect(err).toContain('/attach FILE')
  })
})

describe('what goes wrong is one answer, and the session goes on', () => {
  test.each([
    ['', 'INVALID_ARGUMENT', 'the message is empty; say what to draw, or what to change'],
    ['\u0000\u0007', 'INVALID_ARGUMENT', 'the message is empty'],
    ['x'.repeat(50_000), 'INVALID_ARGUMENT', 'the message has 50000 characters'],
    ['/attach', 'INVALID_ARGUMENT', '/attach needs the name of a file'],
    ['/attach nowhere.png', 'NOT_FOUND', 'there is no picture'],
    ['/attach /', 'FAILED_PRECONDITION', '/ is a folder; give the name of a picture in it'],
    ['/attach package.json', 'INVALID_ARGUMENT', 'the file is no picture that is known'],
    ['/branch', 'INVALID_ARGUMENT', '/branch needs the number of a picture'],
    ['/branch one', 'INVALID_ARGUMENT', '"one" is no picture'],
    ['/undo two', 'INVALID_ARGUMENT', '/undo takes a number'],
    ['/frobnicate', 'INVALID_ARGUMENT', 'there is no command /frobnicate; /help lists'],
    ['make it night, crash', 'INTERNAL', 'something went wrong that should not'],
  ])('%j', async (line, code, text) => {
    const { answers, failed } = await script(['a house', line, 'make it rain'])
    expect(failed).toBe(1)
    expect(answers).toHaveLength(3)
    expect(answers[1]).toMatchObject({
      turn: null,
      kind: 'error',
      images: [],
      error: { code, message: expect.stringContaining(text) },
    })
    expect(answers[2]).toMatchObject({ turn: 2, parent: 1 })
  })
  test.each([
    ['undo', 'There is nothing to undo: this is the first picture.'],
    ['redo', 'There is nothing to redo.'],
    ['back to picture 9', 'There is no picture 9 in this session: pictures were made in turn 1.'],
    ['/branch 7', 'There is no picture 7 in this session: pictures were made in turn 1.'],
    [
      '/export picture.svg',
      'Pictures are not written as SVG; ask for PNG, JPEG or WebP, or for all of them as a ZIP.',
    ],
  ])('%s: %s', async (line, text) => {
    const { answers, failed } = await script(['a house', line, 'make it rain'])
    expect(failed).toBe(0)
    expect(answers[1]).toMatchObject({ turn: 2, text, images: [] })
    expect(answers[2]).toMatchObject({ turn: 3, parent: 1, can: { undo: true, redo: false } })
  })
  test('a fourth picture is refused, the three stay for the message', async () => {
    const photo = join(folder, 'p.png')
    writeFileSync(photo, await encode({ width: 6, height: 4, data: new Uint8ClampedArray(96).fill(200) }))
    const { answers } = await script([...Array<string>(4).fill(`/attach ${photo}`), 'brighten this'])
    expect(answers[0]!.error!.message).toContain('3 pictures go with one message')
    expect(answers[1]).toMatchObject({ turn: 1, usage: { inputImageTokens: 3 * 258 } })
  })
  test('a folder that cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openFolder(join(folder, 'file'))).rejects.toThrow('is a file; give a folder with --out')
    await expect(openFolder(join(folder, 'file', 'under'))).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
    })
    expect(await openFolder(join(folder, 'new', 'folder'))).toBe(join(folder, 'new', 'folder'))
  })
  test('a folder that goes away in the middle: the turn is kept, and its file comes when the folder is back', async () => {
    const plantain = open()
    const session = plantain.sessions.start()
    const input = new PassThrough()
    await using reader = openLines({ input, output: new PassThrough() }, '> ')
    const gone = join(folder, 'gone')
    const done = talk({ plantain, session, lines: reader, folder: gone, json: true, inline: false })
    input.end('a house\n')
    expect(await done).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      kind: 'error',
      error: { message: expect.stringContaining('cannot be written') },
    })
    expect((await plantain.sessions.open(session.id)).turns).toHaveLength(1)
  })
  test('a name of ours never takes the place of another file', async () => {
    writeFileSync(join(folder, 'a.png'), 'mine')
    const bytes = new TextEncoder().encode('new')
    expect(await writeNew(folder, { name: 'a', extension: 'png', bytes })).toBe(join(folder, 'a-v2.png'))
    expect(await writeNew(folder, { name: 'a', extension: 'png', bytes })).toBe(join(folder, 'a-v2.png'))
    expect(readFileSync(join(folder, 'a.png'), 'utf8')).toBe('mine')
  })
})

describe('in a terminal', () => {
  const terminal = () => {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input })
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
    return { input, output }
  }
  test('Ctrl-C stops the turn and not the program; twice at the prompt leaves', async () => {
    const plantain = open()
    const session = plantain.sessions.start()
    const { input, output } = terminal()
    await using reader = openLines({ input, output }, '> ')
    const done = talk({ plantain, session, lines: reader, folder, json: false, inline: false })
    input.write('a house\n')
    await expect.poll(() => out).toContain('I made a house.')
    input.write('make it night, endless\n')
    await expect.poll(() => err).toContain('[edit: time_of_day night]')
    input.write('\u0003')
    await expect.poll(() => err).toContain('stopped; the session is as it was')
    input.write('make it rain\n')
    await expect.poll(() => out).toContain('I made it rain.')
    expect((await plantain.sessions.open(session.id)).turns).toHaveLength(2)
    input.write('\u0003')
    input.write('\u0003')
    expect(await done).toBe(1)
  })
})

describe('readLine', () => {
  test.each([
    ['/undo 3', { type: 'undo', steps: 3 }],
    ['/branch image:2', { type: 'branch', place: 'image:2' }],
    ['/branch 2.3', { type: 'branch', place: 'turn:2.3' }],
    ["/attach '/tmp/my photo.jpg'", { type: 'attach', path: '/tmp/my photo.jpg' }],
    ['/attach /tmp/my\\ photo.jpg', { type: 'attach', path: '/tmp/my photo.jpg' }],
    ['/export', { type: 'export', path: null }],
    ['/quit', { type: 'quit' }],
    ['a house/boat', { type: 'message', text: 'a house/boat' }],
  ])('%s', (line, expected) => {
    expect(readLine(line)).toEqual(expected)
  })
})

test('the tree: the first line goes down, others branch off, the current picture is marked', () => {
  const turn = (number: number, parent: number, pictures = 1) =>
    ({
      number,
      parent: parent === 0 ? null : `turn:${parent}`,
      message: `message ${number}`,
      pictures: Array(pictures).fill({}),
    }) as never
  const turns = [turn(1, 0), turn(2, 1), turn(3, 2), turn(4, 1), turn(5, 4, 4), turn(6, 1)]
  expect(drawTree({ id: 's', seed: 1, turns }, 5)).toBe(
    [
      '1  message 1',
      '├─ 6  message 6',
      '├─ 4  message 4',
      '│  5  message 5  (4 pictures)  ← here',
      '2  message 2',
      '3  message 3',
      '',
    ].join('\n'),
  )
})
