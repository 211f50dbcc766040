import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PlantainError } from '@plantain/core'
import { sha256 } from '../../sha256.ts'
import type { Blobs } from './blobs.ts'

/**
 * Files under `folder`, by the first two digits of their hash. A file gets its name when all of it is on the disk: who dies
 * while writing leaves a `.part` that nobody reads.
 */
export function diskBlobs(folder: string): Blobs {
  const pathOf = (id: string): string => join(folder, id.slice(0, 2), id)
  return {
    async write(bytes) {
      const id = sha256(bytes)
      const path = pathOf(id)
      const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`
      try {
        if (await touch(path)) return id
        await mkdir(dirname(path), { recursive: true })
        const file = await open(unfinished, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync() // the row that names it is written next, and must not outlive it
        } finally {
          await file.close()
        }
        await rename(unfinished, path)
        return id
      } catch (cause) {
        await rm(unfinished, { force: true }).catch(() => {})
        throw refusal(folder, cause)
      }
    },
    async read(id) {
      if (!/^[0-9a-f]{64}$/.test(id)) throw missing(id)
      const bytes = await readFile(pathOf(id)).catch((cause: NodeJS.ErrnoException) => {
        throw cause.code === 'ENOENT' ? missing(id) : refusal(folder, cause)
      })
      if (sha256(bytes) !== id)
        throw new PlantainError(
          'DATA_LOSS',
          `the stored file ${pathOf(id)} is damaged; bring it back from a copy, or go on from another picture`,
        )
      return bytes
    },
    async sweep(before, used) {
      const old = await olderThan(folder, before)
      if (old.length === 0) return 0
      const kept = await used()
      const gone = await Promise.all(
        old.map(async (name) => !kept.has(name) && removeIfOld(join(folder, name.slice(0, 2), name), before)),
      )
      return gone.filter(Boolean).length
    },
  }
}

/** Makes a file young, so that no sweep takes it away. false: there is none. */
const touch = (path: string): Promise<boolean> => {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

/** Names of blobs, and of what was left half written, that are older than a time. */
async function olderThan(folder: string, before: Date): Promise<readonly string[]> {
  const listed = await readdir(folder).catch(() => [])
  const names = await Promise.all(
    listed
      .filter((name) => /^[0-9a-f]{2}$/.test(name))
      .map((name) => readdir(join(folder, name)).catch(() => [])),
  )
  const old: string[] = []
  for (const name of names.flat())
    if (/^[0-9a-f]{64}(\.|$)/.test(name) && (await isOld(join(folder, name.slice(0, 2), name), before)))
      old.push(name)
  return old
}

const isOld = (path: string, before: Date): Promise<boolean> =>
  stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  )

/** Aside first: who writes the same bytes just then either makes it young before that, and it comes back, or finds none and writes anew. */
async function removeIfOld(path: string, before: Date): Promise<boolean> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    await rename(path, aside)
  } catch {
    return false // another process sweeps, too
  }
  if (await isOld(aside, before)) {
    await rm(aside, { force: true })
    return true
  }
  await rename(aside, path)
  return false
}

const missing = (id: string): PlantainError =>
  new PlantainError('NOT_FOUND', `there is no stored file "${id.slice(0, 80)}"; check its id`)

function refusal(folder: string, cause: unknown): PlantainError {
  const full = /^(ENOSPC|EDQUOT)$/.test((cause as NodeJS.ErrnoException).code ?? '')
  return full
    ? new PlantainError('RESOURCE_EXHAUSTED', `there is no room under ${folder}; free some space`, { cause })
    : new PlantainError(
        'PERMISSION_DENIED',
        `files cannot be kept under ${folder} (${(cause as Error).message}); check its permissions, or set PLANTAIN_BLOBS to another folder`,
        { cause },
      )
}
