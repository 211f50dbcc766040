import { decode } from '@plantain/codecs'
import { PlantainError, type ArtifactId, type Bitmap } from '@plantain/core'
import { MAX_ATTACHMENTS, type PictureState, type Session, type Tools } from '@plantain/conversation'
import { summaryOfLook } from '@plantain/imaging'
import { knownPicture, sceneState } from './own-picture.ts'

/**
 * Pictures as they were sent → as they are kept: whole, upright, in sRGB, without loss. One that we made ourselves is known again.
 *
 * throws: INVALID_ARGUMENT naming which of them cannot be read and why
 */
export async function keepAttachments(
  files: readonly Uint8Array[],
  { session, tools, maxPixels, signal }: Keeping,
): Promise<readonly PictureState[]> {
  if (files.length > MAX_ATTACHMENTS)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `${files.length} pictures came with the message; send up to ${MAX_ATTACHMENTS}`,
    )
  const bitmaps = await readPictures(files, maxPixels) // all of them before the first is kept
  const states: PictureState[] = []
  for (const [index, bitmap] of bitmaps.entries()) {
    const artifact = await tools.save(bitmap)
    const own =
      knownPicture(session, artifact) ?? (await sceneState(files[index]!, artifact, bitmap, tools, signal))
    states.push(own ?? (await lookedAt(artifact, bitmap, tools, signal)))
  }
  return states
}

export interface Keeping {
  readonly session: Session
  readonly tools: Tools
  readonly maxPixels: number
  readonly signal: AbortSignal
}

/** throws: INVALID_ARGUMENT naming which of them cannot be read and why */
export async function readPictures(
  files: readonly Uint8Array[],
  maxPixels: number,
): Promise<readonly Bitmap[]> {
  const bitmaps: Bitmap[] = []
  for (const [index, bytes] of files.entries())
    bitmaps.push(await readAttachment(bytes, index + 1, maxPixels))
  return bitmaps
}

async function readAttachment(bytes: Uint8Array, number: number, maxPixels: number): Promise<Bitmap> {
  try {
    return await decode(bytes, { maxPixels })
  } catch (error) {
    if (!(error instanceof PlantainError)) throw error
    throw new PlantainError(error.code, `picture ${number} of the message: ${error.message}`, {
      cause: error,
      details: { ...error.details, attachment: number },
    })
  }
}

/** A picture from outside, with what is to be seen in it as far as that is sure. */
const lookedAt = async (
  artifact: ArtifactId,
  { width, height }: Bitmap,
  tools: Tools,
  signal: AbortSignal,
): Promise<PictureState> => ({
  document: { base: { kind: 'picture', artifact, width, height }, operations: [] },
  artifact,
  width,
  height,
  summary: summaryOfLook(await tools.look(artifact, signal)),
})
