import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSigner, readSecret } from './signature.ts'

const signer = createSigner(new Uint8Array(32).fill(7))
const origin = { session: 'quiet-otter-41', turn: 3, picture: 1 }

test('what was signed is read again, also URL-safe as Python sends it back', () => {
  const signature = signer.sign(origin)
  expect(signer.read(signature)).toEqual(origin)
  expect(signer.read(signature.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''))).toEqual(origin)
  expect(signature.length).toBeLessThan(1024)
})
test('anything else is none of ours: other secrets, other bytes, other people’s signatures', () => {
  expect(createSigner(new Uint8Array(32)).read(signer.sign(origin))).toBeNull()
  for (const foreign of [
    '',
    'skip_thought_signature_validator',
    'context_engineering_is_the_way_to_go',
    'Q2lRQjBl',
    'x'.repeat(1e6),
  ])
    expect(signer.read(foreign)).toBeNull()
  const bytes = Buffer.from(signer.sign(origin), 'base64')
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const forged = Buffer.from(bytes)
      forged[at] = forged[at]! ^ change
      expect(signer.read(forged.toString('base64'))).toBeNull()
    }),
  )
})
test('the secret is made once and is its owner’s alone', async () => {
  const data = mkdtempSync(join(tmpdir(), 'plantain-secret-'))
  try {
    const all = await Promise.all([readSecret(data), readSecret(data), readSecret(data)])
    expect(all[0]).toHaveLength(32)
    expect(all.map(String)).toEqual(all.map(() => String(all[0])))
    if (process.platform !== 'win32') expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(data, { recursive: true })
  }
})
