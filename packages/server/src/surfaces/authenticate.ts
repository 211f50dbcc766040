import { PlantainError } from '@plantain/core'
import type { Context, MiddlewareHandler } from 'hono'
import type { Caller } from '../access.ts'
import type { Plantain } from '../plantain.ts'
import { keyOf } from './credential.ts'

const none =
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API."
const wrong = 'API key not valid. Please pass a valid API key.'

/**
 * Finds out who calls. Where no keys are required any key will do: clients insist on sending one.
 *
 * throws: what Google, Vertex and OpenAI answer without a key and to a wrong one, which differs: clients match on it
 */
export function authenticate(plantain: Plantain): MiddlewareHandler {
  return async (c, next) => {
    if (isUploadStep(c)) return next()
    c.set('caller', plantain.access.required ? await callerOf(plantain, c) : plantain.access.local)
    await next()
  }
}

/** The address of an upload is itself the credential: Google's Python client sends no key there. Who has begun it is its caller. */
const isUploadStep = (c: Context): boolean =>
  c.req.path.startsWith('/gemini/upload/') && uploadTokenIn(c) !== null
export const uploadTokenIn = (c: Context): string | null => c.req.query('upload_id') || null

async function callerOf(plantain: Plantain, c: Context): Promise<Caller> {
  const key = keyOf(c.req.raw)
  const google = c.req.path.startsWith('/gemini/')
  if (key === null)
    throw new PlantainError(
      google ? 'PERMISSION_DENIED' : 'UNAUTHENTICATED',
      google ? none : 'You did not provide an API key; send it as "Authorization: Bearer KEY".',
      { details: { code: null } },
    )
  const caller = await plantain.access.authenticate(key)
  if (caller !== null) return caller
  if (google) throw new PlantainError('INVALID_ARGUMENT', wrong, { details: { reason: 'API_KEY_INVALID' } })
  throw new PlantainError(
    'UNAUTHENTICATED',
    'Incorrect API key provided; `plantain keys list` shows which there are.',
    { details: { code: 'invalid_api_key' } },
  )
}

/** Who calls, as `authenticate` found out. */
export const callerIn = (c: Context): Caller => c.get('caller') as Caller
