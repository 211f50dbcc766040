import { expect, test } from 'vitest'
import { memoryBlobs } from '../store/blobs/memory.ts'
import { pack, unpack } from './pack.ts'

test('a value comes back as it was, its bytes by way of the blobs, its pixels as good as they were', async () => {
  const blobs = memoryBlobs()
  const bytes = new Uint8Array([1, 2, 3])
  const value = { a: [1, null, { bytes, text: 'añ🦊' }], none: undefined, pair: [bytes, Buffer.from(bytes)] }
  const text = await pack(value, blobs)
  expect(text).not.toContain('1,2,3')
  expect(await unpack(JSON.parse(text), blobs)).toEqual({
    a: [1, null, { bytes, text: 'añ🦊' }],
    pair: [bytes, bytes],
  })
  const bitmap = { width: 2, height: 2, data: new Uint8ClampedArray(16).fill(255) }
  expect(await unpack(JSON.parse(await pack({ preview: bitmap }, blobs)), blobs)).toEqual({ preview: bitmap })
})
test('what looks like our own words and comes from outside reads no blob', async () => {
  const blobs = memoryBlobs()
  const secret = await blobs.write(new Uint8Array([42]))
  const value = { recipe: { $bytes: secret, $plain: '{"$bytes": 1}', more: [{ $pixels: 'x' }] } }
  expect(await unpack(JSON.parse(await pack(value, blobs)), blobs)).toEqual(value)
})
test('what cannot be written down is found out', async () => {
  await expect(pack({ size: () => 1 }, memoryBlobs())).rejects.toThrow(TypeError)
})
