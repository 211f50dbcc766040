import type { Command } from 'commander'
import { summarize, type VerifiedCase } from '@plantain/server'
import { table } from '../terminal/table.ts'
import { byModel, interruption, open, printJson } from './open.ts'

interface Options {
  readonly json?: boolean
}

export function models(command: Command): void {
  command
    .command('list')
    .description('models on this machine')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: Options) => {
      await using plantain = open()
      const found = plantain.models.list().map(summarize)
      if (json) return printJson({ models: found })
      const rows = found.map(({ id, className, bytes, directory }) => [
        id,
        className ?? 'broken',
        megabytes(bytes),
        directory,
      ])
      process.stdout.write(table([['model', 'kind', 'size', 'folder'], ...rows]))
    })

  command
    .command('info')
    .description('what a model holds and can do')
    .argument('<id>', 'as `models list` prints it, or the folder of a model')
    .option('--json', 'print it as JSON')
    .action(async (id: string, { json }: Options) => {
      const model = byModel(id)
      await using plantain = open(model.flags)
      const about = await plantain.describe(model.id)
      if (json) return printJson(about)
      const { defaults, size } = about
      const lines = [
        ['family', `${about.family} (${about.className})`],
        ['folder', about.directory],
        ['hash', about.hash],
        ['licence', about.licence ?? 'not stated'],
        ['tasks', about.tasks.join(', ')],
        ['parts', about.parts.map(({ name, bytes }) => `${name} ${megabytes(bytes)}`).join(', ')],
        ['sizes', `${size.minimum} to ${size.maximum} pixels a side, multiples of ${size.multiple}`],
        [
          'default',
          `${defaults.width} x ${defaults.height}, ${defaults.steps} steps, guidance ${defaults.guidanceScale}`,
        ],
        ['scheduler', about.scheduler.name],
      ]
      process.stdout.write(`${about.id}\n${table(lines)}`)
    })

  command
    .command('verify')
    .description('run the reference cases (golden.json) under a folder')
    .argument('<dir>', 'folder of a model, or of many')
    .option('--json', 'print it as JSON')
    .action(async (directory: string, { json }: Options) => {
      await using plantain = open()
      const { cases } = await plantain.verify(directory, interruption())
      const bad = cases.filter(({ passed }) => !passed)
      if (json) printJson({ cases: cases.map(caseBody) })
      else {
        const rows = cases.map(({ name, maxError, passed, error }) => [
          name,
          maxError.toExponential(1),
          error ?? (passed ? 'ok' : 'off'),
        ])
        process.stdout.write(table([['case', 'largest error', ''], ...rows]))
      }
      if (bad.length > 0) {
        const names = bad.map(({ name }) => name).join(', ')
        process.stderr.write(
          `plantain: ${bad.length} of ${cases.length} cases differ from the reference by more than their golden.json allows: ${names}\n`,
        )
        process.exitCode = 1
      }
    })
}

/** JSON has no Infinity, and null would count as 0 to whoever compares it. */
const caseBody = (one: VerifiedCase): object => ({
  ...one,
  maxError: Math.min(one.maxError, Number.MAX_VALUE),
})

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`
