import { expect, test } from 'vitest'
import type { Session } from './runtime.ts'
import { Shelf, type Item } from './shelf.ts'

/** Sessions that only say when they come and go. */
function fakes(): { log: string[]; open(name: string): () => Promise<Session> } {
  const log: string[] = []
  const open = (name: string) => async (): Promise<Session> => {
    log.push(`+${name}`)
    const session: Partial<Session> = { [Symbol.asyncDispose]: async () => void log.push(`-${name}`) }
    return session as Session
  }
  return { log, open }
}

const item = (file: string, bytes = 10): Item => ({ key: `key of ${file}`, file, bytes })

test('the least recently used leaves', async () => {
  const { log, open } = fakes()
  const shelf = new Shelf(20)
  const use = (name: string): Promise<void> => shelf.use(item(name), open(name), async () => {})
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await use(name)
  expect(log).toEqual(['+a', '+b', '-b', '+c', '-c', '+b'])
  expect(shelf.contents().map(({ file }) => file)).toEqual(['a', 'b'])
})

test('two who ask at once share', async () => {
  const { log, open } = fakes()
  const shelf = new Shelf(20)
  await Promise.all([1, 2].map(() => shelf.use(item('a'), open('a'), async () => {})))
  expect(log).toEqual(['+a'])
})

test('what is in use stays; who finds no room is told', async () => {
  const { log, open } = fakes()
  const shelf = new Shelf(20)
  let done = (): void => {}
  const busy = shelf.use(item('a', 15), open('a'), () => new Promise<void>((resolve) => (done = resolve)))
  await expect(shelf.use(item('b'), open('b'), async () => {})).rejects.toThrow(
    /beside networks that are in use/,
  )
  done()
  await busy
  await shelf.use(item('b'), open('b'), async () => {})
  expect(log).toEqual(['+a', '-a', '+b'])
})

test('what could not be opened is not kept', async () => {
  const shelf = new Shelf(20)
  const broken = (): Promise<Session> => Promise.reject(new Error('broken'))
  await expect(shelf.use(item('a'), broken, async () => {})).rejects.toThrow('broken')
  const { open } = fakes()
  expect(await shelf.use(item('a'), open('a'), async () => 'fine')).toBe('fine')
})

test('the end waits for runs, and frees everything', async () => {
  const { log, open } = fakes()
  const shelf = new Shelf(20)
  let done = (): void => {}
  const busy = shelf.use(item('a'), open('a'), () => new Promise<void>((resolve) => (done = resolve)))
  await shelf.use(item('b'), open('b'), async () => {})
  const end = shelf[Symbol.asyncDispose]()
  await Promise.resolve()
  expect(log).toEqual(['+a', '+b'])
  done()
  await Promise.all([busy, end])
  expect(log).toEqual(['+a', '+b', '-a', '-b'])
})
