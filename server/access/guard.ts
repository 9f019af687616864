/**
 * Who may ask for what, route by route: each says it in its configuration, `config: { scope: 'index' }`. One that reads
 * may leave it away and needs `search`; `open` needs nothing and looks at no key.
 */
import type { FastifyInstance, FastifyReply, RouteOptions } from 'fastify'
import { ProblemError } from '../problem.ts'
import { admit, type Caller } from './admit.ts'
import type { KeyRing } from './follow-keys.ts'
import { verify } from './keys.ts'
import type { Limiter } from './limits.ts'
import { isFromHere } from './local.ts'
import { presentedSecret } from './presented.ts'
import type { Scope } from './scopes.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must allow to use the route; `open`: anybody may. Default: `open` outside `/v1`, else `search`. */
    scope?: Scope | 'open'
  }
  interface FastifyRequest {
    /** On what grounds the request was let in; null on open routes. */
    caller: Caller | null
  }
}

/** What the guard is given. */
export type GuardOptions = {
  keys: KeyRing
  /** Whether reading needs a key, too. */
  requiresKey: boolean
  /** Whether programs on this machine may write without a key. True only where the service listens on loopback. */
  writesLocally: boolean
  limit: Limiter
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Guards all routes that are added from now on. Routes with `config: { rateLimit: false }` are not limited.
 *
 * @throws {Error} when a route that writes is added without a scope: it would be open to whoever may read
 */
export function guardRoutes(
  app: FastifyInstance,
  { keys, requiresKey, writesLocally, limit }: GuardOptions,
): void {
  app.decorateRequest('caller', null)
  app.addHook('onRoute', setScope)
  app.addHook('onRequest', async (request, reply) => {
    const { scope = 'open', rateLimit } = request.routeOptions.config
    const state = keys.state()
    const known = state.are === 'usable' ? state.keys : []
    const secret = scope === 'open' ? undefined : presentedSecret(request.headers)
    const verdict = verify(secret, known, Date.now())
    // Where no key can be checked, none is wrong.
    const counted = state.are === 'usable' ? verdict : ({ is: 'absent' } as const)
    if (rateLimit !== false) await limit(request, reply, counted)
    if (scope === 'open') return
    try {
      const { raw } = request
      request.caller = admit(verdict, scope, {
        keys: state,
        requiresKey,
        writesLocally,
        isFromHere: () =>
          isFromHere({
            address: raw.socket.remoteAddress,
            httpVersion: raw.httpVersion,
            headers: raw.headers,
          }),
      })
    } catch (error) {
      challenge(reply, error, scope)
      throw error
    }
    if (verdict.is === 'valid') keys.used(verdict.key.id)
  })
}

function setScope(route: RouteOptions): void {
  if (route.config?.scope !== undefined) return
  if ([route.method].flat().some((method) => !READING.has(method))) {
    throw new Error(`The route ${route.method} ${route.url} does not say which scope it needs.`)
  }
  route.config = { ...route.config, scope: route.url.startsWith('/v1/') ? 'search' : 'open' }
}

/** What WWW-Authenticate says of each problem with a key (RFC 6750). */
function challenge(reply: FastifyReply, error: unknown, needed: Scope): void {
  if (!(error instanceof ProblemError)) return
  const errors: Record<string, string> = {
    'key-missing': '',
    'key-unknown': ', error="invalid_token"',
    'key-expired': ', error="invalid_token", error_description="expired"',
    'scope-missing': `, error="insufficient_scope", scope="${needed}"`,
  }
  const code = errors[error.kind]
  if (code !== undefined) reply.header('www-authenticate', `Bearer realm="Bifora"${code}`)
}
