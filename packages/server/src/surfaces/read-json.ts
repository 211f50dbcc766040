import { PlantainError } from '@plantain/core'
import type { Context } from 'hono'

/** A body as JSON, whatever its content type says: SDKs and curl users label it in many ways. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text()
  try {
    return JSON.parse(text === '' ? '{}' : text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : ''
    throw new PlantainError('INVALID_ARGUMENT', `Invalid JSON payload received. ${reason}`, {
      cause,
      details: { field: '' },
    })
  }
}
