import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlantainError } from '@plantain/core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../app.ts'
import { loadConfig } from '../config.ts'
import { fakeEngine } from '../fake-engine.contract.ts'
import { createPlantain, type Plantain } from '../plantain.ts'
import { smallParts } from '../sessions/small-parts.contract.ts'
import { memoryBlobs } from '../store/blobs/memory.ts'
import type { Connection } from '../store/open.ts'
import { createKey, noLimits } from '../store/keys.ts'
import { testDatabase } from '../store/test-database.contract.ts'
import { createLog } from './log.ts'
import type { AnsweredRequest } from './metrics.ts'
import { openTracing } from './tracing.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })
const data = mkdtempSync(join(tmpdir(), 'plantain-telemetry-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
afterAll(() => rmSync(data, { recursive: true, force: true }))

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase()
})
afterAll(async () => connection[Symbol.asyncDispose]())
const house = (flags: object = {}, more: object = {}): Plantain =>
  createPlantain(loadConfig({ flags: { data, model: 'fake', ...flags }, environment: {}, directory: data }), {
    openDatabase: async () => connection,
    openEngine: async () => fakeEngine({ family: 'fake', stepMilliseconds: 5 }),
    openParts: async ({ blobs }) => smallParts(blobs),
    openBlobs: () => memoryBlobs(),
    ...more,
  })
const lines: string[] = []
const answered: AnsweredRequest[] = []
const log = createLog((line) => void lines.push(line), { requests: true, now: () => new Date(0) })
const serve = (plantain: Plantain, span: Parameters<typeof createApp>[1]['span'] = null) =>
  createApp(plantain, {
    log: log.error,
    answered(request) {
      answered.push(request)
      log.request(request)
    },
    span,
  })
const at = (path: string): string => `http://127.0.0.1${path}`
const generate = async (app: ReturnType<typeof serve>, prompt: string): Promise<Response> => {
  const response = await app.request(at('/v1/native/generate?key=hidden-key'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer hidden-key' },
    body: JSON.stringify({ prompt, size: '64x64', steps: 3 }),
  })
  await response.text()
  return response
}

/** name{labels} → value */
function parse(text: string): Map<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )
}

describe('metrics', () => {
  test('count requests by the pattern of their address, jobs by their end, steps and memory', async () => {
    const app = serve(house())
    expect((await generate(app, 'a hill')).status).toBe(200)
    await generate(app, 'crash')
    await app.request(at('/v1/native/sessions/nobody'))
    await app.request(at('/nothing/here/at-all'))
    await app.request(at('/v1beta/models/gemini-2.5-flash-image'))
    const response = await app.request(at('/metrics'))
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const text = await response.text()
    const samples = parse(text)
    const total = (labels: string) => samples.get(`plantain_http_requests_total{${labels}}`)
    expect(total('method="POST",route="/v1/native/generate",status="200"')).toBe(2)
    expect(total('method="GET",route="/v1/native/sessions/{id}",status="404"')).toBe(1)
    expect(total('method="GET",route="/{version}/models/{id}",status="200"')).toBe(1)
    expect(total('method="GET",route="unmatched",status="404"')).toBe(1)
    expect(
      samples.get('plantain_http_request_duration_seconds_count{method="POST",route="/v1/native/generate"}'),
    ).toBe(2)
    expect(samples.get('plantain_jobs_total{outcome="succeeded"}')).toBe(1)
    expect(samples.get('plantain_jobs_total{outcome="failed"}')).toBe(1)
    expect(samples.get('plantain_denoising_steps_total')).toBeGreaterThanOrEqual(3)
    expect(samples.get('plantain_denoising_seconds_total')).toBeGreaterThan(0)
    expect([samples.get('plantain_queue_running'), samples.get('plantain_queue_waiting')]).toEqual([0, 0])
    for (const name of [
      'plantain_model_memory_bytes',
      'plantain_networks_loaded',
      'plantain_sessions_held',
      'process_resident_memory_bytes',
    ])
      expect(samples.has(name)).toBe(true)
    expect(text).not.toMatch(/hill|hidden|nobody|nothing/)
  })
  test('show who waits, and a job that its client gives up', async () => {
    const plantain = house()
    const app = serve(plantain)
    const stop = new AbortController()
    const request = (): Promise<Response> | Response =>
      app.request(at('/v1/native/generate'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"prompt":"endless","size":"64x64"}',
        signal: stop.signal,
      })
    const both = [request(), request()].map(async (one) => (await one).text())
    await expect
      .poll(async () => parse(await (await app.request(at('/metrics'))).text()).get('plantain_queue_waiting'))
      .toBe(1)
    stop.abort()
    await Promise.all(both)
    const samples = parse(await (await app.request(at('/metrics'))).text())
    expect(samples.get('plantain_jobs_total{outcome="cancelled"}')).toBe(2)
    expect(samples.get('plantain_queue_running')).toBe(0)
  })
  test('with keys they are for who administers; health is for anybody', async () => {
    const app = serve(house({ auth: 'keys' }))
    const with_ = async (scopes: ('generate' | 'admin')[]) => {
      const { key } = await createKey(connection.database, { name: 'm', scopes, limits: noLimits })
      return (await app.request(at('/metrics'), { headers: { Authorization: `Bearer ${key}` } })).status
    }
    expect([
      (await app.request(at('/metrics'))).status,
      await with_(['generate']),
      await with_(['generate', 'admin']),
    ]).toEqual([401, 403, 200])
    expect([(await app.request(at('/healthz'))).status, (await app.request(at('/readyz'))).status]).toEqual([
      200, 200,
    ])
  })
})

describe('readiness', () => {
  test('everything answers', async () => {
    const response = await serve(house()).request(at('/readyz'))
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ready', checks: { model: 'ok', database: 'ok', blobs: 'ok' } },
    ])
  })
  test.each([
    [
      'model',
      {
        openEngine: async () => {
          throw new Error('secret place')
        },
      },
      'does not answer; the log of the server has the reason',
    ],
    [
      'database',
      {
        openDatabase: async () => {
          throw new PlantainError('UNAVAILABLE', 'start the database')
        },
      },
      'start the database',
    ],
    [
      'blobs',
      {
        openBlobs: () => ({
          ...memoryBlobs(),
          read: async () => {
            throw new PlantainError('UNAVAILABLE', 'start the store')
          },
        }),
      },
      'start the store',
    ],
  ])('without the %s it is 503 and says so, and the process lives', async (name, more, said) => {
    const app = serve(house({}, more))
    const response = await app.request(at('/readyz'))
    expect([response.status, (await response.json()).checks[name]]).toEqual([503, said])
    expect((await app.request(at('/healthz'))).status).toBe(200)
  })
})

describe('the log', () => {
  test('tells of each request and of our errors, never what was asked nor a key', async () => {
    lines.length = 0
    const app = serve(house())
    const response = await generate(app, 'crash plum-coloured-secret')
    const id = response.headers.get('x-request-id')
    expect(id).toMatch(/^[\w-]{10,}$/)
    const told = lines.map((line) => JSON.parse(line))
    expect(told.find(({ message }) => message === 'request')).toMatchObject({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      id,
      method: 'POST',
      route: '/v1/native/generate',
      status: 200,
      caller: 'local',
    })
    const error = told.find(({ level }) => level === 'error')
    expect(error.error.name).toMatch(/Error$/)
    expect(error.error.at[0]).toContain('.ts')
    expect(lines.join('')).not.toMatch(/plum|hidden/)
    expect(lines.every((line) => line.endsWith('}\n') && !line.slice(0, -1).includes('\n'))).toBe(true)
  })
  test('takes keys and passwords out of what is said', () => {
    lines.length = 0
    log.error(
      'calling http://me:pass@host/x?key=AIza123&b=1 with Bearer abc.def and plantain_0123456789abcdefghij',
      'thrown text',
    )
    expect(JSON.parse(lines[0]!)).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'error',
      message: 'calling http://me:…@host/x?key=…&b=1 with Bearer … and plantain_…',
      error: { name: 'string' },
    })
  })
  test('keeps quiet about requests where nobody wants them', () => {
    const said: string[] = []
    createLog((line) => void said.push(line), { requests: false }).request(answered[0]!)
    expect(said).toEqual([])
  })
})

describe('traces', () => {
  test('nothing is opened where the environment names no collector', async () => {
    expect(await openTracing(undefined, { version: '1' })).toBeNull()
    expect(await openTracing(' ', { version: '1' })).toBeNull()
  })
  test('go to the collector, go on from the client’s, and hold nothing of what was asked', async () => {
    const received: { path: string; body: string }[] = []
    const collector = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        received.push({ path: request.url!, body: Buffer.concat(parts).toString('utf8') })
        response.end('{}')
      })
    })
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
    const { port } = collector.address() as AddressInfo
    const tracing = await openTracing(`http://127.0.0.1:${port}/`, { version: '1.2.3' })
    const app = serve(house(), tracing!.span)
    await generate(app, 'a plum-coloured hill')
    const traceId = 'ab'.repeat(16)
    await app.request(at('/v1beta/models?key=hidden-key'), {
      headers: { traceparent: `00-${traceId}-${'cd'.repeat(8)}-01` },
    })
    await tracing![Symbol.asyncDispose]()
    collector.close()
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces'])
    const [{ resource, scopeSpans }] = JSON.parse(received[0]!.body).resourceSpans
    expect(JSON.stringify(resource)).toContain('plantain')
    const spans = scopeSpans[0].spans as {
      name: string
      traceId: string
      parentSpanId?: string
      attributes: { key: string; value: object }[]
    }[]
    expect(spans.map(({ name }) => name)).toEqual(['POST /v1/native/generate', 'GET /{version}/models'])
    expect([spans[1]!.traceId, spans[1]!.parentSpanId]).toEqual([traceId, 'cd'.repeat(8)])
    expect(spans[0]!.attributes).toContainEqual({
      key: 'http.response.status_code',
      value: { intValue: 200 },
    })
    expect(received[0]!.body).not.toMatch(/plum|hidden/)
  })
  test('a collector that is not there disturbs nobody', async () => {
    const tracing = await openTracing('http://127.0.0.1:1', { version: '1' })
    expect((await serve(house(), tracing!.span).request(at('/healthz'))).status).toBe(200)
    await tracing![Symbol.asyncDispose]()
  })
})
