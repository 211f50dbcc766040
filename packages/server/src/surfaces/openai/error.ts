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
      message: error.message,
      type: status === 429 ? 'rate_limit_exceeded' : status >= 500 ? 'server_error' : 'invalid_request_error',
      param: typeof field === 'string' && field !== '' ? field : null,
      code: typeof code === 'string' || code === null ? code : (codes[error.code] ?? null),
    },
  }
}
const codes: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'invalid_api_key',
  RESOURCE_EXHAUSTED: 'rate_limit_exceeded',
}
