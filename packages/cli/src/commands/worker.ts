import { hostname } from 'node:os'
import type { Command } from 'commander'
import { interruption, open } from './open.ts'

/** Takes jobs of servers with the same Postgres, until Ctrl-C; what it is at then goes back in line. */
export function worker(command: Command): void {
  command.action(async () => {
    await using plantain = open()
    await plantain.seal.check() // a wrong key is told now, and not with the first picture
    const { createLog, work } = await import('@plantain/server/http')
    const log = createLog((line) => process.stderr.write(line), { requests: false })
    const stop = interruption()
    const runner = await work(plantain, { log: log.error })
    process.stdout.write(
      `Plantain ${plantain.version} works for the servers of its database, on ${hostname()}\nCtrl-C stops it.\n`,
    )
    const awake = setInterval(() => {}, 60_000) // a worker that waits has nothing else that keeps its process
    await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
    clearInterval(awake)
    await runner.stop()
  })
}
