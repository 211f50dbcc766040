import { Validator } from '@seriousme/openapi-schema-validator'
import { PlantainError } from '@plantain/core'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import { loadConfig } from '../config.ts'
import { createPlantain } from '../plantain.ts'
import { canonicalPath } from '../surfaces/canonical-path.ts'
import { surfaces } from '../surfaces/index.ts'
import { holdAnswers } from './answers.contract.ts'
import { openApiDocument, type Document } from './document.ts'
import { parametersIn, publicPath, templateOf } from './path.ts'

const plantain = createPlantain(loadConfig({ environment: {}, directory: '/nowhere' }))
const app = createApp(plantain, { log: () => {} })
const get = (path: string): Promise<Response> | Response => app.request(`http://127.0.0.1${path}`)
const document = (await (await get('/openapi.json')).json()) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)
const filled = (path: string): string => path.replace('{version}', 'v1beta').replace(/\{[^}]+\}/g, '1')

describe('the document', () => {
  test('is valid OpenAPI 3.1, with every reference in it', async () => {
    const result = await new Validator().validate(structuredClone(document) as never)
    expect([result.valid, result.errors ?? []]).toEqual([true, []])
    expect(document.openapi).toMatch(/^3\.1\./)
    const text = JSON.stringify(document)
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g))
      expect(Object.keys(document.components.schemas)).toContain(name)
    expect(text).not.toContain('__shared')
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(ids).toEqual([...new Set(ids)])
  })
  test('every address of it is mounted, and every mounted route is in it', () => {
    const pages = new Set(['/', '/page.css', '/page.js', '/icon.svg', '/docs.css'])
    const routes = app.routes.filter(
      ({ method, path }) => method !== 'ALL' && !path.includes('*') && !pages.has(path),
    )
    const reached = new Set<unknown>()
    for (const { method, path } of operations) {
      const [matches] = app.router.match(method, canonicalPath(filled(path)))
      const found = routes.filter((route) => matches.some(([[, one]]) => one === route))
      expect([method, path, found.length > 0]).toEqual([method, path, true])
      for (const route of found) reached.add(route)
    }
    // Shadowed by another surface at the same address: the first that is mounted answers.
    const missing = routes.filter(
      (route) =>
        !reached.has(route) &&
        document.paths[publicPath(templateOf(route.path))]?.[route.method.toLowerCase()] === undefined,
    )
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    expect(routes.length).toBeGreaterThan(30)
  })
  test('holds what a request may be: what it forbids is refused, what it allows is not refused for its form', async () => {
    const { NewSession, GenerateContentRequest, ImagesRequest } = document.components.schemas as Record<
      string,
      z.core.JSONSchema.JSONSchema
    >
    const check = (schema: z.core.JSONSchema.JSONSchema | undefined, value: unknown): boolean =>
      z.fromJSONSchema(schema as never).safeParse(value).success
    expect([{ seed: 3 }, { seed: -1 }, { sed: 3 }].map((one) => check(NewSession, one))).toEqual([
      true,
      false,
      false,
    ])
    const asked = { contents: [{ parts: [{ text: 'a hill' }] }], generationConfig: { temperature: 1 } }
    expect(check(GenerateContentRequest, asked)).toBe(true)
    expect(check(GenerateContentRequest, { ...asked, generationConfig: { temperature: 'hot' } })).toBe(false)
    expect(
      [
        { prompt: 'x', n: 3 },
        { prompt: 'x', n: 11 },
      ].map((one) => check(ImagesRequest, one)),
    ).toEqual([true, false])
    const refused = await app.request('http://127.0.0.1/v1/images/generations', {
      method: 'POST',
      body: '{"prompt":"x","n":11}',
    })
    expect(refused.status).toBe(400)
  })
  test('holds what an answer may be: a field that is missing or not described is found', () => {
    const of = (value: unknown): string => {
      try {
        holdAnswers(document).hold('POST', '/v1/chat/completions', 'application/json', value)
        return ''
      } catch (error) {
        return (error as Error).message
      }
    }
    const message = { role: 'assistant', content: 'x' }
    const choices = [{ index: 0, message, finish_reason: 'stop' }]
    const usage = { prompt_tokens: 1, completion_tokens: 0, total_tokens: 1 }
    const answer = { id: 'a', created: 1, model: 'm', object: 'chat.completion', choices, usage }
    const images = [{ type: 'image_url', image_url: { url: 'x' }, plantain: { edit: { followed: 'yes' } } }]
    expect([
      of(answer),
      of({ ...answer, usage: undefined }),
      of({ ...answer, thing: 1 }),
      of({ ...answer, choices: [{ ...choices[0], message: { ...message, images } }] }),
    ]).toEqual([
      '',
      expect.stringContaining('usage: '),
      expect.stringContaining('Unrecognized key: "thing"'),
      expect.stringContaining('choices.0.message.images.0.plantain.edit.followed: '),
    ])
    expect(() => holdAnswers(document).hold('GET', '/docs', 'text/html', '')).toThrow('no schema')
  })
  test('each surface has the shape of its errors', () => {
    const error = new PlantainError('RESOURCE_EXHAUSTED', 'too many', {
      details: { field: 'n', retryAfterSeconds: 3 },
    })
    const names = { plantain: 'PlantainError', google: 'GoogleError', openai: 'OpenAiError' }
    for (const { errors, toError } of surfaces) {
      const schema = document.components.schemas[names[errors]] as never
      expect(z.fromJSONSchema(schema).safeParse(JSON.parse(JSON.stringify(toError(error)))).success).toBe(
        true,
      )
    }
    expect(
      z.fromJSONSchema(document.components.schemas['GoogleError'] as never).safeParse({ error: 'x' }).success,
    ).toBe(false)
  })
  test('a route that nobody described is there by its address', async () => {
    const other = new Hono().get('/v1/native/things/:id{[a-z]{2,3}}/:rest{.+}', (c) => c.text(''))
    const { paths } = await openApiDocument(other.routes, {
      version: '1',
      keysRequired: true,
      surfaces,
      pages: [],
    })
    expect(paths['/v1/native/things/{id}/{rest}']?.['get']).toMatchObject({
      summary: 'GET /v1/native/things/{id}/{rest}',
      parameters: [
        { name: 'id', in: 'path' },
        { name: 'rest', in: 'path' },
      ],
    })
  })
})

describe('paths', () => {
  test.each([
    ['/:version/models/:call{.+}', '/{version}/models/{call}'],
    ['/a/:id{[0-9]{1,3}:go}/b', '/a/{id}/b'],
    ['/a:b', '/a:b'],
  ])('%s', (path, template) => {
    expect(templateOf(path)).toBe(template)
    expect(parametersIn(template)).toEqual([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  })
})

describe('the page', () => {
  test('has every operation and schema, loads nothing from elsewhere and runs no script', async () => {
    const response = await get('/docs')
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    for (const { operation } of operations) expect(page).toContain(`<section id="${operation.operationId}">`)
    for (const name of Object.keys(document.components.schemas)) expect(page).toContain(`id="schema-${name}"`)
    expect(page).not.toMatch(/<script|https?:\/\/|style="/)
    expect((await get('/docs.css')).headers.get('content-type')).toContain('text/css')
  })
})
