import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Plantain } from '../plantain.ts'
import { within } from './within.ts'

/** An answered request, as it is counted and logged: the pattern of its address, never what it holds. */
export interface AnsweredRequest {
  readonly id: string
  readonly method: string
  /** As mounted, `/{version}/models/{call}`; 'unmatched' where nothing is. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  /** Whose key it was; '' where none was looked at. */
  readonly caller: string
}

export interface Metrics {
  observe(request: AnsweredRequest): void
  /** The text format of Prometheus, and its media type. */
  text(): Promise<{ readonly body: string; readonly contentType: string }>
}

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300]
const mostStatusMilliseconds = 1000

export function createMetrics(plantain: Plantain): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  const requests = new Counter({
    name: 'plantain_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'plantain_http_request_duration_seconds',
    help: 'From a request to the last byte of its answer',
    labelNames: ['method', 'route'],
    buckets: seconds,
    registers,
  })
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    }) // oxlint-disable-line no-new -- it registers itself
  }
  const total = (name: string, help: string, read: () => number): void => {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    }) // oxlint-disable-line no-new -- it registers itself
  }
  const { tally } = plantain
  gauge('plantain_queue_running', 'Requests that compute now', () => Math.min(1, plantain.busy))
  gauge('plantain_queue_waiting', 'Requests that wait for the one that computes', () =>
    Math.max(0, plantain.busy - 1),
  )
  gauge('plantain_queue_limit', 'Requests that may wait', () => plantain.config.maxWaiting)
  gauge('plantain_sessions_held', 'Sessions kept in memory', () => plantain.sessions.held)
  total(
    'plantain_denoising_seconds_total',
    'Time spent in steps of the denoiser',
    () => tally.denoisingMilliseconds / 1000,
  )
  total('plantain_denoising_steps_total', 'Steps of the denoiser', () => tally.steps)
  total('plantain_pictures_total', 'Pictures denoised', () => tally.pictures)
  const jobs = new Counter({
    name: 'plantain_jobs_total',
    help: 'Requests for pictures by how they ended',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(tally.jobs)) this.inc({ outcome }, count)
    },
  })
  void jobs
  networks(plantain, registers)
  let withProcess = false
  return {
    observe({ method, route, status, milliseconds }) {
      requests.inc({ method, route, status })
      durations.observe({ method, route }, milliseconds / 1000)
    },
    async text() {
      if (!withProcess) collectDefaultMetrics({ register }) // when somebody wants them: they watch the garbage collector
      withProcess = true
      return { body: await register.metrics(), contentType: register.contentType }
    },
  }
}

/** What the engine holds, where there is one and it answers in time. */
function networks(plantain: Plantain, registers: Registry[]): void {
  const loaded = new Gauge({ name: 'plantain_networks_loaded', help: 'Networks in memory', registers })
  const limit = new Gauge({
    name: 'plantain_model_memory_limit_bytes',
    help: 'The most memory that weights may take',
    registers,
  })
  const memory = new Gauge({
    name: 'plantain_model_memory_bytes',
    help: 'Memory that weights take',
    registers,
    async collect() {
      const status = await within(mostStatusMilliseconds, plantain.engineStatus()).catch(() => null)
      this.set(status?.loaded.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0)
      loaded.set(status?.loaded.length ?? 0)
      limit.set(status?.memoryBytes ?? 0)
    },
  })
  void memory
}
