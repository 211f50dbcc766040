import { z } from 'zod'
import { bodySchema } from '../../field.ts'
import { generateBody } from '../../generate/request.ts'
import { json, type Operations } from '../../openapi/operation.ts'
import { sessionFields } from './sessions.ts'
import { References } from './wire.ts'

const { references: _, ...plain } = generateBody
const generate: z.ZodType = bodySchema(plain).extend({ references: References })
const events = (schema: string) => ({
  'text/event-stream': { words: 'What is going on, then the end or an error.', schema },
})
const place = 'A picture of the session: turn:2, turn:2.3, image:1.'

export const nativeOperations: Operations = {
  'GET /models': { summary: 'Installed models, ratios and sizes', answers: json('InstalledModels') },
  'POST /generate': {
    summary: 'Pictures from a sentence, with progress',
    body: { name: 'NativeGenerateRequest', schema: generate },
    answers: events('GenerateEvent'),
  },
  'GET /sessions': {
    summary: 'Sessions, the latest first',
    query: { limit: 'At most so many, 50 where left out.', offset: 'How many to pass over.' },
    answers: json('SessionList'),
  },
  'POST /sessions': {
    summary: 'A new session',
    body: { name: 'NewSession', schema: bodySchema(sessionFields, ['seed']) },
    answers: json('Session'),
    status: 201,
  },
  'GET /sessions/:id': { summary: 'A session with all its turns', answers: json('Session') },
  'POST /sessions/:id/messages': {
    summary: 'One message to a session',
    description:
      'Events: job-queue, interpretation-ready, progress, image-ready, text, turn-end; or error, after which the session is as before.',
    body: {
      name: 'SessionMessage',
      schema: bodySchema(sessionFields, ['text', 'attachments', 'mask', 'options']),
    },
    answers: events('SessionEvent'),
  },
  ...Object.fromEntries(
    (['undo', 'redo'] as const).map((move) => [
      `POST /sessions/:id/${move}`,
      {
        summary: `${move === 'undo' ? 'Undo' : 'Redo'}, one step or several`,
        body: { name: 'Steps', schema: steps() },
        answers: json('Turn'),
      },
    ]),
  ),
  'POST /sessions/:id/branch': {
    summary: 'Another line from a picture; the one that is stays',
    description: place,
    body: { name: 'PlaceOfSession', schema: placed() },
    answers: json('Turn'),
  },
  'POST /sessions/:id/revert': {
    summary: 'Go to a picture',
    description: place,
    body: { name: 'PlaceOfSession', schema: placed() },
    answers: json('Turn'),
  },
  'GET /sessions/:id/pictures/:place': {
    summary: 'The file of a picture, with its recipe',
    answers: { 'image/*': 'The file; the same bytes every time.' },
  },
  'GET /jobs': {
    summary: 'Your generations: what waits, runs and is over, the latest first',
    answers: json('JobList'),
  },
  'GET /jobs/:id': { summary: 'One generation', answers: json('Job') },
  'POST /jobs/:id/cancel': {
    summary: 'Stop a generation within a step',
    body: { name: 'Nothing', schema: z.strictObject({}) },
    answers: json('Job'),
  },
  'GET /artifacts/:id': {
    summary: 'A stored file by its sha-256: masks, exports, pixels',
    answers: { '*/*': 'The file.' },
  },
}

function steps(): z.ZodType {
  return bodySchema(sessionFields, ['steps'])
}
function placed(): z.ZodType {
  return bodySchema(sessionFields, ['place'])
}
