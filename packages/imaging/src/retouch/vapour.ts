import type { Bitmap } from '@plantain/core'
import { smoothstep } from '../math.ts'
import { fbm2 } from '../noise.ts'

/** A rising plume of steam (light) or smoke (grey) with alpha: narrow where it leaves, wider and thinner above, in wisps that sway. */
export function vapour(width: number, height: number, seed: number, dark: boolean): Bitmap {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let p = 0; p < width * height; p++) {
    const [u, v] = [((p % width) + 0.5) / width, 1 - (Math.floor(p / width) + 0.5) / height]
    const sway = 0.22 * v * fbm2(seed, 2 * v, 0.5, 2)
    const across = (u - 0.5 - sway) / (0.1 + 0.3 * v)
    const body = Math.max(0, 1 - across * across)
    const wisps = smoothstep(-0.35, 0.6, fbm2(seed + 7, 4.5 * (u - sway), 3 * v, 4))
    const rises = smoothstep(0, 0.14, v) * (1 - smoothstep(0.45, 1, v))
    const level = dark ? 92 : 246
    data.set([level, level, level + (dark ? 0 : 3), Math.round(255 * 0.62 * body * wisps * rises)], p * 4)
  }
  return { width, height, data }
}
