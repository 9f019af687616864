/**
 * Which host names the service answers to. A page of another site can point its own name at this machine (DNS
 * rebinding) and read what a service here says, unless that refuses the name. Matters on loopback addresses: what
 * listens on others is meant to be reached by others.
 */
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i

/** Whether a host, to listen on or asked for, is this machine itself. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/** The name in a Host header: without port and final dot, in lower case. */
export function hostName(host: string): string {
  return host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase()
}

/**
 * Refuses requests whose Host header has a name, whatever the port, that is neither loopback nor in `allowed`. Requests
 * without one are answered: browsers always send it.
 */
export function allowHosts(app: FastifyInstance, allowed: readonly string[]): void {
  const names = new Set(allowed.map((name) => name.toLowerCase()))
  app.addHook('onRequest', async ({ headers }) => {
    const { host = '' } = headers
    const name = hostName(host)
    if (host === '' || isLoopback(name) || names.has(name)) return
    throw new ProblemError('misdirected', {
      en: 'The service does not answer to this host name. Ask for localhost, or name it in ALLOWED_HOSTS.',
      it: 'Il servizio non risponde a questo nome. Chiedi di localhost, o indicalo in ALLOWED_HOSTS.',
    })
  })
}
