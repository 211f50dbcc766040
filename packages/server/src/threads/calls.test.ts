import { MessageChannel } from 'node:worker_threads'
import { PlantainError, throwIfCancelled } from '@plantain/core'
import { afterEach, describe, expect, test } from 'vitest'
import { openCalls } from './calls.ts'

type Offers = {
  readonly count: { readonly given: number; readonly event: number; readonly answer: string }
  readonly fail: { readonly given: null; readonly event: never; readonly answer: never }
  readonly ask: { readonly given: string; readonly event: never; readonly answer: string }
  readonly compute: { readonly given: null; readonly event: never; readonly answer: number }
}
const never = new AbortController().signal
const ports: { close(): void }[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** Two ends of a border, of which each serves the same and `ask` is answered by asking back. */
function ends() {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const seen: string[] = []
  const at = (port: typeof port1, name: string) => {
    const calls = openCalls<Offers, Offers>(port, {
      async *count(given, signal) {
        try {
          for (let i = 0; i < given; i++) {
            await new Promise((resolve) => setImmediate(resolve))
            throwIfCancelled(signal)
            yield i
          }
          return `${name} counted to ${given}`
        } finally {
          seen.push(`${name} left`)
        }
      },
      // oxlint-disable-next-line require-yield
      async *fail() {
        throw new PlantainError('NOT_FOUND', 'there is no such thing', { details: { thing: 3 } })
      },
      // oxlint-disable-next-line require-yield
      async *ask(given) {
        const { answer } = await all(calls.call('count', given.length, never))
        return answer
      },
      // oxlint-disable-next-line require-yield
      async *compute(_, signal) {
        let rounds = 0
        const until = performance.now() + 5000
        while (!signal.aborted && performance.now() < until) rounds++ // no message gets through to it
        throwIfCancelled(signal)
        return rounds
      },
    })
    return calls
  }
  return { left: at(port1, 'left'), right: at(port2, 'right'), seen }
}

async function all<T, R>(call: AsyncGenerator<T, R>): Promise<{ events: T[]; answer: R }> {
  const events: T[] = []
  for (;;) {
    const { done, value } = await call.next()
    if (done) return { events, answer: value }
    events.push(value)
  }
}

describe('calls over a thread border', () => {
  test('tell events in order, then the answer', async () => {
    const { left } = ends()
    expect(await all(left.call('count', 3, never))).toEqual({
      events: [0, 1, 2],
      answer: 'right counted to 3',
    })
    expect(left.waiting).toBe(0)
  })

  test('both sides ask, also while they are asked', async () => {
    const { right } = ends()
    expect((await all(right.call('ask', 'four', never))).answer).toBe('right counted to 4')
  })

  test('an error keeps its code, its sentence and its details', async () => {
    const { left } = ends()
    const error = await all(left.call('fail', null, never)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PlantainError)
    expect(error).toMatchObject({
      code: 'NOT_FOUND',
      message: 'there is no such thing',
      details: { thing: 3 },
    })
  })

  test('leaving early stops the other side', async () => {
    const { left, right, seen } = ends()
    for await (const event of left.call('count', 1e6, never)) if (event === 2) break
    while (right.serving > 0) await new Promise((resolve) => setImmediate(resolve))
    expect(seen).toEqual(['right left'])
  })

  test('a signal stops it with CANCELLED, and what was lost fails all that wait', async () => {
    const { left } = ends()
    const stop = new AbortController()
    const run = all(left.call('count', 1e6, stop.signal))
    stop.abort()
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
    const waiting = all(left.call('count', 1e6, never))
    left.fail(new PlantainError('UNAVAILABLE', 'gone'))
    await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })

  test('a signal is seen by a thread that computes and reads no messages', async () => {
    const { left } = ends()
    const stop = new AbortController()
    const run = all(left.call('compute', null, stop.signal))
    stop.abort()
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
