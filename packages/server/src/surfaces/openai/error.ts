import type { PlantainError } from '@plantain/core'
import { toStatus } from '../../http-error.ts'

/** All four keys are always there: clients read them without looking. */
export interface OpenAiError {
  readonly error: {
    readonly message: string
    readonly type: string
    readonly param: string | null
    readonly code: string | null
  }
}

export function toOpenAiError(error: PlantainError): OpenAiError {
  const { field, code } = error.details
  const status = toStatus(error)
  return {
    error: {
      message: rateLimit(error) ?? error.message,
      type: status === 429 ? 'rate_limit_exceeded' : status >= 500 ? 'server_error' : 'invalid_request_error',
      param: typeof field === 'string' && field !== '' ? field : null,
      code: typeof code === 'string' || code === null ? code : (codes[error.code] ?? null),
    },
  }
}
/** As OpenAI words it: its clients read the delay out of the text. null for other errors. */
function rateLimit({ details: { quota, retryAfterSeconds } }: PlantainError): string | null {
  if (typeof quota !== 'object' || quota === null || typeof retryAfterSeconds !== 'number') return null
  const { quotaId, quotaValue, quotaDimensions } = quota as Readonly<Record<string, unknown>>
  const { model } = (quotaDimensions ?? {}) as Readonly<Record<string, unknown>>
  const per = String(quotaId).includes('PerDay') ? 'requests per day' : 'requests per min'
  return `Rate limit reached for ${String(model)} on ${per}: Limit ${String(quotaValue)}. Please try again in ${retryAfterSeconds}s.`
}

const codes: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'invalid_api_key',
  RESOURCE_EXHAUSTED: 'rate_limit_exceeded',
}
