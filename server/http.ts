/** Fastify as the service sets it up: what it takes of connections, headers, addresses and parameters. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { takeOffBase } from './base-path.ts'
import { limitConnections } from './connections.ts'
import { onClientError, onFrameworkError } from './errors.ts'

/** Longest that headers may take to arrive. */
const HEADERS_TIMEOUT_MS = 10_000
/** Each takes a file descriptor, of which lexicons and engine need some; beyond it see {@link limitConnections}. */
const MAX_CONNECTIONS = 2_000

/** What differs from one service to another. */
export type HttpOptions = {
  logger: FastifyBaseLogger
  /** Proxies that are believed where a request comes from: addresses and networks, or how many stand in a row. */
  trustProxy: number | readonly string[]
  /** Prefix of all addresses, or nothing. */
  basePath: string
}

/** An HTTP server without any routes. */
export function createHttp({ logger, trustProxy, basePath }: HttpOptions) {
  const app = Fastify({
    loggerInstance: logger,
    // request-log.ts has a line of its own, without what people look for.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    connectionTimeout: 15_000,
    keepAliveTimeout: 5_000,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // Node looks every half minute otherwise. Bodies have limits of their own: some take as long as they are large.
    http: {
      maxHeaderSize: 16 * 1024,
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
    },
    // Unknown parameters are an error, not dropped; a single value may stand for a list.
    // Numbers that are not finite (`Infinity`, `1e400`) are held against the limits, too: Ajv lets them pass otherwise.
    ajv: {
      customOptions: {
        removeAdditional: false,
        coerceTypes: 'array',
        allErrors: true,
        strictNumbers: false,
        // Says something to generators of clients, and nothing about what is valid.
        keywords: ['x-enum-varnames'],
      },
    },
    frameworkErrors: onFrameworkError,
    clientErrorHandler: onClientError,
    trustProxy: trusted(trustProxy),
    ...(basePath === '' ? {} : { rewriteUrl: takeOffBase(basePath) }),
  }).withTypeProvider<TypeBoxTypeProvider>()
  limitConnections(app.server, MAX_CONNECTIONS)
  return app
}

/** As Fastify takes it. A number alone it would not believe: there, whoever connects is taken for the last proxy. */
function trusted(proxies: number | readonly string[]) {
  if (typeof proxies === 'number') return (_address: string, hop: number) => hop < proxies
  return proxies.length > 0 && [...proxies]
}
