import type { Bitmap } from '@plantain/core'
import { classify, PARTS, type Part } from './classes.ts'
import { measurePatches, type Patch } from './patches.ts'
import { saliency } from './saliency.ts'
import type { Sighting } from './sight.ts'
import { superpixels, type Superpixels } from './superpixels.ts'
import { thumbnailOf, type Thumbnail } from './thumbnail.ts'

/** All that was found out about a picture by looking at it; regions by words are cut from this. */
export interface Look {
  readonly small: Thumbnail
  readonly parts: Superpixels
  readonly patches: readonly Patch[]
  /** [patch, part] */
  readonly classes: Float32Array
  /** Per pixel of the thumbnail, 0 to 1. */
  readonly salient: Float32Array
  /** What the networks saw; null where there are none. */
  readonly sighting: Sighting | null
}

const PATCHES = 300

export function lookAt(image: Bitmap, sighting: Sighting | null): Look {
  const small = thumbnailOf(image)
  const parts = superpixels(small, PATCHES)
  const patches = measurePatches(small, parts)
  const standing = saliency(patches, small.width * small.height)
  return {
    small,
    parts,
    patches,
    classes: classify(patches),
    salient: Float32Array.from(parts.of, (i) => standing[i]!),
    sighting,
  }
}

/** How likely each pixel of the thumbnail is a part of the world. */
export function likelihood({ parts, classes }: Look, part: Part): Float32Array {
  const column = PARTS.indexOf(part)
  return Float32Array.from(parts.of, (i) => classes[i * PARTS.length + column]!)
}

/** The networks' map of the subject at the thumbnail's size; null where there are none or they saw no subject. */
export function foregroundOf({ small, sighting }: Look): Float32Array | null {
  if (sighting === null) return null
  const { side, data } = sighting.foreground
  const map = new Float32Array(small.width * small.height)
  let [sum, top] = [0, 0]
  for (let y = 0, p = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++, p++) {
      const value =
        data[
          Math.floor(((y + 0.5) * side) / small.height) * side + Math.floor(((x + 0.5) * side) / small.width)
        ]!
      map[p] = value
      sum += value
      if (value > top) top = value
    }
  // Nothing seen, or everything: then it tells nothing.
  return top < 0.8 || sum / map.length < 0.01 || sum / map.length > 0.97 ? null : map
}
