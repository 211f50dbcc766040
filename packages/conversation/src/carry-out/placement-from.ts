import type { Operation } from '@plantain/core'
import { compose, inversePlacement, placementOf, samePlace, type Placement } from '@plantain/imaging'
import { isGeometric } from '../ops/frame.ts'
import type { PictureState, Tools } from '../perform.ts'
import type { Draft } from './draft.ts'

/**
 * Where the pixels of the picture before have gone: back to the base that both come from, and on from there.
 *
 * placement: where the base's pixels are in the new picture
 */
export async function placementFrom(
  source: PictureState,
  { photo, operations, width, height }: Draft,
  placement: Placement,
  tools: Tools,
): Promise<Placement> {
  const { base, operations: before } = source.document
  // The finished picture became the base, or all of it was painted at another shape.
  if (photo !== null && photo.origin !== base.artifact) return placement
  if (base.width !== width || base.height !== height) return placement
  if (sameFrame(before, operations)) return samePlace(source)
  const was = placementOf(await tools.load(base.artifact), before)
  return compose(inversePlacement(was, base), placement)
}

/** The same steps that move pixels. */
const sameFrame = (one: readonly Operation[], other: readonly Operation[]): boolean =>
  frames(one) === frames(other)
const frames = (operations: readonly Operation[]): string => JSON.stringify(operations.filter(isGeometric))
