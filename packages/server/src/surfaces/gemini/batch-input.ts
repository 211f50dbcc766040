import { PlantainError } from '@plantain/core'
import { z } from 'zod'
import type { Caller } from '../../access.ts'
import type { Plantain } from '../../plantain.ts'
import { invalid } from './content.ts'
import { fileIdOf } from './files.ts'
import { GenerateContentSchema } from './wire.ts'

/** One request of a batch, as JSON, or what is wrong with it. */
export interface Line {
  readonly request?: Uint8Array
  /** Given back with the answer: of a line of a file, and of a request in the call. */
  readonly key?: unknown
  readonly metadata?: unknown
  readonly error?: PlantainError
}

export interface BatchInput {
  readonly displayName: string
  /** Its name, as files/ID; null: the requests came with the call. */
  readonly inputFile: string | null
  readonly lines: AsyncIterable<Line> | Iterable<Line>
}

/** Google's limit of what comes with the call. */
const mostInlineBytes = 20 * 2 ** 20
const longestName = 512

/** As it is written down; in snake_case, too. Each request is checked when its turn comes. */
export const BatchSchema: z.ZodType = z.object({
  batch: z.object({
    displayName: z.string().max(longestName).optional(),
    inputConfig: z.object({
      requests: z
        .object({
          requests: z.array(
            z.object({
              request: GenerateContentSchema,
              metadata: z.record(z.string(), z.unknown()).optional(),
            }),
          ),
        })
        .optional(),
      fileName: z.string().optional(),
    }),
  }),
})

/** throws: INVALID_ARGUMENT with the field */
export async function linesOf(body: unknown, plantain: Plantain, caller: Caller): Promise<BatchInput> {
  const batch = object(member(object(body, 'the body'), 'batch') ?? body, 'batch')
  const displayName = member(batch, 'displayName') ?? ''
  if (typeof displayName !== 'string' || displayName.length > longestName)
    throw invalid(`the display name is no text of up to ${longestName} characters`, 'batch.display_name')
  const config = object(member(batch, 'inputConfig') ?? {}, 'batch.input_config')
  const fileName = member(config, 'fileName')
  const inlined = member(config, 'requests')
  if (fileName !== undefined && inlined !== undefined)
    throw invalid('give requests or a file of them, not both', 'batch.input_config')
  if (fileName !== undefined) {
    if (typeof fileName !== 'string')
      throw invalid('file_name is no text like files/ID', 'batch.input_config.file_name')
    return { displayName, inputFile: fileName, lines: await fileLines(fileName, plantain, caller) }
  }
  const requests = Array.isArray(inlined)
    ? (inlined as unknown[])
    : member(object(inlined ?? {}, 'batch.input_config.requests'), 'requests')
  if (requests !== undefined && !Array.isArray(requests))
    throw invalid('requests is no list of requests', 'batch.input_config.requests.requests')
  const list: readonly unknown[] = requests ?? []
  return { displayName, inputFile: null, lines: inlineLines(list) }
}

function inlineLines(requests: readonly unknown[]): readonly Line[] {
  let left = mostInlineBytes
  return requests.map((entry, i) => {
    const field = `batch.input_config.requests.requests[${i}]`
    const one = object(entry, field)
    const [request, metadata] = [member(one, 'request'), member(one, 'metadata')]
    const told = metadata === undefined ? {} : { metadata }
    if (typeof request !== 'object' || request === null)
      return { ...told, error: invalid('the request is missing', `${field}.request`) }
    const bytes = Buffer.from(JSON.stringify(request))
    left -= bytes.length
    if (left < 0)
      throw invalid(
        `Request payload size exceeds the limit: ${mostInlineBytes} bytes. Upload the requests as a JSONL file and name it in input_config.file_name.`,
        'batch.input_config.requests',
      )
    return { ...told, request: bytes }
  })
}

const types = ['application/jsonl', 'application/json', 'text/plain', 'application/octet-stream']

async function fileLines(name: string, plantain: Plantain, caller: Caller): Promise<AsyncIterable<Line>> {
  const field = 'batch.input_config.file_name'
  const id = fileIdOf(name)
  if (id === null) throw invalid(`${name.slice(0, 80)} is no name of a file; give one like files/ID`, field)
  const file = await plantain.files.of(caller.id).get(id)
  if (!types.includes(file.mimeType))
    throw invalid(`${name} is ${file.mimeType}; upload the requests as application/jsonl, one a line`, field)
  return linesIn(plantain.files.read(file), plantain.config.maxBodyMegabytes * 1e6)
}

const newline = 10

/** A file is read piece by piece: no more than one line of it is in memory. Empty lines are none. */
export async function* linesIn(pieces: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Line> {
  let [held, length, tooLong] = [[] as Uint8Array[], 0, false]
  const line = function* (): Generator<Line> {
    const text = Buffer.concat(held).toString().trim()
    if (tooLong)
      yield {
        error: new PlantainError(
          'INVALID_ARGUMENT',
          `the line is longer than ${mostBytes / 1e6} MB; send smaller pictures, or name files`,
        ),
      }
    else if (text !== '') yield readLine(text)
    ;[held, length, tooLong] = [[], 0, false]
  }
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf(newline); ; end = piece.indexOf(newline, start)) {
      const part = piece.subarray(start, end < 0 ? piece.length : end)
      length += part.length
      if (length > mostBytes) [held, tooLong] = [[], true]
      else held.push(part)
      if (end < 0) break
      yield* line()
      start = end + 1
    }
  }
  yield* line()
}

/** A line of JSONL: {"key": …, "request": {…}}. What cannot be read is an error of its own, without a key where there is none to read. */
export function readLine(text: string): Line {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {
      error: new PlantainError(
        'INVALID_ARGUMENT',
        'the line is no JSON; write one like {"key": "a", "request": {"contents": […]}}',
      ),
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      error: new PlantainError(
        'INVALID_ARGUMENT',
        'the line is no JSON object; write one like {"key": "a", "request": {"contents": […]}}',
      ),
    }
  const [key, request] = [member(value, 'key'), member(value, 'request')]
  const told = key === undefined ? {} : { key }
  if (typeof request !== 'object' || request === null)
    return { ...told, error: invalid('the line has no request', 'request') }
  return { ...told, request: Buffer.from(JSON.stringify(request)) }
}

const object = (value: unknown, field: string): object => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(`Invalid value at '${field}' (TYPE_MESSAGE)`, field)
  return value
}

/** In either spelling; requests and metadata within stay as they were written. */
const member = (of: object, name: string): unknown => {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  for (const one of [name, snake])
    if (Object.hasOwn(of, one)) return (of as Record<string, unknown>)[one] ?? undefined
  return undefined
}
