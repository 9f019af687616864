/** `GET /v1/feed.atom` and `/v1/feed.json`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { abortSignal } from '../abort.ts'
import { atomOf } from '../feed/atom.ts'
import { newestMatches } from '../feed/entries.ts'
import { type Feed, feedOf } from '../feed/feed.ts'
import { jsonFeedOf } from '../feed/json-feed.ts'
import { varyBy } from '../headers.ts'
import { failures, ref, unchanged } from '../schemas/common.ts'
import { FeedQuery, JsonFeed } from '../schemas/feed.ts'
import { readParams } from '../search/params.ts'
import { labelLanguage } from '../topics.ts'
import type { RouteOptions } from './options.ts'

const DEFAULT_SIZE = 50
const ATOM = 'application/atom+xml'
const JSON_FEED = 'application/feed+json'

/** What the routes are given; `hasPage`: whether there is a page that documents can be read on. */
type FeedRouteOptions = RouteOptions & { hasPage: boolean }

/** Searches as feeds. */
export const feedRoutes: FastifyPluginAsyncTypebox<FeedRouteOptions> = async (
  app,
  { engine, live, bridge, labels, basePath, hasPage, inTurn },
) => {
  const about = (format: string) => ({
    tags: ['Search'],
    description: `The documents that a search with the same parameters finds, those first that came into the index last, as ${format}. Subscribed to, it tells of what is new, whatever date the documents have: an old report that arrives today is news. One that changes keeps its place and its id, and has another time of change.`,
    querystring: FeedQuery,
  })
  const feed = async (
    request: FastifyRequest<{ Querystring: Static<typeof FeedQuery> }>,
    reply: FastifyReply,
  ): Promise<Feed> => {
    const wanted = readParams({ size: DEFAULT_SIZE, ...request.query }, labels.ids)
    const signal = abortSignal(reply)
    varyBy(reply, 'accept-language')
    return inTurn(reply, signal, () =>
      live.reading(async (corpus, moment) =>
        feedOf(await newestMatches(wanted, corpus, bridge(), { engine, signal, ...moment }), {
          base: `${request.protocol}://${request.host}${basePath}`,
          url: request.url,
          builtAt: corpus.build.builtAt,
          labels,
          labelsLang: labelLanguage(request.headers['accept-language']),
          hasPage,
        }),
      ),
    )
  }
  const failing = failures(400, 401, 421, 429, 500, 503)

  const atom = {
    ...about('Atom (RFC 4287)'),
    operationId: 'getAtomFeed',
    summary: 'Follow a search, as Atom',
    response: {
      200: { description: 'The feed.', content: { [ATOM]: { schema: { type: 'string' } } } },
      ...unchanged,
      ...failing,
    },
  } as const
  app.get('/v1/feed.atom', { schema: atom, config: { changesWith: 'index' } }, async (request, reply) => {
    const text = atomOf(await feed(request, reply))
    return reply.type(`${ATOM}; charset=utf-8`).send(text as never)
  })

  const json = {
    ...about('JSON Feed 1.1'),
    operationId: 'getJsonFeed',
    summary: 'Follow a search, as JSON Feed',
    response: {
      200: { description: 'The feed.', content: { [JSON_FEED]: { schema: ref(JsonFeed) } } },
      ...unchanged,
      ...failing,
    },
  } as const
  app.get('/v1/feed.json', { schema: json, config: { changesWith: 'index' } }, async (request, reply) => {
    const document = jsonFeedOf(await feed(request, reply))
    return reply.type(JSON_FEED).send(document)
  })
}
