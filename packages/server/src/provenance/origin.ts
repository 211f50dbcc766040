import type { ArtifactId } from '@plantain/core'
import type { Session } from '@plantain/conversation'
import type { PictureOrigin } from './seal.ts'

/**
 * Whether a picture of a session goes back to words alone, or to a picture that somebody brought; null for what was brought itself. It is
 * the same for all that descends from one picture, so that what is done to files by it never changes in the middle of a line.
 */
export function originOf({ turns }: Session, artifact: ArtifactId): PictureOrigin | null {
  for (let id = artifact, before = Infinity; ;) {
    const turn = turns.find(
      ({ number, pictures }) => number < before && pictures.some((picture) => picture.artifact === id),
    )
    if (turn === undefined) return id === artifact ? null : 'edited'
    if (turn.source === null) return turn.attachments.length === 0 ? 'made' : 'edited'
    id = turn.source.artifact
    before = turn.number
  }
}
