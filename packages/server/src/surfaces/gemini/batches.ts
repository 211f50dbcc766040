import { PlantainError } from '@plantain/core'
import type { Plantain } from '../../plantain.ts'
import { readLines, setOutputFile, type BatchEntry, type BatchLine } from '../../store/batches.ts'
import { interrupted, toThrown } from '../../store/jobs/entry.ts'
import { toStatus } from '../../http-error.ts'

const type = (name: string): string => `type.googleapis.com/google.ai.generativelanguage.v1main.${name}`

export type BatchState = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'CANCELLED' | 'EXPIRED'

/** A batch whose answers go into a file is not through before the file is there. */
export function stateOf({ counts, cancelled, inputFile, outputFile }: BatchEntry): BatchState {
  if (cancelled) return 'CANCELLED'
  const { queued, running, succeeded, failed } = counts
  if (queued + running > 0) return running + succeeded + failed > 0 ? 'RUNNING' : 'PENDING'
  if (counts.cancelled > 0) return 'EXPIRED' // nobody did it
  return inputFile !== null && outputFile === null ? 'RUNNING' : 'SUCCEEDED'
}

export const isDone = (batch: BatchEntry): boolean => !['PENDING', 'RUNNING'].includes(stateOf(batch))

/** A batch as the long-running operation that all clients read it as; without the answers. */
export function operationBody(batch: BatchEntry): { metadata: object; done?: true; [key: string]: unknown } {
  const { id, model, displayName, inputFile, outputFile, createdAt, updatedAt, counts } = batch
  const done = isDone(batch)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const state = stateOf(batch)
  return {
    name: `batches/${id}`,
    metadata: {
      '@type': type('GenerateContentBatch'),
      name: `batches/${id}`,
      model: `models/${model}`,
      displayName,
      state: `BATCH_STATE_${state}`,
      createTime: createdAt.toISOString(),
      updateTime: updatedAt.toISOString(),
      ...(done ? { endTime: updatedAt.toISOString() } : {}),
      batchStats: {
        requestCount: String(total),
        successfulRequestCount: String(counts.succeeded),
        failedRequestCount: String(counts.failed + (done ? counts.cancelled : 0)),
        pendingRequestCount: String(counts.queued + counts.running),
      },
      ...(inputFile === null ? {} : { inputConfig: { fileName: inputFile } }),
      ...(outputFile === null ? {} : { output: { responsesFile: outputFile } }),
    },
    ...(done ? { done } : {}),
    ...(state === 'SUCCEEDED' && outputFile !== null
      ? { response: { '@type': type('GenerateContentBatchOutput'), responsesFile: outputFile } }
      : {}),
    ...(state === 'CANCELLED' ? { error: { code: 1, message: 'the batch was cancelled' } } : {}),
    ...(state === 'EXPIRED'
      ? { error: { code: 4, message: 'the batch was not through in time; hand in again what is left' } }
      : {}),
  }
}

/** The same with the answers, as JSON piece by piece: those of a large batch are never in memory together. */
export async function* operationText(plantain: Plantain, batch: BatchEntry): AsyncGenerator<string> {
  const { metadata, ...rest } = operationBody(batch)
  if (batch.inputFile !== null || !isDone(batch)) return yield JSON.stringify({ ...rest, metadata })
  yield `${JSON.stringify(rest).slice(0, -1)},"metadata":${JSON.stringify(metadata).slice(0, -1)},"output":`
  yield* responsesText(plantain, batch, '{')
  yield '}'
  if (stateOf(batch) === 'SUCCEEDED') {
    yield ',"response":'
    yield* responsesText(plantain, batch, `{"@type":"${type('GenerateContentBatchOutput')}",`)
  }
  yield '}'
}

async function* responsesText(plantain: Plantain, batch: BatchEntry, open: string): AsyncGenerator<string> {
  yield `${open}"inlinedResponses":{"inlinedResponses":[`
  let first = true
  for await (const { metadata, response, error } of answersOf(plantain, batch)) {
    const told = metadata === undefined ? '' : `,"metadata":${JSON.stringify(metadata)}`
    yield `${first ? '' : ','}{${response === null ? `"error":${JSON.stringify(error)}` : `"response":${response}`}${told}}`
    first = false
  }
  yield ']}}'
}

/** The file of answers: a line for each request, in their order. */
export async function* responsesFile(plantain: Plantain, batch: BatchEntry): AsyncGenerator<Uint8Array> {
  for await (const { key, response, error } of answersOf(plantain, batch)) {
    const told = key === undefined ? '' : `"key":${JSON.stringify(key)},`
    yield Buffer.from(
      `{${told}${response === null ? `"error":${JSON.stringify(error)}` : `"response":${response}`}}\n`,
    )
  }
}

interface LineAnswer {
  readonly key?: unknown
  readonly metadata?: unknown
  /** JSON. */
  readonly response: string | null
  readonly error: object | null
}

const linesAtOnce = 100

async function* answersOf(plantain: Plantain, { id, counts }: BatchEntry): AsyncGenerator<LineAnswer> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const database = await plantain.database()
  for (let from = 0; from < total; from += linesAtOnce)
    for (const line of await readLines(database, id, from, from + linesAtOnce))
      yield await answerOf(plantain, line)
}

async function answerOf(plantain: Plantain, line: BatchLine): Promise<LineAnswer> {
  const { key, metadata } = line.payload as { readonly key?: unknown; readonly metadata?: unknown }
  const told = { key, metadata }
  if (line.state === 'succeeded') {
    const { response } = line.result as { readonly response: string }
    return {
      ...told,
      response: Buffer.from(await plantain.jobBlobs().read(response)).toString(),
      error: null,
    }
  }
  const thrown = toThrown(
    line.error ?? {
      ...interrupted,
      code: 'CANCELLED',
      message: 'the request was cancelled before it was answered',
    },
  )
  return {
    ...told,
    response: null,
    error: { code: toStatus(thrown), message: thrown.message, status: thrown.code },
  }
}

/** Writes the answers of a batch from a file into one, when the last of them is there; does nothing before, and nothing twice. */
export async function finishBatch(plantain: Plantain, batch: BatchEntry): Promise<BatchEntry> {
  const { id, owner, displayName, inputFile, outputFile, counts } = batch
  if (inputFile === null || outputFile !== null || isDone(batch) || counts.queued + counts.running > 0)
    return batch
  const name = `batch-${id}`
  const wish = {
    id: name,
    displayName,
    mimeType: 'application/jsonl',
    bytes: null,
    source: 'GENERATED',
  } as const
  try {
    await plantain.files.of(owner).create(wish, responsesFile(plantain, batch))
  } catch (error) {
    // Another process was first: a file gets its name when it is whole.
    if (!(error instanceof PlantainError && error.code === 'ALREADY_EXISTS')) throw error
  }
  await setOutputFile(await plantain.database(), id, `files/${name}`)
  return { ...batch, outputFile: `files/${name}` }
}
