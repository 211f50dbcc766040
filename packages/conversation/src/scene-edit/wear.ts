import type { Scene, Thing } from '@plantain/core'
import type { Kind } from '@plantain/scene'
import { withThing } from './things.ts'

// The places that the renderer knows for what is worn.
const SLOTS: readonly (readonly [RegExp, string])[] = [
  [/hat|cap$|crown|beanie|helmet|wreath/, 'head'],
  [/glasses|goggles|mask/, 'face'],
  [/scarf|tie|necklace|medal|stethoscope/, 'neck'],
  [/cape|backpack/, 'back'],
  [/headphones/, 'ears'],
]

/** Where on the body a kind goes; null for what cannot be worn here. */
export const wearSlot = (kind: string): string | null =>
  SLOTS.find(([pattern]) => pattern.test(kind))?.[1] ?? null
export const isWearable = (kind: Kind | undefined): boolean =>
  kind !== undefined && wearSlot(kind.id) !== null

/** Who can wear and hold: what has a head or hands. */
export const isLiving = (kind: Kind | undefined): boolean =>
  kind !== undefined && ['person', 'animal', 'bird', 'fantasy', 'fish'].includes(kind.category)

/** A thing of a kind as it is worn by another; the renderer fits its size and place. */
export function worn(scene: Scene, wearer: number, kind: string, change: Partial<Thing> = {}): Thing {
  const who = scene.things[wearer]!
  return {
    id: kind.replaceAll(' ', '-'),
    kind,
    color: 'auto',
    material: 'none',
    state: 'none',
    variant: 0,
    count: who.count,
    x: who.x,
    y: Math.max(0, who.y - 0.8 * who.height),
    height: Math.max(0.02, 0.22 * who.height),
    right: who.right,
    support: 'worn',
    parent: wearer,
    ...change,
  }
}

/** Height of a bust in a portrait under which a hat is still in the frame. */
const UNDER_HAT = 0.74

/** A portrait in which the head leaves room above. */
export function roomForHat(scene: Scene, wearer: number): Scene {
  const { height } = scene.things[wearer]!
  return scene.world.viewpoint === 'portrait' && height > UNDER_HAT
    ? withThing(scene, wearer, { height: UNDER_HAT })
    : scene
}
