import { randomBytes } from 'node:crypto'
import type { S3Client } from '@aws-sdk/client-s3'
import { PlantainError, type ArtifactId } from '@plantain/core'
import { sha256 } from '../../sha256.ts'
import type { Blobs } from './blobs.ts'

export interface S3Options {
  readonly bucket: string
  /** Before every key; '' or ending in a slash. */
  readonly prefix: string
  /** What was written so lately counts as written now. Less than half of any sweep's grace, so that its row is there in time. */
  readonly youngMilliseconds?: number
}
/** Credentials, region and address are those that every program for S3 takes from the environment, or from the machine it runs on. */
export interface S3Address {
  /** Of another store than Amazon's. */
  readonly endpoint: string | undefined
  readonly region: string | undefined
}

interface Stored {
  readonly key: string
  readonly id: ArtifactId
  readonly writtenAt: number
}
const mostKnown = 10_000
const atOnce = 8
const connectMilliseconds = 10_000
const answerMilliseconds = 60_000

/**
 * Objects of a bucket that speaks S3, by hash and a random end: no object is ever written a second time under its key, so a sweep
 * removes the very objects that it saw to be old, and never one that somebody writes meanwhile. (S3 cannot delete on the condition
 * that nothing came since.)
 */
export function s3Blobs(
  { bucket, prefix, youngMilliseconds = 240_000 }: S3Options,
  address: S3Address,
): Blobs {
  const keys = new Map<ArtifactId, string>() // where each was seen last; a guess
  let opening: Promise<S3> | null = null
  const s3 = (): Promise<S3> => (opening ??= openS3(address))
  const know = (id: ArtifactId, key: string): void => {
    keys.delete(id)
    keys.set(id, key)
    if (keys.size > mostKnown) keys.delete(keys.keys().next().value!)
  }
  const refused = (cause: unknown): never => {
    throw refusal(bucket, cause)
  }

  /** Objects whose key begins so, the newest first. */
  async function list(start: string): Promise<readonly Stored[]> {
    const { client, commands } = await s3()
    const found: Stored[] = []
    let token: string | undefined
    do {
      const page = await client
        .send(
          new commands.ListObjectsV2Command({
            Bucket: bucket,
            Prefix: start,
            ...(token === undefined ? {} : { ContinuationToken: token }),
          }),
        )
        .catch(refused)
      for (const { Key: key = '', LastModified } of page.Contents ?? []) {
        const id = /^[0-9a-f]{2}\/([0-9a-f]{64})-[0-9a-f]+$/.exec(key.slice(prefix.length))?.[1]
        if (id !== undefined) found.push({ key, id, writtenAt: LastModified?.getTime() ?? 0 })
      }
      token = page.NextContinuationToken
    } while (token !== undefined)
    return found.toSorted((a, b) => b.writtenAt - a.writtenAt || (a.key < b.key ? -1 : 1))
  }
  const startOf = (id: ArtifactId): string => `${prefix}${id.slice(0, 2)}/${id}-`

  /** null: there is no such object. */
  async function get(key: string): Promise<Uint8Array | null> {
    const { client, commands } = await s3()
    try {
      const { Body } = await client.send(new commands.GetObjectCommand({ Bucket: bucket, Key: key }))
      return await Body!.transformToByteArray()
    } catch (cause) {
      if ((cause as Error).name === 'NoSuchKey') return null
      throw refusal(bucket, cause)
    }
  }

  return {
    async write(bytes) {
      const id = sha256(bytes)
      const [newest] = await list(startOf(id))
      if (newest !== undefined && Date.now() - newest.writtenAt < youngMilliseconds) {
        know(id, newest.key)
        return id
      }
      const { client, commands } = await s3()
      const key = `${startOf(id)}${randomBytes(6).toString('hex')}`
      await client
        .send(
          new commands.PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: bytes,
            ContentLength: bytes.length,
            ContentType: 'application/octet-stream',
            ChecksumSHA256: Buffer.from(id, 'hex').toString('base64'),
          }),
        )
        .catch(refused)
      know(id, key)
      return id
    },
    async read(id) {
      if (!/^[0-9a-f]{64}$/.test(id)) throw missing(id)
      const known = keys.get(id)
      let bytes = known === undefined ? null : await get(known)
      // Another process may have swept the one that we know and left a newer one.
      for (const { key } of bytes === null ? await list(startOf(id)) : []) {
        bytes = await get(key)
        if (bytes !== null) know(id, key)
        if (bytes !== null) break
      }
      if (bytes === null) {
        keys.delete(id)
        throw missing(id)
      }
      if (sha256(bytes) !== id)
        throw new PlantainError(
          'DATA_LOSS',
          `the stored file ${id} in the bucket ${bucket} is damaged; bring it back from a copy, or go on from another picture`,
        )
      return bytes
    },
    async sweep(before, used) {
      const all = await list(prefix)
      if (!all.some(({ writtenAt }) => writtenAt < before.getTime())) return 0
      const kept = await used()
      const left = new Map<ArtifactId, number>()
      const doomed: Stored[] = []
      for (const one of all) {
        // Of several of one hash the newest is enough; it comes first.
        const needed = kept.has(one.id) && !left.has(one.id)
        if (one.writtenAt < before.getTime() && !needed) doomed.push(one)
        else left.set(one.id, (left.get(one.id) ?? 0) + 1)
      }
      const { client, commands } = await s3()
      for (let start = 0; start < doomed.length; start += atOnce)
        await Promise.all(
          doomed.slice(start, start + atOnce).map(async ({ key, id }) => {
            await client.send(new commands.DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(refused)
            if (keys.get(id) === key) keys.delete(id)
          }),
        )
      return new Set(doomed.map(({ id }) => id).filter((id) => !left.has(id))).size
    },
  }
}

interface S3 {
  readonly client: S3Client
  readonly commands: typeof import('@aws-sdk/client-s3')
}
/** Loaded when it is used: it is large. */
async function openS3({ endpoint, region }: S3Address): Promise<S3> {
  const commands = await import('@aws-sdk/client-s3')
  const own = endpoint !== undefined && endpoint !== ''
  const client = new commands.S3Client({
    // Other stores have one address for all buckets, and need no region but the protocol does.
    ...(own ? { endpoint, forcePathStyle: true } : {}),
    ...(own && region === undefined ? { region: 'us-east-1' } : {}),
    // Older stores do not know the checksums that came in 2025.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectMilliseconds, requestTimeout: answerMilliseconds },
  })
  return { client, commands }
}

const missing = (id: string): PlantainError =>
  new PlantainError('NOT_FOUND', `there is no stored file "${id.slice(0, 80)}"; check its id`)

/** What the store says, as what to do. Of the SDK's error the words are kept: the whole of it holds sockets and signatures. */
function refusal(bucket: string, thrown: unknown): PlantainError {
  const { name = '', message = '' } = thrown as Error
  const cause = new Error(`${name}: ${message}`)
  if (name === 'NoSuchBucket')
    return new PlantainError(
      'FAILED_PRECONDITION',
      `there is no bucket ${bucket} in the store; make it, or set PLANTAIN_BLOBS to another`,
      { cause },
    )
  if (
    /^(AccessDenied|Forbidden|InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|CredentialsProviderError|AuthorizationHeaderMalformed|InvalidToken)$/.test(
      name,
    )
  )
    return new PlantainError(
      'PERMISSION_DENIED',
      `the store does not let us into the bucket ${bucket} (${name}); check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the rights of that key`,
      { cause },
    )
  const region = /region is missing/i.test(message) ? '; set AWS_REGION' : ''
  return new PlantainError(
    'UNAVAILABLE',
    `the store of the bucket ${bucket} cannot be used (${name || 'no answer'})${region || '; check that it runs, and AWS_ENDPOINT_URL_S3'}`,
    { cause },
  )
}
