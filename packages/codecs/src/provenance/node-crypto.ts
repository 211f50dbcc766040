import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { constants } from 'node:crypto'
import { Crypto, type CryptoProvider } from '@trustnxt/c2pa-ts/crypto'

const hashName = (algorithm: string): string => algorithm.replace('-', '').toLowerCase()

/**
 * The library's cryptography by Node's own: Web Crypto would copy each picture whole before hashing it, and calls Ed25519
 * experimental in Node 20.
 */
const nodeCrypto: CryptoProvider = {
  digest: (data, algorithm) =>
    Promise.resolve(new Uint8Array(createHash(hashName(algorithm)).update(data).digest())),
  streamingDigest(algorithm) {
    const hash = createHash(hashName(algorithm))
    return {
      update: (data) => void hash.update(data),
      final: () => Promise.resolve(new Uint8Array(hash.digest())),
    }
  },
  verifySignature(payload, signature, publicKey, algorithm) {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    switch (algorithm.name) {
      case 'Ed25519':
        return Promise.resolve(verify(null, payload, key, signature))
      case 'ECDSA':
        return Promise.resolve(
          verify(hashName(algorithm.hash), payload, { key, dsaEncoding: 'ieee-p1363' }, signature),
        )
      case 'RSA-PSS':
        return Promise.resolve(
          verify(
            hashName(algorithm.hash),
            payload,
            { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength },
            signature,
          ),
        )
      case 'RSASSA-PKCS1-v1_5':
        return Promise.resolve(verify(hashName(algorithm.hash), payload, key, signature))
    }
  },
  sign: () => Promise.reject(new TypeError('pictures are signed by an identity')),
  getRandomValues: (count) => new Uint8Array(randomBytes(count)),
}

export const useNodeCrypto = (): void => {
  Crypto.provider = nodeCrypto
}
