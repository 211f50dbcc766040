import type { Scene, Thing } from '@plantain/core'
import { withMore } from './things.ts'

/** Height of the moon's and the sun's disc in the sky as the renderer paints them, in frame heights. */
const DISCS = { moon: 0.084, sun: 0.05 } as const

/**
 * The sun or the moon of the world as a thing of another size: the sky's own disc has one size. Null for other parts and for a full
 * scene. `ratio`: against its size in the sky.
 */
export function asThing(scene: Scene, part: string, ratio: number): Scene | null {
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
  }
  const without = part === 'moon' ? { ...world, moon: 'none' as const } : { ...world, sun: false }
  return withMore({ ...scene, world: without }, orb)
}
