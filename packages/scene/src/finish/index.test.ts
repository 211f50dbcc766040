import { expect, test } from 'vitest'
import { LABEL, thingLabel } from '../frame.ts'
import { landscape } from '../styles/style.contract.ts'
import type { Picture } from '../styles/style.ts'
import { correctArtefacts } from './artefacts.ts'
import { toBitmap } from './bytes.ts'
import { agree, CONSISTENCY_REACH } from './consistency.ts'
import { develop, developReach } from './index.ts'
import { sharpen } from './sharpen.ts'

const plain = (
  width: number,
  height: number,
  rgb: readonly number[],
  label: number = LABEL.ground,
): Picture => ({
  width,
  height,
  color: Float32Array.from({ length: width * height * 3 }, (_, i) => rgb[i % 3]!),
  depth: new Float32Array(width * height).fill(10),
  label: new Uint16Array(width * height).fill(label),
})
const luma = (color: Float32Array, i: number): number =>
  0.299 * color[3 * i]! + 0.587 * color[3 * i + 1]! + 0.114 * color[3 * i + 2]!

test('[FN1] with every stage off, bytes are the rounded colour', () => {
  const picture = landscape(60, 40)
  const { data } = develop(picture, 'natural', 1, { consistency: false, artefacts: false, sharpen: false })
  for (let i = 0; i < 60 * 40; i++) {
    for (let k = 0; k < 3; k++)
      expect(data[4 * i + k]).toBe(
        Math.max(0, Math.min(255, Math.floor(picture.color[3 * i + k]! * 255 + 0.5))),
      )
    expect(data[4 * i + 3]).toBe(255)
  }
})

test('[FN2] each stage can be switched off by itself, and each does something', () => {
  const picture = landscape(80, 60)
  const all = develop(picture, 'natural', 1).data
  for (const stage of ['consistency', 'artefacts', 'sharpen'] as const)
    expect(develop(picture, 'natural', 1, { [stage]: false }).data.some((value, i) => value !== all[i])).toBe(
      true,
    )
})

test('[FN3] dither keeps the mean of a tone between two bytes, and leaves whole bytes alone', () => {
  const between = toBitmap(plain(64, 64, [100.3 / 255, 100.3 / 255, 100.3 / 255]).color, 64, 64, true).data
  let sum = 0
  for (let i = 0; i < between.length; i += 4) {
    expect([100, 101]).toContain(between[i])
    sum += between[i]!
  }
  expect(sum / (64 * 64)).toBeCloseTo(100.3, 1)
  expect(
    toBitmap(plain(64, 64, [100 / 255, 7 / 255, 1]).color, 64, 64, true).data.every(
      (value, i) => value === [100, 7, 255, 255][i % 4],
    ),
  ).toBe(true)
})

test('[FN4] sharpening steepens a soft edge and draws no halo', () => {
  const picture = plain(40, 8, [0, 0, 0])
  for (let i = 0; i < 40 * 8; i++)
    picture.color.fill(0.3 + 0.4 / (1 + Math.exp(-((i % 40) - 19.5) / 1.2)), 3 * i, 3 * i + 3)
  const out = sharpen(picture)
  const row = 4 * 40
  const steepest = (color: Float32Array): number =>
    Math.max(...Array.from({ length: 39 }, (_, x) => luma(color, row + x + 1) - luma(color, row + x)))
  expect(steepest(out)).toBeGreaterThan(1.05 * steepest(picture.color))
  for (let x = 0; x < 40; x++) {
    expect(luma(out, row + x)).toBeGreaterThan(0.285)
    expect(luma(out, row + x)).toBeLessThan(0.715)
  }
})

test('[FN5] a firefly on the ground goes, a star in the sky stays', () => {
  for (const [label, gone] of [
    [LABEL.ground, true],
    [LABEL.sky, false],
  ] as const) {
    const picture = plain(20, 20, [0.2, 0.2, 0.2], label)
    picture.color.fill(1, 3 * 210, 3 * 210 + 3)
    expect(correctArtefacts(picture)[3 * 210]! < 0.5).toBe(gone)
  }
})

test('[FN6] a staircase at the edge of a thing is smoothed, flat parts keep their bits', () => {
  const picture = plain(60, 60, [0.1, 0.1, 0.1])
  for (let y = 0; y < 60; y++)
    for (let x = 0; x < 60; x++)
      if (x > 20 + y / 4) {
        picture.color.fill(0.9, 3 * (y * 60 + x), 3 * (y * 60 + x) + 3)
        picture.label[y * 60 + x] = thingLabel(0, 0)
      }
  const out = correctArtefacts(picture)
  let between = 0
  for (let i = 0; i < 3600; i++) if (out[3 * i]! > 0.15 && out[3 * i]! < 0.85) between++
  expect(between).toBeGreaterThan(40)
  expect(out[3 * (30 * 60 + 5)]).toBe(picture.color[3 * (30 * 60 + 5)])
})

test('[FN7] a grey thing takes a little of the colour around it; far pixels and pixels of no thing keep their bits', () => {
  const picture = plain(200, 100, [0.9, 0.3, 0.2])
  for (let y = 40; y < 60; y++)
    for (let x = 40; x < 60; x++) {
      picture.color.fill(0.4, 3 * (y * 200 + x), 3 * (y * 200 + x) + 3)
      picture.label[y * 200 + x] = thingLabel(0, 0)
    }
  const out = agree(picture)
  const at = 3 * (50 * 200 + 42)
  expect(out[at]! - out[at + 2]!).toBeGreaterThan(0.01)
  for (let i = 0; i < picture.label.length; i++)
    if (picture.label[i] === LABEL.ground) expect(out[3 * i]).toBe(picture.color[3 * i])
  expect(CONSISTENCY_REACH).toBeLessThan(0.1)
})

test('[FN8] a change of the picture changes no byte beyond developReach', () => {
  const here = landscape(420, 70, 0.8)
  const there = landscape(420, 70, 0.9)
  for (const style of ['natural', 'oil', 'comic'] as const) {
    const a = develop(here, style, 3).data
    const b = develop(there, style, 3).data
    const edge = Math.ceil(1.42 * 70) + developReach(420, 70, style)
    let farthest = 0
    for (let i = 0; i < a.length; i++)
      if (a[i] !== b[i]) farthest = Math.max(farthest, Math.floor(i / 4) % 420)
    expect(farthest).toBeGreaterThan(0)
    expect(farthest).toBeLessThanOrEqual(edge)
  }
})
