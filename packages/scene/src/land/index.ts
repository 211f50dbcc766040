import type { Land } from '@plantain/core'
import { city } from './city.ts'
import { interiors } from './interior.ts'
import { canyon, desert, volcano } from './lands/dry.ts'
import { garden, park } from './lands/gardens.ts'
import { heavens } from './lands/heavens.ts'
import { hills, meadow } from './lands/hills.ts'
import { mountains } from './lands/mountains.ts'
import { beach, island, sea } from './lands/shores.ts'
import { snowfield } from './lands/snowfield.ts'
import { woods } from './lands/woods.ts'
import { moonland } from './moon.ts'
import { space } from './space.ts'
import { theatre } from './stage.ts'
import { street } from './street.ts'
import { studio } from './studio.ts'
import { table } from './table.ts'
import { underwater } from './underwater.ts'
import { village } from './village.ts'
import type { LandPainter } from './painter.ts'

/** Every painter of land, one line each. */
export const landPainters: readonly LandPainter[] = [
  mountains,
  hills,
  meadow,
  woods,
  desert,
  canyon,
  volcano,
  beach,
  sea,
  island,
  snowfield,
  park,
  garden,
  heavens,
  ...interiors,
  village,
  street,
  city,
  underwater,
  theatre,
  space,
  moonland,
  studio,
  table,
]

/** The painter of a land. */
export function painterOf(land: Land): LandPainter {
  const found = landPainters.find((painter) => painter.lands.includes(land))
  if (found === undefined) throw new RangeError(`no painter is registered for the land ${land}`)
  return found
}

export type { LandPainter } from './painter.ts'
export { seedOfTop, topBy, type TableTop } from './table-top.ts'
