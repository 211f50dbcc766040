/** A line between who tells and who listens: an iterable of what was sent, that ends with a value or an error. */
export interface Channel<T, R> {
  send(event: T): void
  end(result: R): void
  fail(error: unknown): void
  receive(): AsyncGenerator<T, R>
}

export function openChannel<T, R>(): Channel<T, R> {
  const events: T[] = []
  let outcome: (() => R) | null = null
  let wake = (): void => {}
  return {
    send(event) {
      events.push(event)
      wake()
    },
    end(result) {
      outcome ??= () => result
      wake()
    },
    fail(error) {
      outcome ??= () => {
        throw error
      }
      wake()
    },
    async *receive() {
      for (;;) {
        while (events.length > 0) yield events.shift()!
        if (outcome) return outcome()
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
