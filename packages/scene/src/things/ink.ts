import { LABEL, thingLabel, type Stage } from '../frame.ts'
import { clamp01, smoothstep } from '../math.ts'
import { noise2 } from '../noise.ts'
import type { Placed } from './place.ts'
import { clearness } from './shade.ts'
import type { Sprite } from './sprite.ts'

/** Where the visible part of a thing ends: the surface of water, the rim of what it is in. Frame rows, by column. */
export type Cut = ((x: number) => number) | null

/** Sets a lit sprite into the frame: colour, depth and label. What grows nearer to the eye hides its feet. */
export function setSprite(stage: Stage, placed: Placed, sprite: Sprite, lit: Float32Array, cut: Cut): void {
  const { frame, light } = stage
  const clear = clearness(light, placed.distance)
  const label = thingLabel(placed.index, placed.copy)
  const grass = placed.support === 'ground' ? placed.foot - 0.22 * placed.height : Infinity
  const y0 = Math.max(0, -sprite.top)
  const y1 = Math.min(sprite.height, frame.height - sprite.top)
  const x0 = Math.max(0, -sprite.left)
  const x1 = Math.min(sprite.width, frame.width - sprite.left)
  const limits =
    cut === null ? null : Float32Array.from({ length: sprite.width }, (_, x) => cut(sprite.left + x + 0.5))
  for (let y = y0; y < y1; y++) {
    const row = sprite.top + y
    for (let x = x0; x < x1; x++) {
      const from = y * sprite.width + x
      let alpha = sprite.alpha[from]!
      if (alpha === 0) continue
      if (limits !== null) {
        alpha *= clamp01(limits[x]! - row)
        if (alpha === 0) continue
      }
      const p = row * frame.width + sprite.left + x
      if (frame.depth[p]! < placed.distance * 0.985 && row > grass && frame.label[p] === LABEL.vegetation)
        continue
      for (let channel = 0; channel < 3; channel++) {
        const seen = lit[3 * from + channel]! * clear + light.haze[channel]! * (1 - clear)
        const i = 3 * p + channel
        frame.color[i] = frame.color[i]! + (seen - frame.color[i]!) * alpha
      }
      if (alpha > 0.5) {
        frame.label[p] = label
        frame.depth[p] = placed.distance
      }
    }
  }
}

/** The line of water along a hull: a little uneven. */
export function waterline(placed: Placed, share: number): Cut {
  const level = placed.foot - (1 - share) * placed.height
  const wave = 0.012 * placed.height
  return (x) => level + wave * noise2(placed.seed, (x - placed.x) / (0.07 * placed.height + 1), 0.5)
}

/** The near rim of a bowl or basket: lower in the middle. */
export function rim(placed: Placed, middle: number, half: number, level: number): Cut {
  return (x) => {
    const t = (x - middle) / Math.max(1, half)
    return level + 0.05 * placed.height * (1 - smoothstep(0, 1, t * t))
  }
}
