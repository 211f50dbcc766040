import { PlantainError } from '@plantain/core'
import { sha256 } from '../../sha256.ts'
import type { Blobs } from './blobs.ts'

/** For tests, and for who keeps nothing. */
export function memoryBlobs(): Blobs {
  const stored = new Map<string, Uint8Array>()
  return {
    async write(bytes) {
      const id = sha256(bytes)
      if (!stored.has(id)) stored.set(id, bytes.slice())
      return id
    },
    async read(id) {
      const bytes = stored.get(id)
      if (bytes === undefined) throw new PlantainError('NOT_FOUND', `there is no file ${id} in this store`)
      return bytes.slice()
    },
  }
}
