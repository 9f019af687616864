/** `/`: the search page, as it was built into a folder (`web/`). It asks the API like any other application. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

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

/** Where the page is, and what goes before its address. */
export type PageOptions = { folder: string; basePath: string }

/**
 * The page and its files. Those under `assets/` carry a hash of their content in their names, so they are kept for good.
 *
 * @throws {Error} where the folder has no page
 */
export const pageRoutes: FastifyPluginAsync<PageOptions> = async (app, { folder, basePath }) => {
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
      .send(`${before}<base href="${escaped(basePath)}/">${plain}${after}`)
  })

  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    decorateReply: false,
    setHeaders: (reply, path) =>
      reply.setHeader(
        'cache-control',
        path.includes('assets') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ),
  })
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
