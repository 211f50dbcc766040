import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import { type Frame, LABEL } from '../frame.ts'
import { clamp01, exp, smoothstep } from '../math.ts'
import { gradientNoise } from '../noise.ts'

/** Curtains of northern light: folded bands, green at their sharp lower edge, violet where they fade upwards. */
export function paintAurora(frame: Frame, scene: Scene, camera: Camera): void {
  const { width, height, color, label } = frame
  const seed = scene.seed + 431
  const aspect = width / height
  const { horizon } = camera
  const rows = Math.min(height, Math.floor(horizon * height))
  const curtains = 3
  const hem = new Float32Array(width * curtains)
  const ray = new Float32Array(width * curtains)
  const fold = new Float32Array(width * curtains)
  for (let k = 0; k < curtains; k++)
    for (let column = 0; column < width; column++) {
      const x = ((column + 0.5) / width) * aspect
      const bend =
        gradientNoise(seed + k, x * 1.3 + k * 5, 0.5) * 0.17 +
        gradientNoise(seed + 10 + k, x * 3.7, 1.5) * 0.05
      hem[k * width + column] = horizon * (0.82 - 0.2 * k) + bend * horizon - 0.07 * k * x
      // Where the curtain runs along the line of sight its light adds up.
      const turn = gradientNoise(seed + 20 + k, x * 2.1, 2.5)
      fold[k * width + column] = clamp01(0.42 + 0.75 * turn) * (1 - 0.22 * k)
      ray[k * width + column] =
        0.62 +
        0.3 * gradientNoise(seed + 30 + k, x * 19, 3.5) +
        0.2 * gradientNoise(seed + 40 + k, x * 52, 4.5)
    }
  for (let row = 0; row < rows; row++) {
    const y = (row + 0.5) / height
    const low = smoothstep(0, 0.1, horizon - y)
    for (let column = 0; column < width; column++) {
      let green = 0
      let violet = 0
      for (let k = 0; k < curtains; k++) {
        const q = k * width + column
        const above = hem[q]! - y
        if (above < -0.03) continue
        const edge = smoothstep(-0.02, 0.022, above)
        const reach = (0.07 + 0.11 * ray[q]!) * (horizon + 0.2)
        const body = fold[q]! * ray[q]! * edge
        green += body * exp(-above / reach)
        violet += body * exp(-above / (reach * 2.3)) * smoothstep(0, 0.16, above)
      }
      if (green + violet < 0.01) continue
      const p = row * width + column
      const o = p * 3
      color[o] = color[o]! + low * (green * 0.035 + violet * 0.15)
      color[o + 1] = color[o + 1]! + low * (green * 0.5 + violet * 0.05)
      color[o + 2] = color[o + 2]! + low * (green * 0.2 + violet * 0.26)
      if (green + violet > 0.22) label[p] = LABEL.aurora
    }
  }
}
