import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../frame.ts'
import { clamp01, exp, smoothstep } from '../math.ts'

/** A rainbow opposite the sun, before the sky and far land: bright bow, paler sky inside, a faint second bow outside. */
export function paintRainbow(stage: Stage, scene: Scene): void {
  const { frame, camera, light } = stage
  const { width, height, color, depth, label } = frame
  const aspect = width / height
  const { horizon } = camera
  const radius = Math.min(0.9 * horizon, 0.6 * Math.max(0.62, aspect * 0.62)) + 0.12
  const cx = (0.5 + (0.5 - scene.world.sunX) * 0.5) * aspect
  const cy = horizon + 0.13
  const strength = 0.34 * (0.5 + 0.5 * clamp01(light.color[1] + 0.4))
  const wide = 0.052
  const rows = Math.min(height, Math.ceil((horizon + 0.12) * height))
  for (let row = 0; row < rows; row++) {
    const y = (row + 0.5) / height - cy
    for (let column = 0; column < width; column++) {
      const p = row * width + column
      const z = depth[p]!
      if (z < 250) continue
      const x = ((column + 0.5) / width) * aspect - cx
      const d = Math.sqrt(x * x + y * y)
      if (d > radius * 1.36) continue
      const veil = (z === Infinity ? 1 : smoothstep(250, 2500, z) * 0.7) * smoothstep(0.13, -0.05, y + 0.0)
      if (veil <= 0) continue
      const t = (radius - d) / wide + 0.5
      const second = (d - radius * 1.27) / (wide * 1.3) + 0.5
      let [r, g, b] = [0, 0, 0]
      if (t > -0.2 && t < 1.3) [r, g, b] = bow(t)
      if (second > -0.2 && second < 1.3) {
        const [r2, g2, b2] = bow(second)
        r += r2 * 0.22
        g += g2 * 0.22
        b += b2 * 0.22
      }
      const inside = d < radius ? 0.07 : 0
      const o = p * 3
      const k = veil * strength
      color[o] = color[o]! * (1 - k * 0.3 * clamp01(r + g + b)) + k * (r + inside)
      color[o + 1] = color[o + 1]! * (1 - k * 0.3 * clamp01(r + g + b)) + k * (g + inside)
      color[o + 2] = color[o + 2]! * (1 - k * 0.3 * clamp01(r + g + b)) + k * (b + inside)
      if (t > 0.05 && t < 0.95 && z === Infinity) label[p] = LABEL.rainbow
    }
  }
}

/** Colours across a bow: 0 red outside to 1 violet inside. */
function bow(t: number): [number, number, number] {
  const bell = (at: number, width: number): number => exp(-((t - at) * (t - at)) / (width * width))
  return [
    bell(0.16, 0.19) + 0.55 * bell(0.36, 0.13) + 0.3 * bell(0.95, 0.12),
    0.5 * bell(0.3, 0.13) + 0.95 * bell(0.5, 0.18),
    0.95 * bell(0.76, 0.17) + 0.5 * bell(0.94, 0.13),
  ]
}
