import type { ArtifactId, Bitmap, Layer, Mask } from '@plantain/core'
import {
  atFullSize,
  findRegion,
  transformMask,
  type Found,
  type Look,
  type Placement,
} from '@plantain/imaging'
import type { PictureState, Tools } from '../perform.ts'

/** An uploaded picture that was looked at: its pixels before any operation, and what is where in it. */
export interface Photo {
  readonly artifact: ArtifactId
  readonly bitmap: Bitmap
  readonly look: Look
  /** What is behind the layers; null where there are none. */
  readonly plate: ArtifactId | null
  readonly layers: readonly Layer[]
  /** Regions that were found, by their phrases: finding one takes a while. */
  readonly found: Map<string, Found | null>
}

/** null for a picture that has a scene. */
export async function photoOf(
  { document: { base } }: PictureState,
  tools: Tools,
  signal: AbortSignal,
): Promise<Photo | null> {
  if (base.kind !== 'picture') return null
  const photo = await openPhoto(base.artifact, tools, signal)
  return { ...photo, plate: base.plate ?? null, layers: base.layers ?? [] }
}

export async function openPhoto(artifact: ArtifactId, tools: Tools, signal: AbortSignal): Promise<Photo> {
  const bitmap = await tools.load(artifact)
  return {
    artifact,
    bitmap,
    look: await tools.look(artifact, signal),
    plate: null,
    layers: [],
    found: new Map(),
  }
}

/** What a phrase names in the picture; null where nothing fits it. */
export function findIn({ look, found }: Photo, phrase: string): Found | null {
  const key = phrase.toLowerCase().trim()
  const known = found.get(key)
  if (known !== undefined) return known
  const region = findRegion(look, key)
  found.set(key, region)
  return region
}

/** [x, y, width, height] in shares of the frame, around what a phrase names. */
export function boxIn(photo: Photo, phrase: string): readonly [number, number, number, number] | null {
  const region = findIn(photo, phrase)?.region
  if (region === undefined) return null
  const { width, height } = photo.look.small
  let [left, top, right, bottom] = [width, height, 0, 0]
  region.forEach((value, p) => {
    if (value <= 0.5) return
    const [x, y] = [p % width, Math.floor(p / width)]
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
  })
  return right <= left ? null : [left / width, top / height, (right - left) / width, (bottom - top) / height]
}

/** Its coverage at the size of the upload; empty where nothing fits: what was taken away since covers nothing. */
export function photoMask(photo: Photo, phrase: string): Mask {
  const region = findIn(photo, phrase)
  const { bitmap, look } = photo
  return region === null
    ? { width: bitmap.width, height: bitmap.height, data: new Uint8Array(bitmap.width * bitmap.height) }
    : atFullSize(region.region, look.small, bitmap)
}

/** The same in a picture whose base has gone where `placement` says. */
export const placedMask = (photo: Photo, phrase: string, placement: Placement): Mask =>
  transformMask(photoMask(photo, phrase), placement)

/** Words for places alone, with no thing among them: "left half", "the top right corner". */
const AREA =
  /^(?:the|of|half|third|quarter|side|part|corners?|edges?|borders?|left|right|top|upper|bottom|lower|above|below|cent(?:er|re)|middle|picture|image|photo|frame|in|on|at|-|\s)+$/i
export const isArea = (phrase: string): boolean => AREA.test(phrase)
