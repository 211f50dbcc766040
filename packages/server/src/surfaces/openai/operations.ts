import type { Operations } from '../../openapi/operation.ts'
import { ChatSchema } from './chat.ts'
import { ResponsesSchema } from './responses.ts'
import { ImagesSchema } from './wire.ts'

const images = { name: 'ImagesRequest', schema: ImagesSchema }
const answers = {
  'application/json': 'data with b64_json or url, usage.',
  'text/event-stream': 'Partial pictures and the whole ones, with stream: true.',
}

export const openAiOperations: Operations = {
  'GET /models': { summary: 'The models that answer here' },
  'GET /models/:id': { summary: 'One model' },
  'POST /images/generations': { summary: 'Pictures from a prompt', body: images, answers },
  'POST /images/edits': {
    summary: 'Pictures changed by a prompt',
    body: {
      ...images,
      files: {
        image: 'PNG, JPEG or WebP; up to sixteen as image[].',
        mask: 'A PNG of the same size: what is transparent may change.',
      },
    },
    answers,
  },
  'POST /images/variations': {
    summary: 'Variations of a picture',
    body: { ...images, files: { image: 'PNG, JPEG or WebP.' } },
    answers,
  },
  'POST /responses': {
    summary: 'Pictures and words, with the tool image_generation',
    body: { name: 'ResponsesRequest', schema: ResponsesSchema },
    answers: { 'application/json': 'The response.', 'text/event-stream': 'Its events, with stream: true.' },
  },
  'POST /chat/completions': {
    summary: 'A chat whose answers may be pictures',
    body: { name: 'ChatRequest', schema: ChatSchema },
  },
}
