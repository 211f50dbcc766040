import { PlantainError } from '@plantain/core'

/** What was typed cannot be meant: exit code 2. Everything else that goes wrong is 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Runs a check of what was typed; its PlantainError is then one of usage. */
export function usage<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (error instanceof PlantainError) throw new UsageError(error.message, { cause: error })
    throw error
  }
}

/** The sentence and the exit code of an error. Only a bug of ours shows where it happened, and asks to be told. */
export function explain(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof UsageError) return { message: error.message, exitCode: 2 }
  if (error instanceof PlantainError && error.code !== 'INTERNAL')
    return { message: error.message, exitCode: 1 }
  const cause = error instanceof PlantainError && error.cause !== undefined ? error.cause : error
  const text = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  return {
    message: `something went wrong that should not (${text}); please report it with what you typed`,
    exitCode: 1,
  }
}
