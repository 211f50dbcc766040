import type { AnsweredRequest } from './metrics.ts'

/** Begins the span of a request; the returned function ends it. */
export type StartSpan = (method: string, headers: Headers) => (request: AnsweredRequest) => void

export interface Tracing extends AsyncDisposable {
  readonly span: StartSpan
}

/**
 * Spans of requests to an OpenTelemetry collector, over HTTP, where the environment names one (`OTEL_EXPORTER_OTLP_ENDPOINT`); the
 * packages are loaded only then. A trace that the client began goes on. Attributes are those of metrics: nothing of what was asked.
 *
 * endpoint: as OpenTelemetry defines it, without /v1/traces
 */
export async function openTracing(
  endpoint: string | undefined,
  {
    version,
    serviceName = 'plantain',
  }: { readonly version: string; readonly serviceName?: string | undefined },
): Promise<Tracing | null> {
  if (endpoint === undefined || endpoint.trim() === '') return null
  const [
    { SpanKind, SpanStatusCode, ROOT_CONTEXT, trace },
    sdk,
    { OTLPTraceExporter },
    { resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  })
  const tracer = provider.getTracer('plantain', version)
  return {
    span(method, headers) {
      const parent = parentOf(headers.get('traceparent'))
      const context =
        parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true })
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, context)
      return ({ id, route, status, caller }) => {
        span.updateName(`${method} ${route}`)
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
          'plantain.request_id': id,
          'plantain.caller': caller,
        })
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      }
    },
    async [Symbol.asyncDispose]() {
      await provider.shutdown().catch(() => {}) // a collector that is gone holds nobody up
    },
  }
}

/** Source: W3C Trace Context, version 00. */
function parentOf(header: string | null): { traceId: string; spanId: string; traceFlags: number } | null {
  const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header ?? '')
  if (found === null || /^0+$/.test(found[1]!) || /^0+$/.test(found[2]!)) return null
  return { traceId: found[1]!, spanId: found[2]!, traceFlags: Number.parseInt(found[3]!, 16) }
}
