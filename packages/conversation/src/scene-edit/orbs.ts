import type { Scene, Thing } from '@plantain/core'
import { withMore } from './things.ts'

/** Height of the moon's and the sun's disc in the sky as the renderer paints them, in frame heights. */
const DISCS = { moon: 0.084, sun: 0.05 } as const

/**
 * The sun or the moon of the world as a thing of another size: the sky's own disc has one size. Null for other parts and for a full
 * scene. `ratio`: against its size in the sky. `change`: what else of it is to be another than in the sky.
 */
export function asThing(
  scene: Scene,
  part: string,
  ratio: number,
  change: Partial<Thing> = {},
): Scene | null {
  if (part !== 'moon' && part !== 'sun') return null
  const { world } = scene
  const height = Math.min(0.8, DISCS[part] * ratio)
  const middle = world.horizon * (1 - 0.94 * world.sunY)
  const orb: Thing = {
    id: part,
    kind: part,
    color: 'auto',
    material: 'none',
    state: 'none',
    variant: part === 'moon' && world.moon === 'crescent' ? 1 : 0,
    count: 1,
    x: world.sunX,
    y: middle + height / 2,
    height,
    right: true,
    support: 'air',
    parent: null,
    ...change,
  }
  const without = part === 'moon' ? { ...world, moon: 'none' as const } : { ...world, sun: false }
  return withMore({ ...scene, world: without }, orb)
}

/** A sun or a moon that has a face: as much larger than in the sky as it takes to see it. */
export const FACE_RATIO = { sun: 4.4, moon: 2.6 } as const

/** The sun or the moon of the world with a face of this expression; null for other parts and for a full scene. */
export const withFace = (scene: Scene, part: string, state: Thing['state']): Scene | null =>
  part === 'sun' || part === 'moon' ? asThing(scene, part, FACE_RATIO[part], { state }) : null
