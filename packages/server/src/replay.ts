import { decode, readRecipe, sniff, type Recipe } from '@plantain/codecs'
import { readReading } from '@plantain/conversation'
import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import { changedBytes } from '@plantain/imaging'
import type { EditEvent } from './edit/edit.ts'
import { parseEditRequest, type EditRequest } from './edit/request.ts'
import type { GenerateEvent } from './generate/events.ts'
import { parseGenerateRequest } from './generate/request.ts'
import type { Plantain } from './plantain.ts'
import { sha256 } from './sha256.ts'
import { ASPECTS, type Aspect } from './sizes.ts'

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
 * sources: files that it was made from, in any order, where they are not kept here
 * throws:  FAILED_PRECONDITION for a file without a recipe or one that needs other files; NOT_FOUND for a model that is not here
 */
export async function* replay(
  plantain: Plantain,
  file: Uint8Array,
  signal: AbortSignal,
  sources: readonly Uint8Array[] = [],
): AsyncGenerator<EditEvent | GenerateEvent, Replayed> {
  const recipe = await recipeOf(file)
  const model = await plantain.describe(text(recipe, 'model'))
  const bytes = yield* recipe['task'] === 'edit'
    ? edited(plantain, recipe, { file, sources }, signal)
    : generated(plantain, recipe, file, signal)
  const { withoutManifest } = await import('@plantain/codecs/provenance')
  const [before, after] = await Promise.all([decode(file), decode(bytes)])
  const sameSize = before.width === after.width && before.height === after.height
  const stated = typeof recipe['quality'] === 'number'
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
      ...(sniff(file) === 'png' || stated
        ? []
        : ['the file was packed with a loss, and with which quality it does not say']),
    ],
  }
}

const formatOf = (file: Uint8Array): 'png' | 'jpeg' | 'webp' => {
  const format = sniff(file)
  return format === 'jpeg' || format === 'webp' ? format : 'png'
}

async function* generated(
  plantain: Plantain,
  recipe: Recipe,
  file: Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, Uint8Array> {
  const request = parseGenerateRequest({
    prompt: recipe['prompt'],
    negativePrompt: recipe['negativePrompt'],
    model: recipe['model'],
    size: `${String(recipe['width'])}x${String(recipe['height'])}`,
    seed: recipe['seed'],
    steps: recipe['steps'],
    guidanceScale: recipe['guidanceScale'],
    scheduler: recipe['scheduler'],
    format: formatOf(file),
  })
  const { images } = yield* plantain.generate(request, signal, { watermark: watermarkIn(recipe) })
  return images[0]!.bytes
}

async function* edited(
  plantain: Plantain,
  recipe: Recipe,
  { file, sources }: { readonly file: Uint8Array; readonly sources: readonly Uint8Array[] },
  signal: AbortSignal,
): AsyncGenerator<EditEvent | GenerateEvent, Uint8Array> {
  const given = new Map(sources.map((bytes) => [sha256(bytes), bytes]))
  const fileOf = async (hash: unknown): Promise<Uint8Array> => given.get(String(hash)) ?? kept(plantain, hash)
  const hashes = Array.isArray(recipe['sources']) ? recipe['sources'] : []
  const request: EditRequest = {
    ...parseEditRequest({
      instruction: recipe['message'],
      images: await Promise.all(hashes.map(fileOf)),
      mask: recipe['mask'] === undefined ? undefined : await fileOf(recipe['mask']),
      model: recipe['model'],
      seed: recipe['seed'],
      steps: recipe['steps'],
      guidanceScale: recipe['guidanceScale'],
      negativePrompt: recipe['negativePrompt'],
      quality: recipe['quality'],
      format: formatOf(file),
    }),
    shape: recipe['shape'] === undefined ? null : whole(Shape.safeParse(recipe['shape']).data),
  }
  const interpretation = whole(readReading(recipe['interpretation']))
  const { images } = yield* plantain.edit(request, signal, { interpretation, keepNothing: true })
  return images[0]!.bytes
}

const Shape = z.union([
  z.strictObject({ kind: z.literal('ratio'), aspect: z.enum(Object.keys(ASPECTS) as [Aspect, ...Aspect[]]) }),
  z.strictObject({ kind: z.literal('scale'), side: z.int().min(16).max(6144) }),
  z.strictObject({
    kind: z.literal('pixels'),
    size: z.strictObject({ width: z.int().min(16).max(6144), height: z.int().min(16).max(6144) }),
  }),
])

/** What the file says is nobody's word but its own. */
function whole<T>(part: T | null | undefined): T {
  if (part !== null && part !== undefined) return part
  throw new PlantainError(
    'FAILED_PRECONDITION',
    'the recipe in the file is damaged; give the picture as Plantain wrote it',
  )
}

async function kept(plantain: Plantain, hash: unknown): Promise<Uint8Array> {
  return plantain.keptFile(String(hash)).catch((error: unknown) => {
    if (!(error instanceof PlantainError) || error.code !== 'NOT_FOUND') throw error
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `the picture was made from a file that is not kept here (sha-256 ${String(hash).slice(0, 64)}); give that file with --source`,
      { cause: error },
    )
  })
}

async function recipeOf(file: Uint8Array): Promise<Recipe> {
  const recipe = await readRecipe(file)
  if (recipe === null)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'the file carries no recipe; give a picture as Plantain wrote it, not one that another program saved again',
    )
  if (recipe['task'] !== 'generate' && recipe['task'] !== 'edit')
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `the recipe is of a picture made by "${String(recipe['task'])}"; only those of generate and edit can be made again from the file`,
    )
  if (Array.isArray(recipe['references']) && recipe['references'].length > 0)
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `the picture was made with reference pictures that the file does not hold (sha-256 ${recipe['references'].join(', ')}); make it again with generate --ref`,
    )
  return recipe
}

/** What was marked is marked again, and nothing else, whatever is configured here. */
const watermarkIn = (recipe: Recipe): string | null => {
  const id = text(recipe, 'watermark') ?? ''
  return /^[0-9a-f]{8}$/.test(id) ? id : null
}

const text = (recipe: Recipe, name: string): string | undefined =>
  typeof recipe[name] === 'string' ? recipe[name] : undefined
