import type { Grade, World } from '@plantain/core'
import type { Frame } from './frame.ts'
import { clamp01, mix, pow } from './math.ts'
import { hash } from './noise.ts'

/**
 * The fixed film of all pictures: a toe by `contrast`, straight up to the middle tones, then a long shoulder for suns and
 * lamps. It never looks at the picture: an edit in one corner must not change another.
 */
export function film(x: number, contrast: number): number {
  const pivot = 0.2
  const bent = contrast === 0 ? x : x * pow((x + 0.01) / (pivot + 0.01), contrast)
  const knee = 0.5
  const room = 1 - knee
  return bent < knee ? bent : knee + (room * (bent - knee)) / (bent - knee + room)
}

const SIZE = 8192
const TOP = 24

/** Display sRGB of 0 to 1 by the square root of light, which gives dark tones the finer steps. */
function curveOf(contrast: number): Float32Array {
  return Float32Array.from({ length: SIZE + 2 }, (_, i) => {
    const root = (i / SIZE) * Math.sqrt(TOP)
    const v = film(root * root, contrast)
    return v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055
  })
}

interface Look {
  /** Gains of red, green and blue. */
  readonly gain: readonly [number, number, number]
  /** 0 grey, 1 as it is, above richer. */
  readonly saturation: number
  readonly contrast: number
  /** Added to all tones: faded film. */
  readonly lift: number
  /** Tint of a grey picture. */
  readonly tint?: readonly [number, number, number]
}

const LOOKS: Record<Grade, Look> = {
  none: { gain: [1, 1, 1], saturation: 1.06, contrast: 0.1, lift: 0 },
  warm: { gain: [1.13, 1.01, 0.8], saturation: 1.08, contrast: 0.1, lift: 0 },
  cool: { gain: [0.84, 0.99, 1.2], saturation: 1, contrast: 0.1, lift: 0 },
  pastel: { gain: [1.1, 1.07, 1.09], saturation: 0.66, contrast: -0.14, lift: 0.07 },
  vivid: { gain: [1.04, 1.02, 1.02], saturation: 1.5, contrast: 0.18, lift: 0 },
  muted: { gain: [0.98, 0.97, 0.95], saturation: 0.55, contrast: 0.02, lift: 0.018 },
  dark: { gain: [0.5, 0.52, 0.56], saturation: 0.92, contrast: 0.22, lift: 0 },
  monochrome: { gain: [1, 1, 1], saturation: 0, contrast: 0.18, lift: 0, tint: [1, 1, 1] },
  sepia: { gain: [1.02, 1, 0.98], saturation: 0, contrast: 0.08, lift: 0.012, tint: [1.16, 0.97, 0.7] },
}

/**
 * Scene light to display sRGB, 0 to 1, in place: grade, night sight, vignette, film and grain. From here on `color` is a
 * picture and no longer light.
 */
export function expose(frame: Frame, world: World, night: number): Float32Array {
  const { width, height, color } = frame
  const look = LOOKS[world.grade]
  const curve = curveOf(look.contrast + 0.16 * world.drama)
  const scale = SIZE / Math.sqrt(TOP)
  const spot = world.light === 'spotlight' ? 1 : 0
  const corner =
    0.1 +
    0.12 * world.drama +
    (world.light === 'dramatic' ? 0.14 : 0) +
    (world.light === 'candlelight' ? 0.2 : 0)
  // In the dark the eye loses colour and leans to blue.
  const dim = world.time === 'night' ? night * 0.42 : 0
  const tint = look.tint ?? [1, 1, 1]
  for (let y = 0, p = 0; y < height; y++) {
    const v = ((y + 0.5) / height - 0.5) * 2
    for (let x = 0; x < width; x++, p += 3) {
      const u = ((x + 0.5) / width - 0.5) * 2
      const d = u * u + v * v
      let shade = 1 - corner * d * d * 0.3
      if (spot > 0) shade *= mix(1, 0.16 + 0.98 * clamp01(1.15 - (u * u * 1.25 + v * v * 0.8)), 0.92)
      let r = color[p]! * look.gain[0] * shade
      let g = color[p + 1]! * look.gain[1] * shade
      let b = color[p + 2]! * look.gain[2] * shade
      const grey = 0.2126 * r + 0.7152 * g + 0.0722 * b
      // Richer colours must not run out of the gamut: saturation works less on what is saturated.
      r = grey + (r - grey) * look.saturation
      g = grey + (g - grey) * look.saturation
      b = grey + (b - grey) * look.saturation
      if (dim > 0) {
        const dark = dim * clamp01(1 - grey * 2.2)
        r = mix(r, grey * 0.82, dark)
        g = mix(g, grey * 0.98, dark)
        b = mix(b, grey * 1.32, dark)
      }
      // Grain of a thousandth to a hundredth, strongest in the middle tones.
      const grain = ((hash(977, x, y) & 255) / 255 - 0.5) * 0.011
      color[p] = develop(r * tint[0] + look.lift, curve, scale) + grain
      color[p + 1] = develop(g * tint[1] + look.lift, curve, scale) + grain
      color[p + 2] = develop(b * tint[2] + look.lift, curve, scale) + grain
    }
  }
  return color
}

function develop(light: number, curve: Float32Array, scale: number): number {
  const root = light > 0 ? (light < TOP ? Math.sqrt(light) * scale : SIZE) : 0
  const i = root | 0
  const low = curve[i]!
  return low + (curve[i + 1]! - low) * (root - i)
}
