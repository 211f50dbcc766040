import { expect, test } from 'vitest'
import { whenAsked } from './when-asked.ts'

interface Clock {
  read(zone: string): Promise<string>
  close(): Promise<void>
}

const names = { read: true, close: true } as const
const clock = (): Clock => ({ read: async (zone) => `noon in ${zone}`, close: async () => {} })

test('nothing is opened before the first call, and once for all calls', async () => {
  let times = 0
  const { it, opened } = whenAsked<Clock>(async () => {
    times++
    return clock()
  }, names)
  expect(await opened()).toBeNull()
  expect(times).toBe(0)
  expect(await Promise.all([it.read('Oslo'), it.read('Lima')])).toEqual(['noon in Oslo', 'noon in Lima'])
  expect(times).toBe(1)
  expect(await (await opened())!.read('Rome')).toBe('noon in Rome')
})

test('a failure is told, and the next call tries again', async () => {
  let times = 0
  const { it, opened } = whenAsked<Clock>(async () => {
    if (times++ === 0) throw new Error('stopped')
    return clock()
  }, names)
  const [told, found] = await Promise.allSettled([it.read('Oslo'), opened()])
  expect(told).toMatchObject({ status: 'rejected', reason: { message: 'stopped' } })
  expect(found).toEqual({ status: 'fulfilled', value: null }) // who closes it need not care
  expect(await it.read('Oslo')).toBe('noon in Oslo')
})

test('what stands for it can be handed on and written out, which opens nothing', async () => {
  const { it, opened } = whenAsked<Clock>(async () => clock(), names)
  JSON.stringify(it)
  expect(await opened()).toBeNull()
  expect(await (await Promise.resolve(it)).read('Oslo')).toBe('noon in Oslo')
})
