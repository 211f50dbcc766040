import { PlantainError } from '@plantain/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { jsonArray, serverSentEvents, write, type Framing } from './stream.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

async function written(framing: Framing, source: AsyncGenerator<object>): Promise<string> {
  let text = ''
  const out = { write: async (more: string): Promise<void> => void (text += more) }
  const done = write(source, framing, out, (thrown) => thrown as PlantainError)
  await vi.advanceTimersByTimeAsync(120_000)
  await done
  return text
}

async function* slow(): AsyncGenerator<object> {
  await wait(25_000)
  yield { frame: 1 }
  await wait(25_000)
  yield { frame: 2 }
}

test('spaces that keep a stream awake stand after "data:", so that no frame is hidden from parsers', async () => {
  const events = (await written(serverSentEvents, slow())).split('\r\n\r\n')
  expect(events).toHaveLength(3)
  expect(events[0]).toMatch(/^data: +\{"frame":1\}$/)
  expect(events[1]).toMatch(/^data: +\{"frame":2\}$/)
  expect(events[2]).toBe('')
})

test('a stream as an array is JSON, however slow, and with an error at its end', async () => {
  expect(JSON.parse(await written(jsonArray, slow()))).toEqual([{ frame: 1 }, { frame: 2 }])
  const failing = (async function* () {
    yield { frame: 1 }
    await wait(25_000)
    throw new PlantainError('UNAVAILABLE', 'gone')
  })()
  expect(JSON.parse(await written(jsonArray, failing))).toMatchObject([
    { frame: 1 },
    { error: { code: 503, message: 'gone' } },
  ])
})
