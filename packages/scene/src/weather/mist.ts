import type { Scene } from '@plantain/core'
import type { Stage } from '../frame.ts'
import { clamp01, exp, smoothstep } from '../math.ts'
import { airFor } from '../sky/model.ts'
import { look, mottle } from '../land/texture.ts'

/**
 * Drifting mist over what is already painted: banks that lie low, thicken with distance and tear open. The even haze by
 * distance is the painters' own; this is what moves in it.
 */
export function paintMist(stage: Stage, scene: Scene, strength: number): void {
  const { frame, camera, checkpoint } = stage
  const { width, height, color, depth } = frame
  const air = airFor(scene.world, camera)
  const veil = new Float32Array(3)
  const out = new Float64Array(3)
  const shift = (scene.seed & 255) * 0.137
  for (let row = 0; row < height; row++) {
    if ((row & 63) === 0) checkpoint()
    const y = (row + 0.5) / height
    // Lies low: strongest about the horizon.
    const off = y - camera.horizon
    const lies = off < 0 ? exp(off * 4.2) : exp(-off * 2.2)
    if (lies < 0.02) continue
    for (let column = 0; column < width; column++) {
      const p = row * width + column
      const z = depth[p]!
      const x = (column + 0.5) / width
      look(mottle, x * camera.aspect * 0.55 + shift, y * 1.9 + shift, 1.2 / height, out)
      const bank = clamp01(0.55 + out[0]! * 0.85)
      const through = z === Infinity ? 1 : smoothstep(4, 140, z)
      const share = strength * lies * (0.25 + 0.75 * bank) * through
      if (share <= 0.004) continue
      air.color(x, Math.min(y, camera.horizon) - 0.1, veil, 0)
      for (let channel = 0; channel < 3; channel++) {
        const o = p * 3 + channel
        color[o] = color[o]! + (veil[channel]! * 1.02 - color[o]!) * Math.min(0.94, share)
      }
    }
  }
}
