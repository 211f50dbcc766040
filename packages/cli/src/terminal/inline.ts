import { environment, type GeneratedImage } from '@plantain/server'

interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}
type Environment = Readonly<Record<string, string | undefined>>
type Protocol = 'kitty' | 'iterm2'

/** The way to show pictures that this terminal is known to have; null where it has none, or where tmux would swallow it. */
export function inlineProtocol({
  TERM = '',
  TERM_PROGRAM = '',
  LC_TERMINAL = '',
  ...other
}: Environment): Protocol | null {
  if (other['TMUX'] || TERM.startsWith('screen')) return null
  if (other['KITTY_WINDOW_ID'] || /kitty|ghostty/.test(TERM) || TERM_PROGRAM === 'ghostty') return 'kitty'
  if (/^(iTerm\.app|WezTerm|mintty|rio)$/.test(TERM_PROGRAM) || LC_TERMINAL === 'iTerm2') return 'iterm2'
  return null
}

const widest = 60 // columns: a look, not the whole screen

/** The picture itself in the terminal, where the terminal can. */
export function showInline(
  screen: Screen,
  image: Pick<GeneratedImage, 'bytes' | 'mimeType'>,
  variables: Environment = environment(),
): void {
  const protocol = screen.isTTY ? inlineProtocol(variables) : null
  const columns = Math.min(widest, (screen.columns ?? 80) - 2)
  if (protocol === 'iterm2') screen.write(iterm2(image.bytes, columns))
  // kitty reads PNG only; the others stay a line of text.
  if (protocol === 'kitty' && image.mimeType === 'image/png') screen.write(kitty(image.bytes, columns))
}

/** Source: iTerm2, inline images protocol. */
function iterm2(bytes: Uint8Array, columns: number): string {
  const data = Buffer.from(bytes).toString('base64')
  return `\u001b]1337;File=inline=1;size=${bytes.length};width=${columns};preserveAspectRatio=1:${data}\u0007\n`
}

/** Source: kitty, terminal graphics protocol; chunks of at most 4096 characters. */
function kitty(bytes: Uint8Array, columns: number): string {
  const chunks =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,4096}/g) ?? []
  const parts = chunks.map((chunk, i) => {
    const more = i + 1 < chunks.length ? 1 : 0
    return `\u001b_G${i === 0 ? `a=T,f=100,q=2,c=${columns},` : ''}m=${more};${chunk}\u001b\\`
  })
  return `${parts.join('')}\n`
}
