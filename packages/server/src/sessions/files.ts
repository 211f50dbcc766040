import { addRecipe, decode, encode, mimeTypes, sniff, type Format, type Recipe } from '@plantain/codecs'
import { PlantainError, type ArtifactId, type EditReport, type Mask } from '@plantain/core'
import {
  exportedSize,
  findPlace,
  optionsOf,
  parsePlace,
  pictureAt,
  withOptions,
  type Delivered,
  type ExportRequest,
  type NamedPicture,
  type Place,
  type Session,
} from '@plantain/conversation'
import { maskToBitmap, resize } from '@plantain/imaging'
import { originOf } from '../provenance/origin.ts'
import type { Seal, Sealed } from '../provenance/seal.ts'
import { marked } from '../provenance/watermark-id.ts'
import { sha256 } from '../sha256.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { isTransparent } from '../transparent.ts'
import { zip } from './zip.ts'

/** A picture of a session as the file that is handed out. */
export interface PictureFile {
  readonly place: Place
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly extension: string
  readonly width: number
  readonly height: number
  readonly sha256: string
  /** null: it was sent, and is handed back as it came. */
  readonly sealed: Sealed | null
  /** A PNG, black where no pixel changed. */
  readonly mask?: ArtifactId
  /** Of an edit: what it did, measured on the pixels. */
  readonly report?: EditReport
}

/** Where files come from, and what is done to them before they go out. */
export interface Out {
  readonly blobs: Blobs
  readonly seal: Seal
}

const extensions: Readonly<Record<Format, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp' }

/** How a file is written where it is not as the session has it. */
export interface Wanted {
  readonly format: Format
  readonly quality?: number | undefined
  /** What stands in the recipe beside what the session knows, or in its place. */
  readonly recipe: Recipe
}

/**
 * The file of a picture, with the recipe of how it was made; of a picture that was sent, its pixels. The same file every time: in
 * the format that was the session's when the picture was made, or the one that is wanted.
 *
 * throws: NOT_FOUND for a place that the session does not have
 */
export async function pictureFile(
  session: Session,
  reference: string,
  { blobs, seal }: Out,
  wanted?: Wanted,
): Promise<PictureFile> {
  const place = findPlace(session, reference)
  const picture = place === undefined ? undefined : pictureAt(session, place)
  if (place === undefined || picture === undefined)
    throw new PlantainError(
      'NOT_FOUND',
      `there is no picture ${reference.slice(0, 80)} in the session ${session.id}`,
    )
  const parsed = parsePlace(place)!
  const turn = parsed.kind === 'turn' ? session.turns[parsed.number - 1] : undefined
  const stored = await blobs.read(picture.artifact)
  const { format, quality } =
    wanted ?? (turn ? formatAt(session, turn.number) : { format: 'png' as const, quality: undefined })
  const recipe = turn && { ...recipeOf(session, place), ...wanted?.recipe }
  const sealed = await sealedAs(session, picture.artifact, seal)
  const bytes = await written(stored, { format, quality, recipe, sealed, seal })
  const { width, height } = picture
  const made = turn && parsed.kind === 'turn' ? turn.pictures[parsed.picture - 1] : undefined
  const { mask, report } = made ?? {}
  return {
    place,
    bytes,
    mimeType: mimeTypes[format],
    extension: extensions[format],
    width,
    height,
    sha256: sha256(bytes),
    sealed,
    ...(mask ? { mask } : {}),
    ...(report ? { report } : {}),
  }
}

/** Settings of the session after that turn, and those that came with it. */
function formatAt(
  session: Session,
  number: number,
): { readonly format: Format; readonly quality: number | undefined } {
  const { format, quality } = withOptions(
    optionsOf({ ...session, turns: session.turns.slice(0, number) }),
    session.turns[number - 1]?.given ?? {},
  )
  return {
    format: format === 'jpeg' || format === 'webp' ? format : 'png',
    quality: quality === undefined ? undefined : Number(quality),
  }
}

function recipeOf(session: Session, place: Place): Recipe {
  const parsed = parsePlace(place)!
  const turn = session.turns[parsed.number - 1]!
  const picture = pictureAt(session, place)!
  return {
    version: turn.version,
    task: 'conversation',
    message: turn.message,
    interpretation: turn.interpretation,
    seed: turn.seed,
    document: picture.document,
    summary: picture.summary,
  }
}

interface Writing {
  readonly format: Format
  readonly quality?: number | undefined
  readonly recipe?: Recipe | undefined
  /** null: it is handed back as it came. */
  readonly sealed: Sealed | null
  readonly seal: Seal
  readonly size?: { readonly width: number; readonly height: number }
}

async function sealedAs(session: Session, artifact: ArtifactId, seal: Seal): Promise<Sealed | null> {
  const origin = originOf(session, artifact)
  return origin === null ? null : { origin, watermark: await seal.watermark(origin) }
}

async function written(stored: Uint8Array, writing: Writing): Promise<Uint8Array> {
  const bytes = await packed(stored, writing)
  return writing.sealed === null ? bytes : writing.seal.sign(bytes, writing.sealed)
}

/** What is stored is a PNG without a recipe: where a PNG of that size is wanted, its pixels are not packed again. */
async function packed(
  stored: Uint8Array,
  { format, quality, recipe: made, size, sealed }: Writing,
): Promise<Uint8Array> {
  const watermark = sealed?.watermark ?? null
  const recipe = made === undefined || watermark === null ? made : { ...made, watermark }
  if (format === 'png' && size === undefined && watermark === null && sniff(stored) === 'png')
    return recipe === undefined ? stored : addRecipe(stored, recipe)
  const bitmap = await decode(stored, { maxPixels: Number.MAX_SAFE_INTEGER })
  const sized = size === undefined ? bitmap : resize(bitmap, size.width, size.height)
  const alpha = format !== 'jpeg' && isTransparent(sized)
  return encode(await marked(sized, watermark), {
    format,
    alpha,
    ...(quality === undefined ? {} : { quality }),
    ...(recipe === undefined ? {} : { recipe: format === 'jpeg' ? short(recipe) : recipe }),
  })
}

/** A JPEG has room for 64 KB: of a long history of operations the words are kept. */
function short(recipe: Recipe): Recipe {
  if (JSON.stringify(recipe).length < 50_000) return recipe
  const { document: _document, summary: _summary, ...words } = recipe
  return words
}

/** Stores a mask as a gray picture. */
export async function saveMask(mask: Mask, blobs: Blobs): Promise<ArtifactId> {
  return blobs.write(await encode(maskToBitmap(mask)))
}

/** Writes and stores files of pictures: one for each, or all in a ZIP. */
export async function deliver(
  pictures: readonly NamedPicture[],
  request: ExportRequest,
  { session, blobs, seal }: Out & { readonly session: Session },
): Promise<readonly Delivered[]> {
  const format: Format = request.format === 'zip' ? 'png' : request.format
  const files = []
  for (const { picture, name } of pictures) {
    const wanted = exportedSize(picture, request)
    const same = wanted.width === picture.width && wanted.height === picture.height
    const bytes = await written(await blobs.read(picture.artifact), {
      format,
      quality: request.quality,
      recipe: { task: 'conversation', document: picture.document, summary: picture.summary },
      sealed: await sealedAs(session, picture.artifact, seal),
      seal,
      ...(same ? {} : { size: wanted }),
    })
    files.push({ bytes, name: `${name}.${extensions[format]}`, ...wanted })
  }
  if (request.format === 'zip') {
    const artifact = await blobs.write(zip(files))
    return [{ artifact, mimeType: 'application/zip', name: 'pictures.zip', width: 0, height: 0 }]
  }
  return Promise.all(
    files.map(async ({ bytes, name, width, height }) => ({
      artifact: await blobs.write(bytes),
      mimeType: mimeTypes[format],
      name,
      width,
      height,
    })),
  )
}
