import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listedNoise, philoxNoise, torchNoise } from './noise.ts'
import { sizeOf } from './tensor.ts'
import { mersenneTwister } from './torch-random.ts'

interface PhiloxFile {
  cases: { seed: string; draw: number; picture: number; n: number; values: number[] }[]
}
interface TorchFile {
  cases: { seed: number; shape: number[]; values: number[] }[]
}
function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../golden/noise/${name}`, import.meta.url), 'utf8')) as T
}

test.each(golden<PhiloxFile>('philox.json').cases)(
  'philox noise of seed $seed, draw $draw, picture $picture is the golden one',
  ({ seed, draw, picture, n, values }) => {
    const drawn = philoxNoise(Number(seed), picture).normals(draw, [1, n])
    expect(worst(drawn.data, values)).toBeLessThanOrEqual(3e-7) // the file prints eight digits
  },
)

test.each(golden<TorchFile>('torch_cpu.json').cases)(
  'torch noise of seed $seed and shape $shape is what PyTorch draws',
  ({ seed, shape, values }) => {
    expect(worst(torchNoise(seed).normals(0, shape).data, values)).toBeLessThanOrEqual(2e-6)
  },
)

test('the Mersenne twister starts as its authors say for seed 5489', () => {
  const next = mersenneTwister(5489)
  expect([next(), next(), next()]).toEqual([3499211612, 581869302, 3890346734])
})

test('a picture of a batch can be made alone', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 3 }), fc.nat(200), (seed, picture, draw) => {
      const batch = philoxNoise(seed).normals(draw, [4, 4, 2, 2]).data
      const alone = philoxNoise(seed, picture).normals(draw, [1, 4, 2, 2]).data
      expect(batch.subarray(picture * 16, picture * 16 + 16)).toEqual(alone)
    }),
  )
})

test('a draw does not depend on the draws before it', () => {
  const source = philoxNoise(3)
  source.normals(1, [1, 64])
  expect(source.normals(16, [1, 64])).toEqual(philoxNoise(3).normals(16, [1, 64]))
})

test('a list that is too short or of another shape says so', () => {
  const source = listedNoise([{ data: new Float32Array(4), shape: [1, 4] }])
  expect(source.normals(0, [1, 2, 2]).shape).toEqual([1, 2, 2])
  expect(() => source.normals(16, [1, 4])).toThrow(
    'noise 1 of the list is missing, 1 are listed; draw 16 needs 1 x 4',
  )
  expect(() => listedNoise([{ data: new Float32Array(4), shape: [4] }]).normals(0, [5])).toThrow(
    'has shape 4;',
  )
})

function worst(actual: ArrayLike<number>, expected: readonly number[]): number {
  expect(actual.length).toBe(sizeOf([expected.length]))
  return Math.max(...expected.map((value, i) => Math.abs(value - actual[i]!)))
}
