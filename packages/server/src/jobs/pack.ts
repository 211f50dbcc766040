import { decode, encode } from '@plantain/codecs'
import type { ArtifactId, Bitmap } from '@plantain/core'
import type { Blobs } from '../store/blobs/blobs.ts'

/**
 * A value that is plain but for bytes and pixels, as JSON for a row: bytes lie in the blobs, and only their hash in the row. Pixels are
 * previews, which lose a little and are small enough to stand there themselves.
 */
export async function pack(value: unknown, blobs: Blobs): Promise<string> {
  return JSON.stringify(await packed(value, blobs))
}

/** The value again. throws: NOT_FOUND where bytes are gone, or lie where this process does not look */
export async function unpack(value: unknown, blobs: Blobs): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => unpack(one, blobs)))
  if (typeof value !== 'object' || value === null) return value
  if ('$bytes' in value) return blobs.read(value.$bytes as ArtifactId)
  if ('$plain' in value) return JSON.parse(value.$plain as string)
  if ('$pixels' in value) return decode(Buffer.from(value.$pixels as string, 'base64'))
  return ofEach(value, (one) => unpack(one, blobs))
}

async function packed(value: unknown, blobs: Blobs): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: await blobs.write(value) }
  if (Array.isArray(value)) return Promise.all(value.map((one) => packed(one, blobs)))
  if (typeof value === 'function') throw new TypeError('a function cannot be done elsewhere')
  if (typeof value !== 'object' || value === null) return value
  // From outside, and no word of ours: it must not read a blob.
  if (Object.keys(value).some((key) => key.startsWith('$'))) return { $plain: JSON.stringify(value) }
  if (isBitmap(value))
    return { $pixels: Buffer.from(await encode(value, { format: 'webp', quality: 80 })).toString('base64') }
  return ofEach(value, (one) => packed(one, blobs))
}

const isBitmap = (value: object): value is Bitmap =>
  'data' in value && value.data instanceof Uint8ClampedArray

async function ofEach(value: object, of: (one: unknown) => Promise<unknown>): Promise<object> {
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, one]) => [key, await of(one)] as const),
  )
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined))
}
