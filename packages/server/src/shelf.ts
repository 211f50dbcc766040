/** Values of one kind, by key. */
export interface Kept<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
}

/** Memory for values of several kinds, the least recently used of any kind forgotten beyond `most` bytes. */
export interface Shelf {
  kind<T>(bytesOf: (value: T) => number): Kept<T>
  readonly bytes: number
}

/** most: bytes of all kinds together; what is larger than that alone is not kept at all */
export function openShelf(most: number): Shelf {
  const entries = new Map<string, { readonly value: unknown; readonly bytes: number }>() // by the time of the last use
  let [bytes, kinds] = [0, 0]
  const forget = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    get bytes() {
      return bytes
    },
    kind<T>(bytesOf: (value: T) => number): Kept<T> {
      const prefix = `${kinds++} `
      return {
        get(key) {
          const entry = entries.get(prefix + key)
          if (entry === undefined) return undefined
          entries.delete(prefix + key)
          entries.set(prefix + key, entry)
          return entry.value as T
        },
        set(key, value) {
          forget(prefix + key)
          const size = bytesOf(value)
          if (size > most) return
          entries.set(prefix + key, { value, bytes: size })
          bytes += size
          for (const oldest of entries.keys()) {
            if (bytes <= most) break
            forget(oldest)
          }
        },
      }
    },
  }
}
