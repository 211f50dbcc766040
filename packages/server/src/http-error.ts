import { PlantainError, type Code } from '@plantain/core'

/** Source: google/rpc/code.proto. */
const statuses: Readonly<Record<Code, number>> = {
  CANCELLED: 499,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  DATA_LOSS: 500,
  UNAUTHENTICATED: 401,
}

export interface ErrorBody {
  readonly error: {
    readonly code: Code
    readonly message: string
    readonly details: Readonly<Record<string, unknown>>
  }
}

/** Any error as a PlantainError; what only a bug can cause keeps its cause for the log and tells nothing of it outside. */
export function toPlantainError(error: unknown): PlantainError {
  if (error instanceof PlantainError) return error
  return new PlantainError(
    'INTERNAL',
    'something went wrong inside Plantain; the log of the server has the reason',
    { cause: error },
  )
}

export const toStatus = ({ code }: PlantainError): number => statuses[code]
export const toBody = ({ code, message, details }: PlantainError): ErrorBody => ({
  error: { code, message, details },
})
