import { cos, sin, TAU } from '../math.ts'
import { hash } from '../noise.ts'
import { CODE_LENGTH, encodeId } from './code.ts'

/** Side of the square that repeats over the picture, in pixels. */
export const TILE = 128

/** One wave of the pattern: whole waves across and down a tile, its phase, and the bit that turns it round (-1: none, it tells where the tile lies). */
export interface Wave {
  readonly across: number
  readonly down: number
  readonly cos: number
  readonly sin: number
  readonly bit: number
}

// Waves of 7 to 21 pixels: longer ones drown in what pictures show, shorter ones are lost when a picture is halved and packed.
const longest = 6
const shortest = 18
export const HIGHEST: number = shortest

/** Which waves there are does not depend on the id; anybody can look for them. */
export const waves: readonly Wave[] = makeWaves()

function makeWaves(): readonly Wave[] {
  const all: { across: number; down: number; order: number }[] = []
  for (let down = -shortest; down <= shortest; down++)
    for (let across = 0; across <= shortest; across++) {
      const squared = across * across + down * down
      if (squared < longest ** 2 || squared > shortest ** 2 || (across === 0 && down < 0)) continue
      all.push({ across, down, order: hash(0x9e37, across, down + shortest) })
    }
  all.sort((one, other) => one.order - other.order)
  const guides = Math.floor(all.length / 4)
  return all.map(({ across, down }, index) => {
    const phase = (TAU * hash(0x51ed, across, down + shortest)) / 2 ** 32
    const bit = index < guides ? -1 : (index - guides) % CODE_LENGTH
    return { across, down, cos: cos(phase), sin: sin(phase), bit }
  })
}

const cosines: Float64Array = Float64Array.from({ length: TILE }, (_, i) => cos((TAU * i) / TILE))
const sines = Float64Array.from({ length: TILE }, (_, i) => sin((TAU * i) / TILE))

/** The tile of an id: whole steps of brightness, [TILE, TILE], of the given root mean square before they are rounded. */
export function tileOf(id: number, strength: number): Int8Array {
  const signs = encodeId(id)
  const sum = new Float64Array(TILE * TILE)
  for (const wave of waves) {
    const sign = wave.bit < 0 ? 1 : signs[wave.bit]!
    for (let y = 0; y < TILE; y++)
      for (let x = 0; x < TILE; x++) {
        const at = (wave.across * x + wave.down * y) & (TILE - 1)
        sum[y * TILE + x]! += sign * (cosines[at]! * wave.cos - sines[at]! * wave.sin)
      }
  }
  const rms = Math.sqrt(waves.length / 2)
  return Int8Array.from(sum, (value) => Math.round((value * strength) / rms))
}
