import type { Material, Thing } from '@plantain/core'
import { clamp, clamp01, mix, smoothstep } from '../math.ts'
import { fbm2, noise2 } from '../noise.ts'
import { isGroup, type Drawing, type Node, type Paint, type Stop } from '../vector/index.ts'
import { slopeAt, type Form } from './form.ts'
import { labOf, srgbOf, type Lab } from './oklab.ts'
import { DYES } from './recolor.ts'
import type { Skin } from './shade.ts'
import type { Sprite } from './sprite.ts'

/** Oklab of the material in even light, and how much of the drawing's own contrast and colour stays. */
interface Stuff {
  readonly tone: Lab | null
  readonly contrast: number
  readonly hue: number
}

const STUFFS: Readonly<Record<Exclude<Material, 'none'>, Stuff>> = {
  wood: { tone: labOf(0.62, 0.41, 0.24), contrast: 0.62, hue: 0 },
  metal: { tone: labOf(0.66, 0.68, 0.71), contrast: 0.7, hue: 0 },
  stone: { tone: labOf(0.62, 0.61, 0.58), contrast: 0.5, hue: 0 },
  glass: { tone: labOf(0.78, 0.9, 0.93), contrast: 0.45, hue: 0.25 },
  gold: { tone: labOf(0.86, 0.66, 0.22), contrast: 0.75, hue: 0 },
  paper: { tone: null, contrast: 0.7, hue: 0.55 },
  fabric: { tone: null, contrast: 0.8, hue: 0.85 },
  ice: { tone: labOf(0.76, 0.9, 0.98), contrast: 0.5, hue: 0 },
  plastic: { tone: null, contrast: 1, hue: 1.15 },
}

/** Whether a stuff has a colour of its own, so that the drawing's is of no account; cloth, paper and plastic have any. */
export const hasTone = (material: Material): boolean => material !== 'none' && STUFFS[material].tone !== null

/** A drawing made of another stuff: every paint goes to the stuff's tone and keeps its light and shade. */
export function madeOf(drawing: Drawing, thing: Thing): Drawing {
  if (thing.material === 'none') return drawing
  const { tone, contrast, hue } = STUFFS[thing.material]
  const dyed = thing.color === 'auto' || tone === null ? tone : tinted(thing.color, thing.material)
  const turn = (color: Stop['color']): Stop['color'] => {
    const lab = labOf(color[0], color[1], color[2])
    const base = dyed ?? [0.72, lab[1], lab[2]]
    const away = lab[0] - 0.68
    const lightness =
      dyed === null ? mix(0.8, lab[0], contrast) : base[0] + away * contrast * (away > 0 ? 0.75 : 1)
    const rgb = srgbOf([
      clamp(lightness, 0.06, 0.985),
      mix(base[1], lab[1], dyed === null ? 0 : hue) * (dyed === null ? hue : 1),
      mix(base[2], lab[2], dyed === null ? 0 : hue) * (dyed === null ? hue : 1),
    ])
    return [rgb[0], rgb[1], rgb[2], color[3]]
  }
  const paint = (from: Paint): Paint =>
    from.kind === 'solid'
      ? { ...from, color: turn(from.color) }
      : { ...from, stops: from.stops.map((stop) => ({ ...stop, color: turn(stop.color) })) }
  const walk = (node: Node): Node =>
    isGroup(node)
      ? {
          ...node,
          children: node.children.map(walk),
          effects: node.effects.map((effect) =>
            effect.kind === 'blur' ? effect : { ...effect, color: turn(effect.color) },
          ),
        }
      : { ...node, paint: paint(node.paint) }
  return { ...drawing, nodes: drawing.nodes.map(walk) }
}

/** A stuff that was painted: its own tone with the colour's hue. */
function tinted(color: Exclude<Thing['color'], 'auto'>, material: Material): Lab {
  const [r, g, b] = DYES[color]
  const lab = labOf(r, g, b)
  const pale = material === 'glass' || material === 'ice' ? 0.55 : 1
  return [
    material === 'glass' || material === 'ice' ? mix(lab[0], 0.88, 0.5) : lab[0],
    lab[1] * pale,
    lab[2] * pale,
  ]
}

/** How stuffs take light. */
export function skinOfMaterial(material: Material, skin: Skin): Skin {
  switch (material) {
    case 'wood':
      return { ...skin, wrap: 0.18, gloss: 0.06, sharp: 14 }
    case 'metal':
      return { ...skin, wrap: 0.1, gloss: 0.5, sharp: 26, mirror: 0.55 }
    case 'gold':
      return { ...skin, wrap: 0.12, gloss: 0.6, sharp: 24, mirror: 0.5 }
    case 'stone':
      return { ...skin, wrap: 0.06, gloss: 0, sharp: 1 }
    case 'glass':
      return { ...skin, wrap: 0.3, gloss: 0.9, sharp: 70, mirror: 0.35 }
    case 'ice':
      return { ...skin, wrap: 0.45, gloss: 0.6, sharp: 50, mirror: 0.2 }
    case 'paper':
      return { ...skin, wrap: 0.35, gloss: 0, sharp: 1 }
    case 'fabric':
      return { ...skin, wrap: 0.45, gloss: 0, sharp: 1 }
    case 'plastic':
      return { ...skin, wrap: 0.25, gloss: 0.45, sharp: 48 }
    default:
      return skin
  }
}

/** Multiplies the colour at a place of a thing: u to the right, v down, in heights of the thing. */
type Grain = (u: number, v: number, seed: number) => number

const GRAINS: Readonly<Partial<Record<string, Grain>>> = {
  wood: (u, v, seed) => {
    const bend = fbm2(seed, u * 2.2, v * 1.1, 3) * 0.9
    const rings =
      noise2(seed + 1, (u + bend * 0.12) * 26, v * 1.6) * 0.5 +
      noise2(seed + 2, (u + bend * 0.1) * 90, v * 3.5) * 0.4
    return 1 + 0.3 * rings
  },
  stone: (u, v, seed) => {
    const vein = noise2(seed + 3, u * 5 + fbm2(seed + 4, u * 3, v * 3, 3) * 2, v * 5)
    return (
      1 +
      0.22 * fbm2(seed, u * 34, v * 34, 4, 0.65) +
      0.1 * fbm2(seed + 2, u * 5, v * 5, 3) -
      0.3 * smoothstep(0.07, 0, Math.abs(vein))
    )
  },
  metal: (u, v, seed) => 1 + 0.07 * noise2(seed, u * 14, v * 320) + 0.05 * fbm2(seed + 1, u * 4, v * 4, 3),
  gold: (u, v, seed) => 1 + 0.06 * fbm2(seed, u * 9, v * 9, 3),
  paper: (u, v, seed) => 1 + 0.05 * fbm2(seed, u * 70, v * 70, 3, 0.7),
  fabric: (u, v, seed) => {
    const weave = Math.abs(((u * 160) % 2) - 1) + Math.abs(((v * 160) % 2) - 1) - 1
    return 1 + 0.16 * weave + 0.08 * fbm2(seed, u * 30, v * 30, 3)
  },
  ice: (u, v, seed) =>
    1 +
    0.16 * smoothstep(0.1, 0.6, fbm2(seed, u * 9, v * 9, 4)) -
    0.12 * smoothstep(0.06, 0, Math.abs(noise2(seed + 1, u * 7, v * 7 + u * 3))),
  animal: (u, v, seed) =>
    1 +
    0.075 * noise2(seed, u * 120 + v * 26, v * 34 - u * 9) +
    0.055 * noise2(seed + 1, u * 260 + v * 40, v * 70) +
    0.05 * fbm2(seed + 2, u * 9, v * 9, 2),
  bird: (u, v, seed) =>
    1 + 0.05 * noise2(seed, u * 90, v * 60) + 0.05 * noise2(seed + 1, u * 180 + v * 60, v * 120),
  building: (u, v, seed) =>
    1 + 0.05 * fbm2(seed, u * 60, v * 60, 3, 0.65) + 0.05 * fbm2(seed + 1, u * 6, v * 2.5, 3),
  person: (u, v, seed) =>
    1 + 0.03 * noise2(seed, u * 240, v * 240) + 0.03 * fbm2(seed + 1, u * 16, v * 16, 2),
  furniture: (u, v, seed) => 1 + 0.04 * fbm2(seed, u * 40, v * 40, 3),
  nature: (u, v, seed) => 1 + 0.12 * fbm2(seed, u * 26, v * 26, 4, 0.65),
  plant: (u, v, seed) => 1 + 0.08 * fbm2(seed, u * 22, v * 22, 3),
  food: (u, v, seed) => 1 + 0.045 * fbm2(seed, u * 36, v * 36, 3, 0.6),
  kitchen: (u, v, seed) => 1 + 0.025 * fbm2(seed, u * 20, v * 20, 3),
}

/** Gives the surface its grain, and takes from glass and ice what can be seen through. Changes the sprite. */
export function texture(
  sprite: Sprite,
  form: Form,
  thing: Thing,
  category: string,
  seed: number,
  height: number,
): void {
  const grain = GRAINS[thing.material] ?? GRAINS[category]
  const clear = thing.material === 'glass' ? 0.66 : thing.material === 'ice' ? 0.3 : 0
  if (grain === undefined && clear === 0) return
  const { width, color, alpha } = sprite
  const slope = new Float32Array(2)
  const unit = 1 / Math.max(8, height)
  for (let y = 0; y < sprite.height; y++)
    for (let x = 0; x < width; x++) {
      const p = y * width + x
      if (alpha[p] === 0) continue
      if (grain !== undefined) {
        const factor = Math.max(0.3, grain(x * unit, y * unit, seed))
        for (let channel = 0; channel < 3; channel++)
          color[3 * p + channel] = Math.min(1, color[3 * p + channel]! * factor)
      }
      if (clear > 0) {
        slopeAt(form, x, y, slope)
        const steep = slope[0]! * slope[0]! + slope[1]! * slope[1]!
        const edge = 1 - 1 / Math.sqrt(1 + steep)
        alpha[p] = alpha[p]! * (1 - clear * (1 - clamp01(edge * 1.6)))
      }
    }
}
