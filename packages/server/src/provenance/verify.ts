import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { decode, readRecipe, sniff, type ReadableFormat } from '@plantain/codecs'
import { PlantainError, type Bitmap } from '@plantain/core'
import type { Config } from '../config.ts'
import { ownIdentityFile } from './identity.ts'
import { knownWatermarkId } from './watermark-id.ts'

export interface Verified {
  readonly format: ReadableFormat
  readonly width: number
  readonly height: number
  /** What the file says of how it was made; anybody can write that. null: nothing. */
  readonly recipe: RecipeSummary | null
  /** The signed C2PA manifest. null: none. */
  readonly manifest: ManifestSummary | { readonly damaged: string } | null
  /** The invisible mark in its pixels. null: none is seen. */
  readonly watermark: WatermarkSummary | null
  /**
   * `intact`: it is signed, and as it was signed; `unsigned`: it says how it was made, and nobody stands for that; `changed`: a signature does not hold, or the file is not as it was signed; `nothing`: there is
   * nothing that says where it comes from.
   */
  readonly verdict: 'intact' | 'unsigned' | 'changed' | 'nothing'
  /** The same in sentences, for people. */
  readonly findings: readonly string[]
}

export interface RecipeSummary {
  readonly task: string | null
  readonly version: string | null
  readonly model: string | null
  readonly seed: number | null
  /** The prompt, or the message of a conversation. */
  readonly words: string | null
}

export interface WatermarkSummary {
  readonly id: string
  /** `own`: that of this installation. */
  readonly known: 'own' | 'unknown'
  /** Size of the picture to that which was marked: 0.5 was halved. */
  readonly scale: number
  /** Standard deviations by which it stands out of what chance gives; from 6 it counts. */
  readonly sureness: number
}

export interface ManifestSummary {
  readonly signature: 'valid' | 'invalid'
  readonly file: 'unchanged' | 'changed' | 'unknown'
  readonly pixels: 'unchanged' | 'changed' | 'unknown'
  readonly signer: Signer | null
  readonly generator: string | null
  readonly actions: readonly string[]
  /** C2PA's status codes of what does not hold. */
  readonly problems: readonly string[]
}

export interface Signer {
  /** As the certificate has it; whether that is true is what `known` says. */
  readonly name: string
  readonly issuer: string
  /** sha-256 of the certificate. */
  readonly fingerprint: string
  readonly validUntil: string
  readonly certificate: 'valid' | 'expired' | 'unfit'
  /** `own`: this installation's key; `trusted`: vouched for by one of `trustedCertificates`; `unknown`: by nobody that is known here. */
  readonly known: 'own' | 'trusted' | 'unknown'
}

/**
 * What a file says of where it comes from, and how far that holds.
 *
 * throws: INVALID_ARGUMENT for what is no whole picture, or for a setting that names no certificates. Nothing else in the file throws.
 */
export async function verifyPicture(file: Uint8Array, config: Config): Promise<Verified> {
  const bitmap = await decode(file, { maxPixels: config.maxMegapixels * 1e6 })
  const [recipe, manifest] = await Promise.all([recipeOf(file), manifestOf(file, config)])
  const watermark = await watermarkOf(bitmap, config)
  const { width, height } = bitmap
  const facts = { format: sniff(file)!, width, height, recipe, manifest, watermark }
  const findings = [...aboutManifest(manifest), ...aboutRecipe(recipe), ...aboutWatermark(watermark)]
  return { ...facts, verdict: verdictOf(facts), findings }
}

async function watermarkOf(bitmap: Bitmap, config: Config): Promise<WatermarkSummary | null> {
  const { readMark } = await import('@plantain/imaging/watermark')
  const found = readMark(bitmap)
  if (found === null) return null
  const id = found.id.toString(16).padStart(8, '0')
  return {
    id,
    known: id === (await knownWatermarkId(config)) ? 'own' : 'unknown',
    scale: Math.round(found.scale * 100) / 100,
    sureness: Math.round(found.sureness * 10) / 10,
  }
}

async function recipeOf(file: Uint8Array): Promise<RecipeSummary | null> {
  const recipe = await readRecipe(file)
  if (recipe === null) return null
  const text = (name: string): string | null =>
    typeof recipe[name] === 'string' ? printable(recipe[name]).slice(0, 500) : null
  return {
    task: text('task'),
    version: text('version'),
    model: text('model'),
    seed: typeof recipe['seed'] === 'number' ? recipe['seed'] : null,
    words: text('prompt') ?? text('message'),
  }
}

async function manifestOf(file: Uint8Array, config: Config): Promise<Verified['manifest']> {
  const { readManifest } = await import('@plantain/codecs/provenance')
  const report = await readManifest(file)
  if (report === null) return null
  if ('damaged' in report) return { damaged: printable(report.damaged) }
  const { signature, certificate, certificates, generator, actions, problems } = report
  const holds = signature === 'valid'
  return {
    signature,
    // What a broken signature says of the file is nobody's word.
    file: holds ? report.file : 'unknown',
    pixels: holds ? report.pixels : 'unknown',
    signer: certificates[0] === undefined ? null : await signerOf(certificates, certificate, config),
    generator: generator && printable(generator),
    actions: actions.map(printable),
    problems,
  }
}

async function signerOf(
  certificates: readonly X509Certificate[],
  certificate: Signer['certificate'],
  config: Config,
): Promise<Signer> {
  const { leadsTo } = await import('@plantain/codecs/provenance')
  const own = await ownCertificate(config)
  const [first] = certificates as [X509Certificate]
  return {
    name: nameIn(first.subject),
    issuer: nameIn(first.issuer),
    fingerprint: first.fingerprint256.replaceAll(':', '').toLowerCase(),
    validUntil: new Date(first.validTo).toISOString().slice(0, 10),
    certificate,
    known:
      first.fingerprint256 === own?.fingerprint256
        ? 'own'
        : leadsTo(certificates, await trusted(config))
          ? 'trusted'
          : 'unknown',
  }
}

async function ownCertificate({ signCertificates, data }: Config): Promise<X509Certificate | undefined> {
  const { readCertificates } = await import('@plantain/codecs/provenance')
  const text = await readFile(signCertificates || ownIdentityFile(data), 'utf8').catch(() => '')
  return readCertificates(text)[0]
}

async function trusted({ trustedCertificates }: Config): Promise<readonly X509Certificate[]> {
  if (trustedCertificates === '') return []
  const { readCertificates } = await import('@plantain/codecs/provenance')
  const found = readCertificates(await readFile(trustedCertificates, 'utf8').catch(() => ''))
  if (found.length > 0) return found
  throw new PlantainError(
    'INVALID_ARGUMENT',
    `${trustedCertificates} of the setting trustedCertificates holds no certificates that can be read; give a PEM file`,
  )
}

/** "CN=Ann\nO=Studio" → "Ann, Studio". */
const nameIn = (subject: string): string =>
  printable(
    subject
      .split('\n')
      .map((line) => line.replace(/^\w+=/, ''))
      .join(', '),
  ).slice(0, 200)

/** Words out of a stranger's file cannot move the cursor of a terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, ' ').trim()

function verdictOf({
  recipe,
  manifest,
  watermark,
}: Pick<Verified, 'recipe' | 'manifest' | 'watermark'>): Verified['verdict'] {
  if (manifest === null) return recipe === null && watermark === null ? 'nothing' : 'unsigned'
  if ('damaged' in manifest) return 'changed'
  return manifest.signature === 'valid' && manifest.file === 'unchanged' ? 'intact' : 'changed'
}

function aboutManifest(manifest: Verified['manifest']): readonly string[] {
  if (manifest === null) return ['It is not signed.']
  if ('damaged' in manifest)
    return [`It carries a signed manifest (C2PA) that cannot be read: ${manifest.damaged}.`]
  const { signature, file, pixels, signer, problems } = manifest
  if (signature === 'invalid')
    return [
      `It carries a signature (C2PA) that does not hold (${problems.join(', ')}); nothing it says counts.`,
    ]
  return [
    file === 'unchanged'
      ? 'It is signed (C2PA), the signature holds, and every byte and pixel is as it was signed.'
      : pixels === 'unchanged'
        ? 'It is signed (C2PA), and the file was changed since; its pixels are those that were signed.'
        : pixels === 'changed'
          ? 'It is signed (C2PA), and its pixels were changed since: it is not the picture that was signed.'
          : 'It is signed (C2PA), and the file was changed since; whether its pixels were, the signer did not record.',
    ...(signer === null ? [] : aboutSigner(signer)),
  ]
}

function aboutSigner({ name, issuer, certificate, known, validUntil }: Signer): readonly string[] {
  const who = {
    own: `Signed by this installation's own key (${name}).`,
    trusted: `Signed by ${name}; ${issuer} vouches for that, and is trusted here.`,
    unknown: `Signed by somebody who calls themselves "${name}": nobody that is trusted here vouches for that name, so it shows that the file is unchanged, and not whose it is.`,
  }
  return [
    who[known],
    ...(certificate === 'expired' ? [`The certificate is not valid today (it ends on ${validUntil}).`] : []),
    ...(certificate === 'unfit'
      ? ['The certificate is not one for signing pictures, by the rules of C2PA.']
      : []),
  ]
}

function aboutRecipe(recipe: RecipeSummary | null): readonly string[] {
  if (recipe === null) return ['It carries no recipe.']
  const by = [recipe.model, recipe.seed === null ? null : `seed ${recipe.seed}`].filter((one) => one !== null)
  const words = recipe.words === null || recipe.words === '' ? '' : ` of "${recipe.words.slice(0, 100)}"`
  return [
    `It carries a recipe${words}${by.length > 0 ? ` (${by.join(', ')})` : ''}.${recipe.task === 'generate' ? ' "plantain replay" makes the picture again and compares.' : ''}`,
  ]
}

function aboutWatermark(watermark: WatermarkSummary | null): readonly string[] {
  if (watermark === null) return ['No invisible mark is seen.']
  const { id, known, scale } = watermark
  const whose = known === 'own' ? "this installation's" : 'not that of this installation'
  const size =
    Math.abs(scale - 1) < 0.02
      ? ''
      : `; the picture has ${Math.round(scale * 100)} % of the size that was marked`
  return [
    `It carries an invisible mark, ${id} (${whose})${size}. Who knows how could put such a mark into any picture.`,
  ]
}
