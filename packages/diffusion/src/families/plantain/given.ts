import { LATENT_TOKENS, LATENT_WIDTH, THING_LAYOUT, WORLD_LAYOUT } from '@plantain/scene'
import type { ThingField, WorldField } from './scene-schema.ts'

/** Latents of which some are given: kept through all steps, and seen by the composer, which makes the rest. */
export interface Given {
  /** [LATENT_TOKENS, LATENT_WIDTH]; of no meaning where `hold` is 0. */
  readonly values: Float32Array
  /** 1 where given, 0 where made. */
  readonly hold: Float32Array
}

export const LATENT_LENGTH: number = LATENT_TOKENS * LATENT_WIDTH

export function nothingGiven(): Given {
  return { values: new Float32Array(LATENT_LENGTH), hold: new Float32Array(LATENT_LENGTH) }
}

export function holdWorld({ hold }: Given, field: WorldField, held: 0 | 1): void {
  const { start, size } = WORLD_LAYOUT.get(field)!
  hold.fill(held, start, start + size)
}

/** slot: 0 for the first thing. `present` is whether there is a thing at all. */
export function holdThing({ hold }: Given, slot: number, field: ThingField | 'present', held: 0 | 1): void {
  const { start, size } = THING_LAYOUT.get(field === 'kind' ? 'code' : field)!
  const at = (1 + slot) * LATENT_WIDTH + start
  hold.fill(held, at, at + size)
}

export function holdSlot({ hold }: Given, slot: number, held: 0 | 1): void {
  hold.fill(held, (1 + slot) * LATENT_WIDTH, (2 + slot) * LATENT_WIDTH)
}

/** Clean latents with what is given put back. */
export function withGiven(clean: Float32Array, { values, hold }: Given): Float32Array {
  return clean.map((x, i) => (hold[i] === 1 ? values[i]! : x))
}
