import { worldX } from '../camera.ts'
import { LABEL, type Stage } from '../frame.ts'
import type { Scene } from '@plantain/core'
import { clamp01 } from '../math.ts'
import { hash } from '../noise.ts'
import { ripple, seaFor } from '../water/ripples.ts'
import type { Cut } from './ink.ts'
import type { Placed } from './place.ts'
import { clearness } from './shade.ts'
import type { Sprite } from './sprite.ts'

/** Water lies this share of the eye's height below the ground: see `basinFor`. */
const LEVEL = 0.12

/** The image of a thing in the water before it, broken by the same ripples as the rest. Only touches pixels labelled water. */
export function reflect(
  stage: Stage,
  scene: Scene,
  placed: Placed,
  sprite: Sprite,
  lit: Float32Array,
  cut: Cut,
): void {
  const { frame, camera, light } = stage
  const { width, height, label, depth, color } = frame
  const above = camera.eye * (1 + LEVEL)
  const floating = placed.support === 'water'
  const axis = floating
    ? (cut?.(placed.x) ?? placed.foot)
    : Math.max(
        placed.foot + placed.lift,
        (camera.horizon + above / (camera.spread * placed.distance)) * height,
      )
  if (!(axis < height)) return
  const sea = seaFor(scene.world)
  const skin = new Float64Array(3)
  const scratch = new Float64Array(3)
  const clear = clearness(light, placed.distance)
  const wobble = 0.06 * height
  const x0 = Math.max(0, Math.floor(sprite.left - wobble))
  const x1 = Math.min(width, Math.ceil(sprite.left + sprite.width + wobble))
  const y0 = Math.max(0, Math.floor(axis - 0.01 * height))
  const y1 = Math.min(height, Math.ceil(2 * axis - sprite.top + wobble))
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const p = y * width + x
      if (label[p] !== LABEL.water || depth[p]! > placed.distance * 1.05) continue
      const z = depth[p]!
      const pixel = (z * camera.spread) / height
      ripple(
        sea,
        scene.seed & 63,
        worldX(camera, (x + 0.5) / width, z),
        z,
        pixel,
        (pixel * z) / above,
        skin,
        scratch,
      )
      const blur = skin[2]!
      const away = clamp01((y - axis) / (0.25 * height))
      const dx = -skin[0]! * 0.27 * height * (0.35 + 0.65 * away)
      const dy = skin[1]! * height * (0.27 + 0.36 * blur) * (0.35 + 0.65 * away)
      const spread = height * sea.rough * (0.15 + 0.9 * blur) * 0.4 * (0.3 + 0.7 * away)
      const noise = (hash(5, x, y) & 1023) / 1024
      let [r, g, b, cover] = [0, 0, 0, 0]
      for (let k = 0; k < 4; k++) {
        const offset = ((k + noise) / 4 - 0.5) * 2
        const row = Math.floor(2 * axis - (y + 0.5) + dy + offset * spread) - sprite.top
        const column = Math.floor(x + 0.5 + dx + offset * spread * 0.25) - sprite.left
        if (row < 0 || row >= sprite.height || column < 0 || column >= sprite.width) continue
        const from = row * sprite.width + column
        let alpha = sprite.alpha[from]!
        if (cut !== null && sprite.top + row > cut(sprite.left + column)) alpha = 0
        if (alpha === 0) continue
        r += lit[3 * from]! * alpha
        g += lit[3 * from + 1]! * alpha
        b += lit[3 * from + 2]! * alpha
        cover += alpha
      }
      if (cover === 0) continue
      const grazing = 1 - above / Math.sqrt(z * z + above * above)
      const fresnel = 0.22 + 0.66 * grazing * grazing * grazing
      const share = (cover / 4) * fresnel
      const scale = (0.95 * clear) / cover
      const fog = 1 - clear
      const i = 3 * p
      color[i] = color[i]! + (r * scale + light.haze[0] * fog - color[i]!) * share
      color[i + 1] = color[i + 1]! + (g * scale + light.haze[1] * fog - color[i + 1]!) * share
      color[i + 2] = color[i + 2]! + (b * scale + light.haze[2] * fog - color[i + 2]!) * share
    }
}
