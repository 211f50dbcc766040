import { toStatus } from '../../http-error.ts'
import type { PlantainError } from '@plantain/core'

/** google.rpc.Status as JSON: what Google's clients parse. */
export interface GoogleError {
  readonly error: {
    readonly code: number
    readonly message: string
    readonly status: string
    readonly details?: readonly object[]
  }
}

const type = (name: string): string => `type.googleapis.com/google.rpc.${name}`

export function toGoogleError(error: PlantainError): GoogleError {
  const details = detailsOf(error)
  return {
    error: {
      code: toStatus(error),
      message: error.message,
      status: error.code,
      ...(details.length > 0 ? { details } : {}),
    },
  }
}

function detailsOf({ code, message, details }: PlantainError): object[] {
  const out: object[] = []
  const { field, reason, retryAfterSeconds, quota } = details
  if (typeof field === 'string')
    out.push({
      '@type': type('BadRequest'),
      fieldViolations: [{ field, description: String(details['description'] ?? message) }],
    })
  if (typeof reason === 'string')
    out.push(
      {
        '@type': type('ErrorInfo'),
        reason,
        domain: 'googleapis.com',
        metadata: { service: 'generativelanguage.googleapis.com' },
      },
      { '@type': type('LocalizedMessage'), locale: 'en-US', message },
    )
  if (quota !== undefined) out.push({ '@type': type('QuotaFailure'), violations: [quota] })
  if (typeof retryAfterSeconds === 'number' && (code === 'RESOURCE_EXHAUSTED' || code === 'UNAVAILABLE'))
    out.push({ '@type': type('RetryInfo'), retryDelay: `${retryAfterSeconds}s` })
  return out
}
