import { PlantainError } from '@plantain/core'
import type { ModelDirectory } from '../directory.ts'
import type { Family } from './family.ts'
import { flux } from './flux.ts'
import { plantain } from './plantain.ts'
import { sd3 } from './sd3.ts'
import { sdxl } from './sdxl.ts'
import { stableDiffusion } from './stable-diffusion.ts'

/** Every family. To add one: its file, and its line here. */
export const families: readonly Family[] = [plantain, stableDiffusion, sdxl, sd3, flux]

/** Throws UNIMPLEMENTED for a kind of model that no family knows. */
export function familyOf(directory: ModelDirectory): Family {
  const family = families.find((candidate) => candidate.matches(directory))
  if (family) return family
  throw new PlantainError(
    'UNIMPLEMENTED',
    `${directory.path} holds a ${directory.className || 'model without a _class_name'}; supported are ${families.map(({ name }) => name).join(', ')}`,
  )
}
