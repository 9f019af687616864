/** The header `traceparent` (W3C Trace Context), by which a caller says which trace its request belongs to. Pure. */

/** What a caller says. */
export type TraceParent = { traceId: string; spanId: string; isSampled: boolean }

const PATTERN = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-|$)/
const SAMPLED = 1

/** What the header says; undefined where there is none, or it is not one. */
export function readTraceParent(header: string | string[] | undefined): TraceParent | undefined {
  const [, traceId, spanId, flags = ''] = (typeof header === 'string' && PATTERN.exec(header)) || []
  if (traceId === undefined || spanId === undefined) return undefined
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED }
}
