import { guided, guidesOf, readReading, type Guide } from '@plantain/conversation'
import { PlantainError, type Interpretation, type Interpreter } from '@plantain/core'
import type { EditEvent, EditResult } from '../edit/edit.ts'
import type { EditOptions } from '../edit/run.ts'
import type { EditRequest } from '../edit/request.ts'
import { blockedBy } from '../safety/judge.ts'
import { decide, type Policy } from '../safety/policy.ts'
import type { PixelSize } from '../sizes.ts'
import type { GenerateEvent, GenerateResult } from './events.ts'
import type { GenerateRequest } from './request.ts'

/** What a guided generation needs of the house. */
export interface GuidedHouse {
  /** Governed by the policy. */
  readonly interpreter: Interpreter
  readonly policy: () => Promise<Policy>
  readonly edit: (
    request: EditRequest,
    signal: AbortSignal,
    options: EditOptions,
  ) => AsyncGenerator<EditEvent | GenerateEvent, EditResult>
  /** Where neither the request nor the prompt says one. */
  readonly size: PixelSize
}

/**
 * A new picture that goes by photographs, or by several pictures, for a model that cannot start from pixels: a conversation of one message. What the
 * prompt says of a picture ("this cat", "in the colours of the second") is taken from it; where it says nothing of any, all that can be is taken.
 *
 * throws: INVALID_ARGUMENT for a prompt that is refused, or that asks for no picture, and for a scheduler
 */
export async function* generateGuided(
  request: GenerateRequest,
  house: GuidedHouse,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, GenerateResult> {
  const { prompt, references, size, scheduler, ...settings } = request
  if (scheduler !== undefined)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `scheduler is ${scheduler}; with pictures that the embedded model did not make it keeps to its own, so leave scheduler out`,
      { details: { field: 'scheduler' } },
    )
  const read = await readGuided(prompt, references.length, house, signal)
  const reading = size === null ? withSize(read, house.size) : read
  const run = house.edit(
    {
      ...settings,
      instruction: prompt,
      images: references,
      shape: size === null ? null : { kind: 'pixels', size },
    },
    signal,
    // In the form in which its file has it, so that the file is made again to the byte.
    { interpretation: readReading(reading) ?? reading },
  )
  let result: EditResult
  try {
    for (;;) {
      const next = await run.next()
      if (next.done) {
        result = next.value
        break
      }
      yield* eventOf(next.value)
    }
  } finally {
    await run.return(undefined as never) // whoever leaves early stops the engine
  }
  const { images, notDrawn, warnings, usage, text } = result
  return {
    images,
    interpretation: { ...result.interpretation },
    text,
    notDrawn,
    drawnAs: [],
    warnings,
    usage,
  }
}

/** The first picture's ratio, where the prompt asks for none. How many pictures there are is the request's. */
function withSize(reading: Interpretation, { width, height }: PixelSize): Interpretation {
  const { aspect, size, use } = reading.constraints ?? {}
  return aspect !== undefined || size !== undefined || use !== undefined
    ? reading
    : { ...reading, constraints: { ...reading.constraints, size: `${width}x${height}` } }
}

/** A prompt as the wish for a new picture that it is, with the pictures that it goes by. */
async function readGuided(
  prompt: string,
  count: number,
  { interpreter, policy }: GuidedHouse,
  signal: AbortSignal,
): Promise<Interpretation> {
  // "This cat on a beach" is a picture of it: nothing is edited here.
  const message = /^(?:this|that|the same)\s/i.test(prompt) ? `a picture of ${prompt}` : prompt
  const read = async (images: number): Promise<Interpretation> => {
    const reading = await interpreter.interpret(
      { history: [], uploads: [], partial: true, message, images },
      signal,
    )
    if (reading.kind !== 'refuse' || reading.reason === undefined) return reading
    const blocked = blockedBy(decide(await policy(), reading.reason), 'This prompt is not carried out.')
    throw new PlantainError('INVALID_ARGUMENT', blocked.message, { details: { blocked: blocked.reason } })
  }
  const withPictures = await read(count)
  const alone = withPictures.kind === 'generate' ? withPictures : await read(0)
  // Words that nobody understands are drawn as far as they can be, as without a picture.
  if (alone.kind !== 'generate' && withPictures.kind !== 'clarify')
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `"${prompt.slice(0, 80)}" asks for no new picture; say what it shows, or change a picture with edit`,
      { details: { field: 'prompt' } },
    )
  const wish: Interpretation =
    alone.kind === 'generate'
      ? alone
      : { kind: 'generate', ops: [{ op: 'create', subject: [prompt] }], refers_to: [] }
  const { count: _, ...constraints } = wish.constraints ?? {}
  const reading = { ...wish, constraints }
  const isSaid =
    guidesOf(reading).length > 0 || reading.ops.some(({ subject_ref }) => subject_ref !== undefined)
  const all = Array.from({ length: count }, (_, n): Guide => ({ ref: `image:${n + 1}`, taken: 'all' }))
  return isSaid ? reading : guided(reading, all)
}

/** What generating tells of the events of an edit. */
function* eventOf(event: EditEvent | GenerateEvent): Generator<GenerateEvent> {
  if (event.type === 'picture-ready') {
    yield { type: 'image-ready', index: event.index, image: event.image }
    return
  }
  if (event.type === 'run-queue' || event.type === 'job-queue' || event.type === 'progress') yield event
}
