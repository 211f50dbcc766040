import { InvalidArgumentError, type Command } from 'commander'
import {
  createKey,
  listKeys,
  noLimits,
  revokeKey,
  SCOPES,
  type KeyEntry,
  type Limits,
  type Scope,
} from '@plantain/server/admin'
import { table } from '../terminal/table.ts'
import { open, printJson } from './open.ts'

interface CreateOptions {
  readonly scope: Scope[]
  readonly perMinute?: number
  readonly perDay?: number
  readonly concurrent?: number
  readonly budget?: number
  readonly json?: boolean
}

const limit = (text: string): number => {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0)) throw new InvalidArgumentError('Give a number, or 0 for no limit.')
  return value
}
const scope = (text: string, before: Scope[] = []): Scope[] => {
  if (!(SCOPES as readonly string[]).includes(text))
    throw new InvalidArgumentError(`Give one of ${SCOPES.join(', ')}.`)
  return [...before, text as Scope]
}

export function keys(command: Command): void {
  command
    .command('create')
    .description('a new key; it is shown this once')
    .argument('<name>', 'whose it is, for you')
    .option('--scope <scope>', `${SCOPES.join(' or ')}; may be given more than once (generate)`, scope)
    .option('--per-minute <n>', 'requests a minute', limit)
    .option('--per-day <n>', 'requests a day', limit)
    .option('--concurrent <n>', 'requests at the same time', limit)
    .option('--budget <dollars>', 'dollars a month', limit)
    .option('--json', 'print it as JSON')
    .action(async (name: string, options: CreateOptions) => {
      await using plantain = open()
      const { key, entry } = await createKey(await plantain.database(), {
        name,
        scopes: options.scope ?? ['generate'],
        limits: limitsOf(options),
      })
      if (options.json) return printJson({ key, ...entry })
      process.stdout.write(`${key}\n`)
      process.stderr.write(
        `plantain: ${entry.id} was created for ${name}; this is the only time that the key is shown\n`,
      )
      if (plantain.config.auth === 'off')
        process.stderr.write(
          'plantain: keys are not asked for yet; start the server with PLANTAIN_AUTH=keys\n',
        )
    })

  command
    .command('list')
    .description('keys that there are, without the keys themselves')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      await using plantain = open()
      const found = await listKeys(await plantain.database())
      if (json) return printJson({ keys: found })
      if (found.length === 0)
        return void process.stdout.write('no keys yet; plantain keys create NAME makes one\n')
      process.stdout.write(table([['key', 'name', 'may', 'limits', 'created', ''], ...found.map(row)]))
    })

  command
    .command('revoke')
    .description('end a key at once')
    .argument('<id>', 'as `keys list` prints it')
    .action(async (id: string) => {
      await using plantain = open()
      await revokeKey(await plantain.database(), id)
      process.stderr.write(`plantain: ${id} is revoked\n`)
    })
}

const limitsOf = ({ perMinute, perDay, concurrent, budget }: CreateOptions): Limits => ({
  requestsPerMinute: perMinute ?? noLimits.requestsPerMinute,
  requestsPerDay: perDay ?? noLimits.requestsPerDay,
  concurrent: concurrent ?? noLimits.concurrent,
  dollarsPerMonth: budget ?? noLimits.dollarsPerMonth,
})

const row = ({ id, name, scopes, limits, createdAt, revokedAt }: KeyEntry): string[] => [
  id,
  name,
  scopes.join(', '),
  [
    limits.requestsPerMinute > 0 ? `${limits.requestsPerMinute} a minute` : '',
    limits.requestsPerDay > 0 ? `${limits.requestsPerDay} a day` : '',
    limits.concurrent > 0 ? `${limits.concurrent} at a time` : '',
    limits.dollarsPerMonth > 0 ? `$${limits.dollarsPerMonth} a month` : '',
  ]
    .filter(Boolean)
    .join(', ') || 'none',
  createdAt.toISOString().slice(0, 10),
  revokedAt === null ? '' : `revoked ${revokedAt.toISOString().slice(0, 10)}`,
]
