import { join } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Blobs } from './blobs.ts'
import { diskBlobs } from './disk.ts'

export type BlobsKind = 'sessions' | 'files' | 'jobs'

export interface BlobsConfig {
  readonly data: string
  /** Empty: `data`/blobs. */
  readonly blobs: string
}

/**
 * Blobs of one kind: those of sessions are kept for good, the others are swept, so they lie apart.
 *
 * throws: UNIMPLEMENTED for a store that this version does not have
 */
export function openBlobs({ data, blobs }: BlobsConfig, kind: BlobsKind = 'sessions'): Blobs {
  if (/^\w+:\/\//.test(blobs))
    throw new PlantainError(
      'UNIMPLEMENTED',
      `PLANTAIN_BLOBS is ${blobs}; this version keeps files in a folder, give the path of one`,
    )
  const folder = blobs === '' ? join(data, 'blobs') : blobs
  return diskBlobs(kind === 'sessions' ? folder : join(folder, kind))
}
