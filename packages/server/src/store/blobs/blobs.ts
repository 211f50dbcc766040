import type { ArtifactId } from '@plantain/core'

/** Bytes by their hash. What is stored is never changed and never overwritten, so a reader sees all of it or none. */
export interface Blobs {
  /** Stores the bytes and gives their sha-256, hexadecimal; does nothing where they are already. */
  write(bytes: Uint8Array): Promise<ArtifactId>
  /** throws: NOT_FOUND, DATA_LOSS where the bytes are no longer those that were stored */
  read(id: ArtifactId): Promise<Uint8Array>
}
