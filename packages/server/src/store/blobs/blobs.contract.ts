import { describe, expect, test } from 'vitest'
import type { Blobs } from './blobs.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const soon = (): Date => new Date(Date.now() + 60_000)
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * What is asked of any place for blobs; each call of `open` is a place of its own.
 *
 * tick:   milliseconds in which the place's clock surely moves
 * copies: what is written again is another object beside the first, and the first may go
 */
export function blobsContract(
  name: string,
  open: () => Blobs | Promise<Blobs>,
  { tick = 20, copies = false }: { readonly tick?: number; readonly copies?: boolean } = {},
): void {
  describe(`blobs on ${name}`, () => {
    test('bytes come back under their hash, and the same bytes are one', async () => {
      const blobs = await open()
      const bytes = text('plantain')
      const id = await blobs.write(bytes)
      expect(id).toBe('de0cb49945c61579260264e2842fd4244c157f912bbd8cdfac12c4d5f824a4fd')
      expect(new Uint8Array(await blobs.read(id))).toEqual(bytes)
      expect(await Promise.all([blobs.write(bytes), blobs.write(bytes)])).toEqual([id, id])
      bytes[0] = 0
      expect((await blobs.read(id))[0]).toBe(112)
      const [empty, large] = [new Uint8Array(), new Uint8Array(3_000_000).map((_, i) => i % 251)]
      expect(new Uint8Array(await blobs.read(await blobs.write(empty)))).toEqual(empty)
      expect(Buffer.compare(await blobs.read(await blobs.write(large)), large)).toBe(0)
    })
    test.each(['0'.repeat(64), '../../etc/passwd', ''])('"%s" is not there', async (id) => {
      await expect((await open()).read(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })
    test('a sweep takes what is old and not used, and nothing else', async () => {
      const blobs = await open()
      const [used, unused] = [await blobs.write(text('used')), await blobs.write(text('unused'))]
      expect(await blobs.sweep(new Date(Date.now() - 60_000), async () => new Set())).toBe(0)
      expect(await blobs.sweep(soon(), async () => new Set([used]))).toBe(1)
      expect(Buffer.from(await blobs.read(used)).toString()).toBe('used')
      await expect(blobs.read(unused)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await blobs.write(text('unused'))).toBe(unused)
      expect(Buffer.from(await blobs.read(unused)).toString()).toBe('unused')
    })
    test('a sweep leaves what is written again while it looks', async () => {
      const blobs = await open()
      const id = await blobs.write(text('again'))
      await wait(tick)
      const between = new Date()
      await wait(tick)
      const used = async () => {
        await blobs.write(text('again'))
        return new Set<string>()
      }
      expect(await blobs.sweep(between, used)).toBe(copies ? 1 : 0)
      expect(Buffer.from(await blobs.read(id)).toString()).toBe('again')
    })
    test('whatever is written among sweeps stays while it is young, to the last byte', async () => {
      const blobs = await open()
      const words = Array.from({ length: 8 }, (_, i) => `word ${i}`)
      const old = await Promise.all(words.map((word) => blobs.write(text(word))))
      await wait(tick)
      const before = new Date()
      await wait(tick)
      // Writers and sweepers at once: what was old goes or stays, what is written now stays.
      const sweeps = Array.from({ length: 3 }, () => blobs.sweep(before, async () => new Set()))
      const ids = await Promise.all(words.map((word) => blobs.write(text(word))))
      await Promise.all(sweeps)
      expect(ids).toEqual(old)
      for (const [i, id] of ids.entries()) expect(Buffer.from(await blobs.read(id)).toString()).toBe(words[i])
    })
  })
}
