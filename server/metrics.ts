/** What Prometheus reads at `/metrics`: requests, calls to the engine, stages of searches, the index and its changes, jobs, the process. */
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Read } from '../engine/read-connections.ts'
import type { MeaningCounts, MeaningFigures } from './meaning/meaning.ts'
import type { Beside, ProcessMetrics } from './processes/shared.ts'
import { failures } from './schemas/common.ts'
import { type AtStage, measuredStages } from './search/stages.ts'

/** From 1 ms to the deadline of a request. */
const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 6]

/** What is known of the index; undefined if there is none. */
export type IndexFigures = { change: number; passages: number } | undefined

/** What is looked at when metrics are read. */
export type MetricsSources = {
  index: () => IndexFigures
  /** How many jobs there are, by status; undefined where no documents are taken. */
  jobs: () => Record<string, number> | undefined
  /** How far passages have been embedded, and how searches fared; undefined where there is no embedder. */
  meaning: (() => MeaningFigures & MeaningCounts) | undefined
  /** The other processes of the service. Default: there is but this one. */
  beside?: Beside | undefined
}

/** The metrics of one service. */
export type Metrics = {
  /** Reading from the engine, measured. */
  measured: (read: Read) => Read
  /** Measures the stages of searches. */
  atStage: AtStage
  /** Adds `GET /metrics`, and measures the requests of all routes that are added from now on. */
  serve: (app: FastifyInstance, sources: MetricsSources) => void
  /** What has been counted so far. */
  read: () => Promise<ProcessMetrics>
}

/** Metrics that nothing has been counted into yet. */
export function createMetrics(): Metrics {
  const register = new Registry()
  const requests = new Histogram({
    name: 'bifora_http_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [register],
  })
  const calls = new Histogram({
    name: 'bifora_engine_call_duration_seconds',
    help: 'Time that the search engine took for what searches and other reads asked of it.',
    labelNames: ['operation', 'outcome'],
    buckets: BUCKETS_SECONDS,
    registers: [register],
  })
  const stages = new Histogram({
    name: 'bifora_search_stage_duration_seconds',
    help: 'Time that a stage of a search took; the one to understand it has the one of the bridge in it.',
    labelNames: ['stage'],
    buckets: BUCKETS_SECONDS,
    registers: [register],
  })
  let hasProcess = false
  /** What observes the process costs a little: only those pay who look. */
  const observeProcess = (): void => {
    if (!hasProcess) addProcessMetrics(register)
    hasProcess = true
  }
  const read = async (): Promise<ProcessMetrics> => {
    observeProcess()
    return register.getMetricsAsJSON()
  }
  return {
    read,
    atStage: measuredStages((stage, seconds) => stages.observe({ stage }, seconds)),
    measured: (read) => async (path, body, signal, isUrgent) => {
      const end = calls.startTimer({ operation: path.split('/').at(-1) ?? path })
      try {
        const answer = await read(path, body, signal, isUrgent)
        end({ outcome: 'ok' })
        return answer
      } catch (error) {
        end({ outcome: signal?.aborted === true ? 'aborted' : 'failed' })
        throw error
      }
    },
    serve: (app, sources) => {
      app.addHook('onResponse', async ({ method, routeOptions, isHandedOn }, reply) => {
        if (isHandedOn === true) return
        // An address that is no route would be a label of its own for each typo.
        const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
        requests.observe(labels, reply.elapsedTime / 1000)
      })
      addIndexMetrics(register, sources)
      if (sources.meaning !== undefined) addMeaningMetrics(register, sources.meaning)
      if (sources.beside !== undefined) addProcessCount(register, sources.beside)
      const schema = {
        operationId: 'readMetrics',
        tags: ['Health'],
        summary: 'Metrics for Prometheus',
        description: 'In the text format of Prometheus. Where reading needs a key, this does, too.',
        response: {
          200: { description: 'The metrics.', content: { 'text/plain': { schema: { type: 'string' } } } },
          ...failures(401, 421, 429, 500),
        },
      }
      const config = { scope: 'search', isCentral: true } as const
      app.get('/metrics', { schema, config }, async (_request, reply) => {
        observeProcess()
        const text = await (sources.beside?.sums.read(await read()) ?? register.metrics())
        return reply.type(register.contentType).send(text as never)
      })
    },
  }
}

/** Of the process, but for numbers that go up and down and are named as if they were counters. */
function addProcessMetrics(register: Registry): void {
  collectDefaultMetrics({ register })
  for (const what of ['handles', 'requests', 'resources'])
    register.removeSingleMetric(`nodejs_active_${what}_total`)
}

function addProcessCount(register: Registry, { state }: Beside): void {
  new Gauge({
    name: 'bifora_processes',
    help: 'Processes that answer searches.',
    registers: [register],
    collect() {
      this.set(state().answering)
    },
  })
}

function addIndexMetrics(register: Registry, { index, jobs }: MetricsSources): void {
  // Of several processes the main one is asked, which comes first.
  let seen: { change: number; sinceMs: number } | undefined
  const registers = [register]
  new Gauge({
    name: 'bifora_index_change',
    help: 'Number of the last change of the index that searches see.',
    registers,
    aggregator: 'first',
    collect() {
      this.set(index()?.change ?? 0)
    },
  })
  new Gauge({
    name: 'bifora_index_change_age_seconds',
    help: 'How long no newer change has been seen, from the first time that metrics were read.',
    registers,
    aggregator: 'first',
    collect() {
      const change = index()?.change ?? 0
      if (seen?.change !== change) seen = { change, sinceMs: performance.now() }
      this.set((performance.now() - seen.sinceMs) / 1000)
    },
  })
  new Gauge({
    name: 'bifora_index_passages',
    help: 'Passages that ranking knows of.',
    registers,
    aggregator: 'first',
    collect() {
      this.set(index()?.passages ?? 0)
    },
  })
  new Gauge({
    name: 'bifora_jobs',
    help: 'Jobs that are kept, by status.',
    labelNames: ['status'],
    registers,
    aggregator: 'first',
    collect() {
      this.reset()
      for (const [status, count] of Object.entries(jobs() ?? {})) this.set({ status }, count)
    },
  })
}

function addMeaningMetrics(register: Registry, meaning: NonNullable<MetricsSources['meaning']>): void {
  const registers = [register]
  new Gauge({
    name: 'bifora_embedded_passages',
    help: 'Passages that can be found by meaning.',
    registers,
    collect() {
      this.set(meaning().passages)
    },
  })
  new Counter({
    name: 'bifora_meaning_searches_total',
    help: 'Searches that were to find by meaning, too, by whether the embedder gave a vector in time.',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset()
      const { asked, leftOut } = meaning()
      this.inc({ outcome: 'ok' }, asked - leftOut)
      this.inc({ outcome: 'left_out' }, leftOut)
    },
  })
}
