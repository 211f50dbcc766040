import { z } from 'zod'
import { json, type Operations } from './operation.ts'

/** Routes of the server itself, which belong to no API. */
export const ownOperations: Operations = {
  'GET /healthz': {
    summary: 'Whether the process lives',
    answers: json('Health', 'Its version, and how many requests run or wait.'),
  },
  'GET /readyz': {
    summary: 'Whether a picture could be made and kept now',
    description: '200, or 503 with what is wrong: the model, the database, the blobs.',
    answers: json('Readiness'),
  },
  'GET /metrics': {
    summary: 'Figures for Prometheus',
    description: 'With keys, for a key with the scope admin.',
    answers: { 'text/plain': 'The text format of Prometheus.' },
  },
  'GET /openapi.json': { summary: 'This document' },
  'GET /docs': { summary: 'This document as a page', answers: { 'text/html': 'A page.' } },
}

export const ownAnswers: Readonly<Record<string, z.ZodType>> = {
  Health: z.object({ status: z.literal('ok'), version: z.string(), busy: z.number().int().min(0) }),
  Readiness: z.object({
    status: z.enum(['ready', 'not ready']),
    checks: z.record(z.string(), z.string()).describe('"ok", or what is wrong.'),
  }),
}
