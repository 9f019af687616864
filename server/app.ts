/** Composes the service: settings, plugins, errors, routes. No I/O of its own until it listens. */
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify'
import { type Engine, readingBy } from '../engine/engine.ts'
import { type Bridge, createBridge } from '../language/bridge/bridge.ts'
import { allowOrigins } from './access/cross-origin.ts'
import { type KeyRing, noKeys } from './access/follow-keys.ts'
import { guardRoutes } from './access/guard.ts'
import { createLimiter, type LimitOptions } from './access/limits.ts'
import { putOnBase } from './base-path.ts'
import { announceDeprecations } from './deprecations.ts'
import { addDocumentation } from './documentation.ts'
import { handleErrors } from './errors.ts'
import { addHeaders } from './headers.ts'
import { allowHosts } from './hosts.ts'
import { createHttp } from './http.ts'
import { type Changing, type IndexingOptions, openChanging } from './jobs/changing.ts'
import type { Decisions } from './lexicon/decisions.ts'
import { limitBodies } from './limit-bodies.ts'
import { type Corpus, followLive } from './live.ts'
import { type MeaningOptions, openMeaning } from './meaning/meaning.ts'
import { createMetrics } from './metrics.ts'
import { createNumbers } from './numbers.ts'
import { handOnRequests } from './processes/hand-on.ts'
import type { Shared } from './processes/shared.ts'
import { logRequests, type RequestLogOptions } from './request-log.ts'
import { batchRoutes } from './routes/batch.ts'
import { changeDocumentRoutes } from './routes/change-documents.ts'
import { citationRoutes } from './routes/citation.ts'
import { coverageRoutes } from './routes/coverage.ts'
import { discoveryRoutes } from './routes/discovery.ts'
import { documentRoutes } from './routes/documents.ts'
import { exportRoutes } from './routes/export.ts'
import { facetRoutes } from './routes/facets.ts'
import { feedRoutes } from './routes/feed.ts'
import { fileRoutes } from './routes/file.ts'
import { healthRoutes } from './routes/health.ts'
import { jobRoutes } from './routes/jobs.ts'
import { lexiconRoutes } from './routes/lexicon.ts'
import { mcpRoute } from './routes/mcp.ts'
import { multiSearchRoute } from './routes/multi-search.ts'
import { pageRoutes } from './routes/page.ts'
import { parallelRoutes } from './routes/parallel.ts'
import { postDocumentsRoute } from './routes/post-documents.ts'
import { putDocumentRoute } from './routes/put-document.ts'
import { relatedRoutes } from './routes/related.ts'
import { searchRoutes } from './routes/search.ts'
import { statsRoutes } from './routes/stats.ts'
import { suggestRoutes } from './routes/suggest.ts'
import { termRoutes } from './routes/terms.ts'
import { topicRoutes } from './routes/topics.ts'
import { createTopicLabels, type Topic } from './topics.ts'
import type { TracingOptions } from './tracing/sender.ts'
import { traceRequests } from './tracing/trace-requests.ts'
import { createTurns, type Limits } from './turns.ts'
import { untilSeen } from './until-seen.ts'
import { addValidators } from './validators.ts'

/** What the service needs. */
export type AppOptions = {
  engine: Engine
  topics: readonly Topic[]
  /** The bridge of the moment; lexicons may change while the service runs. Default: none. */
  bridge?: () => Bridge
  /** Where decisions about pairs of words are kept, for `bridge` to go by. Default: none are taken. */
  decisions?: Decisions | undefined
  /** The only host names that are answered to, besides those of loopback addresses. Default: any. */
  allowedHosts?: readonly string[] | undefined
  /** Who may do what. Default: anybody may read, as often as they like, and nobody may write. */
  access?: Partial<AccessOptions> | undefined
  /** Prefix of all addresses, such as `/search`. Default: none. */
  basePath?: string | undefined
  /** Folder of the search page as it was built. Default: none, and `/` leads to the documentation. */
  page?: string | undefined
  /** More routes, added after the service's own. */
  routes?: readonly FastifyPluginAsync[] | undefined
  /** How documents that are sent get into the index. Default: none are taken. */
  indexing?: IndexingOptions | undefined
  /** The embedder that documents are found by meaning with. Default: none, and they are found by words. */
  meaning?: MeaningOptions | undefined
  /** How much may be under way; see {@link Limits}. */
  limits?: Partial<Limits>
  /** What the line of a request in the log has. */
  requestLog?: RequestLogOptions | undefined
  /** Where traces of requests go. Default: nowhere. */
  tracing?: TracingOptions | undefined
  /** What this process shares with others that are the same service. Default: it is the whole service. */
  shared?: Shared | undefined
  logger: FastifyBaseLogger
}

/** Who may do what, from where and how often. */
export type AccessOptions = {
  keys: KeyRing
  /** Whether reading needs a key, too. */
  requiresKey: boolean
  /** Whether programs on this machine may write without a key. True only where the service listens on loopback. */
  writesLocally: boolean
  limits: LimitOptions
  /** Origins whose pages may read answers; `*`: all. */
  corsOrigins: readonly string[]
  /** Proxies that are believed where a request comes from: addresses and networks, or how many stand in a row. */
  trustProxy: number | readonly string[]
}

const UNLIMITED: LimitOptions = { perMinute: 0, limitsLoopback: false }

/** Smaller answers are not worth compressing. */
const MIN_COMPRESSED_BYTES = 1024
/** Of Brotli, from 0 to 11: it costs about what gzip costs, and gives smaller answers. */
const BROTLI_QUALITY = 4

/** Longest time for a small body to come in. */
const BODY_TIMEOUT_MS = 10_000
/** Routes that read the index and need nothing besides. */
const readingRoutes = [
  searchRoutes,
  multiSearchRoute,
  facetRoutes,
  suggestRoutes,
  relatedRoutes,
  exportRoutes,
  batchRoutes,
  termRoutes,
  statsRoutes,
  coverageRoutes,
  fileRoutes,
  documentRoutes,
  parallelRoutes,
  topicRoutes,
]
/** Routes that change it, or say how changes go. */
const changingRoutes = [putDocumentRoute, changeDocumentRoutes, postDocumentsRoute, jobRoutes]

const emptyBridge = createBridge([])

/** The service, as a Fastify instance that has its type provider. */
export type App = Awaited<ReturnType<typeof buildApp>>

/** Builds the service; it is ready to listen or to be asked by `inject`. */
export async function buildApp({
  engine,
  topics,
  bridge = () => emptyBridge,
  decisions,
  allowedHosts,
  access: { keys = noKeys, requiresKey = false, writesLocally = false, ...access } = {},
  basePath = '',
  page,
  routes = [],
  indexing,
  meaning: meaningOptions,
  limits,
  requestLog,
  tracing,
  shared,
  logger,
}: AppOptions) {
  const app = createHttp({ logger, trustProxy: access.trustProxy ?? [], basePath })
  handleErrors(app, basePath)
  if (shared?.is === 'answering') handOnRequests(app, shared.door)
  logRequests(app, requestLog)
  if (tracing !== undefined) traceRequests(app, tracing)
  await addHeaders(app)
  await app.register(compress, {
    threshold: MIN_COMPRESSED_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    globalDecompression: false,
  })
  if (allowedHosts !== undefined) allowHosts(app, allowedHosts)
  // Before keys are asked for: a browser sends none along when it asks whether it may.
  if (access.corsOrigins?.length) await allowOrigins(app, access.corsOrigins)
  const limit = await createLimiter(app, access.limits ?? UNLIMITED, shared?.count)
  guardRoutes(app, { keys, requiresKey, writesLocally, limit })
  if (basePath !== '') putOnBase(app, basePath)
  limitBodies(app, BODY_TIMEOUT_MS)
  announceDeprecations(app)
  await addDocumentation(app, basePath)

  // Health, and what the service has to know itself, are asked past all searches, on connections that they leave free.
  const urgent = readingBy(engine, (read) => (path, body, signal) => read(path, body, signal, true))
  const live = followLive(urgent, logger)
  app.addHook('onClose', async () => live.close())
  // Whoever takes documents gives their passages vectors, too.
  const meaning =
    meaningOptions && openMeaning(meaningOptions, { engine, live, fills: indexing !== undefined, logger })
  app.addHook('onClose', async () => meaning?.close())
  const numberOf = createNumbers()
  const lexicons = shared?.lexicons ?? (() => numberOf(bridge()))
  const stateOf = (corpus: Corpus) => [
    corpus.build.generation,
    corpus.seen,
    corpus.gathered,
    lexicons(),
    meaning?.version() ?? 0,
  ]
  addValidators(
    app,
    () => {
      const corpus = live.seen()
      return corpus && stateOf(corpus)
    },
    shared?.service,
  )
  const labels = createTopicLabels(topics)
  const metrics = createMetrics()
  const given = {
    engine: readingBy(engine, metrics.measured),
    live,
    bridge,
    labels,
    basePath,
    inTurn: createTurns(limits),
    atStage: metrics.atStage,
    meaning,
  }
  const beside = shared?.is === 'main' ? shared.beside : undefined
  let changing: Changing | undefined
  metrics.serve(app, {
    index: () => {
      const corpus = live.seen()
      return corpus && { change: corpus.seen, passages: passagesOf(corpus) }
    },
    jobs: () => changing && countBy(changing.jobs.list(), ({ status }) => status),
    meaning: meaning && (() => ({ ...meaning.figures(), ...meaning.counts() })),
    beside,
  })
  for (const routes of readingRoutes) await app.register(routes, given)
  await app.register(citationRoutes, { ...given, hasPage: page !== undefined })
  await app.register(feedRoutes, { ...given, hasPage: page !== undefined })
  await app.register(discoveryRoutes, { basePath, hasPage: page !== undefined })
  await app.register(lexiconRoutes, { ...given, decisions })
  await app.register(healthRoutes, { ...given, engine: urgent, beside })
  changing =
    indexing === undefined
      ? undefined
      : await openChanging(engine, live, { ...indexing, untilSeenBeside: beside?.untilSeen }, logger)
  // Before what else is closed: its last change may still be under way.
  app.addHook('preClose', async () => changing?.stop())
  app.addHook('onClose', async () => changing?.close())
  for (const routes of changingRoutes) await app.register(routes, { ...given, changing })
  await app.register(mcpRoute)
  for (const more of routes) await app.register(more)
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  if (page === undefined) {
    app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs'))
  } else {
    await app.register(pageRoutes, { ...given, folder: page })
  }
  if (shared?.is === 'answering') {
    shared.onParts({ untilSeen: (number) => untilSeen(live, number), metrics: metrics.read })
  }
  await app.ready()
  return app
}

function passagesOf({ statistics }: Pick<Corpus, 'statistics'>): number {
  return [...statistics.languages.values()].reduce((sum, { passages }) => sum + passages, 0)
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}
