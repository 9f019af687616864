/** Requests as spans in the JSON of OTLP, the protocol of OpenTelemetry. Pure. */

/** A request that was answered, as a part of a trace. */
export type RequestSpan = {
  /** 32 hexadecimal figures. */
  traceId: string
  /** 16 hexadecimal figures. */
  spanId: string
  /** Who asked, if it said so. */
  parentSpanId: string | undefined
  /** In milliseconds since 1970. */
  startedMs: number
  tookMs: number
  method: string
  /** As it is registered, such as `/v1/documents/:id`; undefined where there is none. */
  route: string | undefined
  status: number
  scheme: string
  /** As errors and the log have it. */
  requestId: string
}

const KIND_SERVER = 2
const STATUS_ERROR = 2

/** The body of a request to `/v1/traces`. */
export function traceRequest(serviceName: string, spans: readonly RequestSpan[]): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributes({ 'service.name': serviceName }) },
        scopeSpans: [{ scope: { name: 'bifora' }, spans: spans.map(written) }],
      },
    ],
  }
}

function written(span: RequestSpan): object {
  const { traceId, spanId, parentSpanId, startedMs, tookMs, method, route, status, scheme, requestId } = span
  return {
    traceId,
    spanId,
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    name: route === undefined ? method : `${method} ${route}`,
    kind: KIND_SERVER,
    startTimeUnixNano: nanoseconds(startedMs),
    endTimeUnixNano: nanoseconds(startedMs + tookMs),
    attributes: attributes({
      'http.request.method': method,
      ...(route === undefined ? {} : { 'http.route': route }),
      'http.response.status_code': status,
      'url.scheme': scheme,
      'bifora.request_id': requestId,
    }),
    // What the client did wrong is no error of the server.
    status: status >= 500 ? { code: STATUS_ERROR } : {},
  }
}

function attributes(values: Record<string, string | number>): object[] {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: value } : { stringValue: value },
  }))
}

/** A string, because JSON has no whole numbers as large. */
function nanoseconds(ms: number): string {
  return String(BigInt(Math.round(ms * 1000)) * 1000n)
}
