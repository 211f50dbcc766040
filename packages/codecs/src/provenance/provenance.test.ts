import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PlantainError, type Bitmap } from '@plantain/core'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { encode } from '../encode.ts'
import type { Format } from '../sniff.ts'
import {
  leadsTo,
  makeIdentity,
  readCertificates,
  readIdentity,
  readManifest,
  signPicture,
  withoutManifest,
  type Identity,
  type IdentityFiles,
  type ManifestReport,
  type Statement,
} from './index.ts'

const width = 61
const height = 40
const bitmap: Bitmap = {
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).map((_, i) =>
    i % 4 === 3 ? 255 : (i * 7 + (i >> 6)) & 255,
  ),
}
const made: Statement = { generator: { name: 'Plantain', version: '1.2.3' }, origin: 'made' }
const edited: Statement = { ...made, origin: 'edited', watermark: '0badcafe' }
const formats: readonly Format[] = ['png', 'jpeg', 'webp']

let files: IdentityFiles
let identity: Identity
beforeAll(async () => {
  files = await makeIdentity(new Date())
  identity = readIdentity(files)
})
const picture = (format: Format): Promise<Uint8Array> => encode(bitmap, { format, recipe: { prompt: 'x' } })
const read = async (bytes: Uint8Array): Promise<ManifestReport> => {
  const report = await readManifest(bytes)
  if (report === null || 'damaged' in report) throw new Error(`no manifest: ${JSON.stringify(report)}`)
  return report
}

describe.each(formats)('%s', (format) => {
  test('signed, it is known again, and says what was done', async () => {
    const report = await read(await signPicture(await picture(format), identity, made))
    expect(report).toMatchObject({
      signature: 'valid',
      file: 'unchanged',
      pixels: 'unchanged',
      certificate: 'valid',
      generator: 'Plantain 1.2.3',
      actions: ['c2pa.created'],
      problems: [],
    })
    expect(report.certificates[0]!.fingerprint256).toBe(identity.certificates[0]!.fingerprint256)
  })
  test('the same picture, key and statement give the same bytes; signing again changes nothing', async () => {
    const bytes = await picture(format)
    const signed = await signPicture(bytes, identity, edited)
    expect(await signPicture(bytes, identity, edited)).toEqual(signed)
    expect(await signPicture(signed, identity, edited)).toEqual(signed)
  })
  test('without its manifest it is the file that it was', async () => {
    const bytes = await picture(format)
    expect(withoutManifest(await signPicture(bytes, identity, edited))).toEqual(new Uint8Array(bytes))
    expect(withoutManifest(bytes)).toBe(bytes)
  })
  test('other pixels under the same manifest are noticed', async () => {
    const signed = await signPicture(await picture(format), identity, made)
    const other = { ...bitmap, data: new Uint8ClampedArray(bitmap.data) }
    other.data[4 * 999] = 255 - other.data[4 * 999]!
    const swapped = await graft(signed, await encode(other, { format, recipe: { prompt: 'x' } }))
    expect(await read(swapped)).toMatchObject({ signature: 'valid', file: 'changed', pixels: 'changed' })
  })
  test('another recipe over the same pixels: the file was changed, the pixels were not', async () => {
    const signed = await signPicture(await picture(format), identity, made)
    const swapped = await graft(signed, await encode(bitmap, { format, recipe: { prompt: 'y' } }))
    expect(await read(swapped)).toMatchObject({ signature: 'valid', file: 'changed', pixels: 'unchanged' })
  })
  test('a file without a manifest has none', async () => {
    expect(await readManifest(await picture(format))).toBeNull()
  })
  test('whatever is done to its bytes, reading it ends and does not throw', async () => {
    const signed = await signPicture(await picture(format), identity, edited)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(signed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(signed.length),
        async (changes, end) => {
          const bytes = new Uint8Array(signed)
          for (const [at, value] of changes) bytes[at] = value
          const report = await readManifest(end % 3 === 0 ? bytes.subarray(0, end) : bytes)
          const changed = bytes.some((value, i) => value !== signed[i])
          if (changed && report !== null && !('damaged' in report) && report.signature === 'valid')
            expect(report.file === 'changed' || onlyInManifest(bytes, signed)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** A change to filling bytes within the manifest signs nothing away. */
const onlyInManifest = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.from(withoutManifest(one)).equals(Buffer.from(withoutManifest(other)))

/** The manifest of one file in another: what somebody does who wants a signature under another picture. */
async function graft(signed: Uint8Array, onto: Uint8Array): Promise<Uint8Array> {
  const { assetOf } = await import('./assets.ts')
  const [from, to] = [assetOf(signed)!, assetOf(onto)!]
  const jumbf = from.getManifestJUMBF()!
  await to.ensureManifestSpace(jumbf.length)
  await to.writeManifestJUMBF(jumbf)
  return to.getDataRange()
}

test('the reference implementation (c2pa-rs) finds nothing wrong', async () => {
  const { initSync, WasmReader } = await import('@contentauth/c2pa-wasm')
  const wasm = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')
  initSync({ module: await readFile(wasm) })
  const settings = JSON.stringify({ verify: { verify_trust: false } }) // it trusts nobody of ours
  for (const format of formats)
    for (const statement of [made, edited]) {
      const signed = await signPicture(await picture(format), identity, statement)
      const reader = await WasmReader.fromBytes(`image/${format}`, signed, settings)
      const { validation_state, validation_results } = JSON.parse(reader.json())
      expect([format, validation_state, validation_results.activeManifest.failure]).toEqual([
        format,
        'Valid',
        [],
      ])
    }
})
test('a signed picture is still a picture with its recipe', async () => {
  const signed = await signPicture(await picture('webp'), identity, edited)
  const { data } = await sharp(signed).raw().toBuffer({ resolveWithObject: true })
  expect(data).toEqual(
    (
      await sharp(await picture('webp'))
        .raw()
        .toBuffer({ resolveWithObject: true })
    ).data,
  )
})
test.each(['P-256', 'P-384'])('keys on %s sign, and the same each time', async (namedCurve) => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve })
  const certificates = await certificatesFor(
    privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    namedCurve,
  )
  const own = readIdentity({
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificates,
  })
  const bytes = await picture('png')
  const signed = await signPicture(bytes, own, made)
  expect(await read(signed)).toMatchObject({ signature: 'valid', file: 'unchanged', certificate: 'valid' })
  expect(await signPicture(bytes, own, made)).toEqual(signed)
})
test('who vouches for whom', () => {
  const roots = readCertificates(files.certificates).slice(1)
  expect(leadsTo(identity.certificates, roots)).toBe(true)
  expect(leadsTo(identity.certificates, [])).toBe(false)
})
test('a stranger with the same name does not lead to our root', async () => {
  const stranger = readIdentity(await makeIdentity(new Date()))
  const roots = readCertificates(files.certificates).slice(1)
  expect(leadsTo([stranger.certificates[0]!, roots[0]!], roots)).toBe(false)
})
test('a certificate that ran out is told apart from a signature that does not hold', async () => {
  const old = readIdentity(await makeIdentity(new Date('2001-01-01')))
  expect(await read(await signPicture(await picture('png'), old, made))).toMatchObject({
    signature: 'valid',
    file: 'unchanged',
    certificate: 'expired',
  })
})
test('keys and certificates that cannot be used are told with what to do', () => {
  const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const told = (one: Partial<IdentityFiles>): string => {
    try {
      readIdentity({ ...files, ...one })
      return 'taken'
    } catch (error) {
      return error instanceof PlantainError ? error.message : String(error)
    }
  }
  expect(told({ key: 'no key' })).toMatch(/PKCS#8/)
  expect(told({ certificates: 'none' })).toMatch(/PEM/)
  expect(told({ key: other })).toMatch(/do not belong together/)
})
test('boxes within boxes without end are refused before they are read', async () => {
  const depth = 3000
  const nest = new Uint8Array(depth * 8)
  const view = new DataView(nest.buffer)
  for (let i = 0; i < depth; i++) {
    view.setUint32(i * 8, (depth - i) * 8)
    view.setUint32(i * 8 + 4, 0x6a756d62)
  }
  const { assetOf } = await import('./assets.ts')
  const asset = assetOf(await picture('png'))!
  await asset.ensureManifestSpace(nest.length)
  await asset.writeManifestJUMBF(nest)
  expect(await readManifest(await asset.getDataRange())).toEqual({ damaged: expect.stringContaining('deep') })
})

/** An own root and a certificate for the key, as an operator would be given them. */
async function certificatesFor(pem: string, namedCurve: string): Promise<string> {
  const x509 = await import('@peculiar/x509')
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  const algorithm = { name: 'ECDSA', namedCurve, hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign'])
  const { d: _secret, key_ops: _uses, ...jwk } = await crypto.subtle.exportKey('jwk', key)
  const publicKey = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify'])
  const root = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const days = { notBefore: new Date(Date.now() - 1e6), notAfter: new Date(Date.now() + 1e9) }
  const issuer = await x509.X509CertificateGenerator.createSelfSigned({
    ...days,
    name: 'CN=A root',
    keys: root,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(root.publicKey),
    ],
  })
  const leaf = await x509.X509CertificateGenerator.create({
    ...days,
    subject: 'CN=A studio',
    issuer: issuer.subject,
    signingKey: root.privateKey,
    publicKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.4']),
      await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
    ],
  })
  expect(new X509Certificate(leaf.toString('pem')).issuer).toBe('CN=A root')
  return `${leaf.toString('pem')}\n${issuer.toString('pem')}`
}
