import type { Operations } from './operation.ts'

/** Routes of the server itself, which belong to no API. */
export const ownOperations: Operations = {
  'GET /healthz': {
    summary: 'Whether the process lives',
    answers: { 'application/json': 'Its version, and how many requests run or wait.' },
  },
  'GET /readyz': {
    summary: 'Whether a picture could be made and kept now',
    description: '200, or 503 with what is wrong: the model, the database, the blobs.',
  },
  'GET /metrics': {
    summary: 'Figures for Prometheus',
    description: 'With keys, for a key with the scope admin.',
    answers: { 'text/plain': 'The text format of Prometheus.' },
  },
  'GET /openapi.json': { summary: 'This document' },
  'GET /docs': { summary: 'This document as a page', answers: { 'text/html': 'A page.' } },
}
