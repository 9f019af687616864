/**
 * Answers that a client has already (RFC 9110, section 13): what is read from the index gets a weak entity tag of the
 * index's state and of what was asked, and is answered 304 where the client names that tag, before the engine is asked.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { labelLanguage } from './topics.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What its answers change with; `index`: with documents, lexicons and nothing else. Default: not known. */
    changesWith?: 'index'
  }
  interface FastifyRequest {
    /** The entity tag that a complete answer gets, if it has one. */
    entityTag: string | undefined
  }
}

/** What an answer depends on beside the request; equal values mean equal answers. Undefined if nothing is indexed. */
export type IndexState = () => readonly (string | number)[] | undefined

/** A client may keep it, and asks each time whether it is still the same. */
const REVALIDATE = 'no-cache'
const TAG_LENGTH = 22

/**
 * Adds entity tags to the answers of routes with `config: { changesWith: 'index' }`.
 *
 * The state is taken before the answer is made: where the index changes meanwhile, the answer is newer than its tag, and
 * the next request gets another one.
 *
 * @param service stands for all that stays as it is while the service runs. Default: of this process alone
 */
export function addValidators(
  app: FastifyInstance,
  stateOf: IndexState,
  // What lexicons and topics say is numbered anew by each process.
  service: string = randomUUID(),
): void {
  app.decorateRequest('entityTag', undefined)
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config.changesWith !== 'index') return
    if (request.method !== 'GET' && request.method !== 'HEAD') return
    const state = stateOf()
    if (state === undefined) return
    const tag = tagOf([service, ...state, labelLanguage(request.headers['accept-language'])], request)
    request.entityTag = tag
    if (isNamed(tag, request.headers['if-none-match'])) return setHeaders(reply, tag).code(304).send()
  })
  app.addHook('onSend', async ({ entityTag }, reply) => {
    if (entityTag !== undefined && reply.statusCode === 200) setHeaders(reply, entityTag)
  })
}

function setHeaders(reply: FastifyReply, tag: string): FastifyReply {
  const isPrivate = reply.request.caller?.by === 'key'
  return reply
    .header('etag', tag)
    .header('cache-control', isPrivate ? `private, ${REVALIDATE}` : REVALIDATE)
    .header('vary', varied(reply.getHeader('vary')))
}

/** What the tag depends on, beside the address; what was named already stays. */
function varied(named: number | string | string[] | undefined): string {
  const names = [named ?? []].flat().flatMap((names) =>
    String(names)
      .toLowerCase()
      .split(/\s*,\s*/),
  )
  return [...new Set([...names, 'accept-language'])].join(', ')
}

/** Parameters in another order ask for the same. */
function tagOf(state: readonly (string | number)[], { url }: FastifyRequest): string {
  const [path = '', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.sort()
  const hash = createHash('sha256').update(JSON.stringify([state, path, parameters.toString()]))
  return `W/"${hash.digest('base64url').slice(0, TAG_LENGTH)}"`
}

/** Weak comparison: whether a tag is marked as weak does not matter. */
function isNamed(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const opaque = tag.slice(2)
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === opaque)
}
