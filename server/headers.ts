/** The headers that tell browsers to be careful with what the service answers. */
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * What the page at /docs may load: its own files, and pictures that stand in them. Nothing is said about https, so that
 * the page works on any host name over plain http, too; encrypting is up to what stands in front of the service.
 */
const POLICY = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  fontSrc: ["'self'", 'data:'],
  formAction: ["'none'"],
  frameAncestors: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
}

const HALF_A_YEAR_SECONDS = 180 * 24 * 60 * 60

/** Adds the headers to every answer; to stay with https only where the request came by it, as a trusted proxy says. */
export async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: false,
    // Browsers ignore both over plain http, and complain on the console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  app.addHook('onRequest', async ({ protocol }, reply) => {
    if (protocol !== 'https') return
    reply.header('strict-transport-security', `max-age=${HALF_A_YEAR_SECONDS}`)
  })
}

/** Adds a request header to those that the answer depends on, beside what is named there already. */
export function varyBy(reply: FastifyReply, name: string): void {
  const named = reply.getHeader('vary')
  reply.header('vary', named === undefined ? name : `${named}, ${name}`)
}

/** Names the pages around this one (RFC 8288), as the body of an answer does, for clients that do not read it. */
export function linkPages(reply: FastifyReply, links: { next?: string; prev?: string }): void {
  const pages = [
    links.next === undefined ? [] : `<${links.next}>; rel="next"`,
    links.prev === undefined ? [] : `<${links.prev}>; rel="prev"`,
  ].flat()
  if (pages.length > 0) reply.header('link', pages.join(', '))
}
