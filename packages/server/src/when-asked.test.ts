import { expect, test } from 'vitest'
import { whenAsked } from './when-asked.ts'

interface Clock {
  read(zone: string): Promise<string>
  close(): Promise<void>
}

const clock = (): Clock => ({ read: async (zone) => `noon in ${zone}`, close: async () => {} })

test('nothing is opened before the first call, and once for all calls', async () => {
  let times = 0
  const { it, opened } = whenAsked<Clock>(async () => {
    times++
    return clock()
  })
  expect(await opened()).toBeNull()
  expect(times).toBe(0)
  expect(await Promise.all([it.read('Oslo'), it.read('Lima')])).toEqual(['noon in Oslo', 'noon in Lima'])
  expect(times).toBe(1)
  expect(await (await opened())!.read('Rome')).toBe('noon in Rome')
})

test('a failure is told, and the next call tries again', async () => {
  let times = 0
  const { it } = whenAsked<Clock>(async () => {
    if (times++ === 0) throw new Error('stopped')
    return clock()
  })
  await expect(it.read('Oslo')).rejects.toThrow('stopped')
  expect(await it.read('Oslo')).toBe('noon in Oslo')
})

test('what stands for it can be handed on by a promise', async () => {
  const { it } = whenAsked<Clock>(async () => clock())
  expect(await (await Promise.resolve(it)).read('Oslo')).toBe('noon in Oslo')
})
