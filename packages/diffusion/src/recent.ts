/** Values by key, the least recently used forgotten beyond `bytes`. A value that is asked for twice is made once. */
export function recent<T>(
  bytes: number,
): (key: string, make: () => Promise<T>, sizeOf: (value: T) => number) => Promise<T> {
  const kept = new Map<string, { value: Promise<T>; bytes: number }>()
  return async (key, make, sizeOf) => {
    const known = kept.get(key)
    const entry = known ?? { value: make(), bytes: 0 }
    kept.delete(key)
    kept.set(key, entry)
    try {
      const value = await entry.value
      entry.bytes = sizeOf(value)
      let sum = [...kept.values()].reduce((total, other) => total + other.bytes, 0)
      for (const [oldest, { bytes: freed }] of kept) {
        if (sum <= bytes || oldest === key) break
        kept.delete(oldest)
        sum -= freed
      }
      return value
    } catch (error) {
      kept.delete(key)
      throw error
    }
  }
}
