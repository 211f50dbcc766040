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
  /** Counts up with every ticket. */
  readonly arrival: number
  /** The place in the line that it was told of last. */
  told: number
  wake: () => void
}

/** Those of one owner and one priority that wait, by arrival. */
interface Line {
  readonly owner: string
  readonly priority: number
  readonly tickets: Ticket[]
}

/** After a move others hear of no other for so long; a moment for a few, and when hundreds hang up together, they are told now and then. */
const quietMilliseconds = (waiting: number): number => waiting / 10

/** A bounded queue in front of one device: the engine computes one picture at a time anyway, and a bound keeps promises short. */
export function createQueue(maxWaiting: number): Queue {
  let running: Ticket | null = null
  const lines = new Map<string, Line>() // none is empty; who comes or leaves touches one
  let [waiting, arrivals, turns] = [0, 0, 0]
  const lastTurn = new Map<string, number>() // since the queue was empty
  const whenIdle: (() => void)[] = []
  let closed = false

  const count = (): number => waiting + (running === null ? 0 : 1)
  const keyOf = ({ owner, priority }: Pick<Ticket, 'owner' | 'priority'>): string => `${priority} ${owner}`

  const enter = ({ owner = '', priority = 0 }: Place): Ticket => {
    if (closed) throw new PlantainError('UNAVAILABLE', 'Plantain is stopping; try again when it runs again')
    if (priority === 0 && running !== null) {
      const bounded = [...lines.values()].filter((line) => line.priority === 0)
      const all = bounded.reduce((sum, { tickets }) => sum + tickets.length, 0)
      const own = lines.get(keyOf({ owner, priority }))?.tickets.length ?? 0
      refuseOverBound({ all, own }, maxWaiting)
    }
    const ticket: Ticket = { owner, priority, arrival: ++arrivals, told: 0, wake: () => {} }
    if (running === null) start(ticket)
    else {
      const line = lines.get(keyOf(ticket)) ?? { owner, priority, tickets: [] }
      lines.set(keyOf(ticket), line)
      line.tickets.push(ticket)
      waiting++
      tell()
    }
    return ticket
  }
  const start = (ticket: Ticket): void => {
    running = ticket
    lastTurn.set(ticket.owner, ++turns)
  }
  const remove = (ticket: Ticket): void => {
    const line = lines.get(keyOf(ticket))
    const at = line?.tickets.indexOf(ticket) ?? -1
    if (line === undefined || at < 0) return
    line.tickets.splice(at, 1)
    waiting--
    if (line.tickets.length === 0) lines.delete(keyOf(ticket))
  }
  const leave = (ticket: Ticket): void => {
    if (running === ticket) {
      running = null
      const next = first()
      if (next !== null) {
        remove(next)
        start(next)
        next.wake()
      }
    } else remove(ticket)
    tell()
    if (count() > 0) return
    lastTurn.clear() // not sooner: who comes and goes would always be the one longest without a turn
    for (const done of whenIdle.splice(0)) done()
  }

  const turnOf = ({ owner }: Line): number => lastTurn.get(owner) ?? 0
  /** Whether of two lines' tickets at the same place in theirs the first one's goes first: longest without a turn, then by arrival. */
  const before = (one: Line, other: Line, nth: number): boolean =>
    turnOf(one) < turnOf(other) ||
    (turnOf(one) === turnOf(other) && one.tickets[nth]!.arrival < other.tickets[nth]!.arrival)
  const first = (): Ticket | null => {
    let best: Line | null = null
    for (const line of lines.values())
      if (
        best === null ||
        line.priority < best.priority ||
        (line.priority === best.priority && before(line, best, 0))
      )
        best = line
    return best?.tickets[0] ?? null
  }
  /** From 1, in the order: the first of each line, then the second of each, and so on. One look at each line. */
  const positionOf = (ticket: Ticket): number => {
    const own = lines.get(keyOf(ticket))!
    const nth = own.tickets.indexOf(ticket)
    let position = nth + 1
    for (const line of lines.values()) {
      const { length } = line.tickets
      if (line.priority < own.priority) position += length
      else if (line.priority === own.priority && line !== own)
        position += Math.min(length, length > nth && before(line, own, nth) ? nth + 1 : nth)
    }
    return position
  }

  let [telling, movedAgain] = [false, false]
  /** Wakes those who are elsewhere now. Once for all moves of a moment: when hundreds hang up together, each need not tell all others. */
  const tell = (): void => {
    movedAgain = true
    if (telling) return
    telling = true
    setImmediate(() => {
      movedAgain = false
      for (const { tickets } of lines.values())
        for (const ticket of tickets) if (positionOf(ticket) !== ticket.told) ticket.wake()
      const listen = (): void => {
        telling = false
        if (movedAgain) tell()
      }
      const quiet = quietMilliseconds(waiting)
      if (quiet < 1) listen()
      else setTimeout(listen, quiet).unref()
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
      const stop = (): void => ticket.wake()
      signal.addEventListener('abort', stop)
      try {
        while (running !== ticket) {
          throwIfCancelled(signal)
          const position = positionOf(ticket)
          if (position === ticket.told) await new Promise<void>((resolve) => (ticket.wake = resolve))
          else {
            ticket.told = position
            yield { type: 'job-queue', position }
          }
        }
        throwIfCancelled(signal)
        place.started?.()
        return yield* job()
      } finally {
        signal.removeEventListener('abort', stop)
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
