import { expect, test } from 'vitest'
import { hash } from '../noise.ts'
import type { Planes } from '../operators/planes.ts'
import { turn } from '../operators/turn.ts'
import { warp } from './warp.ts'

const picture = (width: number, height: number, opaque: boolean): Planes => {
  const plane = (seed: number): Float32Array =>
    Float32Array.from({ length: width * height }, (_, i) => (hash(seed, i) & 255) / 255)
  return {
    width,
    height,
    red: plane(1),
    green: plane(2),
    blue: plane(3),
    alpha: opaque ? null : new Float32Array(width * height).fill(1),
  }
}

// An opaque picture goes through the kernel, tile by tile; one with an alpha of 1 pixel by pixel, by the plain definition.
test.each([
  [1, 1],
  [2, 3],
  [19, 1],
  [1, 19],
  [4, 4],
  [97, 131],
])('a turned picture of %i x %i, as by the definition', (width, height) => {
  const size = { width: width + 9, height: height + 7 }
  for (const outside of ['clear', 'edge', [0.1, 0.2, 0.3]] as const)
    for (const degrees of [3, 17, 130, -90.5]) {
      const map = turn(degrees, { width, height }, size)
      const found = warp(picture(width, height, true), size, map, outside)
      const right = warp(picture(width, height, false), size, map, outside)
      for (const name of ['red', 'green', 'blue', 'alpha'] as const) {
        const [mine, theirs] = [found[name], right[name]]
        expect(mine === null).toBe(theirs === null)
        mine?.forEach((value, i) => {
          if (Math.abs(value - theirs![i]!) > 1e-5) expect(value, `${name} ${i}`).toBeCloseTo(theirs![i]!, 5)
        })
      }
    }
})
