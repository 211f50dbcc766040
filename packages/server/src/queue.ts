import { PlantainError, throwIfCancelled } from '@plantain/core'

/** Told when the place in the queue changes; 0 is the next to run. */
export interface QueueEvent {
  readonly type: 'job-queue'
  readonly position: number
}

export interface Queue {
  /**
   * Runs the job when those before it are done, one at a time, and passes on its events and its value.
   *
   * throws: RESOURCE_EXHAUSTED at once when too many wait; CANCELLED when the signal fires while waiting
   */
  run<E, R>(job: () => AsyncGenerator<E, R>, signal: AbortSignal): AsyncGenerator<E | QueueEvent, R>
  /** Running and waiting. */
  readonly length: number
  /** Refuses new jobs from now on; resolves when the last one is through. */
  drain(): Promise<void>
}

/** A bounded queue in front of one device: the engine computes one picture at a time anyway, and a bound keeps promises short. */
export function createQueue(maxWaiting: number): Queue {
  const tickets: { wake: () => void }[] = [] // the first one runs
  const idle: (() => void)[] = []
  let closed = false

  const enter = (): { wake: () => void } => {
    if (closed) throw new PlantainError('UNAVAILABLE', 'Plantain is stopping; try again when it runs again')
    const waiting = Math.max(0, tickets.length - 1)
    if (tickets.length > 0 && waiting >= maxWaiting)
      throw new PlantainError(
        'RESOURCE_EXHAUSTED',
        `${waiting} requests are waiting, the limit is ${maxWaiting}; try again in a few seconds`,
        { details: { retryAfterSeconds: 5 * (waiting + 1) } },
      )
    const ticket = { wake: () => {} }
    tickets.push(ticket)
    return ticket
  }
  const leave = (ticket: { wake: () => void }): void => {
    tickets.splice(tickets.indexOf(ticket), 1)
    for (const other of tickets) other.wake()
    if (tickets.length === 0) for (const done of idle.splice(0)) done()
  }

  return {
    get length(): number {
      return tickets.length
    },
    async *run(job, signal) {
      const ticket = enter()
      try {
        for (let position = tickets.indexOf(ticket); position > 0; position = tickets.indexOf(ticket)) {
          yield { type: 'job-queue', position }
          if (tickets.indexOf(ticket) === position) await change(ticket, signal)
        }
        throwIfCancelled(signal)
        return yield* job()
      } finally {
        leave(ticket)
      }
    },
    async drain() {
      closed = true
      if (tickets.length > 0) await new Promise<void>((resolve) => idle.push(resolve))
    },
  }
}

/** Until somebody leaves the queue, or the signal fires. */
async function change(ticket: { wake: () => void }, signal: AbortSignal): Promise<void> {
  throwIfCancelled(signal)
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      signal.removeEventListener('abort', wake)
      resolve()
    }
    ticket.wake = wake
    signal.addEventListener('abort', wake)
  })
  throwIfCancelled(signal)
}
