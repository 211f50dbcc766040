import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPlantain, loadConfig, type Config, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawsAll, fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { createKey, noLimits } from '../packages/server/src/store/keys.ts'
import type { Connection } from '../packages/server/src/store/open.ts'
import {
  DATABASE_TIMEOUT_MILLISECONDS,
  testDatabase,
} from '../packages/server/src/store/test-database.contract.ts'

// Slow answers of the emulator, on sockets: how many of them may be open.
const data = mkdtempSync(join(tmpdir(), 'plantain-slow-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let connection: Connection
const servers: { server: Listening; plantain: Plantain }[] = []
beforeAll(async () => {
  connection = await testDatabase()
}, DATABASE_TIMEOUT_MILLISECONDS)
afterAll(async () => {
  for (const { server, plantain } of servers) {
    await server.close()
    await plantain[Symbol.asyncDispose]()
  }
  await connection[Symbol.asyncDispose]()
  rmSync(data, { recursive: true, force: true })
})

async function serve(flags: Partial<Record<keyof Config, unknown>>): Promise<(typeof servers)[number]> {
  const config = loadConfig({
    flags: { data, model: 'fake', port: 0, ...flags },
    environment: {},
    directory: data,
  })
  const plantain = createPlantain(config, {
    openEngine: async () => fakeEngine(),
    openInterpreter: drawsAll,
    openDatabase: async () => ({ ...connection, [Symbol.asyncDispose]: async () => {} }),
  })
  const server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  servers.push({ server, plantain })
  return { server, plantain }
}
const gemini = '/v1beta/models/gemini-2.5-flash-image:generateContent'
const body = (path: string): object => {
  if (/generateContent/i.test(path)) return { contents: [{ parts: [{ text: 'a fox' }] }] }
  if (path.endsWith('/chat/completions')) return { messages: [{ role: 'user', content: 'a fox' }] }
  return path.includes('/images/') ? { prompt: 'a fox' } : { model: 'gemini-2.5-flash-image', input: 'a fox' }
}
const open = (
  url: string,
  path: string,
  how: { key?: string; signal?: AbortSignal; simulate?: string } = {},
) =>
  fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-plantain-simulate': how.simulate ?? 'slow=60000',
      ...(how.key === undefined ? {} : { authorization: `Bearer ${how.key}` }),
    },
    body: JSON.stringify(body(path)),
    ...(how.signal === undefined ? {} : { signal: how.signal }),
  })
const paths = [
  gemini,
  gemini.replace('generateContent', 'streamGenerateContent?alt=sse'),
  '/v1beta1/publishers/google/models/gemini-2.5-flash-image:generateContent',
  '/v1beta/interactions',
  '/v1/images/generations',
  '/v1/responses',
  '/v1/chat/completions',
]
/** So many at once, which would be open for a minute. returns: those that were turned away, and what closes the others */
const opened = async (url: string, count: number, key?: string) => {
  const stop = new AbortController()
  const how = { signal: stop.signal, ...(key === undefined ? {} : { key }) }
  const refused: Response[] = []
  const all = Array.from({ length: count }, () =>
    open(url, gemini, how).then(
      (response) => void refused.push(response),
      () => {},
    ),
  )
  const close = async (): Promise<void> => {
    stop.abort()
    await Promise.all(all)
  }
  return { refused, close }
}
test('no more of them are open than pictures could be waited for: 429 in the shape of each API', async () => {
  const { server } = await serve({})
  const post = (simulate: string): Promise<Response> => open(server.url, gemini, { simulate })
  const { refused, close } = await opened(server.url, 18) // one that would run, and sixteen that would wait
  await expect.poll(() => refused.map(({ status }) => status)).toEqual([429])
  for (const path of paths) {
    const response = await open(server.url, path)
    expect([path, response.status, Number(response.headers.get('retry-after'))]).toEqual([path, 429, 90])
    const { error } = (await response.json()) as { error: Record<string, unknown> }
    expect(error).toMatchObject(
      /images|responses|chat/.test(path)
        ? { type: 'rate_limit_exceeded', code: 'rate_limit_exceeded', param: null }
        : { code: 429, status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '90s' }] },
    )
  }
  expect((await post('ok')).status).toBe(200) // those that are over at once go on
  await close()
  await expect.poll(async () => (await post('slow=1')).status).toBe(200)
})
test('of a key they are among those that it may have at the same time', async () => {
  const { plantain, server: keyed } = await serve({ auth: 'keys' })
  const newKey = async (concurrent: number): Promise<string> =>
    (
      await createKey(await plantain.database(), {
        name: 'test',
        scopes: ['generate'],
        limits: { ...noLimits, concurrent },
      })
    ).key
  const [key, other] = [await newKey(1), await newKey(1)]
  const { refused, close } = await opened(keyed.url, 2, key)
  await expect.poll(() => refused.length).toBe(1)
  const { error } = (await refused[0]!.json()) as { error: { details: { violations: object[] }[] } }
  expect([refused[0]!.status, error.details[0]!.violations[0]]).toEqual([
    429,
    expect.objectContaining({ quotaId: 'ConcurrentRequestsPerKey', quotaValue: '1' }),
  ])
  const real = async (of: string): Promise<number> =>
    (await open(keyed.url, gemini, { key: of, simulate: '' })).status
  expect([await real(key), await real(other)]).toEqual([429, 200]) // a picture is one more
  await close()
  await expect.poll(() => real(key)).toBe(200)
})
