import type { Scene } from '@plantain/core'
import type { Camera } from '../camera.ts'
import { LABEL } from '../frame.ts'
import { clamp01, mix, sin, smoothstep } from '../math.ts'
import { gradientNoise, random } from '../noise.ts'
import { srgb } from '../sky/color.ts'
import type { Surface } from './surface.ts'

/** A path or road that leads from the lower edge of the frame into the land in a long S. */
export interface Track {
  /** How far beside its middle a place is, in half widths: below 1 is on it. */
  beside(x: number, z: number): number
  readonly mark: Surface
}

export function trackFor(scene: Scene, camera: Camera, kind: 'path' | 'road'): Track {
  const { seed } = scene
  const side = random(seed, 1) < 0.5 ? -1 : 1
  const below = 1 - camera.horizon
  const start = 0.5 - side * (0.02 + 0.08 * random(seed, 541))
  const metres = kind === 'road' ? 3.1 : 0.95
  const wide = camera.spread * camera.aspect
  // A road's width is that of a road; on the frame it is kept between what shows and what leaves room for the land.
  const atFoot = Math.min(0.27, Math.max(0.1, (metres * below) / camera.eye / Math.max(0.7, camera.aspect)))
  const middle = (z: number): number => {
    const t = Math.min(1.4, camera.eye / (camera.spread * z) / below)
    const root = Math.sqrt(t)
    return start + side * (0.17 * sin(root * 5.4 - 1.1) * (0.35 + 0.65 * (1 - t)) + 0.1 * (1 - t))
  }
  const beside = (x: number, z: number): number => {
    if (z > 420) return 9
    const t = camera.eye / (camera.spread * z) / below
    const half = atFoot * t + 0.0006
    return Math.abs(x / (wide * z) + 0.5 - middle(z)) / half
  }
  const dust = srgb('#b39b78')
  const dry = srgb('#c9b48f')
  const tar = srgb('#56565a')
  const mark: Surface = (place) => {
    const edge = beside(place.x, place.z)
    if (edge > 1.6) return
    const fade = 1 - smoothstep(200, 420, place.z)
    const rough =
      gradientNoise(seed + 551, place.x / 0.4, place.z / 0.4) * 0.12 +
      gradientNoise(seed + 552, place.x / 1.9, place.z / 1.9) * 0.14
    const grain =
      0.9 + 0.35 * gradientNoise(seed + 553, place.x / 0.09, place.z / 0.09) * clamp01(1.2 - place.pixel * 30)
    if (kind === 'path') {
      const on = (1 - smoothstep(0.72, 1.12, edge + rough)) * fade
      if (on <= 0) return
      // Two trodden strips with a little green between them.
      const worn = smoothstep(0.2, 0.45, edge) * 0.6 + 0.4
      const light = clamp01(0.5 + rough * 3)
      place.red = mix(place.red, mix(dust[0], dry[0], light) * grain, on * worn)
      place.green = mix(place.green, mix(dust[1], dry[1], light) * grain, on * worn)
      place.blue = mix(place.blue, mix(dust[2], dry[2], light) * grain, on * worn)
      if (on > 0.5) place.label = LABEL.road
      return
    }
    const on = (1 - smoothstep(0.96, 1.02, edge + rough * 0.12)) * fade
    const verge = (1 - smoothstep(1, 1.35, edge + rough)) * fade
    place.red = mix(place.red, dust[0] * grain, verge)
    place.green = mix(place.green, dust[1] * grain, verge)
    place.blue = mix(place.blue, dust[2] * grain, verge)
    if (on <= 0) return
    const dash = place.z * 0.12 - Math.floor(place.z * 0.12) < 0.5
    const soft = 0.02 + place.pixel * 0.3
    const line =
      Math.max(
        dash ? 1 - smoothstep(0.03, 0.03 + soft, edge) : 0,
        1 - smoothstep(0.02, 0.02 + soft, Math.abs(edge - 0.9)),
      ) * 0.8
    const tone = grain * (0.92 + 0.2 * rough)
    place.red = mix(place.red, mix(tar[0] * tone, 0.8, line), on)
    place.green = mix(place.green, mix(tar[1] * tone, 0.79, line), on)
    place.blue = mix(place.blue, mix(tar[2] * tone, 0.74, line), on)
    place.gloss = 0.05 * on
    place.label = on > 0.5 ? LABEL.road : place.label
  }
  return { beside, mark }
}
