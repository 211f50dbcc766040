import { PlantainError, type ArtifactId, type Interpretation } from '@plantain/core'
import type { PictureState } from './perform.ts'
import type { SessionOptions } from './session.ts'

/** What a person says in one turn. */
export interface Said {
  readonly message: string
  /** Pictures sent with it, as they are kept. */
  readonly attachments: readonly PictureState[]
  /** A mask painted for it, at the size of the current picture. */
  readonly painted: ArtifactId | null
  /** Of a command or a button, which need no reading. */
  readonly interpretation?: Interpretation
  /** Settings of this message alone. */
  readonly options?: SessionOptions
}

export const MAX_SAID_CHARACTERS = 20_000
export const MAX_ATTACHMENTS = 3

// What terminals and editors send by accident: escape codes, NUL, marks that hide or turn text. Joiners stay: scripts need them.
const controls = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const escapeCodes = new RegExp(String.raw`\u001b\[[0-9;?]*[ -/]*[@-~]`, 'g')

/**
 * The message without what cannot be seen.
 *
 * throws: INVALID_ARGUMENT for one that says nothing (and brings no picture), is too long, or brings too many pictures
 */
export function readMessage({ message, attachments, interpretation }: Said): string {
  const text = message.replace(escapeCodes, '').replace(/\s+/gu, ' ').replace(controls, '').trim()
  if (text.length > MAX_SAID_CHARACTERS)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the message has ${text.length} characters; say it in up to ${MAX_SAID_CHARACTERS}`,
    )
  if (attachments.length > MAX_ATTACHMENTS)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${attachments.length} pictures came with the message; send up to ${MAX_ATTACHMENTS}`,
    )
  if (text === '' && attachments.length === 0 && interpretation === undefined)
    throw new PlantainError('INVALID_ARGUMENT', 'the message is empty; say what to draw, or what to change')
  return text
}
