import { z } from 'zod'
import type { Operations } from '../../openapi/operation.ts'

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
    answers: { 'application/json': 'The answer.', 'text/event-stream': 'Progress, then the answer.' },
  },
  'GET /': { summary: 'Not used: there is no stream of its own', status: 405 },
  'DELETE /': { summary: 'Not used: there is no session to end', status: 405 },
}
