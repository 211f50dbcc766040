/** Something all of whose methods are asynchronous, so that it can be opened when the first one is called. */
export interface WhenAsked<T> {
  /** Stands for it; each call waits until it is open. */
  readonly it: T
  /** What was opened; null where nobody asked. */
  opened(): Promise<T | null>
}

type Asynchronous<T> = { readonly [K in keyof T]: (...given: never[]) => Promise<unknown> }

/** Puts off an import that only some commands need. A failure is told to each who asks; the next one tries again. */
export function whenAsked<T extends Asynchronous<T>>(open: () => Promise<T>): WhenAsked<T> {
  let opening: Promise<T> | null = null
  const opened = async (): Promise<T> => {
    opening ??= open()
    opening.catch(() => (opening = null))
    return opening
  }
  const it = new Proxy({} as T, {
    get: (_, name) =>
      // Not a promise itself, whoever hands it on.
      name === 'then' || typeof name === 'symbol'
        ? undefined
        : async (...given: never[]): Promise<unknown> => (await opened())[name as keyof T](...given),
  })
  return { it, opened: async () => opening }
}
