import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

export interface Lines extends AsyncDisposable {
  /** A person types, and sees a prompt. */
  readonly interactive: boolean
  /** The next line, after those that came before; null at the end. */
  next(): Promise<string | null>
  /** Ctrl-C; until the returned function is called. */
  onInterrupt(stop: () => void): () => void
}

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
}

/**
 * Lines of a terminal or of a pipe. What comes while a message is worked on waits its turn. At the prompt Ctrl-C empties the
 * line, and twice in a row on an empty one it leaves, as in other programs that talk.
 */
export function openLines({ input, output }: Terminal, prompt: string): Lines {
  const interactive = input.isTTY === true
  const reader: Interface = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    prompt,
  } as never)
  const waiting: string[] = []
  let ended = false
  let wake: () => void = () => {}
  let stop: (() => void) | null = null
  let pressed = false

  reader.on('line', (line) => {
    pressed = false
    waiting.push(line)
    wake()
  })
  reader.on('close', () => {
    ended = true
    wake()
  })
  const interrupt = (): void => {
    stop?.()
    if (!interactive) {
      waiting.length = 0 // a script is stopped as a whole
      process.exitCode = 130
    }
    if (!interactive || (stop === null && pressed)) return reader.close()
    if (stop !== null) return
    pressed = reader.line === ''
    output.write(pressed ? '\n(press Ctrl-C again to leave)\n' : '\n')
    reader.write(null, { ctrl: true, name: 'u' })
    reader.prompt()
  }
  reader.on('SIGINT', interrupt)
  process.on('SIGINT', interrupt)
  const terminate = (): void => {
    stop?.()
    waiting.length = 0
    process.exitCode = 143
    reader.close()
  }
  process.on('SIGTERM', terminate)
  return {
    interactive,
    async next() {
      if (interactive && waiting.length === 0 && !ended) reader.prompt()
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve))
      return waiting.shift() ?? null
    },
    onInterrupt(whenPressed) {
      stop = whenPressed
      return () => {
        stop = null
      }
    },
    async [Symbol.asyncDispose]() {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', terminate)
      reader.close()
    },
  }
}
