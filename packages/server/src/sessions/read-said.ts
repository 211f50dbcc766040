import { decode } from '@plantain/codecs'
import { PlantainError, type Mask } from '@plantain/core'
import { pictureAt, type Said, type Session } from '@plantain/conversation'
import type { Keep } from '../performer/performer.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { saveMask } from './files.ts'
import { paintedMask } from './painted-mask.ts'
import type { SessionMessage } from './sessions.ts'

/** Where what came with a message is kept, and how much of it is taken. */
export interface SaidUse {
  readonly keep: Keep
  readonly blobs: Blobs
  readonly maxPixels: number
}

/**
 * A message with its files read and kept.
 *
 * throws: INVALID_ARGUMENT for a picture or a mask that cannot be read, or a mask of another size than its picture
 */
export async function readSaid(
  session: Session,
  message: SessionMessage,
  { keep, blobs, maxPixels }: SaidUse,
  signal: AbortSignal,
): Promise<Said> {
  const files = message.attachments ?? []
  const attachments = files.length === 0 ? [] : await keep(files, { session, maxPixels, signal })
  const masked = pictureAt(session, 'current') ?? attachments[0]
  return {
    message: message.text,
    attachments,
    painted:
      message.mask === undefined
        ? null
        : await saveMask(await readPainted(masked, message.mask, maxPixels), blobs),
    ...(message.interpretation === undefined ? {} : { interpretation: message.interpretation }),
    ...(message.options === undefined ? {} : { options: message.options }),
  }
}

/**
 * What a painted mask covers, at the size of its picture (undefined: there is none yet).
 *
 * throws: INVALID_ARGUMENT for a mask that cannot be read, or one of another size
 */
export async function readPainted(
  picture: { readonly width: number; readonly height: number } | undefined,
  bytes: Uint8Array,
  maxPixels: number,
): Promise<Mask> {
  const wrong = (message: string, cause?: unknown): PlantainError =>
    new PlantainError('INVALID_ARGUMENT', message, { cause, details: { field: 'mask' } })
  const bitmap = await decode(bytes, { maxPixels }).catch((error: unknown) => {
    throw error instanceof PlantainError ? wrong(`the mask: ${error.message}`, error) : error
  })
  if (picture !== undefined && (picture.width !== bitmap.width || picture.height !== bitmap.height))
    throw wrong(
      `the mask has ${bitmap.width} x ${bitmap.height} pixels, the picture ${picture.width} x ${picture.height}; paint it at the size of the picture`,
    )
  return paintedMask(bitmap)
}
