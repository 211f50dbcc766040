import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from '@plantain/codecs'
import { afterAll, expect, test } from 'vitest'

// The program as it is installed, with the embedded model, interpreter and database: the first message of a session of its own.
const program = join(import.meta.dirname, '../packages/cli/dist/bin.js')
const folder = mkdtempSync(join(tmpdir(), 'plantain-chat-'))
const env = { ...process.env, PLANTAIN_DATA: join(folder, 'data') }
afterAll(() => rmSync(folder, { recursive: true }))

interface Answer {
  readonly session: string
  readonly turn: number | null
  readonly kind: string
  readonly text: string
  readonly images: readonly { path: string; sha256: string; width: number; mask?: string }[]
  readonly can: { undo: boolean; redo: boolean }
}
function chat(
  lines: readonly string[],
  ...more: string[]
): { code: number | null; answers: readonly Answer[]; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, 'chat', '--json', '--out', join(folder, 'out'), ...more],
    { input: lines.map((line) => `${line}\n`).join(''), encoding: 'utf8', env, cwd: folder },
  )
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer)
  return { code: status, answers, err: stderr }
}

test('a picture, a change, undo; another process goes on, and the files are the same to the byte', async () => {
  const first = chat(['hello', 'a red house by a lake', 'make it night', '/undo'], '--seed', '7')
  expect([first.code, first.err]).toEqual([0, ''])
  expect(first.answers.map(({ turn }) => turn)).toEqual([1, 2, 3, 4])
  const [house, night] = [first.answers[1]!.images[0]!, first.answers[2]!.images[0]!]
  expect(house.sha256).not.toBe(night.sha256)
  expect(first.answers[3]!.images[0]).toMatchObject({ path: house.path, sha256: house.sha256 })
  expect(first.answers[3]!.can).toEqual({ undo: false, redo: true })
  expect((await decode(readFileSync(house.path))).width).toBe(house.width)
  expect((await decode(readFileSync(night.mask!))).width).toBe(night.width)
  const before = readFileSync(night.path)
  rmSync(night.path)
  const second = chat(['/redo', '', '/attach nowhere.png', '/undo'], '--session', first.answers[0]!.session)
  expect(second.code).toBe(1)
  expect(second.answers.map(({ kind }) => kind)).toEqual(['redo', 'error', 'error', 'undo'])
  expect(second.answers[0]!.images[0]).toEqual(night)
  expect(readFileSync(night.path)).toEqual(before)
}, 600_000)

test('an unknown session, a folder that is a file, a bad seed: a sentence and no stack', () => {
  writeFileSync(join(folder, 'file'), '')
  const cases = [
    [['--session', 'nobody'], 1, /^plantain: there is no session "nobody"; .*\n$/],
    [['--out', join(folder, 'file')], 1, /^plantain: .* is a file; give a folder with --out\n$/],
    [['--seed', 'x'], 2, /^plantain: seed is "x"; give a whole number.*\n$/],
    [['--seed', '1', '--session', 'nobody'], 2, /^plantain: a session keeps its own seed.*\n$/],
  ] as const
  for (const [options, code, message] of cases) {
    const { status, stderr } = spawnSync(process.execPath, [program, 'chat', ...options], {
      input: '',
      encoding: 'utf8',
      env,
    })
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)])
  }
}, 300_000)

test('two programs on one data folder: the second is told what to do', async () => {
  const holder = spawn(process.execPath, [program, 'chat', '--session'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await new Promise((resolve) => holder.once('exit', resolve))
  expect(holder.exitCode).toBe(0) // it listed, closed the database and gave it back
  const blocked = join(folder, 'data', 'db.lock')
  writeFileSync(blocked, JSON.stringify({ pid: process.pid, startedAt: 0, token: 'x' }))
  const { status, stderr } = spawnSync(process.execPath, [program, 'chat', '--session'], {
    encoding: 'utf8',
    env,
  })
  rmSync(blocked)
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^plantain: another Plantain \(process \d+\) has the sessions .*\n$/),
  ])
}, 300_000)
