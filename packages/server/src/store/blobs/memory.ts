import { PlantainError, type ArtifactId } from '@plantain/core'
import { sha256 } from '../../sha256.ts'
import type { Blobs } from './blobs.ts'

/** For tests, and for who keeps nothing. */
export function memoryBlobs(): Blobs {
  const stored = new Map<ArtifactId, { readonly bytes: Uint8Array; readonly writtenAt: number }>()
  return {
    async write(bytes) {
      const id = sha256(bytes)
      stored.set(id, { bytes: stored.get(id)?.bytes ?? bytes.slice(), writtenAt: Date.now() })
      return id
    },
    async read(id) {
      const found = stored.get(id)
      if (found === undefined) throw new PlantainError('NOT_FOUND', `there is no file ${id} in this store`)
      return found.bytes.slice()
    },
    async sweep(before, used) {
      const kept = await used()
      const old = [...stored].filter(([id, { writtenAt }]) => writtenAt < before.getTime() && !kept.has(id))
      for (const [id] of old) stored.delete(id)
      return old.length
    },
  }
}
