import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { decode, encode, readRecipe } from '@plantain/codecs'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { smallParts } from '../packages/server/src/sessions/small-parts.contract.ts'
import { testDatabase } from '../packages/server/src/store/test-database.contract.ts'

// A machine that does much else at the same time.
const patience = 300_000
vi.setConfig({ testTimeout: patience, hookTimeout: patience })
const root = join(import.meta.dirname, '..')
const program = join(root, 'packages/cli/dist/bin.js')
const folder = mkdtempSync(join(tmpdir(), 'plantain-mcp-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Result = {
  isError?: boolean
  content: { type: string; text?: string; data?: string; mimeType?: string }[]
  structuredContent?: Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- bodies of tests
}
const call = async (client: unknown, name: string, args: object, options?: object): Promise<Result> => {
  const one = client as { callTool: (...given: unknown[]) => Promise<Result> }
  return client instanceof OldClient
    ? one.callTool({ name, arguments: args }, undefined, options)
    : one.callTool({ name, arguments: args }, options)
}
const textOf = ({ content }: Result): string => content[0]!.text!
const picturesOf = ({ content }: Result): Buffer[] =>
  content.filter(({ type }) => type === 'image').map(({ data }) => Buffer.from(data!, 'base64'))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('plantain mcp, the program itself over standard input and output', () => {
  const env = { ...process.env, PLANTAIN_DATA: join(folder, 'data') } as Record<string, string>
  const how = { command: process.execPath, args: [program, 'mcp'], env, cwd: folder }
  let client: Client
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1' })
    await client.connect(new StdioClientTransport(how))
  })
  afterAll(async () => client.close())

  test('makes a picture, says what it understood, changes it, undoes it, saves it', async () => {
    const progress: string[] = []
    const made = await call(
      client,
      'generate_image',
      { prompt: 'a red house by a lake', size: '192x128', seed: 3 },
      { onprogress: ({ message }: { message?: string }) => progress.push(message ?? ''), timeout: patience },
    )
    expect([made.isError, textOf(made)]).toEqual([
      undefined,
      expect.stringMatching(
        /house[\s\S]*Understood: generate: create [\s\S]*Session [a-z]+-[a-z]+-\d+, picture turn:1 \(192 x 128\)/,
      ),
    ])
    expect(progress.length).toBeGreaterThan(1)
    const [first] = picturesOf(made)
    expect(await decode(first!)).toMatchObject({ width: 192, height: 128 })
    const { session, pictures } = made.structuredContent!
    expect(pictures).toEqual([{ picture: 'turn:1', width: 192, height: 128, sha256: sha256(first!) }])

    const warmer = await call(client, 'edit_image', { session, instruction: 'make it warmer' })
    expect(textOf(warmer)).toMatch(/Understood: edit: temperature warmer/)
    expect(picturesOf(warmer)[0]).not.toEqual(first)

    const back = await call(client, 'go_back', { session, to: 'undo' })
    expect(picturesOf(back)).toEqual([first])

    const saved = await call(client, 'save_image', {
      session,
      picture: 'turn:2',
      path: join(folder, 'warm.png'),
    })
    expect(saved.structuredContent).toMatchObject({ path: join(folder, 'warm.png') })
    expect(sha256(readFileSync(join(folder, 'warm.png')))).toBe(
      warmer.structuredContent!['pictures'][0].sha256,
    )
    expect(await readRecipe(readFileSync(join(folder, 'warm.png')))).toMatchObject({
      message: 'make it warmer',
    })
    const again = await call(client, 'save_image', { session, path: join(folder, 'warm.png') })
    expect([again.isError, textOf(again)]).toEqual([true, expect.stringContaining('overwrite: true')])

    const upload = await call(client, 'edit_image', {
      instruction: 'make it black and white',
      images: [{ path: join(folder, 'warm.png') }],
    })
    expect(textOf(upload)).toMatch(/monochrome/)
    const { sessions } = (await call(client, 'list_sessions', {})).structuredContent!
    expect(sessions.map(({ turns }: { turns: number }) => turns)).toEqual([1, 3])
  })

  test('speaks with clients of the SDK before this one', async () => {
    const old = new OldClient({ name: 'old', version: '1' })
    const data = join(folder, 'old')
    await old.connect(new OldStdio({ ...how, env: { ...env, PLANTAIN_DATA: data } }))
    const { tools } = await old.listTools()
    expect(tools.map(({ name }) => name)).toContain('save_image')
    expect(tools.find(({ name }) => name === 'generate_image')!.inputSchema).toMatchObject({
      type: 'object',
      required: ['prompt'],
      properties: { aspect: { enum: expect.arrayContaining(['16:9']) }, count: { default: 1, maximum: 4 } },
    })
    expect(textOf(await call(old, 'list_models', {}))).toContain('plantain-tiny is the default')
    await old.close()
    expect(existsSync(join(data, 'db.lock'))).toBe(false)
  })

  test('answers what was asked when its input has ended, prints nothing else, and leaves', () => {
    const lines = [
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'sh', version: '1' } },
      },
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'list_models', arguments: {} } },
      {
        jsonrpc: '2.0',
        id: 3,
        method: 'tools/call',
        params: { name: 'edit_image', arguments: { instruction: 'x' } },
      },
    ]
    const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    const { stdout, status, stderr } = spawnSync(process.execPath, [program, 'mcp'], {
      input: `this is no JSON\n${input}`,
      env: { ...env, PLANTAIN_DATA: join(folder, 'piped') },
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id }) => id).toSorted()).toEqual([1, 2, 3])
    const refused = answers.find(({ id }) => id === 3).result
    expect([refused.isError, refused.content[0].text]).toEqual([
      true,
      expect.stringContaining('there is nothing to change'),
    ])
    expect(stderr).toMatch(/^(plantain: a message of the client could not be used[^\n]*\n)?$/)
  })

  test('stops when it is told to', async () => {
    const child = spawn(process.execPath, [program, 'mcp'], {
      env: { ...env, PLANTAIN_DATA: join(folder, 'told') },
    })
    const closed = new Promise((resolve) => child.once('close', (code) => resolve(code)))
    child.stdin.write(
      `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'sh', version: '1' } } })}\n`,
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGTERM')
    expect(await closed).toBe(0)
  })
})

describe('the server, over streamable HTTP', () => {
  const data = join(folder, 'served')
  mkdirSync(join(data, 'models', 'fake'), { recursive: true })
  writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
  let plantain: Plantain
  let server: Listening
  const logged: string[] = []
  beforeAll(async () => {
    const connection = await testDatabase()
    const config = loadConfig({
      flags: { data, model: 'fake', port: 0, requestsPerDay: 6 },
      environment: {},
      directory: data,
    })
    plantain = createPlantain(config, {
      openDatabase: async () => connection,
      openEngine: async () => fakeEngine({ family: 'plantain' }),
      openParts: async ({ blobs }) => smallParts(blobs),
      randomSeed: () => 42,
    })
    server = await listen(plantain, {
      log: (message, cause) => void logged.push(`${message} ${String(cause)}`),
    })
  })
  afterAll(async () => {
    await server.close()
    await plantain[Symbol.asyncDispose]()
  })
  const connected = async <T extends Client | OldClient>(client: T): Promise<T> => {
    const url = new URL(`${server.url}/mcp`)
    await client.connect(
      (client instanceof OldClient ? new OldHttp(url) : new StreamableHTTPClientTransport(url)) as never,
    )
    return client
  }

  test.each([
    ['this SDK', () => new Client({ name: 'new', version: '1' })],
    ['the one before', () => new OldClient({ name: 'old', version: '1' })],
  ])('the same tools without files, for clients of %s', async (_, make) => {
    const client = await connected(make())
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'generate_image',
      'edit_image',
      'go_back',
      'get_image',
      'list_sessions',
      'list_models',
    ])
    const made = await call(client, 'generate_image', { prompt: 'a house' })
    const { session } = made.structuredContent!
    const edited = await call(client, 'edit_image', { session, instruction: 'make it night' })
    expect(textOf(edited)).toMatch(
      /Understood: edit: time_of_day night\.\nSession .*, picture turn:2 \(24 x 16\)/,
    )
    const whole = await call(client, 'get_image', { session, picture: 'turn:1', whole: true })
    expect(picturesOf(whole)).toEqual(picturesOf(made))
    expect(whole.structuredContent!['sha256']).toBe(sha256(picturesOf(made)[0]!))
    await client.close()
  })
  test('what cannot be is a sentence, and nothing is kept of it', async () => {
    const client = await connected(new Client({ name: 'new', version: '1' }))
    const before = (await plantain.sessions.list({ limit: 100 })).length
    const wrong: [string, object, RegExp][] = [
      ['edit_image', { instruction: 'make it night' }, /there is nothing to change; give the session/],
      ['edit_image', { instruction: 'x', images: [{ data: '%%%' }] }, /images\[0\]\.data is no base64/],
      [
        'edit_image',
        { instruction: 'x', images: [{ data: 'aGVsbG8=' }] },
        /the file is no picture that is known; give a PNG/,
      ],
      ['edit_image', { instruction: 'x', images: [{ path: '/etc/passwd' }] }, /runs apart from your machine/],
      ['edit_image', { instruction: 'x', images: [{}] }, /either data or path/],
      [
        'generate_image',
        { prompt: 'a house', model: 'nobody' },
        /the model "nobody" is not installed; installed: /,
      ],
      ['get_image', { session: 'nobody' }, /there is no session "nobody"/],
      ['generate_image', { prompt: 'a house', aspect: '7:5' }, /aspect/],
      ['generate_image', { prompt: 'a house', colour: 'red' }, /colour/],
    ]
    for (const [name, args, message] of wrong) {
      const result = await call(client, name, args).catch((error: Error) => ({
        isError: true,
        content: [{ type: 'text', text: error.message }],
      }))
      expect([result.isError, textOf(result)]).toEqual([true, expect.stringMatching(message)])
    }
    expect((await plantain.sessions.list({ limit: 100 })).length).toBe(before)
    await client.close()
  })
  test('an uploaded picture is changed, and a large one comes small enough to be looked at', async () => {
    const client = await connected(new Client({ name: 'new', version: '1' }))
    let state = 1 // xorshift: noise does not pack
    const noisy = (): number => {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return state & 255
    }
    const pixels = new Uint8ClampedArray(1000 * 700 * 4).map((_, i) => (i % 4 === 3 ? 255 : noisy()))
    const noise = await encode({ width: 1000, height: 700, data: pixels })
    const made = await call(client, 'edit_image', {
      instruction: 'brighten this',
      images: [{ data: Buffer.from(noise).toString('base64') }],
    })
    const { session } = made.structuredContent!
    const seen = await call(client, 'get_image', { session, picture: 'image:1' })
    expect(noise.length).toBeGreaterThan(1_000_000)
    expect(seen.content[1]).toMatchObject({ type: 'image', mimeType: 'image/webp' })
    expect(seen.content[1]!.data!.length).toBeLessThan(1_000_000)
    const small = await call(client, 'get_image', { session, picture: 'image:1', longest_side: 100 })
    expect(await decode(picturesOf(small)[0]!)).toMatchObject({ width: 100, height: 70 })
    await client.close()
  })
  test('limits hold, and what a day allows is said', async () => {
    const client = await connected(new Client({ name: 'new', version: '1' }))
    let last: Result = { content: [] }
    for (let asked = 0; asked < 7 && last.isError !== true; asked++)
      last = await call(client, 'generate_image', { prompt: 'a house' })
    expect(textOf(last)).toMatch(/You exceeded your current quota: 6 requests a day/)
    await client.close()
  })
  test('a page of somebody else is turned away', async () => {
    const response = await fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: 'https://example.com',
        Accept: 'application/json, text/event-stream',
      },
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    })
    expect([response.status, (await response.json()).error.code]).toEqual([403, 'PERMISSION_DENIED'])
    expect(logged).toEqual([])
  })
})
