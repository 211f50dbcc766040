import type { Command } from 'commander'
import { measureGenerate, parseGenerateRequest } from '@plantain/server'
import { usage } from '../failure.ts'
import { table } from '../terminal/table.ts'
import { byModel, interruption, numeric, open, printJson } from './open.ts'

interface Options {
  readonly model?: string
  readonly steps?: string
  readonly size?: string
  readonly runs: string
  readonly prompt: string
  readonly json?: boolean
}

/** How long each stage of a picture takes on this machine. */
export function bench(command: Command): void {
  command
    .option('--model <id>', 'an installed model, or the folder of one (plantain-tiny)')
    .option('--steps <number>', "denoising steps, 1 to 150 (the model's own)")
    .option('--size <size>', '1K, 2K or 4K, or pixels as 640x480 (1K)')
    .option('--runs <number>', 'pictures to make after the first', '3')
    .option('--prompt <text>', 'what to draw', 'a mountain landscape with a lake at dawn')
    .option('--json', 'print it as JSON')
    .action(async ({ model, steps, size, runs, prompt, json }: Options) => {
      const request = usage(() =>
        parseGenerateRequest({
          prompt,
          model: byModel(model).id,
          size,
          seed: 7,
          count: numeric(runs),
          steps: steps === undefined ? undefined : numeric(steps),
        }),
      )
      await using plantain = open(byModel(model).flags)
      const measured = await measureGenerate(plantain, request, interruption())
      if (json) return printJson(measured)
      const { coldMilliseconds, stages, peakMegabytes, steps: used } = measured
      const rows = stages.map(({ name, milliseconds, times }) => [
        name,
        milliseconds.toFixed(1),
        `x ${times}`,
      ])
      process.stdout.write(
        table([
          ['stage', 'ms (median)', ''],
          ...rows,
          ['first picture, cold', coldMilliseconds.toFixed(0), ''],
          ['steps a picture', String(used), ''],
          ['peak memory, MB', peakMegabytes.toFixed(0), ''],
        ]),
      )
    })
}
