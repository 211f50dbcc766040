/** A place in the line: how many go first, and when it is one's turn. */
export interface Place {
  readonly ahead: number
  readonly turn: Promise<void>
  /** To be called once, also by who gives up before the turn. */
  leave(): void
}

/** One at a time, in the order of arrival: a device does not get faster by two runs at once, memory gets short. */
export function openLine(): { join(): Place; readonly length: number } {
  let last: Promise<void> = Promise.resolve()
  let length = 0
  return {
    get length() {
      return length
    },
    join() {
      const ahead = length++
      const turn = last
      let free = (): void => {}
      const gone = new Promise<void>((resolve) => (free = resolve))
      last = turn.then(() => gone)
      return {
        ahead,
        turn,
        leave() {
          length--
          free()
        },
      }
    },
  }
}
