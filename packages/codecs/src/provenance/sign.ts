import { createHash } from 'node:crypto'
import { X509Certificate } from '@peculiar/x509'
import {
  ActionAssertion,
  ActionType,
  ClaimVersion,
  DataHashAssertion,
  DigitalSourceType,
  IngredientAssertion,
  ManifestStore,
  RelationshipType,
  Signature,
  type Action,
  type Manifest,
} from '@trustnxt/c2pa-ts/manifest'
import { PlantainError } from '@plantain/core'
import { decode } from '../decode.ts'
import { assetOf, withoutManifest } from './assets.ts'
import type { Identity } from './identity.ts'
import { useNodeCrypto } from './node-crypto.ts'
import { pixelsAssertion, watermarkAssertion } from './own-assertions.ts'

/** Bytes: P-384's signature has 96. What is left of the room has to stay between 24 and 255, where its own length takes as many bytes as before. */
const roomForSignature = 200

/** What the signer says of the picture. */
export interface Statement {
  /** Which program, and which version of it. */
  readonly generator: { readonly name: string; readonly version: string }
  /** `made`: from words alone; `edited`: from a picture that somebody brought. */
  readonly origin: 'made' | 'edited'
  /** The number of the invisible mark in it, hexadecimal. */
  readonly watermark?: string
}

/**
 * The file with a C2PA manifest (Content Credentials) that holds this statement, bound to every byte of the file. A manifest that was
 * there is replaced. The same file, identity and statement give the same bytes: no time and no chance goes in.
 *
 * bytes: a whole PNG, JPEG or WebP
 */
export async function signPicture(
  bytes: Uint8Array,
  identity: Identity,
  statement: Statement,
): Promise<Uint8Array> {
  useNodeCrypto()
  const plain = withoutManifest(bytes)
  const asset = assetOf(plain)
  if (asset === null)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'only PNG, JPEG and WebP files are signed; choose one of them',
    )
  const [certificate, ...chain] = identity.certificates.map(
    ({ raw }) => new X509Certificate(new Uint8Array(raw)),
  )
  const signer = {
    algorithm: identity.algorithm,
    certificate: certificate!,
    chainCertificates: chain,
    sign: (payload: Uint8Array) => identity.sign(payload),
  }
  const ids = idsOf(plain)
  const store = new ManifestStore()
  const manifest = store.createManifest({
    claimVersion: ClaimVersion.V2,
    assetFormat: asset.mimeType,
    instanceID: `xmp:iid:${ids('instance')}`,
    defaultHashAlgorithm: 'SHA-256',
    signer,
  })
  // The library leaves 25 KB for a time stamp, which there is none of.
  manifest.signature = Signature.create(signer, roomForSignature)
  manifest.label = `urn:c2pa:${ids('manifest')}`
  manifest.claim!.claimGeneratorName = statement.generator.name
  manifest.claim!.claimGeneratorVersion = statement.generator.version
  manifest.addAssertion(actions(manifest, statement))
  manifest.addAssertion(pixelsAssertion(await decode(plain, { maxPixels: Number.MAX_SAFE_INTEGER })))
  if (statement.watermark !== undefined) manifest.addAssertion(watermarkAssertion(statement.watermark))
  const binding = DataHashAssertion.create('SHA-256')
  manifest.addAssertion(binding)
  await asset.ensureManifestSpace(store.measureSize())
  await binding.updateWithAsset(asset)
  await manifest.sign(signer)
  await asset.writeManifestJUMBF(store.getBytes())
  return new Uint8Array(await asset.getDataRange())
}

function actions(manifest: Manifest, { origin, watermark }: Statement): ActionAssertion {
  const assertion = new ActionAssertion()
  assertion.actions =
    origin === 'made'
      ? [{ action: ActionType.C2paCreated, digitalSourceType: DigitalSourceType.TrainedAlgorithmicMedia }]
      : editing(manifest)
  if (watermark !== undefined) assertion.actions.push({ action: ActionType.C2paWatermarked })
  return assertion
}

function editing(manifest: Manifest): Action[] {
  const source = IngredientAssertion.createV3(RelationshipType.ParentOf)
  source.title = 'the picture that was edited'
  manifest.addAssertion(source)
  return [
    {
      action: ActionType.C2paOpened,
      parameters: { ingredients: [manifest.createAssertionReference(source)] },
    },
    {
      action: ActionType.C2paEdited,
      digitalSourceType: DigitalSourceType.CompositeWithTrainedAlgorithmicMedia,
    },
  ]
}

/** Names that C2PA wants to be unique: made of the file itself, where others draw them, in the form of drawn ones (UUID version 4). */
function idsOf(bytes: Uint8Array): (purpose: string) => string {
  const file = createHash('sha256').update(bytes).digest()
  return (purpose) => {
    const id = createHash('sha256').update(purpose).update(file).digest().subarray(0, 16)
    id[6] = (id[6]! & 0x0f) | 0x40
    id[8] = (id[8]! & 0x3f) | 0x80
    const hex = id.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}
