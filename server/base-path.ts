/**
 * Running below a prefix of a shared host name, BASE_PATH. Inside, addresses are without it; it is taken off where a
 * request comes in and put on where an address goes out. Requests without it are answered, too: some proxies take it off
 * themselves, and those who ask on the same machine need not know it.
 */
import type { FastifyInstance } from 'fastify'

/** Makes what takes the prefix, such as `/search`, off the address of a request. */
export function takeOffBase(basePath: string): (request: { url?: string | undefined }) => string {
  return ({ url = '/' }) => {
    const rest = url.slice(basePath.length)
    if (!url.startsWith(basePath) || !/^(?:[/?]|$)/.test(rest)) return url
    return rest.startsWith('/') ? rest : `/${rest}`
  }
}

/** Puts the prefix on addresses in the header Location that are on this host. */
export function putOnBase(app: FastifyInstance, basePath: string): void {
  app.addHook('onSend', async (_request, reply) => {
    const location = reply.getHeader('location')
    if (typeof location === 'string' && location.startsWith('/'))
      reply.header('location', basePath + location)
  })
}
