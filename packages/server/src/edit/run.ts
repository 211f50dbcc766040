import { PlantainError, type Interpretation } from '@plantain/core'
import type { GenerateEvent, GenerateResult } from '../generate/events.ts'
import type { GenerateRequest } from '../generate/request.ts'
import type { Seal } from '../provenance/seal.ts'
import type { Parts } from '../sessions/sessions.ts'
import { memoryBlobs } from '../store/blobs/memory.ts'
import type { Blobs } from '../store/blobs/blobs.ts'
import { edit, type EditEvent, type EditResult } from './edit.ts'
import { describeFile } from './describe-file.ts'
import type { EditRequest } from './request.ts'

/** What of the house an edit needs. */
export interface EditHouse {
  /** Reader, painter and tools of the model, working on the given store. */
  readonly parts: (blobs: Blobs) => Promise<Parts>
  /** Where the pictures that were given are kept, so that the edit can be made again from its file. */
  readonly kept: () => Blobs
  readonly seal: Seal
  readonly model: { readonly id: string; readonly hash: string; readonly family: string }
  readonly generate: (
    request: GenerateRequest,
    signal: AbortSignal,
  ) => AsyncGenerator<GenerateEvent, GenerateResult>
  /** throws: INVALID_ARGUMENT where the policy forbids it; the embedded model's own reader knows the policy */
  readonly hold: (instruction: string, signal: AbortSignal) => Promise<void>
  readonly version: string
  readonly randomSeed: () => number
  readonly maxPixels: number
}

export interface EditOptions {
  /** How the instruction was read before. */
  readonly interpretation?: Interpretation
  /** Do not keep the pictures that were given. */
  readonly keepNothing?: boolean
}

/** An edit by the model that it is for: the embedded one talks, others are handed pictures and words. */
export async function* runEdit(
  request: EditRequest,
  house: EditHouse,
  options: EditOptions,
  signal: AbortSignal,
): AsyncGenerator<EditEvent | GenerateEvent, EditResult> {
  const { model, version, maxPixels } = house
  const warnings = (await Promise.all(request.images.map(describeFile))).flat()
  if (model.family !== 'plantain') {
    const result = yield* byOtherModel(request, house, signal)
    return { ...result, warnings: [...warnings, ...result.warnings] }
  }
  const blobs = memoryBlobs()
  const parts = await house.parts(blobs)
  const use = {
    parts,
    blobs,
    seal: house.seal,
    model,
    version,
    seed: request.seed ?? house.randomSeed(),
    maxPixels,
    ...(options.interpretation === undefined ? {} : { interpretation: options.interpretation }),
  }
  const result = yield* closing(edit(request, use, signal), parts)
  const kept = options.keepNothing === true ? [] : await keep(request, house.kept())
  return { ...result, warnings: [...warnings, ...kept] }
}

/** What the parts run on ends with the run. */
async function* closing<E, R>(run: AsyncGenerator<E, R>, { close }: Parts): AsyncGenerator<E, R> {
  try {
    return yield* run
  } finally {
    await close?.()
  }
}

/** The picture is made by then: that its sources cannot be kept is told, and no reason to lose it. */
async function keep({ images, mask }: EditRequest, kept: Blobs): Promise<readonly string[]> {
  try {
    for (const file of [...images, ...(mask === undefined ? [] : [mask])]) await kept.write(file)
    return []
  } catch (error) {
    if (!(error instanceof PlantainError)) throw error
    return [
      `${error.message}; to make the picture again from its file, give what it was made from with replay --source`,
    ]
  }
}

async function* byOtherModel(
  request: EditRequest,
  { generate, hold }: EditHouse,
  signal: AbortSignal,
): AsyncGenerator<EditEvent | GenerateEvent, EditResult> {
  const { instruction, images, mask, shape, ...rest } = request
  if (mask !== undefined)
    throw new PlantainError(
      'UNIMPLEMENTED',
      'this model takes no mask yet; use plantain-tiny, or give no mask',
      { details: { field: 'mask' } },
    )
  if (shape !== null && shape.kind !== 'pixels')
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this model takes a size in pixels, as 768x512; or leave aspect and size out',
      { details: { field: 'size' } },
    )
  const size = shape === null ? null : shape.size
  await hold(instruction, signal)
  const result = yield* generate({ ...rest, prompt: instruction, references: images, size }, signal)
  const text = 'Here is your picture.'
  return { ...result, text, interpretation: { kind: 'edit', ops: [], refers_to: [] } }
}
