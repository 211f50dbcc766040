import { guided, guidesOf, readReading, type Guide } from '@plantain/conversation'
import type { Interpretation, Interpreter } from '@plantain/core'
import type { EditEvent, EditResult } from '../edit/edit.ts'
import type { EditOptions } from '../edit/run.ts'
import type { EditRequest } from '../edit/request.ts'
import type { PixelSize } from '../sizes.ts'
import type { GenerateEvent, GenerateResult } from './events.ts'
import type { GenerateRequest } from './request.ts'

/** What a guided generation needs of the house. */
export interface GuidedHouse {
  readonly interpreter: Interpreter
  readonly edit: (
    request: EditRequest,
    signal: AbortSignal,
    options: EditOptions,
  ) => AsyncGenerator<EditEvent | GenerateEvent, EditResult>
  /** In place of one that is not given. */
  readonly size: PixelSize
}

/**
 * A new picture that goes by photographs, or by several pictures, for a model that cannot start from pixels: a conversation of one message. What the
 * prompt says of a picture ("this cat", "in the colours of the second") is taken from it; of one that it does not speak of, all that can be.
 */
export async function* generateGuided(
  request: GenerateRequest,
  house: GuidedHouse,
  signal: AbortSignal,
): AsyncGenerator<GenerateEvent, GenerateResult> {
  const { prompt, references, size, scheduler, ...settings } = request
  const read = await readGuided(prompt, references.length, house.interpreter, signal)
  const { width, height } = size ?? house.size
  // In the form in which its file has it, so that the file is made again to the byte.
  const sized = { ...read, constraints: { ...read.constraints, size: `${width}x${height}` } }
  const interpretation = readReading(sized) ?? sized
  const run = house.edit({ ...settings, instruction: prompt, images: references, shape: null }, signal, {
    interpretation,
  })
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
    notDrawn,
    drawnAs: [],
    warnings: [
      text,
      ...warnings,
      ...(scheduler === undefined
        ? []
        : ['scheduler had no effect: with such pictures the model keeps to its own']),
    ],
    usage,
  }
}

/** A prompt as the wish for a new picture that it is, and each picture as one that it goes by. */
async function readGuided(
  prompt: string,
  count: number,
  interpreter: Interpreter,
  signal: AbortSignal,
): Promise<Interpretation> {
  // "This cat on a beach" is a picture of it: nothing is edited here.
  const message = /^(?:this|that|the same)\s/i.test(prompt) ? `a picture of ${prompt}` : prompt
  const about = { history: [], uploads: [], partial: true, message }
  const withPictures = await interpreter.interpret({ ...about, images: count }, signal)
  const alone =
    withPictures.kind === 'generate'
      ? withPictures
      : await interpreter.interpret({ ...about, images: 0 }, signal)
  const reading: Interpretation =
    alone.kind === 'generate'
      ? alone
      : { kind: 'generate', ops: [{ op: 'create', subject: [prompt] }], refers_to: [] }
  const others = Array.from({ length: count }, (_, index): Guide => ({
    ref: `image:${index + 1}`,
    taken: 'all',
  }))
  const used = new Set([
    ...guidesOf(reading).map(({ ref }) => ref),
    ...reading.ops.map(({ subject_ref }) => subject_ref),
  ])
  const unnamed = others.filter(({ ref }) => !used.has(ref))
  return unnamed.length === 0 ? reading : guided(reading, unnamed)
}

/** What generating tells of the events of an edit. */
function* eventOf(event: EditEvent | GenerateEvent): Generator<GenerateEvent> {
  if (event.type === 'picture-ready') {
    yield { type: 'image-ready', index: event.index, image: event.image }
    return
  }
  if (event.type === 'run-queue' || event.type === 'job-queue' || event.type === 'progress') yield event
}
