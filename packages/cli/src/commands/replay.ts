import type { Command } from 'commander'
import { replay as replayed, type Replayed } from '@plantain/server/replay'
import { readPicture, targets, writeWhole } from '../files.ts'
import { progressBar } from '../terminal/progress.ts'
import { interruption, open, printJson } from './open.ts'

interface Options {
  readonly output?: string
  readonly json?: boolean
  readonly source?: readonly string[]
}

/** The same bytes again, or which part differs. */
export function replay(command: Command): void {
  command
    .argument('<file>', 'a picture that Plantain made')
    .option('-o, --output <file>', 'where to write it; without, it is only compared')
    .option(
      '--source <image>',
      'a file that the picture was made from, where it is not kept here; several times',
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, { output, json, source = [] }: Options) => {
      const bytes = await readPicture(file)
      const sources = await Promise.all(source.map(readPicture))
      const target =
        output === undefined ? null : await targets(output, { prompt: 'replay', format: 'png', count: 1 })
      await using plantain = open()
      const bar = progressBar(process.stderr, 1)
      const run = replayed(plantain, bytes, interruption(), sources)
      let result: Replayed
      try {
        let next = await run.next()
        for (; !next.done; next = await run.next()) bar.update(next.value)
        result = next.value
      } finally {
        bar.clear()
        await run.return(undefined as unknown as Replayed)
      }
      const path = target === null ? undefined : await writeWhole(target.path(0), result.bytes)
      const { sameFile, samePixels, differences } = result
      if (json) printJson({ sameFile, samePixels, differences, ...(path === undefined ? {} : { path }) })
      else {
        process.stdout.write(
          `${sameFile ? 'the same file, byte for byte' : samePixels ? 'the same picture, pixel for pixel' : 'another picture'}\n`,
        )
        for (const difference of differences) process.stderr.write(`plantain: ${difference}\n`)
      }
      if (!samePixels) process.exitCode = 1
    })
}
