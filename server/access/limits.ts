/** How many requests are answered a minute: by key, else by address; wrong keys fewer, by address. */
import rateLimit, { type FastifyRateLimitStoreCtor, normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../problem.ts'
import type { Count } from '../processes/counts.ts'
import type { Verdict } from './keys.ts'
import { isLoopbackAddress } from './local.ts'

/** Limits of a service. */
export type LimitOptions = {
  /** Requests a minute of one key, or of one address without one; 0: any number. */
  perMinute: number
  /** Whether addresses of this machine are limited, too. */
  limitsLoopback: boolean
}

/** Requests with a wrong key that are answered as such a minute, by address. A right key is taken even then. */
export const WRONG_KEYS_PER_MINUTE = 10

/** Keys and addresses that are counted at a time; of more, those not seen for longest are forgotten. */
export const COUNTED = 10_000
/** Addresses that a proxy names may be anything. */
const LONGEST_ADDRESS = 64

/** Counts a request, and refuses it with `too-many-requests` if it is one too many. */
export type Limiter = (request: FastifyRequest, reply: FastifyReply, verdict: Verdict) => Promise<void>

/**
 * Makes the limits of a service. An IPv6 address counts as its /64 network.
 *
 * @param count counts for all processes of the service. Default: in this one alone
 */
export async function createLimiter(
  app: FastifyInstance,
  { perMinute, limitsLoopback }: LimitOptions,
  count?: Count,
): Promise<Limiter> {
  await app.register(rateLimit, { global: false, ...(count && { store: storeOf(count) }) })
  const names = new WeakMap<FastifyRequest, string>()
  const keyGenerator = (request: FastifyRequest): string => names.get(request) ?? ''
  const counting = { cache: COUNTED, timeWindow: 60_000, keyGenerator }
  const countAny = app.createRateLimit({ ...counting, max: perMinute })
  const countWrong = app.createRateLimit({ ...counting, max: WRONG_KEYS_PER_MINUTE })

  return async (request, reply, verdict) => {
    // Whoever has left already has none any more, and nothing is done for them.
    const ip: string | undefined = request.ip
    if (ip === undefined || (!limitsLoopback && isLoopbackAddress(ip))) return
    const isWrong = verdict.is === 'unknown' || verdict.is === 'expired'
    if (!isWrong && perMinute === 0) return
    const address = normalizeIP(ip.slice(0, LONGEST_ADDRESS))
    const name = verdict.is === 'valid' ? `key ${verdict.key.id}` : address
    names.set(request, isWrong ? `wrong ${name}` : name)
    const counted = await (isWrong ? countWrong : countAny)(request)
    if (counted.isAllowed) return
    const { max, remaining, isExceeded } = counted
    const seconds = Math.max(1, counted.ttlInSeconds)
    reply.header('ratelimit-limit', max)
    reply.header('ratelimit-remaining', remaining)
    reply.header('ratelimit-reset', seconds)
    if (!isExceeded) return
    reply.header('retry-after', seconds)
    throw new ProblemError(
      'too-many-requests',
      isWrong
        ? {
            en: `More than ${max} requests a minute with a wrong key came from this address. Check the key, and ask again in ${seconds} s.`,
            it: `Da questo indirizzo sono arrivate più di ${max} richieste al minuto con una chiave sbagliata. Controlla la chiave e riprova tra ${seconds} s.`,
          }
        : {
            en: `More than ${max} requests a minute came with this key, or from this address without one. Ask again in ${seconds} s.`,
            it: `Con questa chiave, o senza chiave da questo indirizzo, sono arrivate più di ${max} richieste al minuto. Riprova tra ${seconds} s.`,
          },
    )
  }
}

/** What the library keeps its counts in, as somebody else's. */
function storeOf(count: Count): FastifyRateLimitStoreCtor {
  const store: InstanceType<FastifyRateLimitStoreCtor> = {
    incr: (name, done, windowMs = 60_000) => {
      count(name, windowMs).then(
        (counted) => done(null, counted),
        (error: Error) => done(error),
      )
    },
    child: () => store,
  }
  // The library makes it with `new`.
  return function newStore() {
    return store
  } as unknown as FastifyRateLimitStoreCtor
}
