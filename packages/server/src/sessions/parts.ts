import { PlantainError } from '@plantain/core'
import type { House } from '../plantain.ts'
import type { Parts } from './sessions.ts'

/** The interpreter and the performer of this installation. */
export async function openParts(_house: House): Promise<Parts> {
  throw new PlantainError('UNIMPLEMENTED', 'conversations are not in this version yet; use generate')
}
