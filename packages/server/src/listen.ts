import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { PlantainError } from '@plantain/core'
import { isLoopback } from './access.ts'
import { createApp, type AppOptions } from './app.ts'
import { markBlobs } from './jobs/blobs-shared.ts'
import { kinds } from './jobs/kinds.ts'
import { startRunner } from './jobs/runner.ts'
import type { Plantain } from './plantain.ts'

export interface Listening {
  readonly url: string
  /** No new connections; running requests get `drainSeconds`, then they are cancelled. Resolves when all is quiet. */
  close(): Promise<void>
}

/** throws: UNAVAILABLE with a sentence when the address is taken, not ours or not allowed */
export async function listen(plantain: Plantain, options: AppOptions): Promise<Listening> {
  const { host, port, drainSeconds, auth } = plantain.config
  if (auth === 'off' && !isLoopback(host))
    throw new PlantainError(
      'FAILED_PRECONDITION',
      `without keys Plantain listens on this machine alone, not on ${host}; set PLANTAIN_AUTH=keys (and \`plantain keys create\`), or give --host 127.0.0.1`,
    )
  if (plantain.config.compute === 'workers' && plantain.config.databaseUrl === '')
    throw new PlantainError(
      'FAILED_PRECONDITION',
      'workers share a Postgres with their server, and this is the embedded database, which only one process can have; set PLANTAIN_DATABASE_URL for both, or leave PLANTAIN_COMPUTE out',
    )
  const app = createApp(plantain, options)
  const server = serve({ fetch: app.fetch, hostname: host, port }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (cause) => reject(refusal(cause, host, port)))
  })
  plantain.jobs
    .open() // takes a second: before the first request
    .then(() => (plantain.config.databaseUrl === '' ? undefined : markBlobs(plantain)))
    .catch((error: unknown) => options.log('the database could not be opened', error))
  const runner = plantain.config.compute === 'here' ? startRunner(plantain, kinds, options.log) : null
  const sweeping = sweepRegularly(plantain, options.log)
  const answering = countAnswers(server)
  const address = server.address() as AddressInfo
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const late = setTimeout(() => server.closeAllConnections(), drainSeconds * 1000)
      await Promise.all([runner?.stop(), plantain.drain()])
      await answering.quiet()
      server.closeAllConnections() // those kept alive, or opened in advance by a browser, would hold the door for seconds
      await closed
      clearTimeout(late)
      await sweeping.stop()
    },
  }
}

const sweepMilliseconds = 600_000
/** Looks at every turn, so not every time. */
const sessionSweepMilliseconds = 6 * 3_600_000
/** Takes away expired files, and what jobs left, from time to time. */
function sweepRegularly(plantain: Plantain, log: AppOptions['log']): { stop(): Promise<void> } {
  let sweep: Promise<void> | null = null
  let sweptAt = Number.NEGATIVE_INFINITY
  const sweepSessions = async (): Promise<void> => {
    if (performance.now() - sweptAt < sessionSweepMilliseconds) return
    sweptAt = performance.now()
    await plantain.sweepSessions()
  }
  const timer = setInterval(() => {
    sweep ??= Promise.all([plantain.files.sweep(), plantain.sweepJobs(), sweepSessions()])
      .then(() => {})
      .catch((error: unknown) => log('what has expired could not be removed', error))
      .finally(() => (sweep = null))
  }, sweepMilliseconds)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await sweep
    },
  }
}

/** Answers on their way; `quiet` resolves when the last byte of the last one is out, or its client is gone. */
function countAnswers(server: Server): { quiet(): Promise<void> } {
  const answers = new Set<ServerResponse>()
  server.on('request', (_, response: ServerResponse) => {
    answers.add(response)
    response.once('close', () => answers.delete(response))
  })
  const end = (response: ServerResponse): Promise<void> =>
    new Promise((resolve) => response.once('close', resolve))
  return {
    async quiet() {
      await Promise.all([...answers].map(end))
    },
  }
}

function refusal(cause: Error, host: string, port: number): PlantainError {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} of ${host} is in use; stop the program that has it, or give another with --port`,
    EACCES: `port ${port} needs more rights; give one from 1024 up with --port`,
    EADDRNOTAVAIL: `${host} is no address of this machine; give 127.0.0.1, or 0.0.0.0 for all networks`,
    ENOTFOUND: `the host name ${host} is not known; give 127.0.0.1, or 0.0.0.0 for all networks`,
  }
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  return new PlantainError(
    'UNAVAILABLE',
    sentences[code] ?? `the server could not listen on ${host}:${port} (${cause.message})`,
    { cause },
  )
}
