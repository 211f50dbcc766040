import type { ArtifactId } from '@plantain/core'

/** Bytes by their hash. What is stored is never changed and never overwritten, so a reader sees all of it or none. */
export interface Blobs {
  /** Stores the bytes and gives their sha-256, hexadecimal; where they are already, makes them young again. */
  write(bytes: Uint8Array): Promise<ArtifactId>
  /** throws: NOT_FOUND, DATA_LOSS where the bytes are no longer those that were stored */
  read(id: ArtifactId): Promise<Uint8Array>
  /**
   * Removes what nobody uses. Only what was last written before `before` goes, so that bytes whose row is about to be written stay;
   * `used` is asked after the old ones are known. Returns how many were removed.
   */
  sweep(before: Date, used: () => Promise<ReadonlySet<ArtifactId>>): Promise<number>
}
