import { PlantainError } from '@plantain/core'
import type { Context } from 'hono'

/** JSON only, also as protection: another site's page cannot send this type without asking the browser first. */
export async function readOwnJson(c: Context): Promise<unknown> {
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? ''))
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the body is not JSON; send it with Content-Type: application/json',
    )
  try {
    return await c.req.json()
  } catch (cause) {
    if (cause instanceof PlantainError) throw cause // the body limit speaks through here
    throw new PlantainError(
      'INVALID_ARGUMENT',
      'the body is no JSON; send an object like {"prompt": "a red house"}',
      { cause },
    )
  }
}
