import type { Context } from 'hono'

export interface HangUp {
  /** Fires when the client is gone. */
  readonly signal: AbortSignal
  /** Fires it: whoever streams the answer notices sooner. */
  readonly fire: () => void
}

/** Two tell that a client is gone, the request and the stream of its answer; the first one counts. */
export function hangUpOf(c: Context): HangUp {
  const stop = new AbortController()
  const fire = (): void => {
    if (!stop.signal.aborted) stop.abort(new Error('the client hung up'))
  }
  c.req.raw.signal.addEventListener('abort', fire)
  return { signal: stop.signal, fire }
}
