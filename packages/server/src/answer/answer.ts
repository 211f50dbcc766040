import { PlantainError } from '@plantain/core'
import type { GenerateEvent, GenerateResult } from '../generate/events.ts'
import type { GenerateRequest } from '../generate/request.ts'
import type { Plantain } from '../plantain.ts'
import type { Answer, AnswerEvent, Ask } from './ask.ts'
import type { Amounts } from '../store/usage.ts'
import { simulate } from './simulate.ts'

/**
 * A conversation as a stateless client sends it → words and pictures.
 *
 * throws: what `plantain.generate` throws
 */
export async function* answer(
  plantain: Plantain,
  ask: Ask,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  if (ask.scenario !== undefined) return yield* simulate(ask, ask.scenario, signal)
  const leave = await plantain.access.admit(ask.caller, ask.alias)
  try {
    const result = yield* reply(plantain, ask, signal)
    await plantain.access.record(ask.caller, ask.alias, amounts(result))
    return result
  } finally {
    leave()
  }
}

const amounts = ({ usage, images }: Answer): Amounts => ({
  requests: 1,
  images: images.length,
  inputTokens: usage.promptTokens + usage.inputImageTokens,
  outputTokens: usage.outputImageTokens,
  milliseconds: usage.milliseconds,
})

async function* reply(
  plantain: Plantain,
  ask: Ask,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  const turn = ask.turns.at(-1)!
  if (ask.turns.length > 1 || turn.pictures.length > 0 || ask.mask !== undefined)
    throw new PlantainError(
      'UNIMPLEMENTED',
      'editing a picture through this API is not possible yet; send a prompt without pictures',
    )
  const request: GenerateRequest = {
    prompt: ask.instruction === undefined ? turn.text : `${turn.text}. ${ask.instruction}`,
    size: ask.size(null),
    count: ask.count,
    format: ask.format,
    references: [],
    ...(ask.quality === undefined ? {} : { quality: ask.quality }),
    ...(ask.model === undefined ? {} : { model: ask.model }),
    ...(ask.seed === undefined ? {} : { seed: ask.seed }),
    ...(ask.steps === undefined ? {} : { steps: ask.steps }),
    ...(ask.guidanceScale === undefined ? {} : { guidanceScale: ask.guidanceScale }),
    ...(ask.negativePrompt === undefined ? {} : { negativePrompt: ask.negativePrompt }),
  }
  const events = plantain.generate(request, signal, { previewMilliseconds: ask.previewMilliseconds })
  try {
    let next = await events.next()
    for (; !next.done; next = await events.next()) yield* told(next.value)
    return { images: next.value.images, text: words(next.value), blocked: null, usage: next.value.usage }
  } finally {
    await events.return(undefined as unknown as GenerateResult) // whoever leaves early stops the engine
  }
}

function* told(event: GenerateEvent): Generator<AnswerEvent> {
  if (event.type === 'image-ready') yield { type: 'image', index: event.index, image: event.image }
  else if (event.type === 'step' && event.preview)
    yield { type: 'preview', index: event.index, bitmap: event.preview }
  else yield { type: 'waiting' }
}

/** What the person should know about the picture. */
function words({ notDrawn, drawnAs, warnings }: GenerateResult): string {
  return [
    'Here is your picture.',
    ...(notDrawn.length > 0 ? [`I could not draw: ${notDrawn.join(', ')}.`] : []),
    ...drawnAs.map(({ word, kind }) => `"${word}" is drawn as ${kind}.`),
    ...warnings,
  ].join(' ')
}
