import type { Command } from 'commander'
import { environment, loadConfig, verifyPicture } from '@plantain/server'
import { usage } from '../failure.ts'
import { readPicture } from '../files.ts'
import { printJson } from './open.ts'

const verdicts = {
  intact: 'it is as it was signed',
  unsigned: 'nobody has signed what it says of itself',
  changed: 'it is not as it was signed',
  nothing: 'nothing in it says where it comes from (copies and screenshots lose that, so this shows nothing)',
} as const

/** Where a picture comes from, as far as the file tells. Exit code 1 where it tells nothing, or something that does not hold. */
export function verify(command: Command): void {
  command
    .argument('<file>', 'a PNG, JPEG or WebP picture')
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const config = usage(() => loadConfig({ environment: environment(), directory: process.cwd() }))
      const found = await verifyPicture(await readPicture(file), config)
      if (json) printJson(found)
      else
        process.stdout.write(
          `${verdicts[found.verdict]}\n${found.findings.map((one) => `  ${one}\n`).join('')}`,
        )
      if (found.verdict === 'changed' || found.verdict === 'nothing') process.exitCode = 1
    })
}
