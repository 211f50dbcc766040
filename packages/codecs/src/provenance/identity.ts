import { createPrivateKey, randomBytes, sign, webcrypto, X509Certificate, type KeyObject } from 'node:crypto'
import { own, PlantainError } from '@plantain/core'

/** Who signs: a private key and the certificates that say whose it is, as PEM. */
export interface IdentityFiles {
  /** PKCS#8, without a pass phrase. */
  readonly key: string
  /** The signer's own first, then whoever vouches for it. */
  readonly certificates: string
}

export interface Identity {
  /** COSE's number of the kind of signature. */
  readonly algorithm: number
  readonly certificates: readonly X509Certificate[]
  /** Deterministic: the same bytes have the same signature. */
  sign(payload: Uint8Array): Promise<Uint8Array>
}

/**
 * Reads and checks an identity. Ed25519 keys and those on the curves P-256 and P-384 sign without chance (RFC 8032, RFC 6979), so
 * that the same picture is the same file each time; RSA-PSS cannot.
 *
 * throws: INVALID_ARGUMENT that says what is wrong with the key or the certificate
 */
export function readIdentity({ key: keyPem, certificates: chainPem }: IdentityFiles): Identity {
  const wrong = (message: string, cause?: unknown): PlantainError =>
    new PlantainError('INVALID_ARGUMENT', message, { cause })
  let key: KeyObject
  try {
    key = createPrivateKey(keyPem)
  } catch (cause) {
    throw wrong(
      'the signing key cannot be read; give a private key as PEM (PKCS#8) without a pass phrase',
      cause,
    )
  }
  const certificates = readCertificates(chainPem)
  if (certificates.length === 0)
    throw wrong("the signing certificate cannot be read; give PEM, the signer's own first")
  if (!certificates[0]!.checkPrivateKey(key))
    throw wrong(
      'the signing key and the first certificate do not belong together; give the key that the certificate was issued for',
    )
  const { algorithm, sign: signed } = signatureBy(key) ?? {}
  if (algorithm === undefined || signed === undefined)
    throw wrong(
      `the signing key is of the kind ${key.asymmetricKeyType}; give one of Ed25519, P-256 or P-384: their signatures are the same each time, and so are the files`,
    )
  return { algorithm, certificates, sign: signed }
}

/** All certificates of a PEM file, in their order; what is none is left out. */
export function readCertificates(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    return []
  }
}

const ecdsa = {
  'P-256': { algorithm: -7, name: 'p256' },
  'P-384': { algorithm: -35, name: 'p384' },
} as const

function signatureBy(key: KeyObject): Pick<Identity, 'algorithm' | 'sign'> | null {
  if (key.asymmetricKeyType === 'ed25519')
    return { algorithm: -8, sign: (payload) => Promise.resolve(new Uint8Array(sign(null, payload, key))) }
  if (key.asymmetricKeyType !== 'ec') return null
  const { crv, d } = key.export({ format: 'jwk' })
  const curve = crv === undefined ? undefined : own(ecdsa, crv)
  if (curve === undefined || d === undefined) return null
  return {
    algorithm: curve.algorithm,
    async sign(payload) {
      // Node's own ECDSA draws a random number for each signature.
      const curves = await import('@noble/curves/nist.js')
      return curves[curve.name].sign(payload, new Uint8Array(Buffer.from(d, 'base64url')), { lowS: false })
    },
  }
}

const years = 10
const day = 86_400_000

/**
 * A new key with a certificate that was issued by nobody but itself: by a root whose key is thrown away at once, as C2PA allows no
 * certificate that signs itself. It says which files come from the same installation, and not whose that is.
 */
export async function makeIdentity(now: Date): Promise<IdentityFiles> {
  const x509 = await import('@peculiar/x509')
  const signingAlgorithm = { name: 'Ed25519' }
  const pair = async (): Promise<CryptoKeyPair> =>
    (await webcrypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const [root, signer] = await Promise.all([pair(), pair()])
  const name = randomBytes(4).toString('hex')
  const common = {
    notBefore: new Date(now.getTime() - day), // clocks differ
    notAfter: new Date(now.getTime() + years * 365 * day),
    signingAlgorithm,
  }
  const serial = (): string => `4${randomBytes(15).toString('hex').slice(1)}`
  const issuer = await x509.X509CertificateGenerator.createSelfSigned({
    ...common,
    serialNumber: serial(),
    name: `CN=Plantain ${name} root, O=Self-made and vouched for by nobody`,
    keys: root,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(root.publicKey),
    ],
  })
  const certificate = await x509.X509CertificateGenerator.create({
    ...common,
    serialNumber: serial(),
    subject: `CN=Plantain ${name}, O=Self-made and vouched for by nobody`,
    issuer: issuer.subject,
    signingKey: root.privateKey,
    publicKey: signer.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([
        '1.3.6.1.5.5.7.3.36', // signs documents
        '1.3.6.1.5.5.7.3.4', // what older validators look for
      ]),
      await x509.SubjectKeyIdentifierExtension.create(signer.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(root.publicKey),
    ],
  })
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', signer.privateKey))
  return {
    key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      .export({ format: 'pem', type: 'pkcs8' })
      .toString(),
    certificates: `${certificate.toString('pem')}\n${issuer.toString('pem')}\n`,
  }
}
