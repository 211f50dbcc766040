import { PlantainError } from '@plantain/core'
import type { Session } from './runtime.ts'

/** What is to be put on the shelf. */
export interface Item {
  /** Tells it from every other; the same file changed, or with adapters, is another one. */
  readonly key: string
  readonly file: string
  readonly bytes: number
}

interface Entry {
  readonly item: Item
  readonly session: Promise<Session>
  users: number
  /** Settles when the runs so far are over. */
  idle: Promise<unknown>
}

/**
 * The networks in memory, shared by key. What was used longest ago leaves when another needs the room; what is in use
 * stays. Sizes are those on disk, which a network in memory exceeds only by its work space.
 */
export class Shelf implements AsyncDisposable {
  readonly memoryBytes: number
  /** Least recently used first: Map keeps the order of insertion. */
  readonly #entries = new Map<string, Entry>()

  constructor(memoryBytes: number) {
    this.memoryBytes = memoryBytes
  }

  has(key: string): boolean {
    return this.#entries.has(key)
  }

  contents(): readonly { readonly file: string; readonly bytes: number }[] {
    return [...this.#entries.values()].map(({ item: { file, bytes } }) => ({ file, bytes }))
  }

  /** Throws RESOURCE_EXHAUSTED when it could not fit even alone. */
  refuseTooLarge({ file, bytes }: Pick<Item, 'file' | 'bytes'>): void {
    if (bytes <= this.memoryBytes) return
    throw new PlantainError(
      'RESOURCE_EXHAUSTED',
      `${file} needs ${megabytes(bytes)} of memory, ${megabytes(this.memoryBytes)} are allowed; ` +
        'raise the limit if the machine has more, or use a smaller model (float16, quantised)',
      { details: { file, bytes, memoryBytes: this.memoryBytes } },
    )
  }

  /** Runs `body` with the network, which `open` reads when it is not in memory; it cannot leave meanwhile. */
  async use<T>(item: Item, open: () => Promise<Session>, body: (session: Session) => Promise<T>): Promise<T> {
    const entry = this.#taken(item.key) ?? (await this.#added(item, open))
    const running = entry.session.then(body)
    entry.idle = Promise.allSettled([entry.idle, running])
    try {
      return await running
    } finally {
      entry.users--
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const key of this.#entries.keys()) await this.#release(key)
  }

  /** Takes a network that is there, at once: between a look and the taking another run could put it out. */
  #taken(key: string): Entry | null {
    const entry = this.#entries.get(key)
    if (entry === undefined) return null
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    entry.users++
    return entry
  }

  async #added(item: Item, open: () => Promise<Session>): Promise<Entry> {
    const { key } = item
    this.refuseTooLarge(item)
    while (this.#bytes() + item.bytes > this.memoryBytes) await this.#release(this.#victim(item))
    const present = this.#taken(key) // another run may have asked while we made room
    if (present) return present
    const entry: Entry = { item, session: open(), users: 1, idle: Promise.resolve() }
    this.#entries.set(key, entry)
    entry.session.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return entry
  }

  #bytes(): number {
    return [...this.#entries.values()].reduce((sum, { item }) => sum + item.bytes, 0)
  }

  #victim({ file, bytes }: Item): string {
    for (const [candidate, { users }] of this.#entries) if (users === 0) return candidate
    throw new PlantainError(
      'RESOURCE_EXHAUSTED',
      `${file} needs ${megabytes(bytes)} beside networks that are in use, ${megabytes(this.memoryBytes)} are allowed; ` +
        'wait for the other runs, or raise the limit',
    )
  }

  async #release(key: string): Promise<void> {
    const entry = this.#entries.get(key)
    this.#entries.delete(key)
    await entry?.idle // to release a network during its run ends the process
    const session = await entry?.session.catch(() => null)
    await session?.[Symbol.asyncDispose]()
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`
