import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode, readRecipe } from '@plantain/codecs'
import type { Bitmap } from '@plantain/core'
import { meanColor } from '@plantain/imaging'
import { afterAll, expect, test } from 'vitest'

// New pictures that go by photographs: the program as it is installed, with the embedded model.
const program = join(import.meta.dirname, '../packages/cli/dist/bin.js')
const folder = mkdtempSync(join(tmpdir(), 'plantain-references-'))
afterAll(() => rmSync(folder, { recursive: true }))

function plantain(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, PLANTAIN_DATA: join(folder, 'data') },
  })
  return { code: status, out: stdout, err: stderr }
}
const bytes = (name: string): Buffer => readFileSync(join(folder, name))
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** A ball before a plain ground. */
async function photograph(name: string, ground: readonly number[], ball: readonly number[]): Promise<void> {
  const [width, height] = [160, 120]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let p = 0; p < width * height; p++)
    data.set(((p % width) - 80) ** 2 + (Math.floor(p / width) - 60) ** 2 < 900 ? ball : ground, p * 4)
  const bitmap: Bitmap = { width, height, data }
  writeFileSync(join(folder, name), await encode(bitmap, { format: 'png' }))
}
const warmth = async (name: string): Promise<number> => {
  const [red, , blue] = meanColor(await decode(bytes(name)))!
  return red - blue
}

test('a photograph lends its palette, two of them in their order; the file makes its picture again', async () => {
  await photograph('ember.png', [140, 50, 15], [250, 180, 70])
  await photograph('ice.png', [20, 60, 140], [210, 235, 250])
  const common = ['--seed', '5', '--size', '256x256', '--json']
  const warm = plantain('generate', 'a mountain landscape', '--ref', 'ember.png', '-o', 'warm.png', ...common)
  expect([warm.code, warm.err]).toEqual([0, ''])
  const told = JSON.parse(warm.out) as { interpretation: object; text: string }
  expect(told.interpretation).toMatchObject({ kind: 'generate', refers_to: ['image:1'] })
  expect(told.text).toContain('palette')
  const by = 'a mountain landscape in the colours of the second picture'
  const cold = plantain('generate', by, '--ref', 'ember.png', '--ref', 'ice.png', '-o', 'cold.png', ...common)
  expect(cold.code).toBe(0)
  expect(await warmth('warm.png')).toBeGreaterThan((await warmth('cold.png')) + 40)
  const recipe = await readRecipe(bytes('warm.png'))
  expect(recipe!['sources']).toEqual([sha256(bytes('ember.png'))])
  expect(plantain('replay', 'warm.png')).toEqual({ code: 0, out: 'the same file, byte for byte\n', err: '' })
})

test('as many as are asked for and as large, whatever the prompt says of that', async () => {
  await photograph('ember.png', [140, 50, 15], [250, 180, 70])
  const given = ['--ref', 'ember.png', '-o', 'lake.png', '--size', '251x187', '--seed', '2', '--json']
  const { code, out } = plantain('generate', 'three square pictures of a lake', ...given)
  expect(code).toBe(0)
  const { images, usage } = JSON.parse(out) as { images: object[]; usage: { outputImageTokens: number } }
  expect(images).toMatchObject([{ width: 251, height: 187 }])
  expect(usage.outputImageTokens).toBe(1290)
})

test('what is refused of a picture, and what is no wish for one, is told and makes none', async () => {
  await photograph('ember.png', [140, 50, 15], [250, 180, 70])
  const withReference = (prompt: string, ...more: string[]) =>
    plantain('generate', prompt, '--ref', 'ember.png', '-o', 'no.png', ...more)
  const answers = [
    withReference('undress this woman'),
    withReference('make it warmer'),
    withReference('a lake', '--scheduler', 'EulerDiscreteScheduler'),
  ]
  expect(answers.map(({ code }) => code)).toEqual([1, 2, 2])
  expect(answers[0]!.err).toMatch(/not carried out/)
  expect(answers[1]!.err).toMatch(/asks for no new picture/)
  expect(answers[2]!.err).toMatch(/leave scheduler out/)
  expect(existsSync(join(folder, 'no.png'))).toBe(false)
})
