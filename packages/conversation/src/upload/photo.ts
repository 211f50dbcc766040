import type { ArtifactId, Bitmap, Layer, Mask, Operation } from '@plantain/core'
import {
  atFullSize,
  contactOf,
  findRegion,
  placedLook,
  placedRegion,
  placementOf,
  sampledBefore,
  transformMask,
  type Found,
  type Look,
  type Placement,
} from '@plantain/imaging'
import { isGeometric } from '../ops/frame.ts'
import type { PictureState, Tools } from '../perform.ts'

/** An uploaded picture that was looked at: its pixels before any operation, and what is where in it. */
export interface Photo {
  readonly artifact: ArtifactId
  /** What it was before this message changed anything. */
  readonly origin: ArtifactId
  readonly bitmap: Bitmap
  readonly look: Look
  /** What is behind the layers; null where there are none. */
  readonly plate: ArtifactId | null
  readonly layers: readonly Layer[]
  /** The picture before steps that move pixels, where this is what it looks like after them. */
  readonly unplaced?: { readonly photo: Photo; readonly placement: Placement }
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
    origin: artifact,
    bitmap,
    look: await tools.look(artifact, signal),
    plate: null,
    layers: [],
    found: new Map(),
  }
}

/** What a phrase names in the picture; null where nothing fits it. */
export function findIn(photo: Photo, phrase: string): Found | null {
  const { look, found } = photo
  const key = phrase.toLowerCase().trim()
  const known = found.get(key)
  if (known !== undefined) return known
  const region = hasSide(key) ? findRegion(look, key) : findUnplaced(photo, key)
  found.set(key, region)
  return region
}

/** A side is one of the picture as it is shown; what is named otherwise stays what it was before the picture was turned. */
const hasSide = (phrase: string): boolean =>
  /\b(?:left|right|top|upper|bottom|lower|middle|cent(?:er|re))(?:most)?\b/.test(phrase)

function findUnplaced({ look, unplaced }: Photo, phrase: string): Found | null {
  if (unplaced === undefined) return findRegion(look, phrase)
  const { photo, placement } = unplaced
  const found = findIn(photo, phrase)
  const region = found === null ? null : placedRegion(found.region, photo.look, photo.bitmap, placement)
  return found === null || region === null ? null : { ...found, region }
}

/** An upload as it looks after its operations: what is left and right, and what has left the frame, is by the picture that is shown. */
export function placedPhoto(photo: Photo, operations: readonly Operation[]): Photo {
  if (!operations.some(isGeometric)) return photo
  const placement = placementOf(photo.bitmap, operations)
  return {
    ...photo,
    look: placedLook(photo.look, photo.bitmap, placement),
    found: new Map(),
    unplaced: { photo, placement },
  }
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

/** The same with what touches only it, a saucer or a shadow, which goes where it goes. */
export function wholeMask(photo: Photo, phrase: string): { readonly mask: Mask; readonly more: boolean } {
  const mask = photoMask(photo, phrase)
  const region = findIn(photo, phrase)?.region
  const contact = region === undefined ? null : contactOf(photo.look, region)
  if (contact === null) return { mask, more: false }
  const { data } = atFullSize(
    contact.map((value, p) => Math.max(value, region![p]!)),
    photo.look.small,
    photo.bitmap,
  )
  return { mask: { ...mask, data: mask.data.map((value, p) => Math.max(value, data[p]!)) }, more: true }
}

/** The same in a picture whose base has gone where `placement` says. */
export function placedMask(photo: Photo, phrase: string, placement: Placement): Mask {
  const { bitmap, look } = photo
  if (!hasSide(phrase.toLowerCase()) || isInPlace(placement, bitmap))
    return transformMask(photoMask(photo, phrase), placement)
  const there = placedLook(look, bitmap, placement)
  const found = findRegion(there, phrase.toLowerCase().trim())
  const { image } = sampledBefore(bitmap, placement)
  return found === null
    ? { width: image.width, height: image.height, data: new Uint8Array(image.width * image.height) }
    : atFullSize(found.region, there.small, image)
}

function isInPlace({ width, height, toSource }: Placement, base: Bitmap): boolean {
  const [[x, y], [u, v]] = [toSource(0.5, 0.5), toSource(width - 0.5, height - 0.5)]
  return (
    width === base.width &&
    height === base.height &&
    Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5), Math.abs(u - width + 0.5), Math.abs(v - height + 0.5)) <
      1e-6
  )
}

/** Words for places alone, with no thing among them: "left half", "the top right corner". */
const AREA =
  /^(?:the|of|half|third|quarter|side|part|corners?|edges?|borders?|left|right|top|upper|bottom|lower|above|below|cent(?:er|re)|middle|picture|image|photo|frame|in|on|at|-|\s)+$/i
export const isArea = (phrase: string): boolean => AREA.test(phrase)
