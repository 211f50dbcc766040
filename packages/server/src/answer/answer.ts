import { measureImage } from '@plantain/codecs'
import { PlantainError } from '@plantain/core'
import type { GenerateEvent, GenerateResult } from '../generate/events.ts'
import type { GenerateRequest } from '../generate/request.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Task } from '../jobs/task.ts'
import type { Plantain } from '../plantain.ts'
import { judge } from '../safety/judge.ts'
import type { Answer, AnswerEvent, Ask } from './ask.ts'
import type { Amounts } from '../store/usage.ts'
import { converse } from './converse.ts'
import { metered } from '../metered.ts'
import { simulate, type Scenario } from './simulate.ts'
import { sizeBy } from './size-rule.ts'
import { inputTokens } from './tokens.ts'

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
  if (ask.scenario !== undefined) return yield* acted(plantain, ask, ask.scenario, signal)
  return yield* metered(plantain, {
    caller: ask.caller,
    model: ask.alias,
    task: answering,
    payload: ask,
    amounts,
    signal,
  })
}

async function* acted(
  { access }: Plantain,
  ask: Ask,
  scenario: Scenario,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  const leave = scenario.name === 'slow' ? access.admitActed(ask.caller, ask.alias) : null
  try {
    return yield* simulate(ask, scenario, signal)
  } finally {
    leave?.()
  }
}

export const answering: Task<Ask, AnswerEvent, Answer> = {
  kind: 'answer',
  run: (plantain, ask, job) => reply(plantain, ask, job),
  waiting: () => ({ type: 'waiting' }),
}

/** The answer itself, where nobody listens on the way. */
export async function last(events: AsyncGenerator<AnswerEvent, Answer>): Promise<Answer> {
  let next = await events.next()
  while (!next.done) next = await events.next()
  return next.value
}

export const amounts = ({ usage, images }: Answer): Amounts => ({
  requests: 1,
  images: images.length,
  inputTokens: usage.promptTokens + usage.inputImageTokens,
  outputTokens: usage.outputImageTokens,
  milliseconds: usage.milliseconds,
})

/** The answer as part of a job. The embedded model talks; other models make pictures from the last turn alone. */
export async function* reply(plantain: Plantain, ask: Ask, job: Job): AsyncGenerator<AnswerEvent, Answer> {
  const { family } = await plantain.describe(ask.model)
  const talks = ask.plain !== true || ask.background === 'transparent'
  if (family === 'plantain' && talks) return yield* converse(plantain, await plantain.signer(), ask, job)
  return yield* generated(plantain, ask, job)
}

async function* generated(plantain: Plantain, ask: Ask, job: Job): AsyncGenerator<AnswerEvent, Answer> {
  const turn = ask.turns.at(-1)!
  const history = ask.turns
    .slice(0, -1)
    .toReversed()
    .find(({ pictures }) => pictures.length > 0)
  const pictures = turn.pictures.length > 0 ? turn.pictures : (history?.pictures.slice(-1) ?? [])
  if (ask.mask !== undefined)
    throw new PlantainError(
      'UNIMPLEMENTED',
      'this model takes no mask through the API yet; use plantain-tiny, or send no mask',
      {
        details: { field: 'mask' },
      },
    )
  if (ask.wordsOnly === true)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this model makes pictures only; use plantain-tiny for words, or ask for IMAGE, too',
    )
  if (ask.previous !== undefined)
    throw new PlantainError(
      'UNIMPLEMENTED',
      'this model cannot go on from an earlier turn by its name; send the picture instead, or use plantain-tiny',
      { details: { field: 'previous' } },
    )
  if (ask.background === 'transparent')
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'this model cannot make a transparent background; use plantain-tiny, or leave background out',
      {
        details: { field: 'background' },
      },
    )
  const prompt = ask.instruction === undefined ? turn.text : `${turn.text}. ${ask.instruction}`
  const { interpreter } = plantain
  const judged = { interpreter, policy: await plantain.policy(), thresholds: ask.thresholds }
  const blocked = await judge(prompt, judged, job.signal)
  if (blocked !== null)
    return { images: [], text: '', blocked, usage: { ...(await inputTokens(ask)), ...nothingMade } }
  const [first] = pictures
  const source = first === undefined ? null : await measureImage(first.bytes)
  const request: GenerateRequest = {
    prompt,
    size: sizeBy(ask.size, source),
    count: ask.count,
    format: ask.format,
    references: pictures.map(({ bytes }) => bytes),
    ...(ask.quality === undefined ? {} : { quality: ask.quality }),
    ...(ask.model === undefined ? {} : { model: ask.model }),
    ...(ask.seed === undefined ? {} : { seed: ask.seed }),
    ...(ask.steps === undefined ? {} : { steps: ask.steps }),
    ...(ask.guidanceScale === undefined ? {} : { guidanceScale: ask.guidanceScale }),
    ...(ask.negativePrompt === undefined ? {} : { negativePrompt: ask.negativePrompt }),
  }
  const events = plantain.generate(request, job.signal, {
    previewMilliseconds: ask.previewMilliseconds,
    place: job,
  })
  try {
    let next = await events.next()
    for (; !next.done; next = await events.next()) yield* told(next.value)
    return { images: next.value.images, text: words(next.value), blocked: null, usage: next.value.usage }
  } finally {
    await events.return(undefined as unknown as GenerateResult) // whoever leaves early stops the engine
  }
}

const nothingMade = { outputImageTokens: 0, steps: 0, milliseconds: 0 }

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
