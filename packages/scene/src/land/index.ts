import type { Land } from '@plantain/core'
import { interior } from './interior.ts'
import { mountains } from './lands/mountains.ts'
import type { LandPainter } from './painter.ts'

/** Every painter of land, one line each. */
export const landPainters: readonly LandPainter[] = [mountains, interior]

/** The painter of a land. */
export function painterOf(land: Land): LandPainter {
  const found = landPainters.find((painter) => painter.lands.includes(land))
  if (found === undefined) throw new RangeError(`no painter is registered for the land ${land}`)
  return found
}

export type { LandPainter } from './painter.ts'
