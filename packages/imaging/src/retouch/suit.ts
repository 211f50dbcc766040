import type { Bitmap } from '@plantain/core'
import { bytesToOklab, oklabToLinear } from '../color/oklab.ts'
import { linearToByte } from '../color/srgb.ts'
import { hash } from '../noise.ts'

/** How a part of a picture looks, measured alike on a cut-out and on the place where it is to stand. */
export interface Character {
  /** Means in Oklab, and the deviation of the lightness. */
  readonly lightness: number
  readonly a: number
  readonly b: number
  readonly contrast: number
  readonly chroma: number
  /** Deviation of the grain, levels of a byte. */
  readonly grain: number
  /** Deviation of the blur over its sharpest edges, pixels. */
  readonly blur: number
}

/** left, top, right, bottom in pixels; parts beyond the picture do not count, and where it is transparent counts less. */
export function characterOf(
  { width, height, data }: Bitmap,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Character {
  let [l, ll, a, b, chroma, total] = [0, 0, 0, 0, 0, 1e-6]
  const step = Math.max(1, Math.floor(Math.max(right - left, bottom - top) / 96))
  const [x0, y0, x1, y1] = [
    Math.max(0, left),
    Math.max(0, top),
    Math.min(width, right),
    Math.min(height, bottom),
  ]
  for (let y = y0; y < y1; y += step)
    for (let x = x0; x < x1; x += step) {
      const i = (y * width + x) * 4
      const weight = data[i + 3]! / 255
      if (weight === 0) continue
      const lab = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
      l += weight * lab.lightness
      ll += weight * lab.lightness * lab.lightness
      a += weight * lab.a
      b += weight * lab.b
      chroma += weight * Math.sqrt(lab.a * lab.a + lab.b * lab.b)
      total += weight
    }
  const lightness = l / total
  return {
    lightness,
    a: a / total,
    b: b / total,
    contrast: Math.sqrt(Math.max(0, ll / total - lightness * lightness)),
    chroma: chroma / total,
    ...textureOf({ width, height, data }, [x0, y0, x1, y1]),
  }
}

/** Steps of brightness over one pixel and over three, along rows, where nothing is transparent. */
function textureOf(
  { width, data }: Bitmap,
  [left, top, right, bottom]: readonly [number, number, number, number],
): { readonly grain: number; readonly blur: number } {
  const residuals = new Float64Array(RESIDUALS)
  const sharpness: number[] = []
  let count = 0
  const level = (i: number): number => 0.3 * data[i]! + 0.6 * data[i + 1]! + 0.1 * data[i + 2]!
  const rows = Math.max(1, Math.floor((bottom - top) / 160))
  for (let y = top; y < bottom; y += rows)
    for (let x = left + 1; x + 2 < right; x++) {
      const i = (y * width + x) * 4
      if (data[i - 1]! < 255 || data[i + 3]! < 255 || data[i + 7]! < 255 || data[i + 11]! < 255) continue
      const [p, q, r, s] = [level(i - 4), level(i), level(i + 4), level(i + 8)]
      const wide = Math.abs(s - p)
      if (wide > EDGE) sharpness.push(Math.abs(r - q) / wide)
      const residual = Math.abs(q - (p + r) / 2)
      const bin = Math.min(RESIDUALS - 1, Math.floor(residual * 8))
      residuals[bin] = residuals[bin]! + 1
      count++
    }
  return { grain: grainOf(residuals, count), blur: blurOf(sharpness) }
}
const [RESIDUALS, EDGE] = [256, 24]

/** From the quieter part of the residuals, since edges and textures are none: of normal noise 30 % lie below 0.385 deviations, and a residual has √1.5 of it. */
function grainOf(residuals: Float64Array, count: number): number {
  let [sum, bin] = [0, 0]
  while (bin < RESIDUALS && sum < 0.3 * count) sum += residuals[bin++]!
  return count < 50 ? 0 : Math.max(0, (bin - 0.5) / 8 / 0.385 / 1.225 - 0.15)
}

/** Share of a step that falls on its middle pixel, and the deviation of the blur that makes it so. */
const STEEPNESS: readonly (readonly [steep: number, pixels: number])[] = [
  [0.95, 0.3],
  [0.68, 0.5],
  [0.53, 0.75],
  [0.44, 1],
  [0.39, 1.4],
  [0.362, 2],
  [0.345, 3],
]
function blurOf(sharpness: number[]): number {
  if (sharpness.length < 24) return 0.5
  const steep = sharpness.sort((one, other) => one - other)[Math.floor(0.8 * sharpness.length)]!
  const at = STEEPNESS.findIndex(([value]) => value <= steep)
  if (at <= 0) return at === 0 ? 0.3 : 3
  const [[high, less], [low, more]] = [STEEPNESS[at - 1]!, STEEPNESS[at]!]
  return less + ((more - less) * (high - steep)) / (high - low)
}

/**
 * A cut-out as the camera would have taken it in its new place: lightness, contrast, cast and strength of colour moved towards those around it,
 * as crisp and as grainy as they are. Its own colours stay told apart. Grain is by place in the frame.
 *
 * share: how much of it, 0 to 1
 */
export function suited(
  cut: Bitmap,
  own: Character,
  place: Character,
  { share, left, top }: { readonly share: number; readonly left: number; readonly top: number },
): Bitmap {
  // A cast is what the whole surrounding has in common; a part of it falls on the thing as well.
  const [shift, da, db] = [
    0.5 * share * (place.lightness - own.lightness),
    0.35 * share * (place.a - own.a),
    0.35 * share * (place.b - own.b),
  ]
  const spread = Math.min(
    1.25,
    Math.max(0.7, 1 + 0.5 * share * (place.contrast / Math.max(0.03, own.contrast) - 1)),
  )
  // Brighter paint than anything around looks glued on.
  const strength =
    1 - share * (1 - Math.min(1, Math.max(0.55, (1.3 * place.chroma + 0.04) / Math.max(0.01, own.chroma))))
  const soft = softened(cut, Math.sqrt(Math.max(0, place.blur * place.blur - own.blur * own.blur)))
  const grain = share * Math.sqrt(Math.max(0, place.grain * place.grain - own.grain * own.grain))
  const data = soft.data.slice()
  for (let i = 0, p = 0; i < data.length; i += 4, p++) {
    if (data[i + 3] === 0) continue
    const lab = bytesToOklab(data[i]!, data[i + 1]!, data[i + 2]!)
    const lightness = Math.min(
      1,
      Math.max(0, own.lightness + shift + (lab.lightness - own.lightness) * spread),
    )
    const rgb = oklabToLinear({ lightness, a: strength * lab.a + da, b: strength * lab.b + db })
    const noise = grain * normal(left + (p % cut.width), top + Math.floor(p / cut.width))
    for (let c = 0; c < 3; c++) data[i + c] = linearToByte(Math.min(1, Math.max(0, rgb[c]!))) + noise
  }
  return { ...cut, data }
}

/** About normal, of mean 0 and deviation 1: the sum of four bytes. */
function normal(x: number, y: number): number {
  const bits = hash(77, x, y)
  const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + ((bits >>> 24) & 255)
  return (sum - 510) / 147.8
}

const MOST_BLUR = 2.5
/** Blurred by a deviation in pixels, colours by their coverage. The alpha as well: a rim is as soft as what it stands in. */
function softened(image: Bitmap, pixels: number): Bitmap {
  if (pixels < 0.25) return image
  const variance = Math.min(MOST_BLUR, pixels) ** 2
  const passes = Math.ceil(variance / 0.5)
  const w = variance / (2 * passes)
  const { width, height } = image
  let planes = Float32Array.from(image.data, (value, i) =>
    (i & 3) === 3 ? value : (value * image.data[i | 3]!) / 255,
  )
  for (let pass = 0; pass < passes; pass++)
    for (const [step, along] of [
      [4, width],
      [4 * width, height],
    ] as const) {
      const next = new Float32Array(planes.length)
      for (let i = 0; i < planes.length; i++) {
        const at = step === 4 ? (i >> 2) % width : Math.floor((i >> 2) / width)
        const [one, other] = [at > 0 ? planes[i - step]! : 0, at < along - 1 ? planes[i + step]! : 0]
        next[i] = (1 - 2 * w) * planes[i]! + w * (one + other)
      }
      planes = next
    }
  const data = new Uint8ClampedArray(planes.length)
  for (let i = 0; i < data.length; i += 4) {
    const alpha = planes[i + 3]!
    for (let c = 0; c < 3; c++) data[i + c] = alpha > 0 ? (planes[i + c]! * 255) / alpha : image.data[i + c]!
    data[i + 3] = alpha
  }
  return { width, height, data }
}
