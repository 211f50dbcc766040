import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PlantainError } from '@plantain/core'
import { writeWhole } from '../files.ts'

/** A folder for pictures, made where there is none. throws: PERMISSION_DENIED or FAILED_PRECONDITION with a sentence */
export async function openFolder(folder: string): Promise<string> {
  const path = resolve(folder)
  const found = await stat(path).catch(() => null)
  if (found !== null && !found.isDirectory())
    throw new PlantainError('FAILED_PRECONDITION', `${path} is a file; give a folder with --out`)
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.W_OK)
  } catch (cause) {
    throw new PlantainError(
      'PERMISSION_DENIED',
      `the folder ${path} cannot be written (${(cause as Error).message}); give another with --out`,
      { cause },
    )
  }
  return path
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Writes a file under a name of ours, which never replaces another file: where one of that name has other bytes, the name gets a
 * number. A file that is there already is given as it is.
 *
 * returns: its path
 */
export async function writeNew(
  folder: string,
  {
    name,
    extension,
    bytes,
  }: { readonly name: string; readonly extension: string; readonly bytes: Uint8Array },
): Promise<string> {
  const hash = sha256(bytes)
  for (let attempt = 1; ; attempt++) {
    const path = join(folder, `${name}${attempt === 1 ? '' : `-v${attempt}`}.${extension}`)
    const there = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return null
      throw new PlantainError(
        'PERMISSION_DENIED',
        `${path} cannot be read (${cause.message}); give another folder with --out`,
        { cause },
      )
    })
    if (there === null) return writeWhole(path, bytes)
    if (sha256(there) === hash) return path
  }
}
