import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { main } from '../main.ts'

let out = ''
let err = ''
let directory = ''
beforeEach(async () => {
  out = err = ''
  directory = await mkdtemp(join(tmpdir(), 'plantain-interpret-'))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = 0
  await rm(directory, { recursive: true })
})
async function run(...arguments_: string[]): Promise<unknown> {
  process.exitCode = 0
  await main(['interpret', ...arguments_])
  return process.exitCode
}
async function lines(...texts: string[]): Promise<{ code: unknown; read: Record<string, unknown>[] }> {
  const file = join(directory, 'messages.jsonl')
  await writeFile(file, texts.join('\n'))
  const code = await run('--jsonl', file)
  const read = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code, read }
}

describe('plantain interpret', () => {
  test('a message is read for people, and as JSON for programs', async () => {
    expect(await run('draw a red fox')).toBe(0)
    expect(out).toMatch(/^kind +generate\n/)
    out = ''
    expect(await run('draw a red fox', '--json')).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ kind: 'generate', ops: [{ op: 'create' }], refers_to: [] })
  })
  test('words that nothing is known of change nothing: it asks what is meant', async () => {
    const uploads = [[{ id: 'cat1', name: 'cat' }]]
    const said = ['blarg', 'flurbl the wozzle', 'brigther plz', 'undo']
    const { read } = await lines(
      ...said.map((message) => JSON.stringify({ message, images: 1, uploads, history: [] })),
    )
    expect(read.map(({ kind, ask }) => [kind, ask])).toEqual([
      ['clarify', 'change'],
      ['clarify', 'change'],
      ['edit', undefined],
      [expect.not.stringMatching('clarify'), undefined],
    ])
  })
  test('each line gets one line back, with its id, in order', async () => {
    const scene = [{ id: 'cat1', name: 'cat' }]
    const { code, read } = await lines(
      JSON.stringify({
        id: 'a',
        message: 'make it black and white',
        images: 1,
        uploads: [scene],
        history: [],
      }),
      '',
      JSON.stringify({ id: 7, message: 'draw a lighthouse' }),
    )
    expect(code).toBe(0)
    expect(read.map(({ id }) => id)).toEqual(['a', 7])
    expect(read[0]).toMatchObject({ kind: 'edit', ops: [{ op: 'monochrome' }], refers_to: ['image:1'] })
    expect(read[1]).toMatchObject({ kind: 'generate' })
  })
  test('a bad line is told in its place and the rest is read', async () => {
    const { code, read } = await lines(
      '{"id": 1',
      '[]',
      '{"id": 3, "message": ""}',
      '{"id": 4, "message": 5}',
      '{"id": 5, "message": "draw a cat", "history": "none"}',
      '{"id": 6, "message": "draw a cat"}',
    )
    expect(code).toBe(1)
    expect(read).toHaveLength(6)
    expect(read[0]).toEqual({
      line: 1,
      error: expect.stringMatching(/^this is not JSON; write one object a line/),
    })
    expect(read[1]).toEqual({ line: 2, error: expect.stringMatching(/^this is no object/) })
    expect(read[2]).toEqual({ id: 3, error: expect.stringMatching(/^the message is empty/) })
    expect(read[3]).toEqual({ id: 4, error: expect.stringMatching(/^message of the message is not/) })
    expect(read[4]).toEqual({ id: 5, error: expect.stringMatching(/^history of the message is not/) })
    expect(read[5]).toMatchObject({ id: 6, kind: 'generate' })
    expect(err.trim().split('\n')).toHaveLength(5)
    expect(err).toMatch(/^plantain: line 1: /)
  })
  test('a file that is not there is told', async () => {
    expect(await run('--jsonl', join(directory, 'none.jsonl'))).toBe(1)
    expect(err).toMatch(/none\.jsonl cannot be read \(ENOENT\); give a file of messages/)
  })
  test('a message and a file at once are too much', async () => {
    expect(await run('warmer', '--jsonl', 'x.jsonl')).toBe(2)
    expect(err).toMatch(/both given/)
  })
})
