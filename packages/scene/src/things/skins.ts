import type { Thing } from '@plantain/core'
import type { Light } from '../light.ts'
import type { Kind } from './catalog.ts'
import { skinOfMaterial } from './material.ts'
import type { Skin } from './shade.ts'

const MATTE: Skin = { wrap: 0.25, gloss: 0, sharp: 1, glow: 0, round: 0.14 }

/** How the things of each category take light, before a material is asked for. */
const SKINS: Readonly<Record<string, Partial<Skin>>> = {
  animal: { wrap: 0.4, round: 0.16 },
  bird: { wrap: 0.4, round: 0.18 },
  person: { wrap: 0.35, round: 0.07 },
  tree: { wrap: 0.35 },
  plant: { wrap: 0.4, round: 0.1 },
  building: { wrap: 0.12, round: 0.025 },
  sign: { wrap: 0.2, round: 0.04 },
  fish: { wrap: 0.3, gloss: 0.16, sharp: 30, round: 0.2 },
  vehicle: { wrap: 0.2, gloss: 0.22, sharp: 30, round: 0.09 },
  watercraft: { gloss: 0.08, sharp: 24, round: 0.06 },
  aircraft: { gloss: 0.16, sharp: 30, round: 0.16 },
  food: { wrap: 0.35, gloss: 0.16, sharp: 26, round: 0.26 },
  drink: { wrap: 0.3, gloss: 0.2, sharp: 40, round: 0.14 },
  kitchen: { gloss: 0.2, sharp: 34, round: 0.2 },
  electronics: { wrap: 0.2, gloss: 0.14, sharp: 40, round: 0.05 },
  toy: { wrap: 0.3, gloss: 0.18, sharp: 30, round: 0.2 },
  sport: { wrap: 0.3, gloss: 0.12, sharp: 24, round: 0.2 },
  instrument: { gloss: 0.16, sharp: 30, round: 0.1 },
  furniture: { wrap: 0.2, gloss: 0.04, sharp: 16, round: 0.05 },
  clothing: { wrap: 0.35, round: 0.12 },
  sky: { wrap: 0.6, round: 0.3 },
  nature: { wrap: 0.2, round: 0.12 },
}

/** Kinds that give light themselves, and how strongly: 1 shows their own colours at their brightest. */
const SHINING: Readonly<Record<string, number>> = {
  fire: 1.7,
  campfire: 0.9,
  'lightning bolt': 2.2,
  'shooting star': 1.5,
  star: 1,
  sun: 2.4,
  moon: 1.1,
  fireworks: 2.2,
  sparkles: 1.5,
  firefly: 1.2,
  'neon sign': 1.2,
  rainbow: 0.6,
  explosion: 1.4,
  phoenix: 0.5,
  ghost: 0.35,
  'magic wand': 0.3,
}
/** Kinds that are lit by someone: they shine at night, or when asked to. */
const LAMPS =
  /lamp|lantern|candle|light bulb|jack-o-lantern|torch|chandelier|fireplace|traffic light|television|lighter|fairy|flashlight/

export const isLamp = (kind: Kind): boolean => LAMPS.test(kind.id)
export const shining = (kind: Kind): number => SHINING[kind.id] ?? 0

export function skinOf(thing: Thing, kind: Kind, light: Light): Skin {
  const base = { ...MATTE, ...(SKINS[kind.category] ?? { gloss: 0.1, sharp: 24, round: 0.12 }) }
  const own = shining(kind)
  const wet = thing.state === 'wet' ? { gloss: 0.55, sharp: 46, wrap: base.wrap } : {}
  const lit = thing.state === 'lit' ? Math.max(0.7, 0.5 + light.night) : isLamp(kind) ? light.night * 0.55 : 0
  return {
    ...skinOfMaterial(thing.material, base),
    ...wet,
    glow: Math.max(own * (0.35 + 0.65 * light.night), lit),
  }
}
