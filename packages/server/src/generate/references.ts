import { decode, readRecipe } from '@plantain/codecs'
import { PlantainError, type Bitmap } from '@plantain/core'
import type { ModelManifest, RunParams } from '@plantain/diffusion'
import { crop } from '@plantain/imaging'
import type { PixelSize } from '../sizes.ts'

/** A picture to go by. `details` is what its model told when it made it; absent in uploads. */
export interface Reference {
  readonly bitmap: Bitmap
  readonly details?: Readonly<Record<string, unknown>>
}

/** throws: INVALID_ARGUMENT naming which of them is no picture, with its number in the details */
export async function readReferences(
  files: readonly Uint8Array[],
  maxPixels: number,
): Promise<readonly Reference[]> {
  return Promise.all(files.map((bytes, index) => readReference(bytes, index + 1, maxPixels)))
}

async function readReference(bytes: Uint8Array, number: number, maxPixels: number): Promise<Reference> {
  try {
    const bitmap = await decode(bytes, { maxPixels })
    const details = (await readRecipe(bytes))?.['details']
    return typeof details === 'object' && details !== null
      ? { bitmap, details: details as Record<string, unknown> }
      : { bitmap }
  } catch (error) {
    if (!(error instanceof PlantainError)) throw error
    const details = { ...error.details, reference: number }
    throw new PlantainError(error.code, `reference ${number}: ${error.message}`, { cause: error, details })
  }
}

/**
 * How a model goes by references: one is what it starts from in place of pure noise, cut to the ratio of the new picture.
 *
 * throws: UNIMPLEMENTED for a model that cannot start from a picture, and for more pictures than one
 */
export function guidedBy(
  references: readonly Reference[],
  size: PixelSize | null,
  manifest: Pick<ModelManifest, 'name' | 'tasks' | 'size' | 'defaults'>,
): { readonly task: string; readonly params: Partial<RunParams> } {
  const [reference] = references
  if (reference === undefined) return { task: 'generate', params: { ...size } }
  if (references.length > 1 || !manifest.tasks.includes('image-to-image'))
    throw new PlantainError(
      'UNIMPLEMENTED',
      `${references.length} reference pictures were given; ${manifest.name} goes by ${manifest.tasks.includes('image-to-image') ? 'one' : 'none'}; give that many, or choose another model`,
    )
  const { width, height } = size ?? ownSize(reference.bitmap, manifest)
  const image = cover(reference.bitmap, width / height)
  const imageDetails = reference.details === undefined ? {} : { imageDetails: reference.details }
  return { task: 'image-to-image', params: { width, height, image, ...imageDetails } }
}

/**
 * Whether references can only be talked about: the embedded model starts from the scene of one picture of its own, and sees all others as a person
 * does who is shown them.
 */
export const areShown = (
  references: readonly Reference[],
  { family }: Pick<ModelManifest, 'family'>,
): boolean =>
  family === 'plantain' &&
  references.length > 0 &&
  (references.length > 1 || references[0]!.details?.['scene'] === undefined)

/** The reference's ratio in as many pixels as the model likes: a photograph of a phone has twenty times that. */
export function ownSize(
  { width, height }: Bitmap,
  { size, defaults }: Pick<ModelManifest, 'size' | 'defaults'>,
): PixelSize {
  const scale = Math.sqrt((defaults.width * defaults.height) / (width * height))
  const fit = (side: number): number => {
    const wanted = Math.round((side * scale) / size.multiple) * size.multiple
    return Math.min(size.maximum, Math.max(size.minimum, wanted))
  }
  return { width: fit(width), height: fit(height) }
}

/** The middle of the picture, in another ratio (width by height). */
function cover(image: Bitmap, ratio: number): Bitmap {
  const width = Math.max(1, Math.min(image.width, Math.round(image.height * ratio)))
  const height = Math.max(1, Math.min(image.height, Math.round(image.width / ratio)))
  return crop(image, { x: (image.width - width) >> 1, y: (image.height - height) >> 1, width, height })
}
