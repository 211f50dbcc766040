import { join } from 'node:path'
import { PlantainError } from '@plantain/core'
import { environment } from '../../config.ts'
import type { Blobs } from './blobs.ts'
import { diskBlobs } from './disk.ts'
import { s3Blobs } from './s3.ts'

export type BlobsKind = 'sessions' | 'files' | 'jobs'

export interface BlobsConfig {
  readonly data: string
  /** Empty: `data`/blobs. */
  readonly blobs: string
}

/**
 * Blobs of one kind: those of sessions, of files and of jobs are swept by different rules, so they lie apart.
 *
 * throws: INVALID_ARGUMENT for an address that is no bucket
 */
export function openBlobs(
  { data, blobs }: BlobsConfig,
  kind: BlobsKind = 'sessions',
  variables: Readonly<Record<string, string | undefined>> = environment(),
): Blobs {
  if (!/^\w+:\/\//.test(blobs)) {
    const folder = blobs === '' ? join(data, 'blobs') : blobs
    return diskBlobs(kind === 'sessions' ? folder : join(folder, kind))
  }
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(blobs) ?? []
  if (bucket === undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `PLANTAIN_BLOBS is ${blobs}; give a folder, or a bucket as s3://bucket/prefix`,
    )
  const prefix = [...path.split('/'), kind].filter(Boolean).join('/')
  return s3Blobs(
    { bucket, prefix: `${prefix}/` },
    {
      endpoint: variables['AWS_ENDPOINT_URL_S3'] ?? variables['AWS_ENDPOINT_URL'],
      region: variables['AWS_REGION'] ?? variables['AWS_DEFAULT_REGION'],
    },
  )
}
