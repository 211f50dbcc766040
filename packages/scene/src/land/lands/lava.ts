import type { Scene } from '@plantain/core'
import { type Camera, worldX } from '../../camera.ts'
import { clamp01, smoothstep } from '../../math.ts'
import { gradientNoise } from '../../noise.ts'
import type { Surface } from '../surface.ts'

/** Streams of lava down a cone, hottest at the crater, and the glow of the crater itself. */
export function lavaFor(scene: Scene, camera: Camera, at: number, distance: number, high: number): Surface {
  const { seed } = scene
  const x0 = worldX(camera, at, distance)
  return (place) => {
    if (place.z < distance * 0.35) return
    const dx = place.x - x0
    const dz = place.z - distance
    const d = Math.sqrt(dx * dx + dz * dz) / high
    const down = clamp01(1 - place.y / high)
    // Streams keep a bearing from the crater and wander as they go.
    const bearing = dx / (Math.abs(dx) + Math.abs(dz) + 1)
    const wander = gradientNoise(seed + 941, d * 5, bearing * 1.5) * 0.09 * (0.3 + d)
    let heat = 0
    for (let k = 0; k < 3; k++) {
      const way = (k - 1) * 0.34 + 0.12
      const reach = k === 1 ? 1.05 : 0.62
      const width = (0.016 + 0.012 * (k === 1 ? 1 : 0)) * (1 + d * 0.6)
      const off = Math.abs(bearing + wander * (k + 1) - way) * d
      heat = Math.max(
        heat,
        (1 - smoothstep(width * 0.4, width, off)) * (1 - smoothstep(reach * 0.8, reach, d)),
      )
    }
    const crust = gradientNoise(seed + 942, place.x / 60, place.z / 60)
    heat *= 0.45 + 0.55 * smoothstep(-0.5, 0.3, crust + 0.5 - down * 0.6)
    const crater = smoothstep(0.22, 0.08, d) * smoothstep(0.8, 0.95, place.y / high + 0.08)
    const glow = heat * (1.15 - 0.5 * down) + crater * 0.7
    if (glow <= 0.01) return
    place.glowRed += glow * 3.4
    place.glowGreen += glow * glow * 1.15
    place.glowBlue += glow * glow * glow * 0.22
    place.red *= 1 - heat * 0.7
    place.green *= 1 - heat * 0.7
    place.blue *= 1 - heat * 0.7
  }
}
