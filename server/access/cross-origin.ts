/** Which pages of other origins may read answers (CORS). Never with cookies or passwords of the browser. */
import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** Headers of answers that a page may read, besides those that it always may. */
const EXPOSED = [
  'ETag',
  'Deprecation',
  'Location',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Sunset',
  'WWW-Authenticate',
]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
const MAX_AGE_SECONDS = 600

/**
 * Lets pages of the given origins, such as `https://app.example.org`, read what the service answers; `*` stands for
 * all. To all others it is as if nothing had been set.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const isAny = origins.includes('*')
  const allowed = new Set(origins)
  await app.register(cors, {
    // A function for any origin, too: without an Origin nothing is said, and OPTIONS alone stays a mistake.
    origin: async (origin: string | undefined) => {
      if (origin === undefined) return false
      return isAny ? '*' : allowed.has(origin) && origin
    },
    methods: METHODS,
    exposedHeaders: EXPOSED,
    credentials: false,
    maxAge: MAX_AGE_SECONDS,
    strictPreflight: false,
  })
}
