import { setTimeout as wait } from 'node:timers/promises'
import { encode, mimeTypes } from '@plantain/codecs'
import { own, PlantainError, throwIfCancelled, type Bitmap, type Code } from '@plantain/core'
import { sha256 } from '../sha256.ts'
import { sizeBy } from './size-rule.ts'
import { inputTokens } from './tokens.ts'
import type { Answer, AnswerEvent, AnswerImage, Ask } from './ask.ts'

/** What a client that tests its own handling wants to meet; no model runs. */
export interface Scenario {
  readonly name: string
  readonly value: string
}

const limit: Readonly<Record<string, { quotaId: string; quotaValue: string; seconds: number; per: string }>> =
  {
    'rate-limit': {
      quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
      quotaValue: '10',
      seconds: 34,
      per: 'minute',
    },
    quota: {
      quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
      quotaValue: '100',
      seconds: 3600,
      per: 'day',
    },
  }
const statuses: Readonly<Record<string, Code>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}
const scenarios = [
  'ok',
  'rate-limit',
  'quota',
  'overloaded',
  'error=503',
  'prompt-blocked',
  'image-blocked',
  'no-image',
  'slow=2000',
  'cut',
] as const

/** "slow=2000" → its parts. throws: INVALID_ARGUMENT that lists what there is */
export function parseScenario(text: string): Scenario {
  const [name = '', value = ''] = text.trim().split('=')
  const known = scenarios.some((scenario) => scenario.split('=')[0] === name)
  const number = name === 'slow' ? Number(value || 2000) : 0
  if (
    !known ||
    (name === 'error' && own(statuses, value) === undefined) ||
    !(number >= 0 && number <= 60_000)
  )
    throw new PlantainError(
      'INVALID_ARGUMENT',
      `the simulation "${text.slice(0, 40)}" is not known; give one of ${scenarios.join(', ')}, with error one of ${Object.keys(statuses).join(', ')} and slow in milliseconds`,
    )
  return { name, value }
}

/**
 * The same answers as a model's, of fixture pictures: token counts, sizes, signatures of errors are the real ones.
 *
 * throws: what the scenario asks for
 */
export async function* simulate(
  ask: Ask,
  { name, value }: Scenario,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  fail(name, value)
  const usage = { ...(await inputTokens(ask)), outputImageTokens: 0, steps: 0, milliseconds: 0 }
  const none = { images: [], text: '', usage }
  const message = 'This refusal is simulated, as was asked by the key or the header of the request.'
  if (name === 'prompt-blocked')
    return { ...none, blocked: { stage: 'prompt', reason: 'PROHIBITED_CONTENT', message } }
  if (name === 'image-blocked')
    return { ...none, blocked: { stage: 'image', reason: 'IMAGE_SAFETY', message } }
  if (name === 'no-image' || ask.wordsOnly === true)
    return { ...none, text: 'These words are simulated; there is no picture with them.', blocked: null }
  if (name === 'slow')
    await wait(Number(value || 2000), undefined, { signal }).catch(() => throwIfCancelled(signal))
  yield { type: 'waiting' }
  if (ask.previewMilliseconds !== null) yield { type: 'preview', index: 0, bitmap: stripes(128, 128, 0) }
  if (name === 'cut')
    throw new PlantainError(
      'UNAVAILABLE',
      'the stream is cut here, as was asked by the key or the header of the request',
    )
  const images: AnswerImage[] = []
  for (let index = 0; index < ask.count; index++) {
    const image = await fixture(ask, index)
    yield { type: 'image', index, image }
    images.push(image)
  }
  return { images, text: 'Here is your picture.', blocked: null, usage }
}

function fail(name: string, value: string): void {
  const quota = limit[name]
  if (quota !== undefined) {
    const metric = 'generativelanguage.googleapis.com/generate_content_free_tier_requests'
    throw new PlantainError(
      'RESOURCE_EXHAUSTED',
      `You exceeded your current quota, please check your plan and billing details. \n* Quota exceeded for metric: ${metric}, limit: ${quota.quotaValue} a ${quota.per}\nPlease retry in ${quota.seconds}s.`,
      {
        details: {
          retryAfterSeconds: quota.seconds,
          quota: {
            quotaMetric: metric,
            quotaId: quota.quotaId,
            quotaDimensions: { location: 'global' },
            quotaValue: quota.quotaValue,
          },
        },
      },
    )
  }
  if (name === 'overloaded')
    throw new PlantainError('UNAVAILABLE', 'The model is overloaded. Please try again later.', {
      details: { retryAfterSeconds: 5 },
    })
  if (name === 'error')
    throw new PlantainError(
      statuses[value]!,
      `error ${value}, as was asked by the key or the header of the request`,
    )
}

async function fixture(ask: Ask, index: number): Promise<AnswerImage> {
  const source = ask.turns.at(-1)!
  const { width, height } = sizeBy(ask.size, null)
  const seed = ask.seed ?? parseInt(sha256(`${source.text}/${index}`).slice(0, 8), 16)
  const recipe = { task: 'simulation', prompt: source.text, seed }
  const bytes = await encode(stripes(width, height, seed + index), { format: ask.format, recipe })
  return { bytes, mimeType: mimeTypes[ask.format], width, height, sha256: sha256(bytes), seed, recipe }
}

/** A picture that is cheap to make and to pack, and another one for another seed. */
function stripes(width: number, height: number, seed: number): Bitmap {
  const row = new Uint32Array(width)
  const [a, b] = [
    0xff000000 | ((seed * 2654435761) >>> 8),
    0xff000000 | ((seed * 40503 + 0x335577) & 0xffffff),
  ]
  for (let x = 0; x < width; x++) row[x] = (x >> 6) % 2 === 0 ? a >>> 0 : b >>> 0
  const pixels = new Uint32Array(width * height)
  for (let y = 0; y < height; y++) pixels.set(row, y * width)
  return { width, height, data: new Uint8ClampedArray(pixels.buffer) }
}
