import type { Scene } from '@plantain/core'
import { LABEL, type Stage } from '../frame.ts'
import { clamp01, exp, mix, smoothstep } from '../math.ts'
import { billows } from './billow.ts'

/**
 * A column of ash and steam over a crater at frame (x, y): it rises, leans with the wind and swells; lit from the sun's side,
 * red from below near the crater.
 */
export function paintPlume(stage: Stage, scene: Scene, x: number, y: number, heat: number): void {
  const { frame, light, checkpoint } = stage
  const { width, height, color, label } = frame
  const aspect = width / height
  const billow = billows()
  const at = new Float64Array(3)
  const lean = scene.world.sunX < 0.5 ? 1 : -1
  const shift = (scene.seed & 127) * 0.173
  const side = light.direction[0] > 0 ? 1 : -1
  const top = Math.min(y * 1.1, 0.46)
  for (let row = 0; row < Math.min(height, Math.ceil((y + 0.01) * height)); row++) {
    if ((row & 63) === 0) checkpoint()
    const up = (y - (row + 0.5) / height) / top
    if (up < 0 || up > 1.4) continue
    const middle = x * aspect + lean * (0.05 * up + 0.24 * up * up) * 0.9
    const half = (0.014 + 0.1 * up + 0.05 * up * up) * (1 - 0.2 * up)
    for (let column = 0; column < width; column++) {
      const dx = (column + 0.5) / height - middle
      const across = dx / half
      if (across < -2 || across > 2) continue
      // Two sizes of billows, rising.
      at[0] = (dx * 1.5 + 4) * 1.3 + shift
      at[1] = up * top * 1.6 - 0.4 * up
      at[2] = shift
      billow(at)
      const large = at[0]!
      at[0] = dx * 4.6 + shift * 1.7
      at[1] = up * top * 4.6
      at[2] = shift + 0.37
      billow(at)
      const small = at[0]!
      const body = 1.05 - Math.abs(across) * 0.95 - (1 - large) * 0.95 - (1 - small) * 0.42
      const thin = (1 - smoothstep(0.75, 1.35, up)) * smoothstep(0, 0.015, up)
      const cover = clamp01(body * 4.2) * thin * 0.96
      if (cover <= 0.005) continue
      const lit = clamp01(0.5 + across * side * 0.42 + (small - 0.5) * 0.7 + (large - 0.5) * 0.5 + up * 0.15)
      const glow = heat * exp(-up * 7) * (0.5 + 0.5 * (1 - small))
      const o = (row * width + column) * 3
      for (let channel = 0; channel < 3; channel++) {
        const ash = (channel === 0 ? 0.34 : channel === 1 ? 0.325 : 0.32) * mix(0.75, 1.25, up)
        const shade =
          ash * (light.sky[channel]! * (0.5 + 0.5 * small) + lit * lit * light.color[channel]! * 0.95) +
          glow * (channel === 0 ? 1.5 : channel === 1 ? 0.42 : 0.08)
        color[o + channel] = mix(color[o + channel]!, shade, cover)
      }
      if (cover > 0.5) label[row * width + column] = LABEL.cloud
    }
  }
}
