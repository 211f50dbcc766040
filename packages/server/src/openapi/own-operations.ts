import type { Operations } from './operation.ts'

/** Routes of the server itself, which belong to no API. */
export const ownOperations: Operations = {
  'GET /healthz': {
    summary: 'Whether the process lives',
    answers: { 'application/json': 'Its version, and how many requests run or wait.' },
  },
  'GET /openapi.json': { summary: 'This document' },
  'GET /docs': { summary: 'This document as a page', answers: { 'text/html': 'A page.' } },
}
