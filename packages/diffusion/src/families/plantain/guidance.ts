import type { Tensor } from '@plantain/core'
import { LATENT_TOKENS, LATENT_WIDTH, THING_LAYOUT, WORLD_LAYOUT } from '@plantain/scene'

const NUMBERS_OF_WORLD = [
  'horizon',
  'relief',
  'sunX',
  'sunY',
  'clouds',
  'haze',
  'drama',
  'shore',
  'intensity',
  'focus',
]
const NUMBERS_OF_THING = ['x', 'y', 'height']

/** 1 where guidance acts: on what is said in categories. */
const guidedPlaces: Uint8Array = (() => {
  const places = new Uint8Array(LATENT_TOKENS * LATENT_WIDTH).fill(1)
  for (const name of NUMBERS_OF_WORLD) places[WORLD_LAYOUT.get(name)!.start] = 0
  for (let token = 1; token < LATENT_TOKENS; token++)
    for (const name of NUMBERS_OF_THING) places[token * LATENT_WIDTH + THING_LAYOUT.get(name)!.start] = 0
  return places
})()

/**
 * Classifier-free guidance (arXiv 2207.12598) on what a scene holds, not on where: guided numbers crowd around their mean, so that
 * every seed of a prompt would have one composition.
 */
export function guidedVelocity(towards: Tensor, away: Tensor | null, scale: number): Tensor {
  if (away === null) return towards
  const data = towards.data.map((x, i) => (guidedPlaces[i] ? away.data[i]! + scale * (x - away.data[i]!) : x))
  return { data, shape: towards.shape }
}
