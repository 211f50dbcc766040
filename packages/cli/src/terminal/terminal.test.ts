import type { GeneratedImage } from '@plantain/server'
import { describe, expect, test } from 'vitest'
import { inlineProtocol, showInline } from './inline.ts'
import { progressBar } from './progress.ts'
import { table } from './table.ts'

function screen(isTTY: boolean, columns = 80) {
  const written: string[] = []
  return { isTTY, columns, written, write: (text: string) => written.push(text) }
}
const escape = String.fromCharCode(27)

describe('progress bar', () => {
  const step = (at: number) => ({ type: 'step', index: 0, step: at, steps: 20, milliseconds: 1 }) as const
  test('one line that is wiped, drawn and emptied again', () => {
    const terminal = screen(true)
    let clock = 0
    const bar = progressBar(terminal, 1, () => clock)
    bar.update({ type: 'picture-start', index: 0, steps: 20 })
    clock = 2000
    bar.update(step(5))
    bar.clear()
    const wipe = `\r${escape}[K`
    expect(terminal.written).toEqual([
      `${wipe}▕${'·'.repeat(30)}▏ starting from noise`,
      `${wipe}▕${'█'.repeat(8)}${'·'.repeat(22)}▏ 5/20  6.0 s left`,
      wipe,
    ])
  })
  test('several pictures are counted, and no line is wider than the terminal', () => {
    const terminal = screen(true, 40)
    const bar = progressBar(terminal, 3, () => 0)
    bar.update({ ...step(20), index: 1 })
    expect(terminal.written[0]).toContain('picture 2 of 3')
    expect(terminal.written[0]!.length).toBeLessThanOrEqual(40 + 4)
  })
  test('nothing where nobody looks', () => {
    const pipe = screen(false)
    const bar = progressBar(pipe, 1)
    bar.update(step(1))
    bar.clear()
    expect(pipe.written).toEqual([])
  })
})

describe('inline pictures', () => {
  const image = {
    bytes: Uint8Array.from({ length: 7000 }, (_, i) => i),
    mimeType: 'image/png',
  } as GeneratedImage
  test.each([
    [{ TERM: 'xterm-kitty' }, 'kitty'],
    [{ TERM: 'xterm-ghostty' }, 'kitty'],
    [{ KITTY_WINDOW_ID: '1' }, 'kitty'],
    [{ TERM_PROGRAM: 'iTerm.app' }, 'iterm2'],
    [{ TERM_PROGRAM: 'WezTerm' }, 'iterm2'],
    [{ LC_TERMINAL: 'iTerm2' }, 'iterm2'],
    [{ TERM: 'xterm-256color' }, null],
    [{ TERM: 'xterm-kitty', TMUX: '/tmp/x' }, null],
    [{}, null],
  ])('%j shows by %s', (variables, protocol) => {
    expect(inlineProtocol(variables)).toBe(protocol)
  })
  test('kitty gets the file in chunks, the last one marked', () => {
    const terminal = screen(true)
    showInline(terminal, image, { TERM: 'xterm-kitty' })
    const chunks = terminal.written[0]!.split(`${escape}\\`).slice(0, -1)
    expect(chunks).toHaveLength(3)
    expect(chunks.map((chunk) => /m=([01]);/.exec(chunk)![1])).toEqual(['1', '1', '0'])
    const data = chunks.map((chunk) => chunk.slice(chunk.indexOf(';') + 1)).join('')
    expect(Buffer.from(data, 'base64')).toEqual(Buffer.from(image.bytes))
  })
  test('iTerm2 gets the file in one piece with its size', () => {
    const terminal = screen(true, 40)
    showInline(terminal, image, { TERM_PROGRAM: 'iTerm.app' })
    expect(terminal.written[0]).toContain('File=inline=1;size=7000;width=38')
  })
  test('no terminal, no picture; kitty reads no JPEG', () => {
    for (const [terminal, shown] of [
      [screen(false), image],
      [screen(true), { ...image, mimeType: 'image/jpeg' }],
    ] as const) {
      showInline(terminal, shown, { TERM: 'xterm-kitty' })
      expect(terminal.written).toEqual([])
    }
  })
})

test('a table lines up its columns and ends no line in blanks', () => {
  expect(
    table([
      ['model', 'size', ''],
      ['plantain-tiny', '4 MB', 'x'],
      ['a', '', ''],
    ]),
  ).toBe('model          size\nplantain-tiny  4 MB  x\na\n')
})
