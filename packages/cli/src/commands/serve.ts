import { environment } from '@plantain/server'
import type { Command } from 'commander'
import { interruption, numeric, open } from './open.ts'

interface Options {
  readonly port?: string
  readonly host?: string
}

/** The page and the API, until Ctrl-C. */
export function serve(command: Command): void {
  command
    .option('--port <number>', 'port (8787)')
    .option('--host <address>', 'address to listen on (127.0.0.1)')
    .action(async ({ port, host }: Options) => {
      await using plantain = open({ port: port === undefined ? undefined : numeric(port), host })
      // A wrong key or policy is told now, and not with the first picture.
      await Promise.all([plantain.seal.check(), plantain.policy()])
      const { createLog, listen, openTracing } = await import('@plantain/server/http')
      const variables = environment()
      await using tracing = await openTracing(variables['OTEL_EXPORTER_OTLP_ENDPOINT'], {
        version: plantain.version,
        serviceName: variables['OTEL_SERVICE_NAME'],
      })
      const log = createLog((line) => process.stderr.write(line), {
        requests: plantain.config.log === 'requests',
      })
      const stop = interruption()
      const server = await listen(plantain, {
        log: log.error,
        answered: log.request,
        span: tracing?.span ?? null,
      })
      process.stdout.write(`Plantain ${plantain.version} is at ${server.url}\nCtrl-C stops it.\n`)
      await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }))
      process.stderr.write(plantain.busy > 0 ? 'plantain: finishing what is being drawn …\n' : '')
      await server.close()
    })
}
