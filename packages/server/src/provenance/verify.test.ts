import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode, readRecipe } from '@plantain/codecs'
import { makeIdentity, readCertificates } from '@plantain/codecs/provenance'
import { afterAll, expect, test } from 'vitest'
import { loadConfig, type Config } from '../config.ts'
import { fakeEngine } from '../fake-engine.contract.ts'
import { parseGenerateRequest, type GenerateInput } from '../generate/request.ts'
import { createPlantain } from '../plantain.ts'
import { replay } from '../replay.ts'
import { createSeal } from './seal.ts'
import { verifyPicture } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'plantain-provenance-'))
afterAll(() => rmSync(folder, { recursive: true }))

const installation = (name: string, flags: Partial<Record<keyof Config, unknown>> = {}): Config => {
  const data = join(folder, name)
  mkdirSync(join(data, 'models', 'fake'), { recursive: true })
  writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
  return loadConfig({ flags: { data, model: 'fake', ...flags }, environment: {}, directory: folder })
}
const signing = installation('signing', { sign: 'on' })
const never = new AbortController().signal

async function last<T>(run: AsyncGenerator<unknown, T>): Promise<T> {
  let next = await run.next()
  while (!next.done) next = await run.next()
  return next.value
}
const make = async (config: Config, input: GenerateInput = { size: '48x32' }): Promise<Uint8Array> => {
  const plantain = createPlantain(config, { openEngine: async () => fakeEngine() })
  const request = parseGenerateRequest({ prompt: 'a hill', seed: 9, steps: 2, ...input })
  return (await last(plantain.generate(request, never))).images[0]!.bytes
}

test('signed: the same file each time, intact, by our own key, which nobody else can read', async () => {
  const file = await make(signing)
  expect(await make(signing)).toEqual(file)
  const found = await verifyPicture(file, signing)
  expect(found).toMatchObject({
    format: 'png',
    width: 48,
    height: 32,
    verdict: 'intact',
    recipe: { task: 'generate', words: 'a hill', seed: 9 },
    manifest: { signature: 'valid', file: 'unchanged', pixels: 'unchanged', signer: { known: 'own' } },
  })
  expect(statSync(join(signing.data, 'identity.pem')).mode & 0o077).toBe(0)
})
test('elsewhere the same file is intact, and nobody says whose it is', async () => {
  const found = await verifyPicture(await make(signing), installation('elsewhere'))
  expect(found).toMatchObject({ verdict: 'intact', manifest: { signer: { known: 'unknown' } } })
  expect(found.findings.join(' ')).toMatch(/not whose it is/)
})
test('whose root is trusted here, is trusted', async () => {
  const { key, certificates } = await makeIdentity(new Date())
  const [own, root] = readCertificates(certificates).map(String)
  writeFileSync(join(folder, 'key.pem'), key)
  writeFileSync(join(folder, 'own.pem'), own!)
  writeFileSync(join(folder, 'root.pem'), root!)
  const file = await make(
    installation('operator', { sign: 'on', signKey: 'key.pem', signCertificates: 'own.pem' }),
  )
  const trusting = installation('trusting', { trustedCertificates: 'root.pem' })
  expect(await verifyPicture(file, trusting)).toMatchObject({ manifest: { signer: { known: 'trusted' } } })
})
test('not signed by default: it says how it was made, and that nobody stands for it', async () => {
  const found = await verifyPicture(await make(installation('plain')), signing)
  expect(found).toMatchObject({ verdict: 'unsigned', manifest: null, recipe: { words: 'a hill' } })
})
test('saved again by another program it says nothing', async () => {
  const found = await verifyPicture(await encode(await decode(await make(signing))), signing)
  expect(found).toMatchObject({ verdict: 'nothing', manifest: null, recipe: null })
})
test('one byte more, and it is not the file that was signed', async () => {
  const found = await verifyPicture(Buffer.concat([await make(signing), Buffer.from([0])]), signing)
  expect(found).toMatchObject({ verdict: 'changed', manifest: { file: 'changed', pixels: 'unchanged' } })
})
test("words out of a stranger's file cannot steer a terminal", async () => {
  const file = await encode(await decode(await make(signing)), {
    recipe: { task: 'generate', prompt: 'a\u001b[2Jb\u202ec' },
  })
  expect((await verifyPicture(file, signing)).recipe?.words).toBe('a [2Jb c')
})
test('what is no picture is told so', async () => {
  await expect(verifyPicture(Buffer.from('hello'), signing)).rejects.toThrow(/no picture that is known/)
})
test('a signed picture is made again: the same file but for the signature', async () => {
  const file = await make(signing)
  const plain = createPlantain(installation('plain'), { openEngine: async () => fakeEngine() })
  const again = await last(replay(plain, file, never))
  expect(again).toMatchObject({ sameFile: true, samePixels: true })
  expect(await readRecipe(again.bytes)).toEqual(await readRecipe(file))
})
test.each([
  [{ signKey: 'key.pem' }, /go together/],
  [{ signKey: 'gone.pem', signCertificates: 'own.pem' }, /gone.pem of the setting signKey cannot be read/],
  [{ signKey: 'root.pem', signCertificates: 'own.pem' }, /PKCS#8/],
])('%j is told at the start, with the setting to mend', async (flags, message) => {
  const seal = createSeal(installation('wrong', { sign: 'on', ...flags }))
  await expect(seal.check()).rejects.toThrow(message)
})
test('a file of trusted certificates that holds none is told', async () => {
  const config = installation('nobody', { trustedCertificates: 'key.pem' })
  await expect(verifyPicture(await make(signing), config)).rejects.toThrow(/trustedCertificates/)
})

test('marked where that is set: seen again after packing, by whose it is, and made again with the same mark', async () => {
  const marking = installation('marking', { watermark: 'on', sign: 'on' })
  const file = await make(marking, { size: '320x256', format: 'jpeg' })
  const { watermark } = await verifyPicture(file, marking)
  expect(watermark).toMatchObject({ known: 'own', scale: 1 })
  const elsewhere = installation('elsewhere')
  expect((await verifyPicture(file, elsewhere)).watermark).toMatchObject({
    id: watermark!.id,
    known: 'unknown',
  })
  const bare = await encode(await decode(file))
  expect(await verifyPicture(bare, elsewhere)).toMatchObject({ verdict: 'unsigned', recipe: null })
  const png = await make(marking, { size: '320x256' })
  const plain = createPlantain(elsewhere, { openEngine: async () => fakeEngine() })
  expect(await last(replay(plain, png, never))).toMatchObject({ sameFile: true, samePixels: true })
})
test('what the mark says can be set, and no picture that somebody brought is marked', async () => {
  const seal = createSeal(installation('chosen', { watermark: 'on', watermarkId: 'C0FFEE42' }))
  expect(await seal.watermark('made')).toBe('c0ffee42')
  expect(await seal.watermark('edited')).toBeNull()
  expect(await createSeal(installation('plain')).watermark('made')).toBeNull()
})
