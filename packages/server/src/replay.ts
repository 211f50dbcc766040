import { decode, readRecipe, sniff, type Recipe } from '@plantain/codecs'
import { PlantainError } from '@plantain/core'
import { changedBytes } from '@plantain/imaging'
import type { GenerateEvent } from './generate/events.ts'
import { parseGenerateRequest } from './generate/request.ts'
import type { Plantain } from './plantain.ts'
import { sha256 } from './sha256.ts'

export interface Replayed {
  readonly bytes: Uint8Array
  /** The whole file is the same, recipe and all, but for a signature, which is its signer's own. */
  readonly sameFile: boolean
  /** Every pixel is the same. */
  readonly samePixels: boolean
  /** What is not as it was when the picture was made, in sentences. */
  readonly differences: readonly string[]
}

/**
 * Makes a picture again from the recipe that its file carries.
 *
 * throws: FAILED_PRECONDITION for a file without a recipe or one that needs other files; NOT_FOUND for a model that is not here
 */
export async function* replay(
  plantain: Plantain,
  file: Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, Replayed> {
  const recipe = await recipeOf(file)
  const model = await plantain.describe(text(recipe, 'model'))
  const request = parseGenerateRequest({
    prompt: recipe['prompt'],
    negativePrompt: recipe['negativePrompt'],
    model: recipe['model'],
    size: `${String(recipe['width'])}x${String(recipe['height'])}`,
    seed: recipe['seed'],
    steps: recipe['steps'],
    guidanceScale: recipe['guidanceScale'],
    scheduler: recipe['scheduler'],
    format: sniff(file) === 'jpeg' ? 'jpeg' : sniff(file) === 'webp' ? 'webp' : 'png',
  })
  const { images } = yield* plantain.generate(request, signal)
  const { bytes } = images[0]!
  const { withoutManifest } = await import('@plantain/codecs/provenance')
  const [before, after] = await Promise.all([decode(file), decode(bytes)])
  const sameSize = before.width === after.width && before.height === after.height
  return {
    bytes,
    sameFile: sha256(withoutManifest(bytes)) === sha256(withoutManifest(file)),
    samePixels: sameSize && changedBytes(before, after) === 0,
    differences: [
      ...(recipe['modelHash'] === model.hash
        ? []
        : [`the model ${model.id} has other files than the one that made the picture`]),
      ...(recipe['version'] === plantain.version
        ? []
        : [`the picture was made by Plantain ${String(recipe['version'])}, this is ${plantain.version}`]),
      ...(sniff(file) === 'png'
        ? []
        : ['the file was packed with a loss, and with which quality it does not say']),
    ],
  }
}

async function recipeOf(file: Uint8Array): Promise<Recipe> {
  const recipe = await readRecipe(file)
  if (recipe === null)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'the file carries no recipe; give a picture as Plantain wrote it, not one that another program saved again',
    )
  if (recipe['task'] !== 'generate')
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `the recipe is of a picture made by "${String(recipe['task'])}"; only those of generate can be made again from the file alone`,
    )
  if (Array.isArray(recipe['references']) && recipe['references'].length > 0)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `the picture was made with reference pictures that the file does not hold (sha-256 ${recipe['references'].join(', ')}); make it again with generate --ref`,
    )
  return recipe
}

const text = (recipe: Recipe, name: string): string | undefined =>
  typeof recipe[name] === 'string' ? recipe[name] : undefined
