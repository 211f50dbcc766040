import { McpServer, type CallToolResult, type ServerContext } from '@modelcontextprotocol/server'
import { toPlantainError } from '../../http-error.ts'
import type { Caller } from '../../access.ts'
import type { Plantain } from '../../plantain.ts'
import { toBase64 } from '../gemini/bytes.ts'
import { shown } from './shown.ts'
import type { LocalFiles, Tool, ToolAnswer } from './tool.ts'
import { tools } from './tools/index.ts'

export interface McpUse {
  readonly plantain: Plantain
  readonly caller: Caller
  /** null: the assistant is elsewhere. */
  readonly files: LocalFiles | null
  /** Where errors go that are ours and not the caller's. */
  readonly log: (message: string, cause: unknown) => void
}

const instructions =
  'Plantain makes and changes pictures by words, offline. generate_image starts a session; edit_image goes on in it, one wish or several at a time, and keeps all else; go_back undoes. Name the session in each call. Each result says what was understood: where that was something else, say it again in other words.'

/** The tools, for one caller; one such server for each connection. */
export function createMcpServer(use: McpUse): McpServer {
  const server = new McpServer(
    { name: 'plantain', title: 'Plantain', version: use.plantain.version },
    { instructions, capabilities: { tools: {} } },
  )
  for (const one of tools)
    if (one.local !== true || use.files !== null)
      server.registerTool(
        one.name,
        {
          title: one.title,
          description: one.description,
          inputSchema: one.input,
          annotations: one.annotations,
        },
        (input, context) => call(one, input, { use, context }),
      )
  return server
}

/** An error of a tool is a result that the assistant reads: it can do something about it. */
async function call(
  one: Tool,
  input: Readonly<Record<string, unknown>>,
  { use, context }: { readonly use: McpUse; readonly context: ServerContext },
): Promise<CallToolResult> {
  const { plantain, caller, files, log } = use
  try {
    const tell = progress(context)
    return await resultOf(
      await one.call(input, { plantain, caller, files, signal: context.mcpReq.signal, tell }),
    )
  } catch (thrown) {
    const error = toPlantainError(thrown)
    if (error.code === 'INTERNAL') log(error.message, error.cause ?? error)
    const { code, message, details } = error
    return {
      isError: true,
      content: [{ type: 'text', text: message }],
      structuredContent: { error: { code, message, details } },
    }
  }
}

async function resultOf({ text, pictures, structured, whole }: ToolAnswer): Promise<CallToolResult> {
  const images = await Promise.all(pictures.map((picture) => (whole === true ? picture : shown(picture))))
  return {
    content: [
      { type: 'text', text },
      ...images.map(({ bytes, mimeType }) => ({ type: 'image' as const, data: toBase64(bytes), mimeType })),
    ],
    structuredContent: { ...structured },
  }
}

/** Counts up, as the protocol asks; a client that is gone needs no news. */
function progress({ mcpReq }: ServerContext): (words: string) => void {
  const progressToken = mcpReq._meta?.progressToken
  if (progressToken === undefined) return () => {}
  let count = 0
  return (message) =>
    void mcpReq
      .notify({ method: 'notifications/progress', params: { progressToken, progress: ++count, message } })
      .catch(() => {})
}
