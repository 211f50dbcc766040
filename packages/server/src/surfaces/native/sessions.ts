import { PlantainError, type Interpretation } from '@plantain/core'
import { optionsOf, pictureAt, standing, type Session } from '@plantain/conversation'
import { Hono, type Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { field, parseField, type Field } from '../../field.ts'
import { toBody, toPlantainError, toStatus } from '../../http-error.ts'
import type { Plantain } from '../../plantain.ts'
import { metered } from '../../metered.ts'
import { turnAmounts } from '../../sessions/amounts.ts'
import type { SessionEvent, SessionMessage, Sessions } from '../../sessions/sessions.ts'
import { sending } from '../../sessions/task.ts'
import { viewsOf, type TurnView } from '../../sessions/view.ts'
import { callerIn } from '../authenticate.ts'
import { hangUpOf } from '../hang-up.ts'
import { readOwnJson } from './read-own-json.ts'
import { previewUrl } from './wire.ts'

type Log = (message: string, cause: unknown) => void

/** Conversations for the studio: sessions, messages as server-sent events, moves, pictures. */
export function sessionRoutes(plantain: Plantain, { log }: { log: Log }): Hono {
  const routes = new Hono()
  const of = (c: Context): Sessions => plantain.sessions.of(callerIn(c).id)
  routes.get('/sessions', async (c) => {
    const limit = parseField(fields.limit, c.req.query('limit'), 'limit')
    const offset = parseField(fields.offset, c.req.query('offset'), 'offset')
    // One more than is asked for tells whether there are more.
    const found = await of(c).list({ limit: limit + 1, offset })
    return c.json({
      sessions: found.slice(0, limit),
      ...(found.length > limit ? { nextOffset: offset + limit } : {}),
    })
  })
  routes.post('/sessions', async (c) =>
    c.json(sessionBody(await of(c).create(readNew(await readOwnJson(c)))), 201),
  )
  routes.get('/sessions/:id', async (c) => c.json(sessionBody(await of(c).open(c.req.param('id')))))
  routes.post('/sessions/:id/messages', async (c) => {
    const message = readMessage(await readOwnJson(c))
    return told(c, plantain, { message, log })
  })
  for (const move of ['undo', 'redo', 'branch', 'revert'] as const)
    routes.post(`/sessions/:id/${move}`, async (c) => {
      const interpretation = readMove(move, await readOwnJson(c))
      const run = of(c).send(c.req.param('id'), { text: `/${move}`, interpretation }, c.req.raw.signal)
      let next = await run.next()
      while (!next.done) next = await run.next()
      return c.json(turnBody(await of(c).open(c.req.param('id')), next.value))
    })
  routes.get('/sessions/:id/pictures/:place', async (c) => {
    const { id, place } = c.req.param()
    const { bytes, mimeType, sha256 } = await of(c).picture(id, place)
    // A picture never changes; which one is the current one does.
    return bytesOf(c, { bytes, mimeType, sha256, forever: place !== 'current' })
  })
  routes.get('/artifacts/:id', async (c) => {
    const { id, bytes, mimeType } = await of(c).artifact(c.req.param('id'))
    return bytesOf(c, { bytes, mimeType, sha256: id, forever: true })
  })
  return routes
}

interface File {
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly sha256: string
  readonly forever: boolean
}
function bytesOf(c: Context, { bytes, mimeType, sha256, forever }: File): Response {
  c.header('ETag', `"${sha256}"`)
  c.header('Cache-Control', forever ? 'private, max-age=31536000, immutable' : 'private, no-cache')
  if (c.req.header('if-none-match') === `"${sha256}"`) return c.body(null, 304)
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mimeType })
}

/** A message as server-sent events; what is wrong before the first of them is a status. */
async function told(
  c: Context,
  plantain: Plantain,
  { message, log }: { message: SessionMessage; log: Log },
): Promise<Response> {
  const id = c.req.param('id')!
  const caller = callerIn(c)
  const sessions = plantain.sessions.of(caller.id)
  const { signal, fire } = hangUpOf(c)
  const events = metered(plantain, {
    caller,
    model: plantain.models.get().id,
    task: sending,
    payload: { session: id, message },
    amounts: turnAmounts,
    signal,
  })
  let next = await events.next()
  return streamSSE(c, async (stream) => {
    stream.onAbort(fire)
    try {
      for (; !next.done; next = await events.next())
        await stream.writeSSE({
          event: next.value.type,
          data: JSON.stringify(await eventBody(next.value, sessions, id)),
        })
    } catch (thrown) {
      const error = toPlantainError(thrown)
      if (toStatus(error) === 500) log(error.message, error.cause ?? error)
      if (signal.aborted) return // nobody reads it
      await stream.writeSSE({ event: 'error', data: JSON.stringify(toBody(error)) })
    } finally {
      await events.return(undefined as never)
    }
  })
}

async function eventBody(event: SessionEvent, sessions: Sessions, id: string): Promise<object> {
  switch (event.type) {
    case 'progress':
      return event.preview === undefined ? event : { ...event, preview: await previewUrl(event.preview) }
    case 'image-ready': {
      const { index, place, picture } = event
      const { width, height, artifact, mask, summary, report } = picture
      return {
        type: event.type,
        index,
        place,
        width,
        height,
        artifact,
        mask,
        scene: summary,
        ...(report === undefined ? {} : { report }),
        url: artifactUrl(artifact),
      }
    }
    case 'turn-end':
      return { type: event.type, turn: turnBody(await sessions.open(id), event.turn) }
    default:
      return event
  }
}

const artifactUrl = (artifact: string): string => `/v1/native/artifacts/${artifact}`
const pictureUrl = (session: string, place: string): string =>
  `/v1/native/sessions/${session}/pictures/${place}`

/** A turn with the addresses of its pictures and files. */
function turnBody(session: Session, { places, files, ...view }: TurnView): object {
  const turn = session.turns[view.turn - 1]
  return {
    ...view,
    message: turn?.message,
    images: places.flatMap((place) => {
      const picture = pictureAt(session, place)
      if (picture === undefined) return []
      const { width, height } = picture
      const mask =
        'mask' in picture && typeof picture.mask === 'string' ? { mask: artifactUrl(picture.mask) } : {}
      const report = 'report' in picture && picture.report !== undefined ? { report: picture.report } : {}
      return [{ place, width, height, url: pictureUrl(session.id, place), ...mask, ...report }]
    }),
    attachments: (turn?.attachments ?? []).map(({ artifact, width, height }) => ({
      width,
      height,
      url: artifactUrl(artifact),
    })),
    files: files.map(({ artifact, ...file }) => ({ ...file, url: artifactUrl(artifact) })),
  }
}

function sessionBody(session: Session): object {
  const { current, lines, back, forward } = standing(session)
  return {
    id: session.id,
    seed: session.seed,
    current,
    can: { undo: back.length > 0, redo: forward.length > 0 },
    lines,
    options: optionsOf(session),
    turns: viewsOf(session).map((view) => turnBody(session, view)),
  }
}

// What comes in.

const fields = {
  seed: field(
    z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
  ),
  text: field(z.string().max(200_000).default(''), 'a text'),
  attachments: field(
    z.array(z.strictObject({ data: z.base64() })).default([]),
    'a list of pictures like [{"data": "…base64 of a PNG, JPEG or WebP…"}]',
  ),
  mask: field(
    z.strictObject({ data: z.base64() }).optional(),
    'a picture like {"data": "…base64 of a PNG…"}, white where it may change',
  ),
  options: field(
    z
      .strictObject({
        aspect: z.string(),
        size: z.string(),
        count: z.string(),
        format: z.enum(['png', 'jpeg', 'webp']),
        quality: z.string(),
        seed: z.string().regex(/^\d{1,15}$/),
        style: z.string(),
        avoid: z.string(),
      })
      .partial()
      .optional(),
    'an object of texts like {"aspect": "16:9", "seed": "7"}',
  ),
  limit: field(z.coerce.number().int().min(1).max(200).default(50), 'a whole number from 1 to 200'),
  offset: field(z.coerce.number().int().min(0).max(1_000_000).default(0), 'a whole number from 0'),
  steps: field(z.number().int().min(1).max(10_000).default(1), 'a whole number from 1'),
  place: field(
    z.string().regex(/^(turn:\d{1,6}(\.\d{1,3})?|image:\d{1,6})$/),
    'a picture like "turn:2", "turn:2.3" or "image:1"',
  ),
} as const

/** For descriptions. */
export const sessionFields: Readonly<Record<string, Field>> = fields

function readFields(
  body: unknown,
  known: readonly (keyof typeof fields)[],
): Readonly<Record<string, unknown>> {
  const object = z.record(z.string(), z.unknown()).safeParse(body)
  if (!object.success)
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the body is no JSON object; send one like {"text": "a red house"}',
    )
  const unknown = Object.keys(object.data).find((key) => !(known as readonly string[]).includes(key))
  if (unknown !== undefined)
    throw new PlantainError('INVALID_ARGUMENT', `${unknown} is not known; known are ${known.join(', ')}`)
  return object.data
}

function readNew(body: unknown): { seed?: number } {
  const { seed } = readFields(body, ['seed'])
  const value = parseField(fields.seed, seed, 'seed')
  return value === undefined ? {} : { seed: value }
}

const bytes = ({ data }: { data: string }): Uint8Array => new Uint8Array(Buffer.from(data, 'base64'))

function readMessage(body: unknown): SessionMessage {
  const given = readFields(body, ['text', 'attachments', 'mask', 'options'])
  const mask = parseField(fields.mask, given['mask'], 'mask')
  const options = parseField(fields.options, given['options'], 'options')
  return {
    text: parseField(fields.text, given['text'], 'text'),
    previews: true,
    attachments: parseField(fields.attachments, given['attachments'], 'attachments').map(bytes),
    ...(mask === undefined ? {} : { mask: bytes(mask) }),
    ...(options === undefined ? {} : { options: options as NonNullable<SessionMessage['options']> }),
  }
}

function readMove(move: 'undo' | 'redo' | 'branch' | 'revert', body: unknown): Interpretation {
  if (move === 'undo' || move === 'redo') {
    const steps = parseField(fields.steps, readFields(body, ['steps'])['steps'], 'steps')
    return { kind: move, ops: [{ op: move, steps }], refers_to: [] }
  }
  const place = parseField(fields.place, readFields(body, ['place'])['place'], 'place')
  return { kind: move === 'branch' ? 'branch' : 'revert_to', ops: [], refers_to: [place] }
}
