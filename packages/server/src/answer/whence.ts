import { PlantainError } from '@plantain/core'
import type { Plantain } from '../plantain.ts'
import { sha256 } from '../sha256.ts'
import { findOrigin } from '../store/origins.ts'
import type { Ask, AskPicture, AskTurn } from './ask.ts'
import type { Origin, Signer } from './signature.ts'

/** Where a conversation stands that a client sent whole: a picture of a stored session, or a file that we do not know. */
export type Whence =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'session'; readonly origin: Origin }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }

/**
 * The picture that the last turn is about, where it brings none itself: the newest one of the history. A name that we gave leads to it,
 * else the signature that went out with it, else its bytes; a signature that is not ours is as good as none.
 *
 * throws: NOT_FOUND for a name that was not given here
 */
export async function whence(plantain: Plantain, signer: Signer, ask: Ask): Promise<Whence> {
  if (ask.previous !== undefined) {
    const origin =
      signer.read(ask.previous) ??
      (await findOrigin(await plantain.database(), ask.caller.id, nameHash(ask.previous)))
    if (origin === null || !(await isThere(plantain, ask.caller.id, origin)))
      throw new PlantainError(
        'NOT_FOUND',
        'the turn to go on from is not known here; send the conversation instead',
        { details: { field: 'previous' } },
      )
    return { kind: 'session', origin }
  }
  for (const turn of ask.turns.slice(0, -1).toReversed()) {
    const picture = turn.pictures.at(-1)
    if (picture === undefined) continue
    const origin = await originOf(plantain, signer, ask, picture, turn)
    return origin === null ? { kind: 'picture', bytes: picture.bytes } : { kind: 'session', origin }
  }
  return { kind: 'nothing' }
}

/** Names of answers are kept among the hashes of files: no file begins so. */
export const nameHash = (name: string): string => sha256(new TextEncoder().encode(`answer ${name}`))

/** The stored picture behind a file; null where there is none, or none of this caller's. */
export async function originOf(
  plantain: Plantain,
  signer: Signer,
  { caller }: Ask,
  { bytes, signature }: AskPicture,
  turn?: AskTurn,
): Promise<Origin | null> {
  for (const one of [signature, turn?.role === 'model' ? turn.signature : undefined]) {
    const origin = one === undefined ? null : signer.read(one)
    if (origin !== null && (await isThere(plantain, caller.id, origin))) return origin
  }
  const hash = sha256(bytes)
  const origin = await findOrigin(await plantain.database(), caller.id, hash)
  return origin !== null && (await isThere(plantain, caller.id, origin)) ? origin : null
}

/** A signature outlives its session, and may be another caller's: then it leads nowhere. */
async function isThere(
  plantain: Plantain,
  owner: string,
  { session, turn, picture }: Origin,
): Promise<boolean> {
  try {
    const { turns } = await plantain.sessions.of(owner).open(session)
    const found = turns[turn - 1]
    // A turn of words alone stands for the picture that it was about.
    return found !== undefined && (found.pictures.length === 0 || found.pictures[picture - 1] !== undefined)
  } catch (error) {
    if (error instanceof PlantainError && error.code === 'NOT_FOUND') return false
    throw error
  }
}
