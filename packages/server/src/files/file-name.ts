import { randomInt } from 'node:crypto'
import { PlantainError } from '@plantain/core'

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Twelve letters and digits without a dash: a client of Google's cuts names at dashes. */
export const newFileId = (): string =>
  Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')

/** "files/cat" or "cat" → "cat"; undefined and empty: none is wished. throws: INVALID_ARGUMENT for what is no name */
export function parseFileId(name: string | undefined): string | null {
  if (name === undefined || name === '') return null
  const id = name.replace(/^files\//, '')
  if (isFileId(id)) return id
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `* CreateFileRequest.file.name: ${JSON.stringify(name.slice(0, 80))} is no name of a file; give files/ and 1 to 40 lower-case letters, digits and dashes, with no dash at either end\n`,
    { details: { field: 'file.name' } },
  )
}

export const isFileId = (id: string): boolean => /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(id)
