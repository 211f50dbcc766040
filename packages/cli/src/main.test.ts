import { PlantainError } from '@plantain/core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { commands } from './commands/index.ts'
import { explain, UsageError } from './failure.ts'
import { main } from './main.ts'

let out = ''
let err = ''
beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})
async function run(...arguments_: string[]): Promise<{ code: unknown; out: string; err: string }> {
  process.exitCode = 0
  await main(arguments_)
  return { code: process.exitCode, out, err }
}

describe('main', () => {
  test('help names every command', async () => {
    const { code, out: help } = await run('--help')
    expect(code).toBe(0)
    for (const { name, summary } of commands) expect(help).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
  })
  test('nothing typed is help, --version is the version', async () => {
    expect((await run()).out).toContain('Usage: plantain')
    out = ''
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
  test.each(commands.map(({ name }) => name))('%s has help', async (name) => {
    const { code, out: help } = await run(name, '--help')
    expect([code, help]).toEqual([0, expect.stringContaining(`Usage: plantain ${name}`)])
  })
  test('generate offers all that is promised', async () => {
    const { out: help } = await run('generate', '--help')
    for (const option of [
      '-o, --output',
      '--aspect',
      '--size',
      '--seed',
      '--steps',
      '--guidance',
      '--negative',
      '--count',
      '--model',
      '--ref',
      '--format',
      '--json',
      '--scheduler',
    ])
      expect(help).toContain(option)
  })
  test('help, and help of a command, are what --help prints', async () => {
    const [{ out: all }, { out: chat }] = [await run('help'), await run('help', 'chat')]
    expect(all).toMatch(/^Usage: plantain \[options\] \[command\]/)
    expect(chat).toContain('Usage: plantain chat')
  })
  test.each([
    [['paint'], "plantain: unknown command 'paint'; plantain --help shows how it is used\n"],
    [
      ['generate'],
      "plantain: missing required argument 'prompt'; plantain generate --help shows how it is used\n",
    ],
    [
      ['generate', 'x', '--colour', 'red'],
      "plantain: unknown option '--colour'; plantain generate --help shows how it is used\n",
    ],
    [
      ['generate', 'x', '--sead', '7'],
      "plantain: unknown option '--sead' (Did you mean --seed?); plantain generate --help shows how it is used\n",
    ],
    [['generate', 'x', 'y'], /^plantain: too many arguments/],
    [['generate', ''], /^plantain: prompt is ""; give a sentence/],
    [['generate', 'x', '--steps', '0'], /^plantain: steps is 0; give a whole number from 1 to 150\n$/],
    [['generate', 'x', '--steps', '151'], /^plantain: steps is 151; give/],
    [['generate', 'x', '--steps', '-3'], /^plantain: steps is -3; give/],
    [['generate', 'x', '--seed', 'abc'], /^plantain: seed is "abc"; give a whole number/],
    [['generate', 'x', '--seed', ''], /^plantain: seed is ""; give a whole number/],
    [['generate', 'x', '--aspect', '7:5'], /^plantain: aspect is "7:5"; give one of 1:1/],
    [['generate', 'x', '--format', 'gif'], /^plantain: format is "gif"; give one of png, jpeg, webp/],
    [['generate', 'x', '-o', 'x.gif'], /^plantain: .gif files are not written; end the name in .png/],
    [['generate', 'x', '--ref', 'a', '--ref', 'b', '--ref', 'c', '--ref', 'd'], /give up to three pictures/],
    [
      ['models'],
      'plantain: models needs a word after it that says what to do; plantain models --help shows how it is used\n',
    ],
    [['serve', '--port', 'abc'], /^plantain: --port is "abc"; give a whole number from 1 to 65535/],
  ])('%j is a usage error: exit 2 and one sentence', async (arguments_, message) => {
    const result = await run(...arguments_)
    expect(result.code).toBe(2)
    expect(result.err).toMatch(
      typeof message === 'string'
        ? new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
        : message,
    )
    expect(result.err.trim()).not.toContain('\n')
    expect(result.out).toBe('')
  })
  test('what fails and is not usage: exit 1', async () => {
    const { code, err: message } = await run('generate', 'a hill', '-o', '/no/such/folder/x.png')
    expect([code, message]).toEqual([
      1,
      'plantain: the folder /no/such/folder does not exist; make it first, or give another place with -o\n',
    ])
  })
})

describe('explain', () => {
  test('usage is 2, a known error 1, a bug 1 and asks to be told', () => {
    expect(explain(new UsageError('no'))).toEqual({ message: 'no', exitCode: 2 })
    expect(explain(new PlantainError('NOT_FOUND', 'no model'))).toEqual({ message: 'no model', exitCode: 1 })
    expect(explain(new TypeError('x is undefined'))).toEqual({
      message:
        'something went wrong that should not (TypeError: x is undefined); please report it with what you typed',
      exitCode: 1,
    })
    expect(
      explain(new PlantainError('INTERNAL', 'inside', { cause: new RangeError('r') })).message,
    ).toContain('RangeError: r')
  })
})
