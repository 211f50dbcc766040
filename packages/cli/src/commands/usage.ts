import type { Command } from 'commander'
import { cost, listPrices, priceOf, readUsage, type UsageEntry } from '@plantain/server/admin'
import { UsageError } from '../failure.ts'
import { table } from '../terminal/table.ts'
import { open, printJson } from './open.ts'

interface Options {
  readonly from?: string
  readonly to?: string
  readonly key?: string
  readonly json?: boolean
}
const day = (text: string, name: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new UsageError(`--${name} is "${text}"; give a day such as 2026-11-26`)
  return text
}

export function usage(command: Command): void {
  command
    .option('--from <day>', 'first day, UTC (30 days ago)')
    .option('--to <day>', 'last day, UTC (today)')
    .option('--key <id>', 'one key only; what came without keys is "local"')
    .option('--json', 'print it as JSON')
    .action(async ({ from, to, key, json }: Options) => {
      const now = Date.now()
      const days = (back: number): string => new Date(now - back * 86_400_000).toISOString().slice(0, 10)
      const range = { from: day(from ?? days(30), 'from'), to: day(to ?? days(0), 'to') }
      await using plantain = open()
      const entries = await readUsage(await plantain.database(), {
        ...range,
        ...(key === undefined ? {} : { keyId: key }),
      })
      const price = priceOf(plantain.config)
      const priced = entries.map((entry) => ({ ...entry, dollars: cost(price, entry) }))
      const total = sum(entries)
      const elsewhere = listPrices.map((list) => ({ model: list.name, dollars: cost(list, total) }))
      if (json)
        return printJson({
          ...range,
          entries: priced,
          total: { ...total, dollars: cost(price, total) },
          elsewhere,
        })
      if (entries.length === 0)
        return void process.stdout.write(
          `nothing was made through the API from ${range.from} to ${range.to}\n`,
        )
      const rows = priced.map((entry) => [
        entry.day,
        entry.keyId,
        entry.model,
        String(entry.requests),
        String(entry.images),
        String(entry.inputTokens),
        String(entry.outputTokens),
        dollars(entry.dollars),
      ])
      const last = [
        'all',
        '',
        '',
        String(total.requests),
        String(total.images),
        String(total.inputTokens),
        String(total.outputTokens),
        dollars(cost(price, total)),
      ]
      process.stdout.write(
        table([
          ['day', 'key', 'model', 'requests', 'pictures', 'tokens in', 'tokens out', 'cost'],
          ...rows,
          last,
        ]),
      )
      process.stdout.write(
        `\nAt the vendors' list prices of November 2026: ${elsewhere.map(({ model, dollars: amount }) => `${model} ${dollars(amount)}`).join(', ')}\n`,
      )
    })
}

const dollars = (amount: number): string => `$${amount.toFixed(amount < 1 ? 3 : 2)}`

function sum(entries: readonly UsageEntry[]): {
  requests: number
  images: number
  inputTokens: number
  outputTokens: number
} {
  const total = { requests: 0, images: 0, inputTokens: 0, outputTokens: 0 }
  for (const entry of entries)
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += entry[name]
  return total
}
