import { X509Certificate } from 'node:crypto'
import { CBORBox, SuperBox } from '@trustnxt/c2pa-ts/jumbf'
import {
  ActionAssertion,
  DataHashAssertion,
  ManifestStore,
  ValidationStatusCode,
  type Manifest,
} from '@trustnxt/c2pa-ts/manifest'
import type { Asset } from '@trustnxt/c2pa-ts/asset'
import { decode } from '../decode.ts'
import { assetOf, withoutManifest } from './assets.ts'
import { checkBoxes } from './jumbf-limits.ts'
import { useNodeCrypto } from './node-crypto.ts'
import { hashPixels, pixelsLabel } from './own-assertions.ts'

export interface ManifestReport {
  /** The claim is as it was signed, by the key of the certificate, and so is all that it states. */
  readonly signature: 'valid' | 'invalid'
  /** Every byte of the file but the manifest itself is as it was signed. */
  readonly file: 'unchanged' | 'changed'
  /** `unknown`: the file was changed, and the signer did not say what its pixels were. */
  readonly pixels: 'unchanged' | 'changed' | 'unknown'
  /** Whether the certificate may sign pictures now, by its own words; not whether its holder can be trusted. */
  readonly certificate: 'valid' | 'expired' | 'unfit'
  /** The signer's first, then those that vouch for it. Empty where none can be read. */
  readonly certificates: readonly X509Certificate[]
  /** Program that made the claim, in its own words. */
  readonly generator: string | null
  /** What the signer says was done, by C2PA's names. */
  readonly actions: readonly string[]
  /** C2PA's status codes of what does not hold. */
  readonly problems: readonly string[]
}

/** null: the file carries no manifest. A manifest that cannot be read is `damaged` with a sentence. Never throws for what is in the file. */
export async function readManifest(
  bytes: Uint8Array,
): Promise<ManifestReport | { readonly damaged: string } | null> {
  useNodeCrypto()
  try {
    const asset = assetOf(bytes)
    const jumbf = asset?.getManifestJUMBF()
    if (!asset || jumbf === undefined)
      return hasPieces(bytes) ? { damaged: 'it is in pieces, or there are several' } : null
    checkBoxes(jumbf)
    const manifest = ManifestStore.read(SuperBox.fromBuffer(new Uint8Array(jumbf))).getActiveManifest()
    if (manifest === undefined) return { damaged: 'it holds no claim' }
    return await report(manifest, asset, bytes)
  } catch (cause) {
    return {
      damaged:
        cause instanceof Error && cause.message !== '' ? cause.message.slice(0, 200) : 'it cannot be read',
    }
  }
}

/** A manifest that the library finds no beginning of, though places for one are there. */
const hasPieces = (bytes: Uint8Array): boolean =>
  withoutManifest(bytes).length < bytes.length && Buffer.from(bytes).includes('c2pa')

const credential: ReadonlySet<string> = new Set([
  ValidationStatusCode.SigningCredentialInvalid,
  ValidationStatusCode.SigningCredentialExpired,
  ValidationStatusCode.SigningCredentialUntrusted,
])

async function report(manifest: Manifest, asset: Asset, bytes: Uint8Array): Promise<ManifestReport> {
  // The library leaves the file unread where anything else is wrong; here each finding stands by itself.
  const { statusEntries } = await manifest.validate(asset)
  const problems = statusEntries.filter(({ success }) => success === false).map(({ code }) => String(code))
  const binding = await bound(manifest, asset)
  const others = problems.filter(
    (code) => !credential.has(code) && code !== ValidationStatusCode.AssertionDataHashMismatch,
  )
  const signed = statusEntries.some(({ code }) => code === ValidationStatusCode.ClaimSignatureValidated)
  const expired = problems.includes(ValidationStatusCode.SigningCredentialExpired)
  return {
    signature: signed && others.length === 0 ? 'valid' : 'invalid',
    file: binding ? 'unchanged' : 'changed',
    pixels: binding ? 'unchanged' : await samePixels(manifest, bytes),
    certificate: expired ? 'expired' : problems.some((code) => credential.has(code)) ? 'unfit' : 'valid',
    certificates: certificatesOf(manifest),
    generator: generatorOf(manifest),
    actions: actionsOf(manifest),
    problems: [
      ...new Set(binding ? problems : [...problems, ValidationStatusCode.AssertionDataHashMismatch]),
    ],
  }
}

/** Exactly the manifest's own place may be left out of what is signed: a claim that leaves out more says nothing of the pixels in there. */
async function bound({ assertions }: Manifest, asset: Asset): Promise<boolean> {
  const bindings = assertions?.getHardBindings() ?? []
  const [binding] = bindings
  if (bindings.length !== 1 || !(binding instanceof DataHashAssertion)) return false
  const own = asset.getHashExclusionRange()
  if (binding.exclusions.some(({ start, length }) => start !== own.start || length !== own.length))
    return false
  return (await binding.validateAgainstAsset(asset)).isValid
}

async function samePixels({ assertions }: Manifest, bytes: Uint8Array): Promise<ManifestReport['pixels']> {
  const box = assertions?.getAssertionsByLabel(pixelsLabel)[0]?.sourceBox?.contentBoxes[0]
  const content: unknown = box instanceof CBORBox ? box.content : null
  if (typeof content !== 'object' || content === null || !('hash' in content)) return 'unknown'
  const bitmap = await decode(bytes).catch(() => null)
  return bitmap !== null && hashPixels(bitmap) === content.hash ? 'unchanged' : 'changed'
}

function certificatesOf({ signature }: Manifest): readonly X509Certificate[] {
  const { certificate, chainCertificates = [] } = signature?.signatureData ?? {}
  return certificate === undefined
    ? []
    : [certificate, ...chainCertificates].map(({ rawData }) => new X509Certificate(Buffer.from(rawData)))
}

function generatorOf({ claim }: Manifest): string | null {
  const words = [claim?.claimGeneratorName, claim?.claimGeneratorVersion]
  const said = words.filter((word): word is string => typeof word === 'string')
  return said.length === 0 ? null : said.join(' ').slice(0, 200)
}

const actionsOf = ({ assertions }: Manifest): readonly string[] =>
  (assertions?.getActionAssertions() ?? [])
    .flatMap((one) => (one instanceof ActionAssertion ? one.actions : []))
    .map(({ action }) => String(action).slice(0, 100))

/** Whether the first certificate was issued, over those after it, by one of these. */
export function leadsTo(
  certificates: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): boolean {
  for (const [index, certificate] of certificates.entries()) {
    if (roots.some((root) => issued(root, certificate) || root.fingerprint256 === certificate.fingerprint256))
      return true
    const next = certificates[index + 1]
    if (next === undefined || !issued(next, certificate)) return false
  }
  return false
}

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
