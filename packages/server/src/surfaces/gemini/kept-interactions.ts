import { randomBytes } from 'node:crypto'
import type { Format } from '@plantain/codecs'
import { PlantainError } from '@plantain/core'
import type { Caller } from '../../access.ts'
import type { Answer } from '../../answer/ask.ts'
import { imageOf } from '../../answer/converse.ts'
import type { Plantain } from '../../plantain.ts'
import {
  deleteInteraction,
  insertInteraction,
  readInteraction,
  type InteractionEntry,
} from '../../store/interactions.ts'
import { toUrlSafe } from './bytes.ts'
import { invalid } from './content.ts'
import { contents, toInteraction, type InteractionHead } from './interactions.ts'

const prefix = 'v1_'
const newId = (): string => prefix + randomBytes(24).toString('base64url')

/** Of an interaction that shall not be kept: signed, so that who wants to go on from it is told why that cannot be. */
async function forgottenId(plantain: Plantain): Promise<string> {
  const signer = await plantain.signer()
  return prefix + toUrlSafe(signer.sign({ session: newId(), turn: 0, picture: 0 }))
}

export const idFor = (plantain: Plantain, store: boolean | undefined): Promise<string> =>
  store === false ? forgottenId(plantain) : Promise.resolve(newId())

interface Body {
  readonly head: InteractionHead
  readonly text: string
  readonly format: Format
}

/** Keeps what was answered, where it is a turn of a session: other models than the embedded one have none, and acted answers neither. */
export async function keepInteraction(
  plantain: Plantain,
  caller: Caller,
  { head, answer, format }: { head: InteractionHead; answer: Answer; format: Format },
): Promise<void> {
  const origin = answer.name === undefined ? null : (await plantain.signer()).read(answer.name)
  if (origin === null) return
  const { session, turn } = origin
  const body: Body = { head, text: answer.text, format }
  await insertInteraction(await plantain.database(), { owner: caller.id, id: head.id, session, turn, body })
}

/** throws: NOT_FOUND for one that is not there, was deleted or is another's; INVALID_ARGUMENT for one that was not to be kept */
async function find(plantain: Plantain, caller: Caller, id: string): Promise<InteractionEntry> {
  const found = id.length > 1000 ? null : await readInteraction(await plantain.database(), caller.id, id)
  if (found !== null) return found
  throw new PlantainError('NOT_FOUND', `Interaction ${id.slice(0, 60)} is not found.`)
}

/** The name of the turn to go on from. throws: as `find`; INVALID_ARGUMENT for one that was made with store: false */
export async function previousOf(plantain: Plantain, caller: Caller, id: string): Promise<string> {
  const signer = await plantain.signer()
  if (signer.read(id.slice(prefix.length))?.turn === 0)
    throw invalid(
      'the previous interaction was made with store: false, so that nothing can go on from it; send the conversation as steps in input instead',
      'previous_interaction_id',
    )
  const { session, turn } = await find(plantain, caller, id)
  return signer.sign({ session, turn, picture: 1 })
}

/** An interaction as it was answered, with the pictures of its session. throws: NOT_FOUND */
export async function openInteraction(
  plantain: Plantain,
  caller: Caller,
  id: string,
): Promise<{ readonly head: InteractionHead; readonly content: readonly object[]; readonly whole: object }> {
  const { session, turn, body } = await find(plantain, caller, id)
  const { head, text, format } = body as Body
  const { turns } = await plantain.sessions.of(caller.id).open(session)
  const pictures = turns[turn - 1]?.pictures ?? []
  const signer = await plantain.signer()
  const images = await Promise.all(
    pictures.map((_, i) => {
      const place = i === 0 ? `turn:${turn}` : `turn:${turn}.${i + 1}`
      return imageOf(plantain, signer, { caller, format }, { session, place, edited: place })
    }),
  )
  const content = contents({ text, images })
  return { head, content, whole: toInteraction(head, content) }
}

/** throws: NOT_FOUND */
export async function removeInteraction(plantain: Plantain, caller: Caller, id: string): Promise<void> {
  await find(plantain, caller, id)
  await deleteInteraction(await plantain.database(), caller.id, id)
}

/** throws: always; NOT_FOUND, or FAILED_PRECONDITION, as none runs in the background */
export async function cancelInteraction(plantain: Plantain, caller: Caller, id: string): Promise<never> {
  await find(plantain, caller, id)
  throw new PlantainError(
    'FAILED_PRECONDITION',
    `Interaction ${id.slice(0, 60)} is completed; only what runs in the background can be cancelled. To stop one that is being made, close its request.`,
  )
}
