import type { Layer, Operation } from '@plantain/core'
import { paste, placementOf, transformMask, type Found } from '@plantain/imaging'
import type { PictureState, Tools } from '../perform.ts'
import { openPhoto, type Photo } from './photo.ts'

/**
 * The finished picture as an upload: its operations, and what was set into it, are pixels like all others from here on. Of what was set in it
 * is still known where it is, so that it is found by its name and nothing else is taken for it.
 */
export async function flattenedPhoto(
  source: PictureState,
  tools: Tools,
  signal: AbortSignal,
): Promise<Photo> {
  const photo = await openPhoto(source.artifact, tools, signal)
  const { base, operations } = source.document
  if (base.kind !== 'picture') return photo
  for (const layer of base.layers ?? []) {
    const found = await whereIs(layer, { base, operations }, photo, tools)
    for (const name of [layer.name, layer.id]) photo.found.set(name.toLowerCase(), found)
  }
  return photo
}

/** What a layer covers by now; null where it was cut off. */
async function whereIs(
  layer: Layer,
  from: {
    readonly base: { readonly width: number; readonly height: number }
    readonly operations: readonly Operation[]
  },
  { look }: Photo,
  tools: Tools,
): Promise<Found | null> {
  const { width, height } = from.base
  const frame = { width, height, data: new Uint8ClampedArray(width * height * 4) }
  const cut = await tools.load(layer.artifact)
  const shape = paste(frame, cut, { ...layer, match: 0, shadow: false }).mask
  const mask = transformMask(shape, placementOf(frame, from.operations))
  const region = new Float32Array(look.small.width * look.small.height)
  const [across, down] = [mask.width / look.small.width, mask.height / look.small.height]
  for (let p = 0; p < region.length; p++) {
    const x = Math.floor(((p % look.small.width) + 0.5) * across)
    const y = Math.floor((Math.floor(p / look.small.width) + 0.5) * down)
    region[p] = mask.data[y * mask.width + x]! / 255
  }
  return region.some((value) => value > 0.5) ? { region, guessed: false } : null
}
