import { LABEL } from '../frame.ts'
import { clamp, clamp01, smoothstep } from '../math.ts'
import { noise2 } from '../noise.ts'
import { blur } from './kit/blur.ts'
import { fromOklab, lumaOf, oklabOf, planeOf } from './kit/color.ts'
import { bumpOf, darkLines, edgesOf, looseOf } from './kit/edges.ts'
import { fieldOf } from './kit/field.ts'
import { smooth } from './kit/smooth.ts'
import { blurInside, tonesOf } from './kit/tones.ts'
import type { Picture, Styler } from './style.ts'

const INK = [0.055, 0.05, 0.075] as const
const STOCK = [0.985, 0.965, 0.915] as const
/** Distance from dot to dot of the screen, and the panel's margin and frame, as shares of the shorter side. */
const SCREEN = 0.0082
const MARGIN = 0.022
const FRAME = 0.0045

/**
 * A printed comic panel: flat inks in few tones, a screen of dots where the shadow begins, brush lines that swell where forms are
 * near and in shade, solid blacks, warm paper and a ruled frame.
 */
export const comic: Styler = {
  name: 'comic',
  reach: 0.07,
  paint(picture, seed) {
    const { color, label, width, height } = picture
    const short = Math.min(width, height)
    const { outline, walls } = edgesOf(picture)
    const lab = smooth(oklabOf(color), walls, width, height, {
      loose: looseOf(picture),
      slack: 2.2,
      radius: 0.008 * short,
      tolerance: 0.1,
      lab: true,
      rounds: 2,
    })
    const light = blurInside(planeOf(lab, 0), looseOf(picture), width, height, 0.02 * short)
    const tones = tonesOf(blur(light, width, height, 0.0009 * short), width, height, 7)
    const lines = linesOf(picture, outline, short, seed)
    const out = new Float32Array(color.length)
    const rgb = [0, 0, 0]
    const screenX = 0.7071 / (SCREEN * short)
    const soft = 1.2 * Math.max(screenX, 0.02)
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const j = 3 * i
        const airy = label[i] === LABEL.sky || label[i] === LABEL.cloud
        const flat = airy ? 0.6 * tones[i]! + 0.4 * light[i]! : tones[i]!
        // Printed inks: a light key, pure colours.
        const L = 0.12 + 0.9 * flat
        fromOklab(L, lab[j + 1]! * 1.45, lab[j + 2]! * 1.45, rgb)
        // Dots grow with the shadow, from a third to a half of the darkness, and melt into the next flat tone.
        const shade = clamp01(1.02 - light[i]!)
        const a = (x + y) * screenX
        const b = (x - y) * screenX
        const da = a - Math.floor(a) - 0.5
        const db = b - Math.floor(b) - 0.5
        const grow = 0.52 * smoothstep(0.22, 0.62, shade) * (1 - smoothstep(0.62, 0.74, shade))
        const dot = grow > 0.04 ? 1 - smoothstep(grow - soft, grow + soft, Math.sqrt(da * da + db * db)) : 0
        const black = Math.max(lines[i]!, smoothstep(0.31, 0.27, light[i]!) * (airy ? 0 : 1))
        const panel = panelAt(x, y, width, height, short)
        for (let channel = 0; channel < 3; channel++) {
          let value = rgb[channel]! * STOCK[channel]!
          value *= 1 - dot * (0.3 - 0.1 * value)
          value += (INK[channel]! - value) * Math.max(black, panel.frame)
          out[j + channel] = clamp01(value + (STOCK[channel]! - value) * panel.outside)
        }
      }
    return out
  },
}

const PANEL = { frame: 0, outside: 0 }
function panelAt(x: number, y: number, width: number, height: number, short: number): typeof PANEL {
  const inset = Math.min(x + 0.5, y + 0.5, width - x - 0.5, height - y - 0.5) - MARGIN * short
  const line = Math.max(1, FRAME * short)
  PANEL.outside = clamp01(0.5 - inset)
  PANEL.frame = clamp01(inset + 0.5) * clamp01(line - inset + 0.5)
  return PANEL
}

/** Brush lines, 0 to 1. */
export function linesOf(
  picture: Picture,
  outline: Float32Array,
  short: number,
  seed: number,
  weight = 1,
): Float32Array {
  const { width, height, label, depth, color } = picture
  const bump = bumpOf(outline, width, height, Math.max(1, 0.0034 * short * weight))
  const luma = lumaOf(color)
  const inner = darkLines(luma, width, height, Math.max(0.7, 0.0015 * short * weight))
  const shadeOf = blur(luma, width, height, 0.006 * short)
  const swell = fieldOf(width, height, 0.01, (u, v) => noise2(seed + 5, u * 10, v * 10))
  const out = new Float32Array(width * height)
  for (let i = 0; i < out.length; i++) {
    const own = label[i]!
    const asks =
      own >= 64 || own === LABEL.building || own === LABEL.furniture
        ? 1
        : own === LABEL.relief
          ? 0.55
          : own < 4
            ? 0
            : 0.4
    let line = asks * smoothstep(0.02, 0.045, inner[i]!)
    if (bump[i]! > 0.1) {
      const near = 1 / (1 + depth[i]! * 0.012)
      const thin = clamp(0.78 - 0.36 * near - 0.16 * swell[i]! - 0.3 * (0.5 - shadeOf[i]!), 0.2, 0.9)
      const edge = smoothstep(thin - 0.1, thin + 0.1, bump[i]!)
      if (edge > line) line = edge
    }
    out[i] = line
  }
  return out
}
