import { json, type Operations } from '../../openapi/operation.ts'
import { ChatSchema } from './chat.ts'
import { ResponsesSchema } from './responses.ts'
import { ImagesSchema } from './wire.ts'

const images = { name: 'ImagesRequest', schema: ImagesSchema }
const answers = {
  ...json('ImagesResponse', 'data with b64_json or url, usage.'),
  'text/event-stream': {
    words: 'Partial pictures and the whole ones, with stream: true.',
    schema: 'ImagesEvent',
  },
}

export const openAiOperations: Operations = {
  'GET /models': { summary: 'The models that answer here', answers: json('OpenAiModelList') },
  'GET /models/:id': { summary: 'One model', answers: json('OpenAiModel') },
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
    answers: {
      ...json('Response', 'The response.'),
      'text/event-stream': { words: 'Its events, with stream: true.', schema: 'ResponseEvent' },
    },
  },
  'POST /chat/completions': {
    summary: 'A chat whose answers may be pictures',
    body: { name: 'ChatRequest', schema: ChatSchema },
    answers: {
      ...json('ChatCompletion'),
      'text/event-stream': { words: 'Its chunks, with stream: true.', schema: 'ChatCompletionChunk' },
    },
  },
}
