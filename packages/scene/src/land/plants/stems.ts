import { clamp01 } from '../../math.ts'
import { gradientNoise, random } from '../../noise.ts'
import { crag, look } from '../texture.ts'
import { CHANNELS, type Raster } from './sketch.ts'

/** A tall stem with furrowed bark and spreading roots, `scale` pixels high; taller than any frame, so without a crown. */
export function stem(seed: number, scale: number): Raster {
  const half = 0.019 + 0.013 * random(seed, 1)
  const reach = half * 2.6
  const footX = Math.ceil(reach * scale) + 2
  const width = footX * 2
  const footY = Math.ceil(scale)
  const height = footY + Math.ceil(0.012 * scale) + 1
  const data = new Float32Array(width * height * CHANNELS)
  const lean = (random(seed, 2) - 0.5) * 0.03
  const bump = new Float64Array(3)
  for (let row = 0; row < height; row++) {
    const y = (footY - row - 0.5) / scale
    const root = clamp01(1 - y / 0.055)
    const middle = lean * y * y + 0.004 * gradientNoise(seed + 5, y * 5, 0.5)
    const edge =
      half * (1 - 0.3 * clamp01(y)) * (1 + 0.06 * gradientNoise(seed + 6, y * 9, 0.5)) +
      root * root * half * 1.2
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5 - footX) / scale - middle
      // Roots part the foot into lobes.
      const lobes = root > 0 ? root * half * 0.3 * gradientNoise(seed + 7, x / (half * 0.7), 0.2) : 0
      const cover =
        clamp01((edge - Math.abs(x)) * scale + 0.5) * clamp01((y + 0.008 + lobes) * scale * 0.25 + 0.5)
      if (cover <= 0.003) continue
      const u = Math.max(-1, Math.min(1, x / edge))
      const round = Math.sqrt(1 - u * u)
      // Bark runs around the stem: it is denser near the edges.
      const turn = u * (1 + 0.35 * u * u)
      look(crag, turn * half * 5.5 + seed * 0.13, y * 0.9, 2.5 / scale, bump)
      const o = (row * width + column) * CHANNELS
      const nx = u - bump[1]! * 0.014
      const nz = round + 0.1
      const ny = 0.12 + 0.5 * root * (1 - Math.abs(u)) + bump[2]! * 0.004
      const norm = cover / Math.sqrt(nx * nx + ny * ny + nz * nz)
      data[o] = nx * norm
      data[o + 1] = ny * norm
      data[o + 2] = nz * norm
      data[o + 3] =
        (0.5 + 0.3 * round) * (0.75 + 0.35 * clamp01(0.5 + bump[0]! * 0.8)) * (1 - 0.25 * root) * cover
      data[o + 4] = Math.max(-1, Math.min(1, bump[0]! * 1.3)) * cover
      data[o + 5] = cover
      data[o + 7] = cover
    }
  }
  return { width, height, footX, footY, scale, data }
}
