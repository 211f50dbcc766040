import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlantainError, type Bitmap } from '@plantain/core'
import type { Identity, IdentityFiles } from '@plantain/codecs/provenance'
import type { Config } from '../config.ts'
import { writeOnce } from '../write-once.ts'

/** What the certificates of an operator would be called in the data directory of one who has none. */
export const ownIdentityFile = (data: string): string => join(data, 'identity.pem')

/**
 * Who signs for this installation: the operator's key and certificates, else ones of its own, made when they are first needed. Those say
 * which files come from the same installation; whose it is, nobody vouches for.
 *
 * throws: INVALID_ARGUMENT or NOT_FOUND that names the setting to mend
 */
export async function openIdentity(config: Config): Promise<Identity> {
  const { readIdentity } = await import('@plantain/codecs/provenance')
  const { signKey, signCertificates, data } = config
  if ((signKey === '') !== (signCertificates === ''))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'signKey and signCertificates go together; set both (PLANTAIN_SIGN_KEY, PLANTAIN_SIGN_CERTIFICATES) or neither',
    )
  const own = signKey === ''
  const identity = readIdentity(
    own
      ? await ownIdentity(data)
      : { key: await pem(signKey, 'signKey'), certificates: await pem(signCertificates, 'signCertificates') },
  )
  await tryOut(identity)
  return identity
}

async function ownIdentity(data: string): Promise<IdentityFiles> {
  const { makeIdentity } = await import('@plantain/codecs/provenance')
  const file = await writeOnce(ownIdentityFile(data), async () => {
    const { key, certificates } = await makeIdentity(new Date())
    return Buffer.from(`${key}${certificates}`)
  })
  const text = Buffer.from(file).toString()
  return { key: text, certificates: text } // each is found in it by its own lines
}

async function pem(path: string, setting: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new PlantainError('NOT_FOUND', `${path} of the setting ${setting} cannot be read; check the path`, {
      cause,
    })
  }
}

/** A certificate may be sound and still not one for signing pictures: better told at the start than by every verifier later. */
async function tryOut(identity: Identity): Promise<void> {
  const [{ readManifest, signPicture }, { encode }] = await Promise.all([
    import('@plantain/codecs/provenance'),
    import('@plantain/codecs'),
  ])
  const dot: Bitmap = { width: 1, height: 1, data: new Uint8ClampedArray([0, 0, 0, 255]) }
  const signed = await signPicture(await encode(dot), identity, {
    generator: { name: 'Plantain', version: '0' },
    origin: 'made',
  })
  const report = await readManifest(signed)
  if (
    report !== null &&
    !('damaged' in report) &&
    report.signature === 'valid' &&
    report.certificate === 'valid'
  )
    return
  const problems = report === null ? [] : 'damaged' in report ? [report.damaged] : report.problems
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `the signing certificate cannot sign pictures (${problems.join(', ')}); it has to be valid today, issued by another certificate, and meant for digital signatures of documents or mail`,
  )
}
