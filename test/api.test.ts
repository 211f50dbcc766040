import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGoogleGenerativeAI } from '@ai-sdk/google'
import { ApiError, GoogleGenAI, Modality } from '@google/genai'
import { decode } from '@plantain/codecs'
import { createPlantain, loadConfig, type Plantain } from '@plantain/server'
import { listen, type Listening } from '@plantain/server/http'
import { generateImage, generateText } from 'ai'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawsAll, fakeEngine } from '../packages/server/src/fake-engine.contract.ts'
import { createKey, noLimits, type Limits } from '../packages/server/src/store/keys.ts'
import { readUsage } from '../packages/server/src/store/usage.ts'

// The official clients, with nothing changed but the base URL, against the real server; only the engine is a small one.
const data = mkdtempSync(join(tmpdir(), 'plantain-api-'))
mkdirSync(join(data, 'models', 'fake'), { recursive: true })
writeFileSync(join(data, 'models', 'fake', 'model_index.json'), '{}')
let server: Listening
let google: GoogleGenAI
let openai: OpenAI

beforeAll(async () => {
  const config = loadConfig({ flags: { data, model: 'fake', port: 0 }, environment: {}, directory: data })
  const plantain = createPlantain(config, {
    openEngine: async () => fakeEngine(),
    openInterpreter: drawsAll,
    randomSeed: () => 42,
  })
  server = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
  google = new GoogleGenAI({ apiKey: 'any', httpOptions: { baseUrl: server.url } })
  openai = new OpenAI({ apiKey: 'any', baseURL: `${server.url}/v1`, maxRetries: 0 })
})
afterAll(async () => {
  await server.close()
  rmSync(data, { recursive: true })
})

const size = async (base64: string): Promise<[number, number]> => {
  const { width, height } = await decode(Buffer.from(base64, 'base64'))
  return [width, height]
}
const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  try {
    await promise
  } catch (error) {
    return error as ApiError
  }
  throw new Error('it did not fail')
}
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('@google/genai', () => {
  test('makes a picture, counts its tokens, names the model that was asked for', async () => {
    const response = await google.models.generateContent({
      model: 'gemini-2.5-flash-image',
      contents: 'a red fox',
      config: { imageConfig: { aspectRatio: '16:9' }, seed: 7 },
    })
    expect(response.modelVersion).toBe('gemini-2.5-flash-image')
    expect(response.candidates![0]!.finishReason).toBe('STOP')
    expect(response.candidates![0]!.content!.role).toBe('model')
    expect(await size(response.data!)).toEqual([1344, 768])
    const usage = response.usageMetadata!
    expect(usage.totalTokenCount).toBe(usage.promptTokenCount! + usage.candidatesTokenCount!)
    expect(usage.candidatesTokensDetails).toContainEqual({ modality: 'IMAGE', tokenCount: 1290 })
  })
  test.each([
    ['gemini-3-pro-image', { aspectRatio: '4:3', imageSize: '1K' }, [1200, 896]],
    ['gemini-3.1-flash-image', { aspectRatio: '1:1', imageSize: '512' }, [512, 512]],
    ['gemini-3.1-flash-image-preview', {}, [1024, 1024]],
  ] as const)('%s has its own sizes', async (model, imageConfig, pixels) => {
    const response = await google.models.generateContent({
      model,
      contents: 'a fox',
      config: { imageConfig },
    })
    expect(await size(response.data!)).toEqual(pixels)
  })
  test('streams: words, one whole picture, an end with the usage; a chat keeps the turn', async () => {
    const chat = google.chats.create({ model: 'gemini-2.5-flash-image' })
    const frames = []
    for await (const chunk of await chat.sendMessageStream({ message: 'a red fox' })) frames.push(chunk)
    const pictures = frames.flatMap(({ candidates }) =>
      candidates![0]!.content!.parts!.filter(({ inlineData }) => inlineData),
    )
    expect(pictures).toHaveLength(1)
    expect(frames.at(-1)!.candidates![0]!.finishReason).toBe('STOP')
    expect(frames.at(-1)!.usageMetadata!.totalTokenCount).toBeGreaterThan(1290)
    expect(new Set(frames.map(({ responseId }) => responseId)).size).toBe(1)
    expect(chat.getHistory().map(({ role }) => role)).toContain('model')
  })
  test('previews come as thoughts, and only when thoughts are wanted', async () => {
    const request = {
      model: 'gemini-3-pro-image',
      contents: 'a fox',
      config: { thinkingConfig: { includeThoughts: true } },
    }
    const parts = []
    for await (const { candidates } of await google.models.generateContentStream(request))
      parts.push(...candidates![0]!.content!.parts!)
    expect(parts.filter(({ inlineData, thought }) => inlineData && thought).length).toBeGreaterThan(0)
    expect(parts.filter(({ inlineData, thought }) => inlineData && !thought)).toHaveLength(1)
  })
  test('only a picture where only a picture is wanted', async () => {
    const response = await google.models.generateContent({
      model: 'gemini-2.5-flash-image',
      contents: 'a fox',
      config: { responseModalities: [Modality.IMAGE] },
    })
    expect(response.candidates![0]!.content!.parts!.map((part) => Object.keys(part))).toEqual([
      ['inlineData'],
    ])
  })
  test('counts tokens as the request itself would', async () => {
    const { totalTokens } = await google.models.countTokens({
      model: 'gemini-2.5-flash-image',
      contents: 'a red fox in the snow',
    })
    const { usageMetadata } = await google.models.generateContent({
      model: 'gemini-2.5-flash-image',
      contents: 'a red fox in the snow',
    })
    expect(totalTokens).toBe(usageMetadata!.promptTokenCount)
  })
  test('lists and gets models', async () => {
    const ids = []
    for await (const { name } of await google.models.list()) ids.push(name)
    expect(ids).toContain('models/gemini-2.5-flash-image')
    expect(ids).toContain('models/fake')
    expect((await google.models.get({ model: 'gemini-2.5-flash-image' })).displayName).toBe('Nano Banana')
  })
  test.each([
    [
      'an unknown model',
      { model: 'gemini-9', contents: 'a fox' },
      404,
      /models\/gemini-9 is not found for API version v1beta/,
    ],
    [
      'a ratio that is none',
      { model: 'gemini-2.5-flash-image', contents: 'a fox', config: { imageConfig: { aspectRatio: '5:7' } } },
      400,
      /aspect_ratio must be one of '1:1'/,
    ],
    [
      'a size that this model lacks',
      { model: 'gemini-2.5-flash-image', contents: 'a fox', config: { imageConfig: { imageSize: '4K' } } },
      400,
      /image_size must be one of '1K'/,
    ],
    [
      'two candidates',
      { model: 'gemini-2.5-flash-image', contents: 'a fox', config: { candidateCount: 2 } },
      400,
      /Multiple candidates/,
    ],
    [
      'JSON mode',
      {
        model: 'gemini-2.5-flash-image',
        contents: 'a fox',
        config: { responseMimeType: 'application/json' },
      },
      400,
      /JSON mode/,
    ],
    [
      'no words',
      { model: 'gemini-2.5-flash-image', contents: [] },
      400,
      /contents is not specified|contents are required/,
    ],
  ])('%s: one error that says what to do', async (_, request, status, message) => {
    const error = await failure(google.models.generateContent(request))
    expect(error.message).toMatch(message)
    if (error instanceof ApiError) {
      expect(error.status).toBe(status)
      expect(JSON.parse(error.message).error).toMatchObject({ code: status })
    }
  })
  test('Vertex in express mode', async () => {
    const vertex = new GoogleGenAI({ vertexai: true, apiKey: 'any', httpOptions: { baseUrl: server.url } })
    const response = await vertex.models.generateContent({
      model: 'gemini-2.5-flash-image',
      contents: 'a fox',
    })
    expect(await size(response.data!)).toEqual([1024, 1024])
  })
})

test('Imagen: predict gives so many pictures of its own sizes', async () => {
  const vertex = new GoogleGenAI({ vertexai: true, apiKey: 'any', httpOptions: { baseUrl: server.url } })
  const { generatedImages } = await vertex.models.generateImages({
    model: 'imagen-4.0-generate-001',
    prompt: 'a fox',
    config: { numberOfImages: 2, aspectRatio: '16:9', outputMimeType: 'image/jpeg', seed: 3 },
  })
  expect(generatedImages).toHaveLength(2)
  expect(generatedImages![0]!.image!.mimeType).toBe('image/jpeg')
  expect(await size(generatedImages![0]!.image!.imageBytes!)).toEqual([1408, 768])
})

describe('the AI SDK', () => {
  const provider = () => createGoogleGenerativeAI({ apiKey: 'any', baseURL: `${server.url}/v1beta` })
  test('generateText brings the picture as a file, with the usage', async () => {
    const { files, text, usage } = await generateText({
      model: provider()('gemini-2.5-flash-image'),
      prompt: 'a fox',
      providerOptions: {
        google: { responseModalities: ['TEXT', 'IMAGE'], imageConfig: { aspectRatio: '3:4' } },
      },
    })
    expect(files.map(({ mediaType }) => mediaType)).toEqual(['image/png'])
    expect(await size(files[0]!.base64)).toEqual([864, 1184])
    expect(text).not.toBe('')
    expect(usage.outputTokens).toBeGreaterThanOrEqual(1290)
  })
  test('generateImage speaks predict for Imagen and generateContent for Gemini', async () => {
    for (const id of ['imagen-4.0-generate-001', 'gemini-2.5-flash-image']) {
      const { images } = await generateImage({
        model: provider().image(id),
        prompt: 'a fox',
        aspectRatio: '1:1',
      })
      expect(await size(images[0]!.base64)).toEqual([1024, 1024])
    }
  })
})

describe('openai', () => {
  test('makes pictures of exactly the size', async () => {
    const { data: images, usage } = await openai.images.generate({
      model: 'gpt-image-1',
      prompt: 'a fox',
      n: 2,
      size: '1536x1024',
    })
    expect(await Promise.all(images!.map(({ b64_json }) => size(b64_json!)))).toEqual([
      [1536, 1024],
      [1536, 1024],
    ])
    expect(usage!.output_tokens).toBe(2580)
    expect(usage!.total_tokens).toBe(usage!.input_tokens + 2580)
  })
  test('streams partial pictures and then the whole one', async () => {
    const types = []
    const stream = await openai.images.generate({
      model: 'gpt-image-1',
      prompt: 'a fox',
      stream: true,
      partial_images: 2,
    })
    for await (const { type } of stream) types.push(type)
    expect(types).toEqual([
      'image_generation.partial_image',
      'image_generation.partial_image',
      'image_generation.completed',
    ])
  })
  test('lists models beside Google’s', async () => {
    const ids = []
    for await (const { id } of await openai.models.list()) ids.push(id)
    expect(ids).toContain('gpt-image-1')
    expect(ids).toContain('gemini-2.5-flash-image')
  })
  test.each([
    [{ prompt: '' }, 400, 'prompt'],
    [{ prompt: 'a fox', n: 11 }, 400, 'n'],
    [{ prompt: 'a fox', size: '100x100' }, 400, 'size'],
    [{ prompt: 'a fox', model: 'gpt-9' }, 404, 'model'],
    [{ prompt: 'a fox', background: 'transparent', output_format: 'jpeg' }, 400, 'background'],
  ] as const)('%j is refused by name', async (request, status, param) => {
    const error = await openai.images
      .generate(request as unknown as { prompt: string })
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status, param })
  })
})

describe('the emulator for the tests of clients', () => {
  const client = (key: string): GoogleGenAI =>
    new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: server.url } })
  const ask = { model: 'gemini-2.5-flash-image', contents: 'a fox' }
  test('a fixture picture at once, of the size and with the tokens of the real model', async () => {
    await client('test:ok').models.generateContent(ask)
    const began = performance.now()
    const response = await client('test:ok').models.generateContent({
      ...ask,
      config: { imageConfig: { aspectRatio: '16:9' } },
    })
    console.log(`a simulated picture took ${Math.round(performance.now() - began)} ms`)
    expect(await size(response.data!)).toEqual([1344, 768])
    expect(response.usageMetadata!.candidatesTokensDetails).toContainEqual({
      modality: 'IMAGE',
      tokenCount: 1290,
    })
  })
  test('a limit, as the SDKs expect it: QuotaFailure and RetryInfo', async () => {
    const error = await failure(client('test:rate-limit').models.generateContent(ask))
    const { details, status } = JSON.parse(error.message).error
    expect([error.status, status]).toEqual([429, 'RESOURCE_EXHAUSTED'])
    expect(details.map((one: { '@type': string }) => one['@type'].split('.').at(-1))).toEqual([
      'QuotaFailure',
      'RetryInfo',
    ])
  })
  test('a blocked prompt, a blocked picture, no picture', async () => {
    const blocked = await client('test:prompt-blocked').models.generateContent(ask)
    expect(blocked.promptFeedback).toMatchObject({ blockReason: 'PROHIBITED_CONTENT' })
    expect(blocked.candidates).toBeUndefined()
    const hidden = await client('test:image-blocked').models.generateContent(ask)
    expect(hidden.candidates![0]).toMatchObject({
      finishReason: 'IMAGE_SAFETY',
      content: { parts: [{ text: expect.stringContaining('simulated') }] },
    })
    const words = await client('test:no-image').models.generateContent({
      ...ask,
      config: { responseModalities: [Modality.IMAGE] },
    })
    expect(words.candidates![0]!.finishReason).toBe('NO_IMAGE')
  })
  test('a stream that is cut ends as an error of the SDK', async () => {
    const reading = (async () => {
      for await (const chunk of await client('test:cut').models.generateContentStream(ask)) void chunk
    })()
    expect((await failure(reading)).status).toBe(503)
  })
  test.each([400, 403, 500, 503, 504])('error %i', async (code) => {
    expect((await failure(client(`test:error=${code}`).models.generateContent(ask))).status).toBe(code)
  })
  test('the header does it for any key, and an unknown scenario says which there are', async () => {
    const response = await post(
      '/v1/images/generations',
      { prompt: 'a fox' },
      { 'x-plantain-simulate': 'rate-limit' },
    )
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '34'])
    const unknown = await post(
      '/v1/images/generations',
      { prompt: 'a fox' },
      { 'x-plantain-simulate': 'earthquake' },
    )
    expect(((await unknown.json()) as { error: { message: string } }).error.message).toContain('rate-limit')
  })
})

describe('openai, pictures given', () => {
  const acted = (): OpenAI => new OpenAI({ apiKey: 'test:ok', baseURL: `${server.url}/v1`, maxRetries: 0 })
  const png = async (): Promise<File> => {
    const { data: images } = await openai.images.generate({ prompt: 'a fox', size: '512x512' })
    return new File([Buffer.from(images![0]!.b64_json!, 'base64')], 'fox.png', {
      type: 'application/octet-stream',
    })
  }
  test('one picture, a list of them, a mask, a variation: forms are read as the SDK sends them', async () => {
    const image = await png()
    for (const images of [image, [image, image]]) {
      const { data: made } = await acted().images.edit({
        image: images,
        mask: image,
        prompt: 'add a hat',
        n: 2,
      })
      expect(made).toHaveLength(2)
    }
    expect((await acted().images.createVariation({ image, n: 1 })).data).toHaveLength(1)
  })
  test('a stream of an edit has the names of an edit', async () => {
    const types = []
    for await (const { type } of await acted().images.edit({
      image: await png(),
      prompt: 'add a hat',
      stream: true,
    }))
      types.push(type)
    expect(types).toEqual(['image_edit.completed'])
  })
  test.each([
    [{ prompt: 'add a hat' }, 'image'],
    [{ prompt: 'add a hat', images: [{ image_url: 'http://127.0.0.1/x.png' }] }, 'images[0]'],
    [{ images: [{ image_url: 'data:image/png;base64,AAAA' }] }, 'prompt'],
  ])('%j is refused by name', async (body, param) => {
    const response = await post('/v1/images/edits', body, { authorization: 'Bearer test:ok' })
    expect([response.status, ((await response.json()) as { error: { param: string } }).error.param]).toEqual([
      400,
      param,
    ])
  })
})

describe('keys', () => {
  let keyed: Listening
  let plantain: Plantain
  let key: string
  beforeAll(async () => {
    const folder = join(data, 'keyed')
    mkdirSync(join(folder, 'models', 'fake'), { recursive: true })
    writeFileSync(join(folder, 'models', 'fake', 'model_index.json'), '{}')
    const flags = { data: folder, model: 'fake', port: 0, auth: 'keys' }
    const config = loadConfig({ flags, environment: {}, directory: data })
    plantain = createPlantain(config, { openEngine: async () => fakeEngine(), openInterpreter: drawsAll })
    keyed = await listen(plantain, { log: (message, cause) => console.error(message, cause) })
    key = (await newKey({})).key
  })
  afterAll(async () => {
    await keyed.close()
    await plantain[Symbol.asyncDispose]()
  })
  const newKey = async (limits: Partial<Limits>) =>
    createKey(await plantain.database(), {
      name: 'test',
      scopes: ['generate'],
      limits: { ...noLimits, ...limits },
    })
  const client = (apiKey: string): GoogleGenAI =>
    new GoogleGenAI({ apiKey, httpOptions: { baseUrl: keyed.url } })
  const ask = { model: 'gemini-2.5-flash-image', contents: 'a fox' }

  test('a right key makes pictures, by header, query or bearer token, and they are counted', async () => {
    expect((await client(key).models.generateContent(ask)).data).toBeDefined()
    const body = JSON.stringify({ contents: [{ parts: [{ text: 'a fox' }] }] })
    const path = `${keyed.url}/v1beta/models/gemini-2.5-flash-image:generateContent`
    expect((await fetch(`${path}?key=${key}`, { method: 'POST', body })).status).toBe(200)
    expect(
      (await fetch(path, { method: 'POST', body, headers: { authorization: `Bearer ${key}` } })).status,
    ).toBe(200)
    const day = new Date().toISOString().slice(0, 10)
    const [entry] = await readUsage(await plantain.database(), { from: '2000-01-01', to: day })
    expect(entry).toMatchObject({
      model: 'gemini-2.5-flash-image',
      requests: 3,
      images: 3,
      outputTokens: 3 * 1290,
    })
  })
  test('a wrong key is 400 at Google, 401 at Vertex and OpenAI; none is 403 and 401', async () => {
    const error = await failure(client('wrong').models.generateContent(ask))
    expect([error.status, JSON.parse(error.message).error.details[0].reason]).toEqual([
      400,
      'API_KEY_INVALID',
    ])
    const vertex = new GoogleGenAI({ vertexai: true, apiKey: 'wrong', httpOptions: { baseUrl: keyed.url } })
    expect((await failure(vertex.models.generateContent(ask))).status).toBe(401)
    const other = new OpenAI({ apiKey: 'wrong', baseURL: `${keyed.url}/v1`, maxRetries: 0 })
    await expect(other.images.generate({ prompt: 'a fox' })).rejects.toMatchObject({
      status: 401,
      code: 'invalid_api_key',
    })
    expect((await fetch(`${keyed.url}/v1beta/models`)).status).toBe(403)
    expect((await fetch(`${keyed.url}/v1/images/generations`, { method: 'POST', body: '{}' })).status).toBe(
      401,
    )
    expect((await fetch(`${keyed.url}/v1/native/models`)).status).toBe(401)
  })
  test('a daily limit and a budget end in 429 with what clients parse', async () => {
    for (const [limits, quotaId] of [
      [{ requestsPerDay: 2 }, 'GenerateRequestsPerDayPerProjectPerModel-FreeTier'],
      [{ dollarsPerMonth: 0.05 }, 'SpendPerMonthPerKey'],
    ] as const) {
      const limited = client((await newKey(limits)).key)
      await limited.models.generateContent(ask)
      await limited.models.generateContent(ask)
      const error = await failure(limited.models.generateContent(ask))
      expect(error.status).toBe(429)
      const { details } = JSON.parse(error.message).error
      expect(details[0].violations[0].quotaId).toBe(quotaId)
      expect(details[1].retryDelay).toMatch(/^\d+s$/)
    }
  })
  test('the route of the page is held to the same limits', async () => {
    const { key: limited } = await newKey({ requestsPerDay: 1 })
    const page = () =>
      fetch(`${keyed.url}/v1/native/generate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${limited}` },
        body: JSON.stringify({ prompt: 'a fox' }),
      })
    expect(await (await page()).text()).toContain('event: generate-end')
    expect((await page()).status).toBe(429)
  })
  test('only so many at a time', async () => {
    const limited = client((await newKey({ concurrent: 1 })).key)
    const stop = new AbortController()
    const first = limited.models
      .generateContent({ ...ask, contents: 'endless', config: { abortSignal: stop.signal } })
      .catch(() => 'stopped')
    await expect.poll(() => plantain.busy).toBe(1)
    expect((await failure(limited.models.generateContent(ask))).status).toBe(429)
    stop.abort()
    await first
    // Its place is free when its row is written.
    await expect
      .poll(async () => (await limited.models.generateContent(ask).catch(() => null))?.data)
      .toBeDefined()
  })
  test('without keys nobody else is let in', async () => {
    const config = loadConfig({ flags: { data, host: '0.0.0.0', port: 0 }, environment: {}, directory: data })
    const open = createPlantain(config, { openEngine: async () => fakeEngine(), openInterpreter: drawsAll })
    await expect(listen(open, { log: () => {} })).rejects.toMatchObject({
      message: expect.stringContaining('PLANTAIN_AUTH=keys'),
    })
  })
})

describe('what other clients send', () => {
  const fox = { parts: { text: 'a fox' } }
  test('snake case, a lone content, parts as an object, enums in any case, null', async () => {
    const response = await post('/v1/models/gemini-2.5-flash-image:generateContent', {
      contents: { parts: { text: 'a fox' } },
      generation_config: {
        response_modalities: ['Text', 'image'],
        image_config: { aspect_ratio: '21:9' },
        seed: '7',
      },
      safety_settings: null,
    })
    const body = (await response.json()) as {
      candidates: { content: { parts: { inlineData?: { data: string } }[] } }[]
    }
    expect(await size(body.candidates[0]!.content.parts.at(-1)!.inlineData!.data)).toEqual([1536, 672])
  })
  test('a JSON array without alt=sse', async () => {
    const response = await post('/v1beta/models/gemini-2.5-flash-image:streamGenerateContent', {
      contents: [{ parts: [{ text: 'a fox' }] }],
    })
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(((await response.json()) as unknown[]).length).toBeGreaterThan(0)
  })
  test.each([
    ['no JSON', '{"contents": [', 'Invalid JSON payload received', undefined],
    [
      'a wrong type',
      { contents: [{ parts: [{ text: 42 }] }] },
      "Invalid value at 'contents[0].parts[0].text' (TYPE_STRING), 42",
      'contents[0].parts[0].text',
    ],
    [
      'bad base64',
      { contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data: '!!' } }] }] },
      'Base64 decoding failed',
      'contents[0].parts[0].inline_data.data',
    ],
    [
      'an SVG',
      { contents: [{ parts: [{ inline_data: { mime_type: 'image/svg+xml', data: 'PHN2Zy8+' } }] }] },
      'Unsupported MIME type: image/svg+xml',
      'contents[0].parts[0].inline_data.mime_type',
    ],
    [
      'a bad role',
      { contents: [{ role: 'king', parts: [{ text: 'a fox' }] }] },
      'Please use a valid role',
      'contents[0].role',
    ],
    ['an empty part', { contents: [{ parts: [{}] }] }, 'a part must have', 'contents[0].parts[0]'],
    [
      'both spellings',
      { generationConfig: { seed: 1 }, generation_config: { seed: 2 }, contents: [] },
      'given twice',
      'generation_config',
    ],
    [
      'a ratio by the name of a property that every object has',
      { contents: fox, generationConfig: { imageConfig: { aspectRatio: 'constructor' } } },
      'aspect_ratio must be one of',
      'generation_config.image_config.aspect_ratio',
    ],
    [
      'a bad threshold',
      { contents: fox, safetySettings: [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'FOO' }] },
      "Invalid value at 'safety_settings[0].threshold'",
      'safety_settings[0].threshold',
    ],
  ])('%s: 400 with the field', async (_, body, message, field) => {
    const response = await post('/v1beta/models/gemini-2.5-flash-image:generateContent', body)
    const { error } = (await response.json()) as {
      error: {
        code: number
        status: string
        message: string
        details?: { fieldViolations?: { field: string }[] }[]
      }
    }
    expect([response.status, error.code, error.status]).toEqual([400, 400, 'INVALID_ARGUMENT'])
    expect(error.message).toContain(message)
    if (field !== undefined) expect(error.details?.[0]?.fieldViolations?.[0]?.field).toBe(field)
  })
  test.each(['constructor', 'toString', '__proto__', 'draw'])('a method %s is not found', async (verb) => {
    const response = await post(`/v1beta/models/gemini-2.5-flash-image:${verb}`, {})
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('there is no method'),
    ])
  })
  test.each([
    [
      { referenceType: 'REFERENCE_TYPE_MASK', maskImageConfig: { maskMode: 'MASK_MODE_BACKGROUND' } },
      'maskMode',
    ],
    [{ referenceType: 'REFERENCE_TYPE_RAW' }, 'has no picture'],
  ])('a reference image that cannot be used is refused: %j', async (reference, message) => {
    const response = await post('/v1beta/models/imagen-4.0-generate-001:predict', {
      instances: [{ prompt: 'a fox', referenceImages: [reference] }],
    })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(message)])
  })
  test('another host name that leads here is turned away', async () => {
    const { hostname, port } = new URL(server.url)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: `rebound.example:${port}` }
      request({ hostname, port, path: '/v1beta/models', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })
  test('a browser may ask before it calls', async () => {
    const response = await fetch(`${server.url}/v1beta/models/gemini-2.5-flash-image:generateContent`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-goog-api-key, x-stainless-os, content-type',
      },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-headers')).toContain('x-stainless-os')
  })
  test('a client that hangs up frees the engine', async () => {
    const stop = new AbortController()
    const call = fetch(`${server.url}/v1beta/models/gemini-2.5-flash-image:generateContent`, {
      method: 'POST',
      body: JSON.stringify({ contents: [{ parts: [{ text: 'endless' }] }] }),
      signal: stop.signal,
    })
    setTimeout(() => stop.abort(), 100)
    await expect(call).rejects.toThrow()
    await expect
      .poll(async () => ((await (await fetch(`${server.url}/healthz`)).json()) as { busy: number }).busy)
      .toBe(0)
  })
})
