import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { writeOnce } from '../write-once.ts'

/** A picture of a stored session. */
export interface Origin {
  readonly session: string
  readonly turn: number
  /** Which of the turn's pictures, from 1. */
  readonly picture: number
}

/**
 * What goes out with a picture and comes back with it: opaque to the client, so that a conversation that is sent whole each time finds
 * its stored session. Losing it loses nothing but exactness; a forged or damaged one is as good as none.
 */
export interface Signer {
  sign(origin: Origin): string
  /** null for anything that we did not sign. */
  read(signature: string): Origin | null
}

const macBytes = 16

export function createSigner(secret: Uint8Array): Signer {
  const mac = (payload: Uint8Array): Buffer =>
    createHmac('sha256', secret).update(payload).digest().subarray(0, macBytes)
  return {
    sign({ session, turn, picture }) {
      const payload = Buffer.from(JSON.stringify([1, session, turn, picture]))
      return Buffer.concat([mac(payload), payload]).toString('base64')
    },
    read(signature) {
      const bytes = Buffer.from(signature.replace(/-/g, '+').replace(/_/g, '/').slice(0, 2048), 'base64')
      const [given, payload] = [bytes.subarray(0, macBytes), bytes.subarray(macBytes)]
      if (given.length < macBytes || !timingSafeEqual(given, mac(payload))) return null
      // The MAC holds, so we wrote it; what an older version wrote may have another form.
      const [version, session, turn, picture] = JSON.parse(payload.toString()) as [
        number,
        string,
        number,
        number,
      ]
      return version === 1 ? { session, turn, picture } : null
    },
  }
}

/** The secret of this installation, made when first needed. */
export const readSecret = (data: string): Promise<Uint8Array> =>
  writeOnce(join(data, 'secret'), () => Promise.resolve(randomBytes(32)))
