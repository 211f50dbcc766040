import type { AnsweredRequest } from './metrics.ts'

export interface Log {
  /** Errors that are ours and not the caller's. */
  error(message: string, cause: unknown): void
  request(request: AnsweredRequest): void
}

/**
 * A line of JSON for each thing that happened. No line holds what was asked for: no prompt, no body, no address with its query, no key.
 *
 * write: gets whole lines
 */
export function createLog(
  write: (line: string) => void,
  { requests, now = () => new Date() }: { readonly requests: boolean; readonly now?: () => Date },
): Log {
  const line = (level: string, message: string, more: object): void =>
    write(`${JSON.stringify({ time: now().toISOString(), level, message, ...more })}\n`)
  return {
    error: (message, cause) => line('error', redacted(message), { error: told(cause) }),
    request(request) {
      if (requests) line('info', 'request', request)
    },
  }
}

const mostFrames = 12
/** What an error is and where it happened. Its message may quote what was asked for, so of a bug only the name and the place are told. */
function told(cause: unknown): object {
  if (!(cause instanceof Error)) return { name: typeof cause }
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}
  const frames = (cause.stack ?? '').split('\n').filter((frame) => /^\s+at /.test(frame))
  return {
    name: cause.name,
    ...code,
    at: frames.slice(0, mostFrames).map((frame) => redacted(frame.trim().replace(/^at /, ''))),
    ...(cause.cause === undefined ? {} : { cause: told(cause.cause) }),
  }
}

/** Keys in addresses and headers, ours and others', and passwords of URLs. */
const redacted = (text: string): string =>
  text
    .replace(/([?&](?:key|token|access_token)=)[^&\s"']+/gi, '$1…')
    .replace(/(Bearer\s+)\S+/gi, '$1…')
    .replace(/plantain_[\w-]{16,}/g, 'plantain_…')
    .replace(/(:\/\/[^:@/\s]*:)[^@/\s]+@/g, '$1…@')
