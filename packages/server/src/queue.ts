import { PlantainError, throwIfCancelled } from '@plantain/core'

/** Told when the place in the queue changes; 0 is the next to run. */
export interface QueueEvent {
  readonly type: 'job-queue'
  readonly position: number
}

/** Whose work it is and how urgent. */
export interface Place {
  /** Owners take turns. */
  readonly owner?: string
  /** 0 (default): somebody waits, and no more than the bound. 1: runs when nothing of 0 is left; who lets it in bounds it. */
  readonly priority?: number
  /** Called when its turn has come. */
  readonly started?: () => void
}

export interface Queue {
  /**
   * Runs the job when its turn comes, one at a time, and passes on its events and its value. Owners take turns, so that who sends
   * one request does not wait for all of who sends twenty.
   *
   * throws: RESOURCE_EXHAUSTED at once when too many wait; CANCELLED when the signal fires while waiting
   */
  run<E, R>(
    job: () => AsyncGenerator<E, R>,
    signal: AbortSignal,
    place?: Place,
  ): AsyncGenerator<E | QueueEvent, R>
  /** Running and waiting. */
  readonly length: number
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>
  /** Refuses new jobs from now on; resolves when the last one is through. */
  drain(): Promise<void>
}

interface Ticket {
  readonly owner: string
  readonly priority: number
  wake: () => void
}

/** A bounded queue in front of one device: the engine computes one picture at a time anyway, and a bound keeps promises short. */
export function createQueue(maxWaiting: number): Queue {
  let running: Ticket | null = null
  let waiting: readonly Ticket[] = [] // by arrival
  let order = new Map<Ticket, number>() // places of those that wait, from 1
  let turns = 0
  const lastTurn = new Map<string, number>() // since the queue was empty
  const whenIdle: (() => void)[] = []
  let closed = false

  const count = (): number => waiting.length + (running === null ? 0 : 1)

  const enter = ({ owner = '', priority = 0 }: Place): Ticket => {
    if (closed) throw new PlantainError('UNAVAILABLE', 'Plantain is stopping; try again when it runs again')
    if (priority === 0 && running !== null) {
      const bounded = waiting.filter((other) => other.priority === 0)
      const own = bounded.filter((other) => other.owner === owner)
      refuseOverBound({ all: bounded.length, own: own.length }, maxWaiting)
    }
    const ticket: Ticket = { owner, priority, wake: () => {} }
    if (running === null) start(ticket)
    else {
      waiting = [...waiting, ticket]
      moved()
    }
    return ticket
  }
  const start = (ticket: Ticket): void => {
    running = ticket
    lastTurn.set(ticket.owner, ++turns)
  }
  const leave = (ticket: Ticket): void => {
    waiting = waiting.filter((other) => other !== ticket)
    if (running === ticket) {
      running = null
      const next = [...order].find(([other, place]) => place === 1 && other !== ticket)?.[0]
      if (next !== undefined) {
        waiting = waiting.filter((other) => other !== next)
        start(next)
        next.wake()
      }
    }
    moved()
    if (count() > 0) return
    lastTurn.clear() // not sooner: who comes and goes would always be the one longest without a turn
    for (const done of whenIdle.splice(0)) done()
  }
  /** The first of each owner, those longest without a turn first; then the second of each; and so on. */
  const moved = (): void => {
    const seen = new Map<string, number>()
    const ranked = waiting.map((ticket) => {
      const key = `${ticket.priority} ${ticket.owner}`
      const nth = seen.get(key) ?? 0
      seen.set(key, nth + 1)
      return { ticket, nth, last: lastTurn.get(ticket.owner) ?? 0 }
    })
    ranked.sort((a, b) => a.ticket.priority - b.ticket.priority || a.nth - b.nth || a.last - b.last) // stable: then by arrival
    order = new Map(ranked.map(({ ticket }, i) => [ticket, i + 1]))
    tell()
  }
  let telling = false
  /** Once for all moves of a moment: when hundreds hang up together, each need not tell all others. */
  const tell = (): void => {
    if (telling) return
    telling = true
    setImmediate(() => {
      telling = false
      for (const ticket of waiting) ticket.wake()
    })
  }

  const idle = async (): Promise<void> => {
    if (count() > 0) await new Promise<void>((resolve) => whenIdle.push(resolve))
  }

  return {
    get length(): number {
      return count()
    },
    async *run(job, signal, place = {}) {
      const ticket = enter(place)
      try {
        let told = 0
        while (running !== ticket) {
          const position = order.get(ticket)!
          if (position !== told) yield { type: 'job-queue', position }
          told = position
          if (running !== ticket && order.get(ticket) === position) await change(ticket, signal)
        }
        throwIfCancelled(signal)
        place.started?.()
        return yield* job()
      } finally {
        leave(ticket)
      }
    },
    idle,
    async drain() {
      closed = true
      await idle()
    },
  }
}

/**
 * Full is full for who has something waiting already; who has nothing there still gets one place, up to twice the bound.
 *
 * throws: RESOURCE_EXHAUSTED
 */
export function refuseOverBound(
  { all, own }: { readonly all: number; readonly own: number },
  maxWaiting: number,
): void {
  if (all < maxWaiting || (own === 0 && all < 2 * maxWaiting)) return
  throw new PlantainError(
    'RESOURCE_EXHAUSTED',
    `${all} requests are waiting, the limit is ${maxWaiting}; try again in a few seconds`,
    { details: { retryAfterSeconds: 5 * (all + 1) } },
  )
}

/** Until somebody leaves the queue or comes, or the signal fires. */
async function change(ticket: Ticket, signal: AbortSignal): Promise<void> {
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
