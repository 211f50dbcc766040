import { PlantainError, type Style } from '@plantain/core'
import { anime } from './anime.ts'
import { comic } from './comic.ts'
import { flat } from './flat.ts'
import { ink } from './ink.ts'
import { lowPoly } from './low-poly.ts'
import { natural } from './natural.ts'
import { oil } from './oil.ts'
import { paperCut } from './paper-cut.ts'
import { pencil } from './pencil.ts'
import { pixelArt } from './pixel-art.ts'
import { stainedGlass } from './stained-glass.ts'
import type { Styler } from './style.ts'
import { watercolor } from './watercolor.ts'

export type { Picture, Styler } from './style.ts'

export const stylers: readonly Styler[] = [
  natural,
  flat,
  watercolor,
  oil,
  pencil,
  ink,
  pixelArt,
  lowPoly,
  paperCut,
  comic,
  anime,
  stainedGlass,
]

/** The styler of that name; throws INVALID_ARGUMENT for a style that is not drawn. */
export function stylerFor(name: Style): Styler {
  const styler = stylers.find((candidate) => candidate.name === name)
  if (styler) return styler
  const names = stylers.map((candidate) => candidate.name).join(', ')
  throw new PlantainError('INVALID_ARGUMENT', `style is ${name}; give one of ${names}`)
}
