import { Command, CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import { explain, UsageError } from './failure.ts'
import { version } from './version.ts'

/**
 * One command line: prints, sets process.exitCode and leaves nothing running that would keep the process.
 *
 * arguments_: without the program's own name
 */
export async function main(given: readonly string[]): Promise<void> {
  // "help", "help chat": what people type before they know of --help.
  const arguments_ = given[0] === 'help' ? [...given.slice(1), '--help'] : given
  try {
    const program = await describe(arguments_)
    if (arguments_.length === 0) program.outputHelp()
    else await program.parseAsync(arguments_, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return // help and version
    const { message, exitCode } = explain(
      error instanceof CommanderError ? new UsageError(sentence(error, arguments_)) : error,
    )
    process.stderr.write(`plantain: ${message}\n`)
    process.exitCode = exitCode
  }
}

/** The whole program as far as its help needs it; only the command that is asked for is loaded. */
async function describe(arguments_: readonly string[]): Promise<Command> {
  const asked = askedOf(arguments_)
  const program = new Command('plantain')
    .description('Make and change pictures by talking to them, on your own machine.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} }) // `main` says it, once
    .configureHelp({ showGlobalOptions: false })
  for (const { name, summary, load } of commands) {
    const command = program.command(name).description(summary)
    if (name === asked) (await load({ draws: !arguments_.some((one) => HELP.has(one)) }))(command)
  }
  return program
}

const HELP: ReadonlySet<string> = new Set(['-h', '--help', '-V', '--version'])

const askedOf = (arguments_: readonly string[]): string | undefined =>
  arguments_.find((argument) => !argument.startsWith('-'))

/** Commander's "error: unknown option '--colour'\n(Did you mean …?)" → our sentence. */
function sentence({ message, code }: CommanderError, arguments_: readonly string[]): string {
  const command = commands.find(({ name }) => name === askedOf(arguments_))?.name
  const help = `plantain ${command === undefined ? '' : `${command} `}--help shows how it is used`
  if (code === 'commander.help') return `${command} needs a word after it that says what to do; ${help}`
  const words = message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  return `${words.replace(/\.$/, '')}; ${help}`
}
