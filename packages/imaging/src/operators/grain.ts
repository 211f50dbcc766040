import * as z from 'zod'
import { hash, noise2 } from '../noise.ts'
import { percent } from './params.ts'
import { pointwise, type PointwiseOperator } from './operator.ts'

/**
 * Film grain: grey noise by place, strongest in the middle tones. `sizePixels` is the width of a grain; 0 fits it to the picture
 * (one pixel for each 900 of the longer side). The same seed is the same grain.
 *
 * People: slight 15, moderate 30, strong 55, max 100.
 */
export const grain: PointwiseOperator = pointwise({
  name: 'grain',
  params: z.strictObject({
    percent: percent(0, 100),
    sizePixels: z.number().min(0).max(20).default(0),
    seed: z.int().min(0).max(0x7fffffff).default(1),
  }),
  identity: { percent: 0 },
  space: 'encoded',
  prepare: ({ percent, sizePixels, seed }, { width, height }) => {
    const strength = (percent / 100) * 0.22
    const size = sizePixels || Math.max(1, Math.max(width, height) / 900)
    return ({ top, one, two, three }) => {
      for (let i = 0; i < one.length; i++) {
        const x = i % width
        const y = top + Math.floor(i / width)
        const bits = hash(seed, x, y)
        // Four bytes added up are nearly a bell curve; deviation 0.29.
        const fine = ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24)) / 510 - 1
        const coarse = noise2(seed + 1, x / (1.7 * size), y / (1.7 * size))
        const noise = size > 1.5 ? coarse * 0.55 + fine * 0.2 : fine * 0.7 + coarse * 0.25
        const luma = 0.2126 * one[i]! + 0.7152 * two[i]! + 0.0722 * three[i]!
        const tone = luma <= 0 || luma >= 1 ? 0.2 : 0.2 + 3.2 * luma * (1 - luma)
        const value = strength * noise * tone
        one[i] = one[i]! + value
        two[i] = two[i]! + value
        three[i] = three[i]! + value
      }
    }
  },
})
