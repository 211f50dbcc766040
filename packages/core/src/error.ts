/** The codes of google.rpc.Code that this system uses; an API surface translates them, nothing else does. */
export type Code =
  | 'CANCELLED'
  | 'INVALID_ARGUMENT'
  | 'DEADLINE_EXCEEDED'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'PERMISSION_DENIED'
  | 'RESOURCE_EXHAUSTED'
  | 'FAILED_PRECONDITION'
  | 'ABORTED'
  | 'OUT_OF_RANGE'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNAVAILABLE'
  | 'DATA_LOSS'
  | 'UNAUTHENTICATED'

/**
 * The one error type. The message says what was given, what is allowed and what to do, in a sentence a person can act on;
 * `details` holds the same for programs (plain JSON).
 */
export class PlantainError extends Error {
  readonly code: Code
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: Code, message: string, options: { cause?: unknown; details?: Record<string, unknown> } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PlantainError'
    this.code = code
    this.details = options.details ?? {}
  }
}

/** The error of a run that its signal stopped. */
export function cancelled(signal: AbortSignal): PlantainError {
  return new PlantainError('CANCELLED', 'the run was cancelled', { cause: signal.reason })
}

/** Throws CANCELLED when the signal has fired; called before each model call and each block of rows. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled(signal)
}
