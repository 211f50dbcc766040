import { join } from 'node:path'
import { PlantainError } from '@plantain/core'
import type { Blobs } from './blobs.ts'
import { diskBlobs } from './disk.ts'

export interface BlobsConfig {
  readonly data: string
  /** Empty: `data`/blobs. */
  readonly blobs: string
}

/** throws: UNIMPLEMENTED for a store that this version does not have */
export function openBlobs({ data, blobs }: BlobsConfig): Blobs {
  if (/^\w+:\/\//.test(blobs))
    throw new PlantainError(
      'UNIMPLEMENTED',
      `PLANTAIN_BLOBS is ${blobs}; this version keeps files in a folder, give the path of one`,
    )
  return diskBlobs(blobs === '' ? join(data, 'blobs') : blobs)
}
