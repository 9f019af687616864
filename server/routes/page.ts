/** `/`: the search page, as it was built into a folder (`web/`). It asks the API like any other application. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { escaped } from '../page/html.ts'
import type { RouteOptions } from './options.ts'
import { plainRoute } from './plain.ts'

/** What the page may load: its own files alone. It sends its form to the service, and its addresses begin at its <base>. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** What routes are given, and the folder of the page. */
export type PageOptions = RouteOptions & { folder: string }

/**
 * The page, the plain one beside it, and their files. Those under `assets/` carry a hash of their content in their names, so they are kept for good.
 *
 * @throws {Error} where the folder has no page
 */
export const pageRoutes: FastifyPluginAsync<PageOptions> = async (app, { folder, ...options }) => {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const [before = '', after = ''] = html.split(/<!--.*?-->/s)

  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    // Without scripts the same search is answered as a plain page.
    const query = new URLSearchParams(request.url.replace(/^[^?]*/, '')).toString()
    const plain =
      query === ''
        ? ''
        : `<noscript><meta http-equiv="refresh" content="0;url=plain?${escaped(query)}"></noscript>`
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', POLICY)
      .send(`${before}<base href="${escaped(options.basePath)}/">${plain}${after}`)
  })

  const [, stylesheet] = /href="\.\/(assets\/[^"]+\.css)"/.exec(html) ?? []
  await app.register(plainRoute, { ...options, stylesheet })
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    decorateReply: false,
    // Its own would take the place of these.
    cacheControl: false,
    setHeaders: (reply, path) =>
      reply.setHeader(
        'cache-control',
        path.includes('assets') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  })
}
