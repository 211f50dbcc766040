import { isIP } from 'node:net'
import { PlantainError } from '@plantain/core'
import type { Kysely } from 'kysely'
import type { Config } from './config.ts'
import { createPlaces } from './places.ts'
import { cost } from './pricing.ts'
import { refuseOverBound } from './queue.ts'
import { admit, forgetAdmissions, pacificDay, utcMinute } from './store/admissions.ts'
import { findKey, listKeys, noLimits, type Limits, type Scope } from './store/keys.ts'
import type { Database } from './store/schema.ts'
import { readUsage, utcDay, type Amounts, type UsageEntry } from './store/usage.ts'

/** Who asks. Without keys everybody on this machine is the same one. */
export interface Caller {
  readonly id: string
  readonly scopes: readonly Scope[]
  readonly limits: Limits
}

/** A request that was let in. */
export interface Admission {
  /** Resolves when what belongs to it is in the database. Where nothing there says whether it may come in, that need not be waited for to begin. */
  readonly written: Promise<void>
  /** Ends it, where only so many may run at the same time. */
  leave(): void
}

/** Who may ask for pictures, how many, and what was made of it. */
export interface Access {
  readonly required: boolean
  /** null: the key is unknown or revoked. */
  authenticate(key: string): Promise<Caller | null>
  /** The one caller where no keys are required. */
  readonly local: Caller
  /**
   * Lets one request in. What `also` writes is written if it is let in, and not otherwise.
   *
   * throws: RESOURCE_EXHAUSTED with the limit, PERMISSION_DENIED for a key without the scope
   */
  admit(
    caller: Caller,
    model: string,
    also: (database: Kysely<Database>) => Promise<void>,
  ): Promise<Admission>
  /**
   * Lets an answer in that is acted slowly: it has one of the places of its key at the same time, and is bounded as those are that wait for
   * the engine, or any number of them could be kept open. It counts for nothing else.
   *
   * throws: RESOURCE_EXHAUSTED
   * returns: ends it
   */
  admitActed(caller: Caller, model: string): () => void
  /**
   * Lets many in that run later: they count for the day, and not for the minute or as being at the same time.
   *
   * throws: as `admit`
   */
  admitBatch(
    caller: Caller,
    model: string,
    count: number,
    also: (database: Kysely<Database>) => Promise<void>,
  ): Promise<void>
  /** throws: RESOURCE_EXHAUSTED where the month's budget is spent */
  checkBudget(caller: Caller, model: string): Promise<void>
  /** A caller as it is now, by its id; null: its key is revoked. */
  callerOf(id: string): Promise<Caller | null>
  /** What was made, as it is counted. */
  usageOf(caller: Caller, model: string, amounts: Amounts): UsageEntry
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const metric = 'generativelanguage.googleapis.com/generate_content_free_tier_requests'

export function createAccess(
  config: Config,
  database: () => Promise<Kysely<Database>>,
  now: () => Date = () => new Date(),
): Access {
  const limits: Limits = {
    ...noLimits,
    requestsPerMinute: config.requestsPerMinute,
    requestsPerDay: config.requestsPerDay,
    concurrent: config.concurrentRequests,
  }
  const running = createPlaces()
  const acted = createPlaces()
  const local: Caller = { id: 'local', scopes: ['generate', 'admin'], limits }

  /** A key's own limits hold before those of the configuration. */
  const limitsOf = (own: Limits): Limits => ({
    requestsPerMinute: own.requestsPerMinute || limits.requestsPerMinute,
    requestsPerDay: own.requestsPerDay || limits.requestsPerDay,
    concurrent: own.concurrent || limits.concurrent,
    dollarsPerMonth: own.dollarsPerMonth,
  })

  async function holdAgainstWindows(
    database: Kysely<Database>,
    { id, limits: { requestsPerMinute, requestsPerDay } }: Caller,
    model: string,
  ): Promise<void> {
    const time = now()
    if (requestsPerMinute > 0 && !(await admit(database, id, utcMinute(time), requestsPerMinute))) {
      const seconds = 60 - time.getUTCSeconds()
      throw exhausted(
        model,
        'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
        requestsPerMinute,
        'requests a minute',
        seconds,
      )
    }
    if (requestsPerDay > 0 && !(await admit(database, id, pacificDay(time), requestsPerDay)))
      throw overDay(model, requestsPerDay, time)
    if (requestsPerMinute > 0 || requestsPerDay > 0)
      await forgetAdmissions(database, new Date(time.getTime() - 3 * 86_400_000))
  }

  async function holdAgainstBudget(
    database: Kysely<Database>,
    { id, limits: { dollarsPerMonth } }: Caller,
    model: string,
  ): Promise<void> {
    if (dollarsPerMonth <= 0) return
    const day = utcDay(now())
    const entries = await readUsage(database, { from: `${day.slice(0, 8)}01`, to: day, keyId: id })
    const spent = entries.reduce((sum, entry) => sum + cost(priceOf(config), entry), 0)
    if (spent < dollarsPerMonth) return
    throw exhausted(
      model,
      'SpendPerMonthPerKey',
      dollarsPerMonth,
      `dollars a month, of which ${spent.toFixed(2)} are spent`,
      86_400,
    )
  }

  /** returns: leaves. throws: RESOURCE_EXHAUSTED where its key has as many at the same time as it may */
  function enter({ id, limits: { concurrent } }: Caller, model: string): () => void {
    if (concurrent > 0 && running.of(id) >= concurrent)
      throw exhausted(model, 'ConcurrentRequestsPerKey', concurrent, 'requests at the same time', 5)
    return running.enter(id)
  }

  return {
    required: config.auth === 'keys',
    local,
    async authenticate(key) {
      const entry = await findKey(await database(), key)
      return entry === null ? null : { id: entry.id, scopes: entry.scopes, limits: limitsOf(entry.limits) }
    },
    async admit(caller, model, also) {
      refuseWithoutScope(caller)
      const leave = enter(caller, model)
      try {
        const { requestsPerMinute, requestsPerDay, dollarsPerMonth } = caller.limits
        if (requestsPerMinute === 0 && requestsPerDay === 0 && dollarsPerMonth <= 0) {
          const opened = await database()
          // The work is begun first, on threads of its own, and goes on while this one writes.
          return { written: nextTurn().then(() => also(opened)), leave }
        }
        await (await database()).transaction().execute(async (transaction) => {
          await holdAgainstBudget(transaction, caller, model)
          await holdAgainstWindows(transaction, caller, model)
          await also(transaction)
        })
      } catch (error) {
        leave()
        throw error
      }
      return { written: Promise.resolve(), leave }
    },
    admitActed(caller, model) {
      const { id } = caller
      // As many as could be with the engine: one runs and so many wait.
      refuseOverBound({ all: acted.all, own: acted.of(id) }, config.maxWaiting + 1)
      const leave = [enter(caller, model), acted.enter(id)]
      return () => leave.forEach((one) => one())
    },
    async admitBatch(caller, model, count, also) {
      refuseWithoutScope(caller)
      const { requestsPerDay } = caller.limits
      await (await database()).transaction().execute(async (transaction) => {
        await holdAgainstBudget(transaction, caller, model)
        if (
          requestsPerDay > 0 &&
          !(await admit(transaction, caller.id, pacificDay(now()), requestsPerDay, count))
        )
          throw overDay(model, requestsPerDay, now())
        await also(transaction)
      })
    },
    async checkBudget(caller, model) {
      await holdAgainstBudget(await database(), caller, model)
    },
    async callerOf(id) {
      if (id === local.id) return local
      const entry = (await listKeys(await database())).find((key) => key.id === id)
      if (entry === undefined || entry.revokedAt !== null) return null
      return { id, scopes: entry.scopes, limits: limitsOf(entry.limits) }
    },
    usageOf: ({ id }, model, amounts) => ({ keyId: id, day: utcDay(now()), model, ...amounts }),
  }
}

export const priceOf = ({
  inputTokenDollars,
  outputTokenDollars,
}: Config): { name: string; inputDollars: number; outputDollars: number } => ({
  name: 'configured',
  inputDollars: inputTokenDollars,
  outputDollars: outputTokenDollars,
})

/** As Google words it: clients read the numbers out of the text, the quota's id and the delay. */
function exhausted(
  model: string,
  quotaId: string,
  limit: number,
  what: string,
  seconds: number,
): PlantainError {
  return new PlantainError(
    'RESOURCE_EXHAUSTED',
    `You exceeded your current quota: ${limit} ${what}.\n* Quota exceeded for metric: ${metric}, limit: ${limit}, model: ${model}\nPlease retry in ${seconds}s.`,
    {
      details: {
        retryAfterSeconds: seconds,
        quota: {
          quotaMetric: metric,
          quotaId,
          quotaDimensions: { location: 'global', model },
          quotaValue: String(limit),
        },
      },
    },
  )
}

const overDay = (model: string, limit: number, time: Date): PlantainError =>
  exhausted(
    model,
    'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
    limit,
    'requests a day',
    secondsToPacificMidnight(time),
  )

function refuseWithoutScope({ scopes }: Caller): void {
  if (!scopes.includes('generate'))
    throw new PlantainError(
      'PERMISSION_DENIED',
      'this key may not make pictures; create one with the scope generate',
    )
}

/** Looks at most 25 hours ahead: a day in California has 23, 24 or 25. */
function secondsToPacificMidnight(time: Date): number {
  const today = pacificDay(time)
  let [near, far] = [0, 25 * 3600 + 1]
  while (far - near > 1) {
    const middle = Math.floor((near + far) / 2)
    if (pacificDay(new Date(time.getTime() + middle * 1000)) === today) near = middle
    else far = middle
  }
  return far
}

/** Whether nobody but this machine can come in there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
