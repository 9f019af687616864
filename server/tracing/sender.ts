/** Sends spans to a collector, some at a time. What it does not take is lost: tracing never holds a request up. */
import { setTimeout } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import { type RequestSpan, traceRequest } from './otlp.ts'

/** Where spans go. */
export type TracingOptions = {
  /** Address of a collector that takes OTLP over HTTP, without `/v1/traces`. */
  endpoint: string
  /** Sent along, such as a key. */
  headers: Readonly<Record<string, string>>
  /** What the collector calls this service. */
  serviceName: string
}

/** Takes spans; `close` sends what is left, if the collector takes it at once. */
export type Sender = { add: (span: RequestSpan) => void; close: () => Promise<void> }

const INTERVAL_MS = 5_000
const TIMEOUT_MS = 10_000
/** Longest that closing waits for the collector. */
const CLOSING_MS = 2_000
/** Spans of one request to the collector. */
const MAX_BATCH = 512
/** Spans that wait; more are dropped. */
const MAX_WAITING = 2_048

/** Begins to send. The log tells when the collector stops taking spans, and when it takes them again. */
export function createSender(
  { endpoint, headers, serviceName }: TracingOptions,
  logger: FastifyBaseLogger,
): Sender {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  let waiting: RequestSpan[] = []
  let dropped = 0
  let isFailing = false

  async function send(spans: readonly RequestSpan[]): Promise<void> {
    try {
      const reply = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(traceRequest(serviceName, spans)),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await reply.arrayBuffer()
      if (!reply.ok) throw new Error(`The collector answered ${reply.status}.`)
      if (isFailing) logger.info({ dropped }, 'traces are taken again')
      isFailing = false
      dropped = 0
    } catch (error) {
      dropped += spans.length
      if (!isFailing) logger.warn({ err: error }, 'traces are not taken, and lost')
      isFailing = true
    }
  }

  let sending = Promise.resolve()
  const flush = (): Promise<void> => {
    const spans = waiting
    waiting = []
    for (let at = 0; at < spans.length; at += MAX_BATCH) {
      sending = sending.then(() => send(spans.slice(at, at + MAX_BATCH)))
    }
    return sending
  }
  let isFlushing = false
  const timer = setInterval(async () => {
    // A slow collector gets no second request: what comes meanwhile waits, up to a limit.
    if (isFlushing) return
    isFlushing = true
    await flush()
    isFlushing = false
  }, INTERVAL_MS)
  timer.unref()

  return {
    add: (span) => {
      if (waiting.length < MAX_WAITING) waiting.push(span)
      else dropped += 1
    },
    close: async () => {
      clearInterval(timer)
      await Promise.race([flush(), setTimeout(CLOSING_MS, undefined, { ref: false })])
    },
  }
}
