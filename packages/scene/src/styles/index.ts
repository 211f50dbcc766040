import { PlantainError, type Style } from '@plantain/core'
import { natural } from './natural.ts'
import { oil } from './oil.ts'
import { watercolor } from './watercolor.ts'
import type { Styler } from './style.ts'

export type { Picture, Styler } from './style.ts'

export const stylers: readonly Styler[] = [natural, watercolor, oil]

/** The styler of that name; throws INVALID_ARGUMENT for a style that is not drawn. */
export function stylerFor(name: Style): Styler {
  const styler = stylers.find((candidate) => candidate.name === name)
  if (styler) return styler
  const names = stylers.map((candidate) => candidate.name).join(', ')
  throw new PlantainError('INVALID_ARGUMENT', `style is ${name}; give one of ${names}`)
}
