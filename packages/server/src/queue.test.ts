import { describe, expect, test } from 'vitest'
import { createQueue } from './queue.ts'

const never = new AbortController().signal

/** A job that ends when it is told to. */
function gate() {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  let started = false
  return {
    open,
    get started() {
      return started
    },
    async *job(): AsyncGenerator<string, number> {
      started = true
      yield 'working'
      await opened
      return 7
    },
  }
}
async function collect<E, R>(run: AsyncGenerator<E, R>): Promise<{ events: E[]; value: R }> {
  const events: E[] = []
  for (;;) {
    const next = await run.next()
    if (next.done) return { events, value: next.value }
    events.push(next.value)
  }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('queue', () => {
  test('one job at a time, in the order of arrival; those behind hear their place', async () => {
    const queue = createQueue(5)
    const [first, second, third] = [gate(), gate(), gate()]
    const runs = [first, second, third].map((one) => collect(queue.run(one.job, never)))
    await settle()
    expect([first.started, second.started, third.started]).toEqual([true, false, false])
    expect(queue.length).toBe(3)
    first.open()
    await runs[0]
    await settle()
    expect([second.started, third.started]).toEqual([true, false])
    second.open()
    third.open()
    expect(await Promise.all(runs)).toEqual([
      { events: ['working'], value: 7 },
      { events: [{ type: 'job-queue', position: 1 }, 'working'], value: 7 },
      {
        events: [{ type: 'job-queue', position: 2 }, { type: 'job-queue', position: 1 }, 'working'],
        value: 7,
      },
    ])
    expect(queue.length).toBe(0)
  })
  test('over the bound it refuses at once and says when to come back', async () => {
    const queue = createQueue(1)
    const [first, second] = [gate(), gate()]
    const runs = [first, second].map((one) => collect(queue.run(one.job, never)))
    await settle()
    await expect(queue.run(gate().job, never).next()).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: '1 requests are waiting, the limit is 1; try again in a few seconds',
      details: { retryAfterSeconds: 10 },
    })
    first.open()
    second.open()
    await Promise.all(runs)
  })
  test('owners take turns, in the order in which each was longest without one', async () => {
    const queue = createQueue(9)
    const ran: string[] = []
    const enter = (name: string, owner: string, priority = 0): Promise<unknown> =>
      collect(
        queue.run(
          async function* (): AsyncGenerator<string, void> {
            ran.push(name)
            yield name
            await settle()
          },
          never,
          { owner, priority },
        ),
      )
    const first = gate()
    const running = collect(queue.run(first.job, never, { owner: 'anna' }))
    const others = [
      enter('batch', 'anna', 1),
      enter('anna 1', 'anna'),
      enter('anna 2', 'anna'),
      enter('anna 3', 'anna'),
      enter('ben 1', 'ben'),
      enter('cleo 1', 'cleo'),
      enter('ben 2', 'ben'),
    ]
    await settle()
    first.open()
    await Promise.all([running, ...others])
    expect(ran).toEqual(['ben 1', 'cleo 1', 'anna 1', 'ben 2', 'anna 2', 'anna 3', 'batch'])
  })
  test('who comes back while others wait goes behind those who had their turn earlier', async () => {
    const queue = createQueue(9)
    const gates = Array.from({ length: 4 }, gate)
    const run = (i: number, owner: string) => collect(queue.run(gates[i]!.job, never, { owner }))
    const runs = [run(0, 'ben'), run(1, 'anna'), run(2, 'anna')]
    await settle()
    gates[0]!.open() // ben is through, anna's first runs
    await runs[0]
    const again = run(3, 'ben')
    await settle()
    gates[1]!.open()
    await runs[1]
    await settle()
    expect([gates[2]!.started, gates[3]!.started]).toEqual([false, true])
    for (const one of gates) one.open()
    await Promise.all([...runs, again])
  })
  test('where one owner has filled the queue another still gets a place; the second of his does not', async () => {
    const queue = createQueue(2)
    const gates = Array.from({ length: 4 }, gate)
    const runs = ['anna', 'anna', 'anna', 'ben'].map((owner, i) =>
      collect(queue.run(gates[i]!.job, never, { owner })),
    )
    await settle()
    expect(queue.length).toBe(4)
    for (const owner of ['anna', 'ben'])
      await expect(queue.run(gate().job, never, { owner }).next()).rejects.toMatchObject({
        code: 'RESOURCE_EXHAUSTED',
      })
    for (const one of gates) one.open()
    await Promise.all(runs)
  })
  test('a bound of 0 lets one run and none wait', async () => {
    const queue = createQueue(0)
    const first = gate()
    const run = collect(queue.run(first.job, never))
    await settle()
    await expect(queue.run(gate().job, never).next()).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' })
    first.open()
    await run
  })
  test('who waits can be cancelled, and the one behind moves up', async () => {
    const queue = createQueue(5)
    const [first, second, third] = [gate(), gate(), gate()]
    const stop = new AbortController()
    const one = collect(queue.run(first.job, never))
    const two = collect(queue.run(second.job, stop.signal))
    const three = collect(queue.run(third.job, never))
    await settle()
    stop.abort()
    await expect(two).rejects.toMatchObject({ code: 'CANCELLED' })
    first.open()
    third.open()
    await one
    expect((await three).value).toBe(7)
    expect(second.started).toBe(false)
  })
  test('a job that throws, and one whose reader leaves, make room', async () => {
    const queue = createQueue(5)
    const failing = queue.run(async function* (): AsyncGenerator<string, number> {
      yield 'working'
      throw new RangeError('no')
    }, never)
    await expect(collect(failing)).rejects.toThrow('no')
    const left = queue.run(gate().job, never)
    await left.next()
    await left.return(0)
    expect(queue.length).toBe(0)
  })
  test('draining refuses new jobs and waits for the running one', async () => {
    const queue = createQueue(5)
    const first = gate()
    const run = collect(queue.run(first.job, never))
    await settle()
    let drained = false
    const draining = queue.drain().then(() => (drained = true))
    await expect(queue.run(gate().job, never).next()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(drained).toBe(false)
    first.open()
    await run
    await draining
    expect(drained).toBe(true)
    await createQueue(1).drain()
  })
  test('hundreds that leave together cost little, and the next one is served at once', async () => {
    const queue = createQueue(2000)
    const running = gate()
    const first = collect(queue.run(running.job, never))
    const stop = new AbortController()
    const waiting = Array.from({ length: 1500 }, (_, i) =>
      collect(queue.run(gate().job, stop.signal, { owner: `${i % 3}` })).catch((error: Error) => error),
    )
    const last = gate()
    const own = collect(queue.run(last.job, never, { owner: 'late' }))
    await settle()
    last.open()
    const began = performance.now()
    stop.abort(new Error('gone'))
    running.open()
    await first
    const { events } = await own
    // A sort of all for each that leaves took seconds; the bound is far from what it takes now (20 ms).
    expect(performance.now() - began).toBeLessThan(1000)
    expect(events[0]).toEqual({ type: 'job-queue', position: 4 }) // after the first of each of the three
    expect(await Promise.all(waiting)).toHaveLength(1500)
    expect(queue.length).toBe(0)
  })
})
