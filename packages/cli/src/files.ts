import { randomBytes } from 'node:crypto'
import { existsSync, type Stats } from 'node:fs'
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { PlantainError } from '@plantain/core'

export interface Targets {
  /** Where picture `index` goes. */
  path(index: number): string
}

interface Named {
  readonly prompt: string
  readonly format: 'png' | 'jpeg' | 'webp'
  readonly count: number
}

/**
 * Names of the pictures of a request, in a folder that can be written: checked before anything is computed.
 *
 * output:  as given; without it a name is made of the prompt, one that no file has yet
 * throws:  NOT_FOUND, FAILED_PRECONDITION or PERMISSION_DENIED with a sentence
 */
export async function targets(
  output: string | undefined,
  { prompt, format, count }: Named,
): Promise<Targets> {
  const first =
    output === undefined
      ? freeName(nameOf(prompt), format === 'jpeg' ? '.jpg' : `.${format}`, count)
      : resolve(output)
  await checkFolder(dirname(first))
  const all = Array.from({ length: count }, (_, index) => numbered(first, index, count))
  for (const path of all) await checkTarget(path)
  return { path: (index) => all[index]! }
}

function numbered(path: string, index: number, count: number): string {
  if (count === 1) return path
  const extension = extname(path)
  return join(dirname(path), `${basename(path, extension)}-${index + 1}${extension}`)
}

function freeName(name: string, extension: string, count: number): string {
  for (let attempt = 1; ; attempt++) {
    const path = resolve(`${name}${attempt === 1 ? '' : `-v${attempt}`}${extension}`)
    const taken = Array.from({ length: count }, (_, index) => numbered(path, index, count)).some(existsSync)
    if (!taken) return path
  }
}

const longestName = 60
/** "A red house, by the sea!" → "a-red-house-by-the-sea". */
export function nameOf(prompt: string): string {
  const words = prompt.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  let name = ''
  for (const word of words) {
    if (name.length + word.length > longestName) break
    name += name === '' ? word : `-${word}`
  }
  return name === '' ? 'picture' : name
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory())
    throw new PlantainError(
      'NOT_FOUND',
      `the folder ${folder} does not exist; make it first, or give another place with -o`,
    )
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new PlantainError(
      'PERMISSION_DENIED',
      `the folder ${folder} cannot be written; give another place with -o`,
      { cause },
    )
  })
}

async function checkTarget(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory())
    throw new PlantainError('FAILED_PRECONDITION', `${path} is a folder; give the name of a file in it`)
}

/** All or nothing: a file beside the target takes its name when it is complete. Returns the path. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<string> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`)
  try {
    await writeFile(unfinished, bytes, { flag: 'wx' })
    await rename(unfinished, path)
    return path
  } catch (cause) {
    await rm(unfinished, { force: true })
    const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new PlantainError(
      full ? 'RESOURCE_EXHAUSTED' : 'PERMISSION_DENIED',
      full
        ? `there is no room for ${path}; free some space`
        : `${path} cannot be written (${(cause as Error).message}); give another place with -o`,
      { cause },
    )
  }
}

// More than a picture of the most pixels that are taken has, however it is packed.
const largestFile = 256 * 2 ** 20

/** Bytes of a picture. Throws NOT_FOUND, PERMISSION_DENIED or INVALID_ARGUMENT with a sentence. */
export async function readPicture(path: string): Promise<Uint8Array> {
  try {
    checkPicture(path, await stat(path))
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof PlantainError) throw cause
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new PlantainError(
      missing ? 'NOT_FOUND' : 'PERMISSION_DENIED',
      missing
        ? `there is no picture ${path}; check the path`
        : `${path} cannot be read (${(cause as Error).message})`,
      { cause },
    )
  }
}

/** A folder is no picture, and a device may never end. */
function checkPicture(path: string, found: Stats): void {
  if (found.isDirectory())
    throw new PlantainError('FAILED_PRECONDITION', `${path} is a folder; give the name of a picture in it`)
  if (found.isCharacterDevice() || found.isBlockDevice())
    throw new PlantainError('FAILED_PRECONDITION', `${path} is a device; give the name of a picture`)
  if (found.size > largestFile)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `${path} has ${Math.round(found.size / 2 ** 20)} MB; pictures of up to ${largestFile / 2 ** 20} MB are read`,
    )
}
