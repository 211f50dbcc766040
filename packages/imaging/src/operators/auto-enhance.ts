import type { Bitmap } from '@plantain/core'
import * as z from 'zod'
import { encode } from '../color/encoded.ts'
import { bytesToOklab, oklabToLinear } from '../color/oklab.ts'
import { linearToByte } from '../color/srgb.ts'
import { percent } from './params.ts'
import { recipe, type RecipeOperator, type RecipeStep } from './operator.ts'

/**
 * What a picture needs, measured and then done by other operators: the range of tones stretched where little of it is used,
 * light moved towards the middle, a faint cast taken out, a little local contrast, colour and sharpness. A picture that is
 * good already changes little. `percent` weakens all of it. People: slight 50, moderate 100.
 */
export const autoEnhance: RecipeOperator = recipe({
  name: 'auto-enhance',
  params: z.strictObject({ percent: percent(0, 100, 100) }),
  identity: { percent: 0 },
  steps: ({ percent }, look) => (percent === 0 ? [] : remedies(survey(look()), percent / 100)),
})

interface Survey {
  /** Oklab lightness that 0.5, 50 and 99.5 percent of the pixels lie below. */
  readonly low: number
  readonly middle: number
  readonly high: number
  /** Mean a and b of what is nearly grey, and mean chroma of all. */
  readonly castA: number
  readonly castB: number
  readonly chroma: number
}

function remedies({ low, middle, high, castA, castB, chroma }: Survey, share: number): readonly RecipeStep[] {
  const steps: RecipeStep[] = []
  const bottom = Math.min(0.14, Math.max(0, low - 0.02)) * share
  const top = Math.max(0.78, Math.min(1, high + 0.01))
  const end = 1 - (1 - top) * share
  if (bottom > 0.01 || end < 0.99)
    steps.push({
      operator: 'curves',
      params: {
        all: [
          [byteOf(bottom), 0],
          [byteOf(end), 255],
        ],
      },
    })
  const now = (middle - bottom) / (end - bottom)
  // Half the way to the middle, and never more than two thirds of a stop: night stays night.
  const stops = Math.max(-0.5, Math.min(0.66, (0.58 - now) * 2.6)) * share
  if (Math.abs(stops) > 0.04) steps.push({ operator: 'exposure', params: { stops } })
  const cast = Math.sqrt(castA * castA + castB * castB)
  // A strong cast is an evening or a lamp, and meant.
  if (cast > 0.006 && cast < 0.06)
    steps.push({
      operator: 'tint',
      params: { color: hexOfHue(castA / cast, castB / cast), percent: -Math.min(22, cast * 450) * share },
    })
  const shadow = now < 0.5 ? 22 : 10
  steps.push({ operator: 'tone', params: { shadowsPercent: shadow * share, highlightsPercent: -12 * share } })
  steps.push({ operator: 'contrast', params: { percent: (high - low < 0.75 ? 10 : 5) * share } })
  steps.push({ operator: 'vibrance', params: { percent: (chroma < 0.08 ? 24 : 12) * share } })
  steps.push({ operator: 'clarity', params: { percent: 14 * share } })
  steps.push({ operator: 'sharpen', params: { percent: 35 * share } })
  return steps
}

const byteOf = (lightness: number): number => Math.round(255 * encode(lightness * lightness * lightness))

/** A colour of a hue, given as a direction in a and b. */
const hexOfHue = (a: number, b: number): string =>
  `#${oklabToLinear({ lightness: 0.65, a: a * 0.1, b: b * 0.1 })
    .map((light) => linearToByte(light).toString(16).padStart(2, '0'))
    .join('')}`

function survey({ width, height, data }: Bitmap): Survey {
  const counts = new Uint32Array(1001)
  const stride = Math.max(1, Math.floor(Math.sqrt((width * height) / 40000)))
  let [castA, castB, grey, chroma, total] = [0, 0, 0, 0, 0]
  for (let y = 0; y < height; y += stride)
    for (let x = 0; x < width; x += stride) {
      const i = (y * width + x) * 4
      if (data[i + 3]! < 128) continue
      const { lightness, a, b } = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
      const c = Math.sqrt(a * a + b * b)
      counts[Math.max(0, Math.min(1000, Math.round(lightness * 1000)))]!++
      chroma += c
      total++
      if (c > 0.07 || lightness < 0.35 || lightness > 0.97) continue
      castA += a
      castB += b
      grey++
    }
  const below = (share: number): number => {
    let sum = 0
    const bin = counts.findIndex((count) => (sum += count) > share * total)
    return Math.max(0, bin) / 1000
  }
  return {
    low: below(0.005),
    middle: total ? below(0.5) : 0.58,
    high: total ? below(0.995) : 1,
    castA: grey > total / 50 ? castA / grey : 0,
    castB: grey > total / 50 ? castB / grey : 0,
    chroma: total ? chroma / total : 0,
  }
}
