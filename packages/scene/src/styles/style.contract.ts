import { expect, test } from 'vitest'
import { LABEL, thingLabel } from '../frame.ts'
import { fbm2, noise2 } from '../noise.ts'
import type { Picture, Styler } from './style.ts'

/** A landscape with a house and a ball, painted with a few formulas; `ball` moves the ball aside, for tests of locality. */
export function landscape(width: number, height: number, ball = 0.2): Picture {
  const color = new Float32Array(width * height * 3)
  const depth = new Float32Array(width * height).fill(Infinity)
  const label = new Uint16Array(width * height)
  const short = Math.min(width, height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const u = x / short
      const v = y / short
      const grain = 0.08 * fbm2(3, u * 20, v * 40, 3)
      let rgb = [0.35 + 0.5 * v, 0.55 + 0.3 * v, 0.9 - 0.1 * v]
      const ridge = 0.4 + 0.1 * fbm2(5, u * 3, 1, 4)
      if (v > ridge) {
        rgb = [0.4 + grain * 2, 0.45 + grain * 2, 0.5 + grain]
        label[i] = LABEL.relief
        depth[i] = 3000
      }
      if (v > 0.6 + 0.02 * noise2(7, u * 2, 0)) {
        rgb = [0.4 + grain, 0.55 + grain, 0.25]
        label[i] = LABEL.ground
        depth[i] = 6 / (v - 0.55)
      }
      const cx = u - ball
      const cy = v - 0.75
      const house = u - ball - 0.4
      if (cx * cx + cy * cy < 0.012) {
        rgb = [0.9, 0.5 - cx * 2, 0.2]
        if ((cx + 0.03) * (cx + 0.03) + cy * cy < 0.0004) rgb = [0.1, 0.1, 0.1]
        label[i] = thingLabel(0, 0)
        depth[i] = 8
      } else if (house > -0.1 && house < 0.1 && v > 0.5 && v < 0.7) {
        rgb = house > 0.05 ? [0.5, 0.2, 0.15] : [0.75, 0.3, 0.2]
        label[i] = LABEL.building
        depth[i] = 20
      }
      color.set(rgb, 3 * i)
    }
  return { width, height, color, depth, label }
}

const same = (a: Float32Array, b: Float32Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

/** What every style promises. */
export function stylerContract(styler: Styler): void {
  test(`[ST1] ${styler.name}: the same picture and seed give the same bits, and the picture is not touched`, () => {
    const picture = landscape(90, 70)
    const before = picture.color.slice()
    const first = styler.paint(picture, 7)
    expect(same(styler.paint(picture, 7), first)).toBe(true)
    expect(same(picture.color, before)).toBe(true)
  })

  test(`[ST2] ${styler.name}: every size comes out whole, finite and within range`, () => {
    for (const [width, height] of [
      [32, 32],
      [91, 40],
      [39, 70],
    ] as const) {
      const out = styler.paint(landscape(width, height), 3)
      expect(out.length).toBe(width * height * 3)
      expect(out.every((value) => value >= -1e-6 && value <= 1 + 1e-6)).toBe(true)
    }
  })

  test(`[ST3] ${styler.name}: a change stays within its reach`, () => {
    const width = 300
    const height = 72
    const here = styler.paint(landscape(width, height, 0.8), 7)
    const there = styler.paint(landscape(width, height, 0.9), 7)
    // The ball and the house changed between x = 0.68 and 1.42 of the shorter side.
    const edge = Math.ceil((1.42 + styler.reach) * height) + 3
    let changed = 0
    let farthest = 0
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let channel = 0; channel < 3; channel++) {
          const at = 3 * (y * width + x) + channel
          if (here[at] === there[at]) continue
          changed++
          if (x > farthest) farthest = x
        }
    expect(changed).toBeGreaterThan(0)
    expect(farthest).toBeLessThan(edge)
  })

  if (styler.name !== 'natural')
    test(`[ST4] ${styler.name}: re-renders: much of the picture changes, but it stays the same picture`, () => {
      const picture = landscape(120, 90)
      const out = styler.paint(picture, 7)
      let moved = 0
      let sum = 0
      let square = 0
      let cross = 0
      let sumIn = 0
      let squareIn = 0
      const cells = 10
      for (let j = 0; j < cells; j++)
        for (let i = 0; i < cells; i++) {
          // Means over tiles: brush strokes may differ, light and dark places may not change sides.
          let a = 0
          let b = 0
          for (let y = j * 9; y < j * 9 + 9; y++)
            for (let x = i * 12; x < i * 12 + 12; x++) {
              const at = 3 * (y * 120 + x)
              const before = picture.color[at + 1]!
              const after = out[at + 1]!
              if (Math.abs(before - after) > 1 / 255) moved++
              a += before / 108
              b += after / 108
            }
          sum += b
          square += b * b
          cross += a * b
          sumIn += a
          squareIn += a * a
        }
      const n = cells * cells
      const correlation =
        (cross / n - (sum / n) * (sumIn / n)) /
        Math.sqrt((square / n - (sum / n) ** 2) * (squareIn / n - (sumIn / n) ** 2))
      expect(moved / (120 * 90)).toBeGreaterThan(0.3)
      expect(correlation).toBeGreaterThan(0.4)
    })
}
