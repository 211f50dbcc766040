import { UsageError } from '../failure.ts'

/** What a line is: a message, or a command with what follows it. */
export type Line =
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'attach' | 'mask'; readonly path: string }
  | { readonly type: 'undo' | 'redo'; readonly steps: number }
  /** `place`: 'turn:2', 'turn:2.3', 'image:1'. */
  | { readonly type: 'branch'; readonly place: string }
  | { readonly type: 'export'; readonly path: string | null }
  | { readonly type: 'history' | 'help' | 'quit' }

export const help: string = [
  'Say what to draw, then what to change: “add a boat on the lake”, “make it night”, “undo”.',
  '',
  '  /attach FILE   send a picture with the next message (up to three)',
  '  /mask FILE     change only what is white in this picture, with the next message',
  '  /undo [N]      take the last change back, or the last N',
  '  /redo [N]      bring it back',
  '  /branch ID     go on from picture ID (its number, as /history shows it; image:1 is the first that you sent)',
  '  /export [FILE] write the current picture to a file, as PNG, JPEG or WebP by its extension',
  '  /history       the pictures of this session as a tree',
  '  /help          this',
  '  /quit          leave; everything is kept (Ctrl-D does the same, Ctrl-C stops what is being made)',
  '',
].join('\n')

/** throws: UsageError for a command that there is not, or one that lacks what it needs */
export function readLine(line: string): Line {
  const text = line.trim()
  const command = /^\/([a-z]+)(?:\s+(.*))?$/is.exec(text)
  if (command === null) return { type: 'message', text: line }
  const [, name = '', rest = ''] = command
  const argument = rest.trim()
  switch (name.toLowerCase()) {
    case 'attach':
    case 'mask':
      if (argument === '') throw new UsageError(`/${name} needs the name of a file, as /${name} photo.jpg`)
      return { type: name.toLowerCase() as 'attach' | 'mask', path: unquoted(argument) }
    case 'undo':
    case 'redo':
      return { type: name.toLowerCase() as 'undo' | 'redo', steps: steps(name, argument) }
    case 'branch':
      return { type: 'branch', place: place(argument) }
    case 'export':
      return { type: 'export', path: argument === '' ? null : unquoted(argument) }
    case 'history':
    case 'help':
    case 'quit':
      return { type: name.toLowerCase() as 'history' }
    case 'exit':
      return { type: 'quit' }
    default:
      throw new UsageError(`there is no command /${name}; /help lists those that there are`)
  }
}

/** As shells write it: in quotes, or with blanks behind a backslash. */
const unquoted = (path: string): string =>
  /^"(.*)"$|^'(.*)'$/s
    .exec(path)
    ?.slice(1)
    .find((one) => one !== undefined) ?? path.replace(/\\ /g, ' ')

function steps(name: string, argument: string): number {
  if (argument === '') return 1
  if (/^[1-9]\d{0,3}$/.test(argument)) return Number(argument)
  throw new UsageError(
    `/${name} takes a number of changes, as /${name} 2; "${argument.slice(0, 40)}" is none`,
  )
}

function place(argument: string): string {
  const match = /^(?:(turn|image):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(argument)
  if (match) return `${match[1] ?? 'turn'}:${match[2]}`
  throw new UsageError(
    argument === ''
      ? '/branch needs the number of a picture, as /branch 2; /history shows them'
      : `"${argument.slice(0, 40)}" is no picture; give a number that /history shows, as /branch 2`,
  )
}
