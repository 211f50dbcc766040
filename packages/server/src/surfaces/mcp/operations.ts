import { z } from 'zod'
import { json, type Operations } from '../../openapi/operation.ts'

const Call: z.ZodType = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string().describe('"tools/list", "tools/call", …'),
  params: z.record(z.string(), z.unknown()).optional(),
})

export const mcpOperations: Operations = {
  'POST /': {
    summary: 'The tools, over the Model Context Protocol',
    description: 'Streamable HTTP without sessions of the protocol. tools/list has the schema of every tool.',
    body: { name: 'McpMessage', schema: Call },
    answers: {
      ...json('McpAnswer'),
      'text/event-stream': { words: 'Progress, then the answer.', schema: 'McpEvent' },
    },
  },
  'GET /': { summary: 'Not used: there is no stream of its own', status: 405 },
  'DELETE /': { summary: 'Not used: there is no session to end', status: 405 },
}

const version = { jsonrpc: z.literal('2.0') }
const Answer = z.object({
  ...version,
  id: z.union([z.string(), z.number()]).nullable(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ code: z.number().int(), message: z.string(), data: z.unknown().optional() }).optional(),
})
export const mcpAnswers: Readonly<Record<string, z.ZodType>> = {
  McpAnswer: Answer,
  McpEvent: z.union([
    z.object({ ...version, method: z.string(), params: z.record(z.string(), z.unknown()).optional() }),
    Answer,
  ]),
}
