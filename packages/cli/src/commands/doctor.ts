import type { Command } from 'commander'
import { diagnose } from '@plantain/server'
import { table } from '../terminal/table.ts'
import { open, printJson } from './open.ts'

/** What a person is asked first when something does not work. */
export function doctor(command: Command): void {
  command.option('--json', 'print it as JSON').action(async ({ json }: { json?: boolean }) => {
    await using plantain = open()
    const findings = await diagnose(plantain)
    const bad = findings.filter(({ ok }) => !ok)
    if (json) printJson({ ok: bad.length === 0, findings })
    else
      process.stdout.write(
        table(findings.map(({ name, ok, detail }) => [ok ? 'ok' : 'not ok', name, detail])),
      )
    if (bad.length > 0) {
      process.stderr.write(`plantain: ${bad.length} of ${findings.length} checks failed, see above\n`)
      process.exitCode = 1
    }
  })
}
