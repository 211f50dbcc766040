/** How many are in at the same time, and whose they are. */
export interface Places {
  readonly all: number
  of(owner: string): number
  /** returns: leaves; once, however often it is called */
  enter(owner: string): () => void
}

export function createPlaces(): Places {
  const counts = new Map<string, number>() // none is 0
  let all = 0
  const add = (owner: string, change: 1 | -1): void => {
    all += change
    const count = (counts.get(owner) ?? 0) + change
    if (count === 0) counts.delete(owner)
    else counts.set(owner, count)
  }
  return {
    get all(): number {
      return all
    },
    of: (owner) => counts.get(owner) ?? 0,
    enter(owner) {
      add(owner, 1)
      let left = false
      return () => {
        if (left) return
        left = true
        add(owner, -1)
      }
    },
  }
}
