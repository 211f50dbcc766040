import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeSettings, loadConfig } from './config.ts'
import { configurationPage } from './configuration-page.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plantain-config-'))
})
afterEach(() => rmSync(directory, { recursive: true }))
const write = (text: string): void => writeFileSync(join(directory, 'plantain.config.json'), text)

describe('loadConfig', () => {
  test('nothing said: the defaults, frozen, data under the home directory', () => {
    const config = loadConfig({ environment: {}, directory })
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      model: 'plantain-tiny',
      device: 'auto',
      maxWaiting: 16,
    })
    expect(config.data).toBe(join(homedir(), '.plantain'))
    expect(Object.isFrozen(config)).toBe(true)
  })
  test('flags win over the environment, the environment over the file, the file over defaults', () => {
    write('{ "port": 1, "host": "file", "threads": 3, "maxWaiting": 5 }')
    const environment = { PLANTAIN_PORT: '2', PLANTAIN_HOST: 'variable', PLANTAIN_MAX_WAITING: '6' }
    const config = loadConfig({ flags: { port: 4 }, environment, directory })
    expect(config).toMatchObject({ port: 4, host: 'variable', maxWaiting: 6, threads: 3 })
  })
  test('an undefined flag and an empty variable say nothing', () => {
    expect(
      loadConfig({ flags: { port: undefined }, environment: { PLANTAIN_PORT: '' }, directory }).port,
    ).toBe(8787)
  })
  test('relative data starts at the folder of the configuration', () => {
    expect(loadConfig({ environment: { PLANTAIN_DATA: 'mine' }, directory }).data).toBe(
      join(directory, 'mine'),
    )
  })
  test.each([
    [{ PLANTAIN_PORT: 'abc' }, /^PLANTAIN_PORT is "abc"; give a whole number from 1 to 65535, or 0/],
    [{ PLANTAIN_PORT: '80.5' }, /^PLANTAIN_PORT is "80.5"; give/],
    [{ PLANTAIN_DEVICE: 'gpu' }, /^PLANTAIN_DEVICE is "gpu"; give one of auto, cpu, cuda/],
    [
      { PLANTAIN_PROT: '1' },
      /^the environment sets PLANTAIN_PROT, which is not known; known are PLANTAIN_HOST, PLANTAIN_PORT/,
    ],
  ])('%j stops the start', (environment, message) => {
    expect(() => loadConfig({ environment, directory })).toThrow(message)
  })
  test.each([
    ['{ "prot": 1 }', /^plantain.config.json sets prot, which is not known; known are host, port/],
    ['{ "port": "1" }', /^port in plantain.config.json is "1"; give a whole number/],
    ['[1]', /is not a JSON object; write it like/],
    ['{ "port": 1', /is not a JSON object; write it like/],
  ])('a file with %s stops the start', (text, message) => {
    write(text)
    expect(() => loadConfig({ environment: {}, directory })).toThrow(message)
  })
  test('a bad flag is named as it is typed', () => {
    expect(() => loadConfig({ flags: { port: 99999 }, environment: {}, directory })).toThrow(
      /^--port is 99999; give/,
    )
  })
  test('variables of other programs are nobody’s business', () => {
    expect(() => loadConfig({ environment: { PORT: 'x', MY_PLANTAIN_PORT: 'y' }, directory })).not.toThrow()
  })
})

test('docs/configuration.md is what the schema says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/configuration.md'), 'utf8')
  expect(page).toBe(configurationPage())
  for (const { key, variable } of describeSettings())
    expect(page).toContain(`| \`${key}\` | \`${variable}\` |`)
})
