import type { Operation } from '@plantain/core'
import { maskToBitmap, samePlace } from '@plantain/imaging'
import { locate } from '../locate.ts'
import type { Tools } from '../perform.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import type { Draft } from './draft.ts'

/**
 * The draft of an upload in which things were moved, with the operations that were there before bound to the pixels that they were for:
 * looked up by its words in the new picture, a region would be another one, and pixels would change that nobody named.
 */
export async function steadied(draft: Draft, before: Draft, words: Vocabulary, tools: Tools): Promise<Draft> {
  const { photo } = before
  if (photo === null || draft.photo === null || draft.photo.artifact === photo.artifact) return draft
  const located = {
    width: photo.bitmap.width,
    height: photo.bitmap.height,
    scene: null,
    labels: null,
    words,
    photo,
  }
  const steady = async (operation: Operation): Promise<Operation> => {
    const { region } = operation
    if (region.kind !== 'phrase' || !before.operations.includes(operation)) return operation
    const mask = locate(region, located, samePlace(photo.bitmap), () => {
      throw new Error('a phrase needs no painted mask')
    })
    return mask === null
      ? operation
      : { ...operation, region: { kind: 'mask', mask: await tools.save(maskToBitmap(mask)) } }
  }
  return { ...draft, operations: await Promise.all(draft.operations.map(steady)) }
}
