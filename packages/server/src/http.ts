// Apart from index.ts, so that who makes a picture on the command line does not wait for a web server to load.
export { createApp, type AppOptions } from './app.ts'
export { createLog, type Log } from './telemetry/log.ts'
export { openTracing, type Tracing } from './telemetry/tracing.ts'
export { listen, type Listening } from './listen.ts'
export { work } from './jobs/work.ts'
