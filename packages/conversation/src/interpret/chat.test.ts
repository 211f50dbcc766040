import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Interpretation, Interpreter, Message } from '@plantain/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openChatInterpreter } from './chat.ts'

const message: Message = { message: 'make it warmer', history: [], images: 1, uploads: [] }
const good: Interpretation = {
  kind: 'edit',
  ops: [{ op: 'temperature', direction: 'warmer' }],
  refers_to: ['image:1'],
}
const plain: Interpretation = { kind: 'question', ops: [], refers_to: [] }
const fallback: Interpreter = { name: 'fallback', interpret: async () => plain }

let server: Server
let url: string
let asked: { headers: Record<string, unknown>; body: Record<string, never> }[]
let answer: { status: number; body: string; delay: number }
let warnings: string[]
const completion = (content: string): string => JSON.stringify({ choices: [{ message: { content } }] })
/** Patient where nothing is late: a busy machine is no failure of the endpoint. */
const read = (
  signal: AbortSignal = new AbortController().signal,
  timeoutMilliseconds = answer.delay > 0 ? 300 : 30_000,
): Promise<Interpretation> =>
  openChatInterpreter({ url, model: 'm', key: 'secret', timeoutMilliseconds }, fallback, (sentence) =>
    warnings.push(sentence),
  ).interpret(message, signal)

beforeEach(async () => {
  asked = []
  warnings = []
  answer = { status: 200, body: completion(JSON.stringify(good)), delay: 0 }
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      asked.push({ headers: request.headers, body: JSON.parse(body) })
      setTimeout(() => response.writeHead(answer.status).end(answer.body), answer.delay)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterEach(() => server.closeAllConnections())
afterEach(() => new Promise((resolve) => server.close(resolve)))

describe('an interpreter behind a chat endpoint', () => {
  test('sends message and session, the schema and the key, and gives the reading', async () => {
    expect(await read()).toEqual(good)
    expect(warnings).toEqual([])
    expect(asked[0]).toMatchObject({
      headers: { authorization: 'Bearer secret' },
      body: { model: 'm', temperature: 0, response_format: { type: 'json_schema' } },
    })
    expect(JSON.stringify(asked[0]!.body)).toContain('make it warmer')
  })
  test('empty and null slots count as absent', async () => {
    answer.body = completion(
      JSON.stringify({ ...good, ask: null, ops: [{ op: 'temperature', direction: 'warmer', target: '' }] }),
    )
    expect(await read()).toEqual(good)
  })
  test('a code fence around the JSON does no harm', async () => {
    answer.body = completion(`\`\`\`json\n${JSON.stringify(good)}\n\`\`\``)
    expect(await read()).toEqual(good)
  })
  test.each([
    ['an op that does not exist', completion(JSON.stringify({ ...good, ops: [{ op: 'fly' }] }))],
    ['a question back without what it is about', completion(JSON.stringify({ ...plain, kind: 'clarify' }))],
    ['words', completion('It should be warmer.')],
    ['no completion', '{}'],
    ['no JSON', '<html>'],
  ])('%s: the fallback reads, and it is told', async (_, body) => {
    answer.body = body
    expect(await read()).toEqual(plain)
    expect(warnings).toEqual([expect.stringContaining('its answer is no reading')])
    expect(warnings[0]).not.toContain('secret')
  })
  test('an error of the endpoint: the fallback reads, and it is told', async () => {
    answer.status = 503
    expect(await read()).toEqual(plain)
    expect(warnings).toEqual([expect.stringContaining('it answered 503')])
  })
  test('an endpoint that takes too long: the fallback reads, and it is told', async () => {
    answer.delay = 2000
    expect(await read()).toEqual(plain)
    expect(warnings).toHaveLength(1)
  })
  test('a fired signal is no reason to fall back', async () => {
    answer.delay = 2000
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 50)
    await expect(read(controller.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(warnings).toEqual([])
  })
})
