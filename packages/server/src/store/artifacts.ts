import type { ArtifactId } from '@plantain/core'
import type { Turn } from '@plantain/conversation'
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** What is known of a stored file without reading it. */
export interface ArtifactEntry {
  readonly id: ArtifactId
  readonly mimeType: string
  /** Pixels; 0 where the file is no single picture. */
  readonly width: number
  readonly height: number
}

/** All files that a turn names. */
export function artifactsOf(turn: Turn): readonly ArtifactEntry[] {
  const png = (
    id: ArtifactId | null,
    { width, height }: { width: number; height: number },
  ): ArtifactEntry[] => (id === null ? [] : [{ id, mimeType: 'image/png', width, height }])
  const all = [
    ...turn.attachments.flatMap((picture) => png(picture.artifact, picture)),
    ...turn.pictures.flatMap((picture) => [
      ...png(picture.artifact, picture),
      ...png(picture.document.base.artifact, picture.document.base),
      ...png(picture.mask, picture),
    ]),
    ...turn.files.map(({ artifact, mimeType, width, height }) => ({ id: artifact, mimeType, width, height })),
    ...(turn.source === null ? [] : png(turn.painted, turn.source)),
  ]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

export async function insertArtifacts(
  database: Kysely<Database>,
  artifacts: readonly ArtifactEntry[],
  owner: string,
): Promise<void> {
  if (artifacts.length === 0) return
  await database
    .insertInto('artifacts')
    .values(artifacts.map(({ id, mimeType, width, height }) => ({ id, mime_type: mimeType, width, height })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await database
    .insertInto('artifact_owners')
    .values(artifacts.map(({ id }) => ({ owner, artifact_id: id })))
    .onConflict((conflict) => conflict.columns(['owner', 'artifact_id']).doNothing())
    .execute()
}

/** null: no turn of this owner names it. */
export async function readArtifact(
  database: Kysely<Database>,
  id: string,
  owner: string = 'local',
): Promise<ArtifactEntry | null> {
  const found = await database
    .selectFrom('artifacts')
    .innerJoin('artifact_owners', 'artifact_owners.artifact_id', 'artifacts.id')
    .selectAll('artifacts')
    .where('artifacts.id', '=', id)
    .where('artifact_owners.owner', '=', owner)
    .executeTakeFirst()
  if (found === undefined) return null
  return { id: found.id, mimeType: found.mime_type, width: found.width, height: found.height }
}
