import type { Command } from 'commander'
import type { Plantain, Session } from '@plantain/server'
import { openLines } from '../chat/lines.ts'
import { openFolder } from '../chat/picture-files.ts'
import { talk } from '../chat/talk.ts'
import { UsageError } from '../failure.ts'
import { table } from '../terminal/table.ts'
import { byModel, numeric, open, printJson } from './open.ts'

interface Options {
  readonly session?: string | true
  readonly out: string
  readonly json?: boolean
  readonly seed?: string
  readonly model?: string
  readonly inline: boolean
}

/** A conversation: in a terminal with a prompt, from a pipe one message a line. */
export function chat(command: Command): void {
  command
    .option('--session [id]', 'go on with a session; without an id, list the sessions')
    .option('--out <folder>', 'where pictures are written', '.')
    .option('--json', 'print one JSON object a line for every message')
    .option('--seed <number>', 'the same seed and the same messages make the same pictures (a random one)')
    .option('--model <id>', 'an installed model, or the folder of one (plantain-tiny)')
    .option('--no-inline', 'do not show pictures in the terminal')
    .addHelpText(
      'after',
      '\nWithin a conversation /help lists the commands. Everything is kept; leave with Ctrl-D.',
    )
    .action(async (options: Options) => {
      const seed = readSeed(options)
      const { flags, id } = byModel(options.model)
      await using plantain = open({ ...flags, ...(id === undefined ? {} : { model: id }) })
      if (options.session === true) return await listSessions(plantain, options.json === true) // before it is closed
      const folder = await openFolder(options.out)
      const session =
        options.session === undefined
          ? plantain.sessions.start(seed === undefined ? {} : { seed })
          : await plantain.sessions.open(options.session)
      await using lines = openLines({ input: process.stdin, output: process.stderr }, '> ')
      if (lines.interactive) greet(session)
      const failed = await talk({
        plantain,
        session,
        lines,
        folder,
        json: options.json === true,
        inline: options.inline,
      })
      if (lines.interactive)
        process.stderr.write(
          `Kept as ${session.id}: plantain chat --session ${session.id} goes on with it.\n`,
        )
      else if (failed > 0) process.exitCode ??= 1
    })
}

function readSeed({ seed, session }: Options): number | undefined {
  if (seed === undefined) return undefined
  if (session !== undefined)
    throw new UsageError('a session keeps its own seed; leave out --seed, or start a new session')
  const number = numeric(seed)
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number
  throw new UsageError(
    `seed is "${seed.slice(0, 40)}"; give a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
  )
}

function greet({ id, turns }: Session): void {
  process.stderr.write(
    turns.length === 0
      ? `Session ${id}. Say what to draw, then what to change; /help lists the commands.\n`
      : `Session ${id}, after ${turns.length} message${turns.length === 1 ? '' : 's'}; the last was “${turns.at(-1)!.message.slice(0, 60)}”.\n`,
  )
}

async function listSessions(plantain: Plantain, json: boolean): Promise<void> {
  const sessions = await plantain.sessions.list()
  if (json) return printJson({ sessions })
  if (sessions.length === 0) process.stdout.write('There are no sessions yet; plantain chat starts one.\n')
  const rows = sessions.map(({ id, turns, updatedAt, title }) => [
    id,
    `${turns} message${turns === 1 ? '' : 's'}`,
    updatedAt.toISOString().slice(0, 16).replace('T', ' '),
    title,
  ])
  process.stdout.write(table(rows))
}
