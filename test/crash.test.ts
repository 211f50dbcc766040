import { expect, test } from 'vitest'

// The short form of bench/crash.mjs, with the embedded database; the long one kills more often.
test('a server that is killed in the middle keeps every answer that it gave, and shows nothing half written', async () => {
  const { crash } = (await import(new URL('../bench/crash.mjs', import.meta.url).href)) as {
    crash: (options: { requests: number; kills: number; seed?: number }) => Promise<Record<string, unknown>>
  }
  const figures = await crash({ requests: 10, kills: 1, seed: 3 })
  expect(figures).toMatchObject({ requests: 10, kills: 1, lost: [], broken: [] })
  expect(figures['acknowledged']).toBeGreaterThan(0)
}, 600_000)
