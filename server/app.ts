/** Composes the service: settings, plugins, errors, routes. No I/O of its own until it listens. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import type { Read } from '../engine/read-connections.ts'
import { type Bridge, createBridge } from '../language/bridge/bridge.ts'
import { handleErrors, onClientError, onFrameworkError } from './errors.ts'
import { allowHosts } from './hosts.ts'
import { followLive } from './live.ts'
import { docsPolicy, openapiInfo, tidyDocument } from './openapi.ts'
import { documentRoutes } from './routes/documents.ts'
import { healthRoutes } from './routes/health.ts'
import { parallelRoutes } from './routes/parallel.ts'
import { searchRoutes } from './routes/search.ts'
import { topicRoutes } from './routes/topics.ts'
import { publishedSchemas } from './schemas/published.ts'
import { createTopicLabels, type Topic } from './topics.ts'
import { createTurns, type Limits } from './turns.ts'

/** What the service needs. */
export type AppOptions = {
  engine: Engine
  topics: readonly Topic[]
  /** The bridge of the moment; lexicons may change while the service runs. Default: none. */
  bridge?: () => Bridge
  /** The only host names that are answered to, besides those of loopback addresses. Default: any. */
  allowedHosts?: readonly string[] | undefined
  /** How much may be under way; see {@link Limits}. */
  limits?: Partial<Limits>
  logger: FastifyBaseLogger
}

/** Longest that a request, with its headers and its body, may take to arrive. */
const REQUEST_TIMEOUT_MS = 10_000
/** Connections beyond it are closed at once: each takes a file descriptor, of which lexicons and engine need some. */
const MAX_CONNECTIONS = 2_000

const emptyBridge = createBridge([])

/** The service, as a Fastify instance that has its type provider. */
export type App = Awaited<ReturnType<typeof buildApp>>

/** Builds the service; it is ready to listen or to be asked by `inject`. */
export async function buildApp({
  engine,
  topics,
  bridge = () => emptyBridge,
  allowedHosts,
  limits,
  logger,
}: AppOptions) {
  const app = Fastify({
    loggerInstance: logger,
    // Query texts are what people look for: they stay out of the log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: 15_000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // Node looks every half minute otherwise, and gives headers a whole one.
    http: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
    },
    // Unknown parameters are an error, not dropped; a single value may stand for a list.
    // Numbers that are not finite (`Infinity`, `1e400`) are held against the limits, too: Ajv lets them pass otherwise.
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: true, strictNumbers: false },
    },
    frameworkErrors: onFrameworkError,
    clientErrorHandler: onClientError,
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.server.maxConnections = MAX_CONNECTIONS
  handleErrors(app)
  if (allowedHosts !== undefined) allowHosts(app, allowedHosts)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
  })
  for (const schema of publishedSchemas) app.addSchema(schema)
  await app.register(swagger, {
    openapi: openapiInfo,
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema${index}`),
    },
    transformObject: tidyDocument,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: docsPolicy,
    uiConfig: { validatorUrl: null },
  })

  const live = followLive(engine, logger)
  app.addHook('onClose', async () => live.close())
  const labels = createTopicLabels(topics)
  const options = { engine, live, bridge, labels, inTurn: createTurns(limits) }
  await app.register(searchRoutes, options)
  await app.register(documentRoutes, options)
  await app.register(parallelRoutes, options)
  await app.register(topicRoutes, options)
  // Health is asked past all searches, on connections to the engine that they leave free.
  const urgent: Read = (path, body, signal) => engine.read(path, body, signal, true)
  await app.register(healthRoutes, { ...options, engine: { ...engine, read: urgent } })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs'))
  await app.ready()
  return app
}
