import type { Patch } from './patches.ts'

/** Numbers by which a patch is told to be sky, water …: its look, its place, and how it differs from what is around it. */
export const FEATURES = 24

/** [patch, feature] */
export function featuresOf(patches: readonly Patch[]): Float32Array {
  const whole = meanOf(patches)
  const top = meanOf(patches.filter(({ top }) => top < 0.06))
  const bottom = meanOf(patches.filter(({ bottom }) => bottom > 0.94))
  const spread = Math.sqrt(
    patches.reduce((sum, { lightness }) => sum + (lightness - whole.lightness) ** 2, 0) /
      Math.max(1, patches.length),
  )
  const result = new Float32Array(patches.length * FEATURES)
  patches.forEach((patch, index) => {
    const near = patch.neighbours.map((i) => patches[i]!)
    const around = meanOf(near)
    const above = meanOf(near.filter(({ y }) => y < patch.y))
    const chroma = Math.sqrt(patch.a * patch.a + patch.b * patch.b)
    result.set(
      [
        patch.lightness,
        4 * patch.a,
        4 * patch.b,
        4 * chroma,
        8 * patch.deviation,
        16 * patch.across,
        16 * patch.down,
        2 * Math.abs(patch.x - 0.5),
        patch.y,
        patch.top,
        patch.bottom,
        patch.rim > 0 ? 1 : 0,
        4 * (patch.lightness - around.lightness),
        8 * (patch.a - around.a),
        8 * (patch.b - around.b),
        8 * around.deviation,
        2 * (patch.lightness - above.lightness),
        whole.lightness,
        4 * whole.a,
        4 * whole.b,
        4 * spread,
        patch.lightness - whole.lightness,
        distance(patch, top),
        distance(patch, bottom),
      ],
      index * FEATURES,
    )
  })
  return result
}

interface Look {
  readonly lightness: number
  readonly a: number
  readonly b: number
  readonly deviation: number
}

function meanOf(patches: readonly Patch[]): Look {
  let [lightness, a, b, deviation, size] = [0, 0, 0, 0, 1e-6]
  for (const patch of patches) {
    lightness += patch.lightness * patch.size
    a += patch.a * patch.size
    b += patch.b * patch.size
    deviation += patch.deviation * patch.size
    size += patch.size
  }
  return { lightness: lightness / size, a: a / size, b: b / size, deviation: deviation / size }
}

const distance = (one: Look, other: Look): number =>
  3 *
  Math.sqrt((one.lightness - other.lightness) ** 2 + 5 * (one.a - other.a) ** 2 + 5 * (one.b - other.b) ** 2)
