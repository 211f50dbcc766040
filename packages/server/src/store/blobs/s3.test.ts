import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { blobsContract } from './blobs.contract.ts'
import { openBlobs } from './open.ts'
import { s3Blobs } from './s3.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
// A server that speaks S3, in this process; or any other, with a bucket of its own that the run may fill:
// STORE_TEST_BLOBS=s3://bucket AWS_ENDPOINT_URL_S3=… AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…
const other = process.env['STORE_TEST_BLOBS']
const directory = mkdtempSync(join(tmpdir(), 'plantain-s3-'))
const bucket = other?.replace(/^s3:\/\//, '') ?? 'pictures'
let endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? ''
let server: S3rver | null = null
const kept = { ...process.env }
beforeAll(async () => {
  if (other !== undefined) return
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    // It reckons with /bucket where clients sign /bucket/, which Amazon's own accepts; keys it does check.
    allowMismatchedSignatures: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}`
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' })
})
afterAll(async () => {
  await server?.close()
  process.env = kept
  rmSync(directory, { recursive: true, force: true })
})
let places = 0
const run = Date.now().toString(36)
const open = (prefix = `${run}/${++places}/`) =>
  s3Blobs({ bucket, prefix, youngMilliseconds: 0 }, { endpoint, region: undefined })
/** The server in this process removes a folder that it saw empty with all that came into it since; one that is not empty stays. */
function openAmongWriters() {
  const prefix = `${run}/${++places}/`
  for (let byte = 0; byte < 256 && server !== null; byte++) {
    const folder = join(directory, bucket, prefix, byte.toString(16).padStart(2, '0'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'stays'), '')
  }
  return open(prefix)
}
const client = (): S3Client => new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true })
const keys = async (prefix: string): Promise<string[]> =>
  ((await client().send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))).Contents ?? []).map(
    ({ Key }) => Key!,
  )
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)

// Stores tell the time of an object in whole seconds.
blobsContract('S3', openAmongWriters, { tick: 1100, copies: true })

describe('blobs on S3', () => {
  test('the same bytes are one object while it is young, and the newest is enough', async () => {
    const prefix = `${run}/one/`
    const blobs = s3Blobs({ bucket, prefix }, { endpoint, region: undefined })
    for (let i = 0; i < 3; i++) await blobs.write(bytes('one'))
    expect((await keys(prefix)).length).toBe(1)
    const many = open(prefix)
    const id = await many.write(bytes('one'))
    expect((await keys(prefix)).length).toBe(2)
    expect(await many.sweep(new Date(Date.now() + 60_000), async () => new Set([id]))).toBe(0)
    expect((await keys(prefix)).length).toBe(1)
    // One that was known and is gone: looked for anew, also by the other process.
    expect(Buffer.from(await blobs.read(id)).toString()).toBe('one')
    expect(Buffer.from(await many.read(id)).toString()).toBe('one')
  })
  test('bytes that are no longer those that were stored are found out', async () => {
    const prefix = `${run}/damaged/`
    const blobs = open(prefix)
    const id = await blobs.write(bytes('whole'))
    const [key] = await keys(prefix)
    await client().send(new PutObjectCommand({ Bucket: bucket, Key: key!, Body: 'other' }))
    await expect(blobs.read(id)).rejects.toMatchObject({ code: 'DATA_LOSS' })
    await client().send(new DeleteObjectCommand({ Bucket: bucket, Key: key! }))
    await expect(blobs.read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  test('a sweep of sessions leaves files alone, and what others keep there', async () => {
    const blobs = `s3://${bucket}/${run}/house`
    const variables = { AWS_ENDPOINT_URL_S3: endpoint }
    const [sessions, files] = [
      openBlobs({ data: '', blobs }, 'sessions', variables),
      openBlobs({ data: '', blobs }, 'files', variables),
    ]
    const id = await files.write(bytes('file'))
    await sessions.write(bytes('picture'))
    await client().send(
      new PutObjectCommand({ Bucket: bucket, Key: `${run}/house/sessions/notes.txt`, Body: 'x' }),
    )
    expect(await sessions.sweep(new Date(Date.now() + 60_000), async () => new Set())).toBe(1)
    expect(Buffer.from(await files.read(id)).toString()).toBe('file')
    expect((await keys(`${run}/house/sessions/`)).map((key) => key.split('/').at(-1))).toEqual(['notes.txt'])
  })
  test.skipIf(other !== undefined)('what is wrong with the store is a sentence', async () => {
    const at = (options: { bucket?: string; endpoint?: string }) =>
      s3Blobs(
        { bucket: options.bucket ?? bucket, prefix: '' },
        { endpoint: options.endpoint ?? endpoint, region: undefined },
      )
    await expect(at({ bucket: 'nowhere' }).write(bytes('x'))).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('there is no bucket nowhere'),
    })
    await expect(at({ endpoint: 'http://127.0.0.1:1' }).read('0'.repeat(64))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('AWS_ENDPOINT_URL_S3'),
    })
    process.env['AWS_ACCESS_KEY_ID'] = 'wrong'
    const error = await at({})
      .write(bytes('x'))
      .then(
        () => null,
        (thrown: Error) => thrown,
      )
    process.env['AWS_ACCESS_KEY_ID'] = 'S3RVER'
    expect(error).toMatchObject({
      code: 'PERMISSION_DENIED',
      message: expect.stringContaining('AWS_SECRET_ACCESS_KEY'),
    })
    expect(error!.message).not.toContain('wrong')
  })
})
