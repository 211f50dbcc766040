import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
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
      if (await exists(path)) return id
      const unfinished = `${path}.${randomBytes(4).toString('hex')}.part`
      try {
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
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

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
