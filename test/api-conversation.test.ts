import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  HarmBlockThreshold,
  HarmCategory,
  GoogleGenAI,
  type Content,
  type GenerateContentResponse,
  type Part,
} from '@google/genai'
import { decode, encode } from '@plantain/codecs'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { smallParts } from '../packages/server/src/sessions/small-parts.contract.ts'

// Clients that send the whole conversation each time, against the real server, sessions and database; only who reads and paints is small.
const data = mkdtempSync(join(tmpdir(), 'plantain-talk-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let plantain: Plantain
let server: Listening
let google: GoogleGenAI
const model = 'gemini-2.5-flash-image'

beforeAll(async () => {
  const config = loadConfig({ flags: { data, model: 'fake', port: 0 }, environment: {}, directory: data })
  plantain = createPlantain(config, {
    openEngine: async () => fakeEngine({ family: 'plantain' }),
    openParts: async ({ blobs }) => smallParts(blobs),
    randomSeed: () => 42,
  })
  server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  google = new GoogleGenAI({ apiKey: 'any', httpOptions: { baseUrl: server.url } })
})
afterAll(async () => {
  await server.close()
  await plantain[Symbol.asyncDispose]()
  rmSync(data, { recursive: true })
})

const pictureIn = ({ candidates }: GenerateContentResponse): Part =>
  candidates![0]!.content!.parts!.find(({ inlineData }) => inlineData)!
const bytesOf = (part: Part): Buffer => Buffer.from(part.inlineData!.data!, 'base64')
const size = async (bytes: Uint8Array): Promise<[number, number]> => {
  const { width, height } = await decode(bytes)
  return [width, height]
}
const count = async (): Promise<number> => (await plantain.sessions.of('local').list(1000)).length
const turnsOf = async (at = 0): Promise<number> => (await plantain.sessions.of('local').list(1000))[at]!.turns

describe('a chat', () => {
  test('goes on in one stored session, with the size of its first picture', async () => {
    const before = await count()
    const chat = google.chats.create({ model, config: { imageConfig: { aspectRatio: '16:9' } } })
    const first = await chat.sendMessage({ message: 'a house' })
    const second = await chat.sendMessage({ message: 'make it night', config: {} })
    expect(await size(bytesOf(pictureIn(first)))).toEqual([1344, 768])
    expect(await size(bytesOf(pictureIn(second)))).toEqual([1344, 768])
    expect(pictureIn(first).thoughtSignature).toMatch(/^[A-Za-z0-9+/=]+$/)
    expect([await count(), await turnsOf()]).toEqual([before + 1, 2])
    const { promptTokensDetails } = second.usageMetadata!
    expect(promptTokensDetails).toContainEqual({ modality: 'IMAGE', tokenCount: 516 }) // the picture of the history: two tiles
  })
  const talk = async (change: (content: Content) => Content): Promise<[Part, Part, number]> => {
    const asked: Content = { role: 'user', parts: [{ text: 'a house' }] }
    const first = await google.models.generateContent({ model, contents: [asked], config: { seed: 5 } })
    const sessions = await count()
    const history = [
      asked,
      change(first.candidates![0]!.content!),
      { role: 'user', parts: [{ text: 'make it night' }] },
    ]
    const second = await google.models.generateContent({ model, contents: history })
    return [pictureIn(first), pictureIn(second), (await count()) - sessions]
  }
  const without = (content: Content): Content => ({
    ...content,
    parts: content.parts!.map((part) => ({ ...part, thoughtSignature: undefined }) as unknown as Part),
  })
  test('without the signature the picture’s own bytes lead to its session', async () => {
    expect((await talk(without))[2]).toBe(0)
  })
  test('with neither, the picture that was sent is edited in a session of its own', async () => {
    const other = await encode({
      width: 1024,
      height: 1024,
      data: new Uint8ClampedArray(1024 * 1024 * 4).fill(200),
    })
    const [, second, sessions] = await talk(() => ({
      role: 'model',
      parts: [{ inlineData: { mimeType: 'image/png', data: Buffer.from(other).toString('base64') } }],
    }))
    expect([await size(bytesOf(second)), sessions]).toEqual([[1024, 1024], 1])
  })
  test.each(['skip_thought_signature_validator', 'Zm9yZ2Vk'])(
    'a foreign signature (%s) does no harm',
    async (thoughtSignature) => {
      const [, , sessions] = await talk((content) => ({
        ...content,
        parts: content.parts!.map((part) => ({ ...part, thoughtSignature })),
      }))
      expect(sessions).toBe(0)
    },
  )
  test('two that go on from the same picture at once do not meet', async () => {
    const first = await google.models.generateContent({ model, contents: 'a house', config: { seed: 6 } })
    const contents = (text: string): Content[] => [
      { role: 'user', parts: [{ text: 'a house' }] },
      first.candidates![0]!.content!,
      { role: 'user', parts: [{ text }] },
    ]
    await Promise.all(
      ['make it night', 'make it rain', 'make it warmer'].map((text) =>
        google.models.generateContent({ model, contents: contents(text) }),
      ),
    )
    const [session] = await plantain.sessions.of('local').list(1)
    const { turns } = await plantain.sessions.of('local').open(session!.id)
    const made = turns.filter(({ pictures }) => pictures.length > 0)
    expect(made.map(({ parent }) => parent)).toEqual([null, 'turn:1', 'turn:1', 'turn:1'])
  })
  test('undo gives back the very picture', async () => {
    const chat = google.chats.create({ model })
    const first = await chat.sendMessage({ message: 'a house' })
    await chat.sendMessage({ message: 'make it night' })
    expect(bytesOf(pictureIn(await chat.sendMessage({ message: 'undo' })))).toEqual(bytesOf(pictureIn(first)))
  })
})

describe('what comes back', () => {
  test('words where words are asked for', async () => {
    const chat = google.chats.create({ model })
    await chat.sendMessage({ message: 'a house' })
    const { candidates, text } = await chat.sendMessage({ message: 'what is in it?' })
    expect(candidates![0]!.content!.parts!.every(({ inlineData }) => !inlineData)).toBe(true)
    expect(text).toContain('house')
  })
  test('a refusal says why', async () => {
    const { promptFeedback, candidates } = await google.models.generateContent({
      model,
      contents: 'something bad',
    })
    expect(candidates).toBeUndefined()
    expect(promptFeedback).toMatchObject({
      blockReason: 'SAFETY',
      blockReasonMessage: expect.stringMatching(/Rule "hate" of the safety policy "basic, version 1"/),
      safetyRatings: [{ category: 'HARM_CATEGORY_HATE_SPEECH', probability: 'HIGH', blocked: true }],
    })
  })
  test('what the policy leaves to requests, a request lets through for its category alone', async () => {
    const asked = (category: HarmCategory): Promise<GenerateContentResponse> =>
      google.models.generateContent({
        model,
        contents: 'something bad',
        config: { safetySettings: [{ category, threshold: HarmBlockThreshold.BLOCK_NONE }] },
      })
    expect(pictureIn(await asked(HarmCategory.HARM_CATEGORY_HATE_SPEECH)).inlineData).toBeDefined()
    const other = await asked(HarmCategory.HARM_CATEGORY_HARASSMENT)
    expect(other.promptFeedback?.blockReason).toBe('SAFETY')
  })
  test('the first words always draw, also when they read like a change', async () => {
    expect(
      await size(
        bytesOf(pictureIn(await google.models.generateContent({ model, contents: 'make it night' }))),
      ),
    ).toEqual([1024, 1024])
  })
  test('a ratio that is asked for later reshapes the picture', async () => {
    const chat = google.chats.create({ model })
    await chat.sendMessage({ message: 'a house' })
    const wide = await chat.sendMessage({
      message: 'make it night',
      config: { imageConfig: { aspectRatio: '16:9' } },
    })
    expect(await size(bytesOf(pictureIn(wide)))).toEqual([1344, 768])
  })
})

describe('interactions', () => {
  interface Step {
    readonly steps: {
      readonly content: { readonly type: string; readonly data?: string; readonly text?: string }[]
    }[]
    readonly id: string
  }
  const create = async (body: object): Promise<Step> => {
    const response = await fetch(`${server.url}/v1beta/interactions`, {
      method: 'POST',
      body: JSON.stringify({ model, ...body }),
    })
    expect(response.status).toBe(200)
    return (await response.json()) as Step
  }
  const picture = ({ steps }: Step): Buffer =>
    Buffer.from(steps[0]!.content.find(({ type }) => type === 'image')!.data!, 'base64')
  test('one goes on from another by its id, and can be read again', async () => {
    const first = await create({ input: 'a house', response_format: { type: 'image', aspect_ratio: '16:9' } })
    expect(await size(picture(first))).toEqual([1344, 768])
    const second = await create({
      input: [{ type: 'text', text: 'make it night' }],
      previous_interaction_id: first.id,
    })
    expect(await size(picture(second))).toEqual([1344, 768])
    const again = (await (await fetch(`${server.url}/v1beta/interactions/${second.id}`)).json()) as Step
    expect(picture(again)).toEqual(picture(second))
  })
  test('is told again as it was, to its asker and as a stream, too', async () => {
    const first = await create({
      input: { type: 'text', text: 'a house' },
      response_format: { type: 'image', mime_type: 'image/jpeg' },
    })
    const second = await create({ input: 'make it night', previous_interaction_id: first.id })
    expect(first).toMatchObject({
      status: 'completed',
      model,
      created: expect.stringMatching(/Z$/),
      usage: { total_output_tokens: 1290 },
      steps: [{ content: [{ type: 'text' }, { type: 'image', mime_type: 'image/jpeg' }] }],
    })
    expect(second).toMatchObject({ previous_interaction_id: first.id })
    for (const one of [first, second])
      expect(await (await fetch(`${server.url}/v1beta/interactions/${one.id}?stream=false`)).json()).toEqual(
        one,
      )
    expect((await google.interactions.get(first.id)).output_image!.data).toBe(
      picture(first).toString('base64'),
    )
    const events = []
    for await (const event of await google.interactions.get(second.id, { stream: true })) events.push(event)
    expect(events.map(({ event_type: type }) => type)).toEqual([
      'interaction.created',
      'step.start',
      'step.delta',
      'step.delta',
      'step.stop',
      'interaction.completed',
    ])
  })
  const status = async (method: string, path: string, body?: object): Promise<[number, string]> => {
    const response = await fetch(`${server.url}/v1beta/interactions${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { error } = (await response.json()) as { error?: { status: string } }
    return [response.status, error?.status ?? '']
  }
  test('deleted it is not found, and nothing goes on from it; what came after stays', async () => {
    const first = await create({ input: 'a house' })
    const second = await create({ input: 'make it night', previous_interaction_id: first.id })
    expect(await status('POST', `/${first.id}/cancel`)).toEqual([400, 'FAILED_PRECONDITION'])
    await google.interactions.delete(first.id)
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/cancel'],
    ] as const)
      expect(await status(method, `/${first.id}${path}`)).toEqual([404, 'NOT_FOUND'])
    const again = { model, input: 'make it rain', previous_interaction_id: first.id }
    expect(await status('POST', '', again)).toEqual([404, 'NOT_FOUND'])
    await create({ input: 'make it rain', previous_interaction_id: second.id })
  })
  test('nothing goes on from what was not to be kept, and the answer says why', async () => {
    const { id } = await create({ input: 'a house', store: false })
    const more = { model, input: 'make it night', previous_interaction_id: id }
    expect(await status('POST', '', more)).toEqual([400, 'INVALID_ARGUMENT'])
    expect(await status('GET', `/${id}`)).toEqual([404, 'NOT_FOUND'])
    for (const unknown of ['v1_nothing', 'x', `v1_${'A'.repeat(5000)}`])
      expect(await status('POST', '', { ...more, previous_interaction_id: unknown })).toEqual([
        404,
        'NOT_FOUND',
      ])
  })
  test('begins with cached contents, and counts them', async () => {
    const contents = [
      { role: 'user', parts: [{ text: 'This is my house.' }] },
      { role: 'model', parts: [{ text: 'A fine one.' }] },
    ]
    const cache = await google.caches.create({ model, config: { contents } })
    const { usage } = await google.interactions.create({
      model,
      input: 'a house',
      cached_content: cache.name!,
    })
    expect(usage).toMatchObject({
      total_cached_tokens: 8,
      cached_tokens_by_modality: [{ modality: 'text', tokens: 8 }],
    })
  })
  test('only words, where no format is of a picture', async () => {
    const { steps } = await create({ input: 'a house', response_format: { type: 'text' } })
    expect(steps[0]!.content.map(({ type }) => type)).toEqual(['text'])
  })
  test.each([
    [{ tools: [{ type: 'function', name: 'draw' }] }, 'The tool function is not enabled'],
    [{ background: true }, 'leave background out'],
    [{ response_format: { type: 'audio' } }, 'response modalities: audio'],
    [{ response_format: { type: 'text', mime_type: 'application/json', schema: {} } }, 'JSON mode'],
    [{ response_format: { type: 'object', properties: {} } }, 'JSON mode'],
    [{ response_mime_type: 'application/json' }, 'JSON mode'],
    [{ response_format: { type: 'image', delivery: 'uri' } }, 'pictures come inline'],
    [{ cached_content: 'cachedContents/nobody' }, 'CachedContent not found'],
  ])('%j is refused and not dropped', async (more, message) => {
    const response = await fetch(`${server.url}/v1beta/interactions`, {
      method: 'POST',
      body: JSON.stringify({ model, input: 'a house', ...more }),
    })
    expect([response.status >= 400, await response.text()]).toEqual([true, expect.stringContaining(message)])
  })
  test('a stream tells the steps in the order that the SDK reads', async () => {
    const response = await fetch(`${server.url}/v1beta/interactions`, {
      method: 'POST',
      body: JSON.stringify({ model, input: 'a house', stream: true }),
    })
    const events = [...(await response.text()).matchAll(/^event: (.*)$/gm)].map(([, name]) => name)
    expect(events).toEqual([
      'interaction.created',
      'step.start',
      'step.delta',
      'step.delta',
      'step.stop',
      'interaction.completed',
      'done',
    ])
  })
})

describe('openai, in conversation', () => {
  const openai = (): OpenAI => new OpenAI({ apiKey: 'any', baseURL: `${server.url}/v1`, maxRetries: 0 })
  type Called = { readonly type: string; readonly id: string; readonly result?: string | null }
  const call = ({ output }: { readonly output: readonly unknown[] }): Called =>
    (output as readonly Called[]).find(({ type }) => type === 'image_generation_call')!
  test('responses go on by id, by the call that is sent back, and by its bytes', async () => {
    const tools = [{ type: 'image_generation' as const, size: '1536x1024' as const }]
    const first = await openai().responses.create({ model: 'gpt-5', input: 'a house', tools })
    expect(await size(Buffer.from(call(first).result!, 'base64'))).toEqual([1536, 1024])
    const sessions = await count()
    const night = { role: 'user' as const, content: 'make it night' }
    const input = (item: object) => [{ role: 'user' as const, content: 'a house' }, item, night] as never
    const { id, result } = call(first)
    for (const request of [
      { input: 'make it night', previous_response_id: first.id },
      { input: input({ type: 'image_generation_call', id }) },
      { input: input({ type: 'image_generation_call', id: 'ig_other', result }) },
    ]) {
      const second = await openai().responses.create({ model: 'gpt-5', ...request })
      expect(await size(Buffer.from(call(second).result!, 'base64'))).toEqual([1536, 1024])
      expect(second.output_text).not.toBe('')
    }
    expect(await count()).toBe(sessions)
  })
  test('a stream of a response has the picture once, whole', async () => {
    const types = []
    const ids = new Set<string>()
    for await (const event of await openai().responses.create({
      model: 'gpt-5',
      input: 'a house',
      stream: true,
    })) {
      types.push(event.type)
      if ('response' in event) ids.add(event.response.id)
    }
    expect(ids.size).toBe(1)
    expect(types[0]).toBe('response.created')
    expect(types.at(-1)).toBe('response.completed')
    expect(types.filter((type) => type === 'response.image_generation_call.completed')).toHaveLength(1)
  })
  test('a mask and a picture that come with the name of an earlier turn are not dropped', async () => {
    const first = await openai().responses.create({ model: 'gpt-5', input: 'a house' })
    const picture = await encode(
      { width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 4) },
      { alpha: true },
    )
    const url = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`
    const follow = (body: object): Promise<Response> =>
      fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(body) })
    const masked = await follow({
      input: 'make it blue',
      previous_response_id: first.id,
      tools: [{ type: 'image_generation', input_image_mask: { image_url: url } }],
    })
    expect([masked.status, await masked.text()]).toEqual([
      400,
      expect.stringContaining('the mask has 64 x 64'),
    ])
    const content = [
      { type: 'input_text', text: 'make it blue' },
      { type: 'input_image', image_url: url },
    ]
    const nowhere = await follow({ input: [{ role: 'user', content }], previous_response_id: 'resp_nowhere' })
    expect(nowhere.status).toBe(404)
  })
  test('chat completions bring pictures beside words', async () => {
    const messages = [{ role: 'user' as const, content: 'a house' }]
    const { choices, usage } = await openai().chat.completions.create({
      model: 'gemini-2.5-flash-image',
      messages,
    })
    const { images } = choices[0]!.message as unknown as { images: { image_url: { url: string } }[] }
    expect(await size(Buffer.from(images[0]!.image_url.url.split(',')[1]!, 'base64'))).toEqual([1024, 1024])
    expect(usage!.total_tokens).toBe(usage!.prompt_tokens + usage!.completion_tokens)
  })
  test('chat completions have the sizes that were asked for, and refuse others by name', async () => {
    const ask = (image_config: object): Promise<Response> =>
      fetch(`${server.url}/v1/chat/completions`, {
        method: 'POST',
        body: JSON.stringify({ messages: [{ role: 'user', content: 'a house' }], image_config }),
      })
    const made = (await (await ask({ image_size: '2K', aspect_ratio: '16:9' })).json()) as {
      choices: { message: { images: { image_url: { url: string } }[] } }[]
    }
    const { url } = made.choices[0]!.message.images[0]!.image_url
    expect(await size(Buffer.from(url.split(',')[1]!, 'base64'))).toEqual([2752, 1536])
    for (const [name, value] of [
      ['image_size', '3K'],
      ['aspect_ratio', 'constructor'],
    ] as const) {
      const { error } = (await (await ask({ [name]: value })).json()) as { error: { param: string } }
      expect(error.param).toBe(`image_config.${name}`)
    }
  })
  test.each([
    [{ input: [] }, 'input'],
    [
      {
        input: [{ role: 'user', content: [{ type: 'input_image', image_url: 'https://example.org/x.png' }] }],
      },
      'input[0].content[0].image_url',
    ],
    [{ input: 'a house', model: 'nobody' }, 'model'],
  ])('%j is refused by name', async (body, param) => {
    const response = await fetch(`${server.url}/v1/responses`, { method: 'POST', body: JSON.stringify(body) })
    expect([response.ok, ((await response.json()) as { error: { param: string } }).error.param]).toEqual([
      false,
      param,
    ])
  })
})

describe('uploads', () => {
  const upload = async (width: number, height: number, alpha = 255): Promise<Uint8Array> => {
    const pixels = new Uint8ClampedArray(width * height * 4)
      .fill(90)
      .map((value, i) => (i % 4 === 3 ? 255 : value))
    if (alpha < 255) for (let i = 3; i < pixels.length / 2; i += 4) pixels[i] = alpha
    return encode({ width, height, data: pixels }, { alpha: true })
  }
  const sent = (bytes: Uint8Array): Part => ({
    inlineData: { mimeType: 'image/png', data: Buffer.from(bytes).toString('base64url') },
  })
  test('an edit has the size of the row with the nearest ratio; a size of the table is kept', async () => {
    for (const [given, made] of [
      [
        [100, 68],
        [1248, 832],
      ],
      [
        [1184, 864],
        [1184, 864],
      ],
    ] as const) {
      const response = await google.models.generateContent({
        model,
        contents: [{ text: 'brighten this' }, sent(await upload(...given))],
      })
      expect(await size(bytesOf(pictureIn(response)))).toEqual(made)
    }
  })
  test('what is no picture, or damaged, is one clear error', async () => {
    for (const bytes of [Buffer.from('hello'), (await upload(50, 50)).subarray(0, 90)])
      await expect(
        google.models.generateContent({ model, contents: [{ text: 'brighten this' }, sent(bytes)] }),
      ).rejects.toMatchObject({ status: 400 })
  })
  test('OpenAI: an edit keeps the size, a mask must fit and be transparent somewhere', async () => {
    const openai = new OpenAI({ apiKey: 'any', baseURL: `${server.url}/v1`, maxRetries: 0 })
    const file = (bytes: Uint8Array): File => new File([Buffer.from(bytes)], 'a.png')
    const image = file(await upload(640, 480))
    const { data: made } = await openai.images.edit({
      image,
      mask: file(await upload(640, 480, 0)),
      prompt: 'brighten this',
    })
    expect(await size(Buffer.from(made![0]!.b64_json!, 'base64'))).toEqual([640, 480])
    for (const mask of [await upload(64, 48, 0), await upload(640, 480)])
      await expect(
        openai.images.edit({ image, mask: file(mask), prompt: 'brighten this' }),
      ).rejects.toMatchObject({ status: 400, param: 'mask' })
  })
})
