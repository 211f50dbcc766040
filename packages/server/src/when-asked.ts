/** Something all of whose methods are asynchronous, so that it can be opened when the first one is called. */
export interface WhenAsked<T> {
  /** Stands for it; each call waits until it is open. */
  readonly it: T
  /** What was opened; null where nobody asked, or it could not be. */
  opened(): Promise<T | null>
}

type Asynchronous<T> = { readonly [K in keyof T]: (...given: never[]) => Promise<unknown> }

/**
 * Puts off an import that only some commands need. A failure is told to each who asks; the next one tries again.
 *
 * names: of all methods, as nothing is known of it yet
 */
export function whenAsked<T extends Asynchronous<T>>(
  open: () => Promise<T>,
  names: Readonly<Record<keyof T, true>>,
): WhenAsked<T> {
  let opening: Promise<T> | null = null
  const opened = async (): Promise<T> => {
    opening ??= open()
    opening.catch(() => (opening = null))
    return opening
  }
  const method =
    (name: keyof T) =>
    async (...given: never[]): Promise<unknown> =>
      (await opened())[name](...given)
  const it = Object.fromEntries(Object.keys(names).map((name) => [name, method(name as keyof T)])) as T
  return { it, opened: async () => (opening === null ? null : opening.catch(() => null)) }
}
