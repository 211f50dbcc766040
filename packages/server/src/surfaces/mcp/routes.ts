import { createMcpHandler } from '@modelcontextprotocol/server'
import { PlantainError } from '@plantain/core'
import { Hono } from 'hono'
import type { Caller } from '../../access.ts'
import type { Plantain } from '../../plantain.ts'
import { callerIn } from '../authenticate.ts'
import { createMcpServer } from './server.ts'

/** The tools over streamable HTTP at /mcp, without sessions of the protocol: what is remembered is in sessions of pictures. */
export function mcpRoutes(plantain: Plantain, log: (message: string, cause: unknown) => void): Hono {
  const handler = createMcpHandler(
    ({ authInfo }) =>
      createMcpServer({ plantain, caller: authInfo!.extra!['caller'] as Caller, files: null, log }),
    { maxRequestBodySize: Math.ceil(plantain.config.maxBodyMegabytes * 1e6) },
  )
  return new Hono().on(['GET', 'POST', 'DELETE'], '/', async (c) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== new URL(c.req.url).origin)
      throw new PlantainError(
        'PERMISSION_DENIED',
        `a page of ${origin.slice(0, 100)} may not use the tools of this server; only programs and its own page may`,
      )
    const caller = callerIn(c)
    return handler.fetch(c.req.raw, {
      authInfo: { token: '', clientId: caller.id, scopes: [...caller.scopes], extra: { caller } },
    })
  })
}
