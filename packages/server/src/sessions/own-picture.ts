import { readRecipe } from '@plantain/codecs'
import type { ArtifactId, Bitmap, Scene } from '@plantain/core'
import { summarize, type PictureState, type Session, type Tools } from '@plantain/conversation'

/** A picture of this session that comes back: the very one, with all that is known of it; undefined for another. */
export function knownPicture({ turns }: Session, artifact: ArtifactId): PictureState | undefined {
  return turns
    .flatMap(({ pictures, attachments }) => [...pictures, ...attachments])
    .findLast((picture) => picture.artifact === artifact)
}

/**
 * What the embedded model made elsewhere (with `generate`, in another session) brings its scene along in the recipe, and can then
 * be edited like a picture of this session. null: it brings none, or is no longer the picture that it was.
 *
 * bytes: of the file, whose recipe is nobody's word but the sender's: it is read as a scene or not at all
 */
export async function sceneState(
  bytes: Uint8Array,
  artifact: ArtifactId,
  bitmap: Bitmap,
  tools: Tools,
  signal: AbortSignal,
): Promise<PictureState | null> {
  const recipe = await readRecipe(bytes)
  const told = recipe === null ? null : sceneIn(recipe)
  if (told === null || told.width !== bitmap.width || told.height !== bitmap.height) return null
  const scene = await readScene(told.scene)
  if (scene === null) return null
  const { width, height } = bitmap
  const { labels, bitmap: painted } = await tools.paint(scene, { width, height }, signal)
  if (!alike(painted, bitmap)) return null // somebody painted over it, or put this recipe into another file
  const words = await tools.vocabulary()
  const summary = summarize(
    { scene, bitmap, labels },
    { words, before: null, said: {}, names: {}, states: {}, colors: {} },
  )
  return {
    document: { base: { kind: 'scene', scene, width, height, artifact }, operations: [] },
    artifact,
    width,
    height,
    summary,
  }
}

interface Told {
  readonly scene: unknown
  readonly width: unknown
  readonly height: unknown
}
type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** Of a picture of `generate`, or of a session's before any exact operation: after one, its pixels are not the scene's. */
function sceneIn(recipe: Fields): Told | null {
  const made = fieldsOf(recipe['details'])['scene']
  if (made !== undefined) return { scene: made, width: recipe['width'], height: recipe['height'] }
  const { base, operations } = fieldsOf(recipe['document'])
  const { kind, scene, width, height } = fieldsOf(base)
  return kind === 'scene' && Array.isArray(operations) && operations.length === 0
    ? { scene, width, height }
    : null
}

const NEAR = 40 // levels: what a JPEG of medium quality does to an edge
const SHARE = 0.97

/** Whether the one is the other, but for what a lossy file format, or another version of the painter, does. */
function alike(one: Bitmap, other: Bitmap): boolean {
  let far = 0
  for (let at = 0; at < one.data.length; at += 4)
    if (
      Math.abs(one.data[at]! - other.data[at]!) > NEAR ||
      Math.abs(one.data[at + 1]! - other.data[at + 1]!) > NEAR ||
      Math.abs(one.data[at + 2]! - other.data[at + 2]!) > NEAR
    )
      far++
  return far <= (1 - SHARE) * (one.data.length / 4)
}

async function readScene(value: unknown): Promise<Scene | null> {
  const { readScene: read } = await import('@plantain/diffusion')
  try {
    return read(value)
  } catch {
    return null // damaged, or of another version: the picture is then a plain one
  }
}
