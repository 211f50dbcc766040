import type { Bitmap, Layer, Mask, Wish } from '@plantain/core'
import { cutOut, paste, transformMask } from '@plantain/imaging'
import { developOver } from '../carry-out/develop.ts'
import type { PictureState, Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import { layerNamed } from './layers.ts'
import { openPhoto, type Photo } from './photo.ts'
import { isStructural } from './wishes.ts'

/**
 * The finished picture as an upload, its operations part of its pixels. What was set into it and is spoken of stays a layer, with the
 * picture as it is without it behind: it can still be moved, scaled and taken out without a trace.
 *
 * before: the same picture without its operations
 */
export async function flattenedPhoto(
  source: PictureState,
  before: Photo | null,
  { wishes, words }: { readonly wishes: readonly Wish[]; readonly words: Vocabulary },
  tools: Tools,
  signal: AbortSignal,
): Promise<Photo> {
  const photo = await openPhoto(source.artifact, tools, signal)
  if (before === null || before.plate === null) return photo
  const spokenOf = new Set(
    wishes.filter(isStructural).flatMap(({ target }) => layerNamed(before, target) ?? []),
  )
  if (spokenOf.size === 0) return photo
  let behind = await tools.load(before.plate)
  const shapes: { readonly layer: Layer; readonly mask: Mask }[] = []
  for (const layer of before.layers) {
    const cut = await tools.load(layer.artifact)
    if (spokenOf.has(layer)) shapes.push({ layer, mask: shapeOf(cut, layer, behind) })
    else behind = paste(behind, cut, layer).image
  }
  const { operations } = source.document
  const located = { ...before.bitmap, scene: null, labels: null, words, photo: before }
  const { image, placement } = await developOver(behind, operations, { located }, tools, signal)
  const layers: Layer[] = []
  for (const { layer, mask } of shapes) {
    const cut = cutOut(photo.bitmap, transformMask(mask, placement))
    if (cut === null) continue // cropped away
    // Its light is the one that it has by now.
    layers.push({ ...layer, ...cut.rect, match: 0, artifact: await tools.save(cut.bitmap) })
  }
  return layers.length === 0 ? photo : { ...photo, plate: await tools.save(image), layers }
}

/** What a layer covers, without its shadow. */
const shapeOf = (cut: Bitmap, layer: Layer, frame: Bitmap): Mask =>
  paste(frame, cut, { ...layer, match: 0, shadow: false }).mask
