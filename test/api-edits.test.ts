import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { decode, encode } from '@plantain/codecs'
import type { Bitmap, EditReport } from '@plantain/core'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { holdAnswers, type AnswersHeld } from '../packages/server/src/openapi/answers.contract.ts'
import type { Document } from '../packages/server/src/openapi/document.ts'
import { testDatabase } from '../packages/server/src/store/test-database.contract.ts'

// What an edit did, as each API tells it, on sockets, by the embedded model itself: the figures are held against the bytes that come.
const patience = 300_000
vi.setConfig({ testTimeout: patience, hookTimeout: patience })
const data = mkdtempSync(join(tmpdir(), 'plantain-edits-'))
let plantain: Plantain
let server: Listening
let mcp: Client
let held: AnswersHeld

beforeAll(async () => {
  const connection = await testDatabase()
  plantain = createPlantain(loadConfig({ flags: { data, port: 0 }, environment: {}, directory: data }), {
    openDatabase: async () => connection,
    randomSeed: () => 42,
  })
  server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  held = holdAnswers((await (await fetch(`${server.url}/openapi.json`)).json()) as Document)
  mcp = new Client({ name: 'test', version: '1' })
  await mcp.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`)))
})
afterAll(async () => {
  await mcp.close()
  await server.close()
  await plantain[Symbol.asyncDispose]()
  rmSync(data, { recursive: true })
})

const [width, height] = [256, 160]
const right = { x: 160, y: 0, width: 96, height }
const paint = (colour: (x: number, y: number) => readonly number[], [w, h] = [width, height]): Bitmap => {
  const pixels = new Uint8ClampedArray(w * h * 4)
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) pixels.set(colour(x, y), (y * w + x) * 4)
  return { width: w, height: h, data: pixels }
}
/** Structure everywhere, so that a shift can be told. */
const noise = (x: number, y: number): readonly number[] => [
  60 + ((x * 7 + y * 13) % 120),
  80 + ((x * y) % 90),
  100,
  255,
]
const paper = [255, 255, 255, 255] as const
const picture = paint(noise)
const white = paint(() => paper)
/** Of a size that chats have; what is white cannot become brighter. */
const halfWhite = paint((x, y) => (x < 400 ? paper : noise(x, y)), [1024, 1024])
/** Clear where OpenAI's masks let change; white where ours do. */
const clear = paint((x) => [0, 0, 0, x < right.x ? 255 : 0])
const whiteRight = paint((x) => (x < right.x ? [0, 0, 0, 255] : paper))
const base64 = async (bitmap: Bitmap): Promise<string> =>
  Buffer.from(await encode(bitmap, { alpha: true })).toString('base64')
const urlOf = async (bitmap: Bitmap): Promise<string> => `data:image/png;base64,${await base64(bitmap)}`

type Body = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- bodies of tests
/** What comes is held to the document, too. */
const post = async (path: string, body: unknown): Promise<Response> => {
  const response = await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) return response
  const type = response.headers.get('content-type')!.split(';')[0]!
  const copy = response.clone()
  const values = type === 'application/json' ? [await copy.json()] : await eventsOf(copy)
  for (const value of values) held.hold('POST', path, type, value)
  return response
}
const json = async (response: Response): Promise<Body> => {
  expect([response.status, response.ok ? '' : await response.text()]).toEqual([200, ''])
  return (await response.json()) as Body
}
const eventsOf = async (response: Response): Promise<Body[]> =>
  [...(await response.text()).matchAll(/^data: (\{.*\})$/gm)].map(([, one]) => JSON.parse(one!) as Body)

/** An edit as it came: the file, and what is said of it. */
interface Told {
  readonly bytes: Uint8Array
  readonly edit: EditReport
}
interface Wish {
  readonly text: string
  readonly image: Bitmap
  readonly masked: boolean
}
const pictureIn = (file: string): Uint8Array => Buffer.from(file.replace(/^data:[^,]*,/, ''), 'base64')
const size = `${width}x${height}`

const responsesBody = async ({ text, image, masked }: Wish, stream = false): Promise<object> => ({
  input: [
    {
      role: 'user',
      content: [
        { type: 'input_text', text },
        { type: 'input_image', image_url: await urlOf(image) },
      ],
    },
  ],
  tools: [
    {
      type: 'image_generation',
      size,
      ...(masked ? { input_image_mask: { image_url: await urlOf(clear) } } : {}),
    },
  ],
  stream,
})
const callIn = ({ output }: Body): Told => {
  const { result, plantain: own } = output.find(
    ({ type }: { type: string }) => type === 'image_generation_call',
  )
  return { bytes: pictureIn(result), edit: own?.edit }
}
/** Chats have sizes of their own, and no mask. */
const chatBody = async ({ text, image }: Wish, stream = false): Promise<object> => ({
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text },
        { type: 'image_url', image_url: { url: await urlOf(image) } },
      ],
    },
  ],
  stream,
})
const imageIn = ({ images }: Body): Told => ({
  bytes: pictureIn(images[0].image_url.url),
  edit: images[0].plantain?.edit,
})

const ways: Readonly<Record<string, (wish: Wish) => Promise<Told>>> = {
  '/v1/responses': async (wish) => callIn(await json(await post('/v1/responses', await responsesBody(wish)))),
  'a stream of /v1/responses': async (wish) => {
    const events = await eventsOf(await post('/v1/responses', await responsesBody(wish, true)))
    const whole = callIn(events.find(({ type }) => type === 'response.completed')!['response'])
    const done = events.filter(({ type }) => type === 'response.output_item.done')
    expect(callIn({ output: done.map(({ item }) => item) })).toEqual(whole)
    return whole
  },
  '/v1/chat/completions': async (wish) =>
    imageIn((await json(await post('/v1/chat/completions', await chatBody(wish))))['choices'][0].message),
  'a stream of /v1/chat/completions': async (wish) => {
    const chunks = await eventsOf(await post('/v1/chat/completions', await chatBody(wish, true)))
    const [delta] = chunks.flatMap(({ choices }) => (choices[0].delta.images === undefined ? [] : choices))
    return imageIn(delta.delta)
  },
  'edit_image of MCP': async ({ text, image, masked }) => {
    const { content, structuredContent } = (await mcp.callTool({
      name: 'edit_image',
      arguments: {
        instruction: text,
        images: [{ data: await base64(image) }],
        ...(masked ? { mask: { data: await base64(whiteRight) } } : {}),
      },
    })) as Body
    const shown = content.find(({ type }: { type: string }) => type === 'image')
    return { bytes: pictureIn(shown.data), edit: structuredContent.pictures[0].edit }
  },
  '/v1/images/edits': async (wish) => {
    const { data: made } = await json(await post('/v1/images/edits', await imagesBody(wish)))
    return { bytes: pictureIn(made[0].b64_json), edit: made[0].plantain?.edit }
  },
}
const imagesBody = async ({ text, image, masked }: Wish): Promise<object> => ({
  prompt: text,
  size,
  images: [{ image_url: await urlOf(image) }],
  ...(masked ? { mask: { image_url: await urlOf(clear) } } : {}),
})

/** The same figures, counted here: pixels with any other byte, the box around them, what of the part left of `x` is untouched. */
function counted(before: Bitmap, after: Bitmap, from: number): Omit<EditReport, 'shiftPixels' | Judged> {
  expect([after.width, after.height]).toEqual([before.width, before.height])
  const changed: (readonly [number, number])[] = []
  for (let y = 0; y < before.height; y++)
    for (let x = 0; x < before.width; x++) {
      const at = (y * before.width + x) * 4
      if ([0, 1, 2, 3].some((i) => before.data[at + i] !== after.data[at + i])) changed.push([x, y])
    }
  const [xs, ys] = [changed.map(([x]) => x), changed.map(([, y]) => y)].map((all) => ({
    least: all.reduce((one, other) => Math.min(one, other), Infinity),
    most: all.reduce((one, other) => Math.max(one, other), -1),
  }))
  const outside = from * before.height
  return {
    changedShare: share(changed.length, before),
    changedBox: {
      x: xs!.least,
      y: ys!.least,
      width: xs!.most + 1 - xs!.least,
      height: ys!.most + 1 - ys!.least,
    },
    outside: {
      of: 'mask',
      share: share(outside, before),
      untouched: 1 - changed.filter(([x]) => x < from).length / outside,
    },
  }
}
type Judged = 'checks' | 'followed' | 'attempts'
const share = (count: number, { width: w, height: h }: Bitmap): number =>
  Math.round((1e6 * count) / (w * h)) / 1e6
const brighter = {
  checks: [
    {
      op: 'brightness',
      measure: 'mean lightness',
      before: expect.any(Number),
      after: expect.any(Number),
      expected: expect.stringContaining('more'),
      followed: true,
    },
  ],
  followed: true,
  attempts: 1,
}

describe.each(Object.entries(ways))('%s', (name, edited) => {
  const masked = !name.endsWith('completions')
  test('where it changed, what stayed, that it did not move, that it followed', async () => {
    const image = masked ? picture : halfWhite
    const { bytes, edit } = await edited({ text: 'make it brighter', image, masked })
    const { changedShare, changedBox, outside } = counted(image, await decode(bytes), masked ? right.x : 400)
    expect(outside.untouched).toBe(1)
    if (masked) expect(changedBox).toEqual(right)
    expect(edit).toEqual({
      ...brighter,
      changedShare,
      changedBox,
      outside: masked ? outside : { of: 'change', share: expect.closeTo(1 - changedShare, 9), untouched: 1 },
      shiftPixels: masked ? { x: 0, y: 0 } : null, // white paper alone does not tell
    })
    expect(edit.checks[0]!.after).toBeGreaterThan(edit.checks[0]!.before!)
  })
  test('an edit that cannot be seen is told as one that did not follow', async () => {
    const { edit } = await edited({ text: 'make it brighter', image: white, masked: false })
    expect(edit).toMatchObject({ changedShare: 0, changedBox: null, followed: false })
    expect(edit.outside).toEqual({ of: 'change', share: 1, untouched: 1 })
  })
  test('where pixels cannot be compared nothing is claimed of them', async () => {
    const { edit } = await edited({ text: 'rotate it by 10 degrees', image: picture, masked: false })
    expect(edit).toMatchObject({ changedShare: 1, shiftPixels: null, outside: { untouched: null } })
  })
})

test('generateContent, interactions and sessions tell the same figures', async () => {
  const parts = [
    { text: 'make it brighter' },
    { inlineData: { mimeType: 'image/png', data: await base64(picture) } },
  ]
  const path = '/v1beta/models/gemini-2.5-flash-image:generateContent'
  const response = await fetch(server.url + path, {
    method: 'POST',
    body: JSON.stringify({ contents: [{ parts }] }),
  })
  const body = (await response.json()) as Body
  held.hold('POST', '/{version}/models/{model}:generateContent', 'application/json', body)
  expect(body['plantain'].edits).toEqual([expect.objectContaining(brighter)])
  const input = [
    { type: 'text', text: 'make it brighter' },
    { type: 'image', data: await base64(picture), mime_type: 'image/png' },
  ]
  const interaction = (await (
    await fetch(`${server.url}/v1beta/interactions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'gemini-2.5-flash-image', input }),
    })
  ).json()) as Body
  held.hold('POST', '/{version}/interactions', 'application/json', interaction)
  expect(interaction['plantain'].edits).toEqual([expect.objectContaining(brighter)])
  const native = (tail: string, sent: object): Promise<Response> =>
    fetch(`${server.url}/v1/native/sessions${tail}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sent),
    })
  const { id } = (await (await native('', {})).json()) as Body
  const said = { text: 'make it brighter', attachments: [{ data: await base64(picture) }] }
  const events = await eventsOf(await native(`/${id}/messages`, said))
  for (const event of events)
    held.hold('POST', '/v1/native/sessions/{id}/messages', 'text/event-stream', event)
  expect(events.at(-1)!['turn'].images[0].report).toEqual(expect.objectContaining(brighter))
})

test('a picture made from words alone has no report, and no warnings', async () => {
  const { data: made, plantain: own } = await json(
    await post('/v1/images/generations', { prompt: 'a hill', size: '128x128', quality: 'low' }),
  )
  expect([Object.keys(made[0]), own]).toEqual([['b64_json'], undefined])
})

describe('what has no effect is said', () => {
  const wish = { text: 'make it brighter', image: picture, masked: true }
  const idle = {
    quality: 'high',
    style: 'vivid',
    complexity: 'low',
    input_fidelity: 'high',
    output_compression: 50,
  }
  const names = (warnings: readonly string[]): string[] =>
    warnings.map((one) => one.split(' ')[0]!).toSorted()
  const expected = ['complexity', 'input_fidelity', 'output_compression', 'quality', 'style']
  test('of an edit of OpenAI Images, beside what it did; nothing where all had', async () => {
    const asked = await imagesBody(wish)
    const made = await json(await post('/v1/images/edits', { ...asked, ...idle, partial_images: 2 }))
    expect(names(made['plantain'].warnings)).toEqual([...expected, 'partial_images'].toSorted())
    for (const one of made['plantain'].warnings) expect(one).toMatch(/^\w+ had no effect.*: /)
    const plain = await json(
      await post('/v1/images/edits', {
        ...asked,
        quality: 'auto',
        output_format: 'webp',
        output_compression: 50,
      }),
    )
    expect([plain['plantain'], plain['data'][0].plantain.edit.followed]).toEqual([undefined, true])
  })
  test('in a form, as the SDK sends it', async () => {
    const form = new FormData()
    form.append('image', new Blob([Buffer.from(await encode(picture))]), 'a.png')
    for (const [field, value] of Object.entries({ prompt: wish.text, size, ...idle }))
      form.append(field, String(value))
    const made = await json(await fetch(`${server.url}/v1/images/edits`, { method: 'POST', body: form }))
    expect(names(made['plantain'].warnings)).toEqual(expected)
  })
  test('in a stream, in the field that tells of the edit', async () => {
    const asked = { ...(await imagesBody(wish)), ...idle, stream: true, partial_images: 1 }
    const events = await eventsOf(await post('/v1/images/edits', asked))
    const { plantain: own } = events.find(({ type }) => type === 'image_edit.completed')!
    expect([own.edit.changedBox, names(own.warnings)]).toEqual([right, expected])
  })
  test('of a variation its prompt', async () => {
    const hill = await json(await post('/v1/images/generations', { prompt: 'a hill', size: '128x128' }))
    const images = [{ image_url: `data:image/png;base64,${hill['data'][0].b64_json}` }]
    const asked = { images, size: '128x128', prompt: 'a lake' }
    const made = await json(await post('/v1/images/variations', asked))
    expect([made['data'].length, names(made['plantain'].warnings)]).toEqual([1, ['prompt']])
  })
  test('of a picture made from words', async () => {
    const asked = { prompt: 'a hill', size: '128x128', ...idle }
    const { plantain: own } = await json(await post('/v1/images/generations', asked))
    expect(names(own.warnings)).toEqual(expected.filter((name) => name !== 'quality'))
  })
  test('of the tool of a response', async () => {
    const { tools, ...rest } = (await responsesBody(wish)) as Body
    const tool = { ...tools[0], ...idle, partial_images: 2, moderation: 'low' }
    const { plantain: own } = await json(await post('/v1/responses', { ...rest, tools: [tool] }))
    expect(names(own.warnings)).toEqual(
      ['input_fidelity', 'output_compression', 'partial_images', 'quality'].toSorted(),
    )
  })
  test('a mask that a response names and does not send is refused, not dropped', async () => {
    const { tools, ...rest } = (await responsesBody(wish)) as Body
    const tool = { ...tools[0], input_image_mask: { file_id: 'file-1' } }
    const response = await post('/v1/responses', { ...rest, tools: [tool] })
    expect([response.status, ((await response.json()) as Body)['error'].param]).toEqual([
      400,
      'tools[0].input_image_mask.image_url',
    ])
  })
})
