import { encode } from '@plantain/codecs'
import { Hono, type Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { answer } from '../../answer/answer.ts'
import type { Answer, Ask, AskPicture } from '../../answer/ask.ts'
import { toPlantainError } from '../../http-error.ts'
import type { Plantain } from '../../plantain.ts'
import { toBase64 } from '../gemini/bytes.ts'
import { served } from '../gemini/models.ts'
import { forAll } from '../gemini/thresholds.ts'
import { hangUpOf } from '../hang-up.ts'
import { readJson } from '../read-json.ts'
import { askOf, unknownModel } from './ask-of.ts'
import { chatCompletions } from './chat.ts'
import { toOpenAiError } from './error.ts'
import { readForm } from './form.ts'
import { openAiModel } from './models.ts'
import { completedEvent, imagesBody, partialEvent } from './respond.ts'
import { responses } from './responses.ts'
import { toSize } from './sizes.ts'
import { parseImages, requirePrompt, stepsOf, withoutEffect, wrong, type ImagesRequest } from './wire.ts'

/** The OpenAI Images API on its canonical paths, /openai/… */
export function openAiRoutes(plantain: Plantain, log: (message: string, cause: unknown) => void): Hono {
  const routes = new Hono()
  routes.get('/models', (c) => c.json({ object: 'list', data: served(plantain).map(openAiModel) }))
  routes.get('/models/:id', (c) => {
    const alias = served(plantain).find(({ id }) => id === c.req.param('id'))
    if (alias === undefined) throw unknownModel(c.req.param('id'))
    return c.json(openAiModel(alias))
  })
  routes.post('/images/generations', async (c) => {
    const request = parseImages(await readJson(c))
    return respond(
      c,
      plantain,
      log,
      request,
      toAsk(c, plantain, request, requirePrompt(request), []),
      'image_generation',
    )
  })
  for (const [path, kind] of [
    ['/images/edits', 'image_edit'],
    ['/images/variations', 'image_variation'],
  ] as const)
    routes.post(path, async (c) => {
      const { fields, images, mask } = await readForm(c)
      const request = parseImages(fields)
      const prompt = kind === 'image_edit' ? requirePrompt(request) : 'Make a variation of this picture.'
      const ask = toAsk(
        c,
        plantain,
        request,
        prompt,
        images.map((bytes) => ({ bytes })),
      )
      const masked: Ask = mask === undefined ? ask : { ...ask, mask: { bytes: mask, convention: 'alpha' } }
      return respond(c, plantain, log, request, masked, kind)
    })
  routes.post('/responses', (c) => responses(c, plantain, log))
  routes.post('/chat/completions', (c) => chatCompletions(c, plantain))
  return routes
}

function toAsk(
  c: Context,
  plantain: Plantain,
  request: ImagesRequest,
  prompt: string,
  pictures: readonly AskPicture[],
): Ask {
  const wanted = stepsOf(request.quality)
  return {
    ...askOf(c, plantain, request.model),
    thresholds: request.moderation === 'low' ? forAll('ONLY_HIGH') : {},
    plain: pictures.length === 0,
    turns: [{ role: 'user', text: prompt, pictures }],
    size: toSize(request.size),
    count: request.n,
    format: request.output_format,
    ...(request.output_compression === undefined ? {} : { quality: Math.max(1, request.output_compression) }),
    ...(request.seed === undefined ? {} : { seed: request.seed }),
    ...(wanted === undefined ? {} : { steps: wanted }),
    ...(request.background === undefined || request.background === 'auto'
      ? {}
      : { background: request.background }),
    previewMilliseconds: request.stream && request.partial_images > 0 ? 150 : null,
  }
}

async function respond(
  c: Context,
  plantain: Plantain,
  log: (message: string, cause: unknown) => void,
  request: ImagesRequest,
  ask: Ask,
  kind: string,
): Promise<Response> {
  const { signal, fire } = hangUpOf(c)
  const events = answer(plantain, ask, signal)
  if (!request.stream) {
    let next = await events.next()
    while (!next.done) next = await events.next()
    return c.json(imagesBody(warned(pictured(next.value), request, kind), request, dataUrl))
  }
  const first = await events.next()
  return streamSSE(c, async (stream) => {
    stream.onAbort(fire)
    const send = ([event, data]: [string, object]): Promise<void> =>
      stream.writeSSE({ event, data: JSON.stringify(data) })
    let partials = 0
    try {
      let next = first
      for (; !next.done; next = await events.next()) {
        if (next.value.type !== 'preview' || partials >= request.partial_images) continue
        const { bitmap } = next.value
        await send(
          partialEvent(
            kind,
            partials++,
            toBase64(await encode(bitmap, { format: request.output_format })),
            request,
            `${bitmap.width}x${bitmap.height}`,
          ),
        )
      }
      const result = warned(pictured(next.value), request, kind)
      for (const image of result.images) await send(completedEvent(kind, image, result, request))
    } catch (thrown) {
      const error = toPlantainError(thrown)
      if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
      await send(['error', { type: 'error', ...toOpenAiError(error) }])
    } finally {
      await events.return(undefined as unknown as Answer) // whoever leaves early stops the engine
    }
  })
}

/** throws: INVALID_ARGUMENT where no picture was made, with the reason */
function pictured(result: Answer): Answer {
  if (result.images.length > 0) return result
  throw result.blocked === null
    ? wrong('prompt', result.text, 'no_image')
    : wrong('prompt', result.blocked.message, 'moderation_blocked')
}

/** With what had no effect by its form alone. */
const warned = (answer: Answer, request: ImagesRequest, kind: string): Answer => ({
  ...answer,
  warnings: [
    ...withoutEffect(request),
    ...(kind === 'image_variation' && request.prompt !== undefined
      ? ['prompt had no effect on a variation: send it to /v1/images/edits']
      : []),
    ...(answer.warnings ?? []),
  ],
})

const dataUrl = ({ mimeType, bytes }: { mimeType: string; bytes: Uint8Array }): string =>
  `data:${mimeType};base64,${toBase64(bytes)}`
