/** `/opensearch.xml` and `/.well-known/api-catalog`: how browsers and programs find out that there is a search here. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'

const CATALOG_PROFILE = 'https://www.rfc-editor.org/info/rfc9727'

/** What goes before every address, and whether there is a search page. */
export type DiscoveryOptions = { basePath: string; hasPage: boolean }

/** What describes the service to programs that do not know it. */
export const discoveryRoutes: FastifyPluginAsyncTypebox<DiscoveryOptions> = async (
  app,
  { basePath, hasPage },
) => {
  const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}${basePath}`

  app.get('/opensearch.xml', { schema: { hide: true } }, async (request, reply) => {
    const base = baseOf(request).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
    reply.type('application/opensearchdescription+xml; charset=utf-8')
    return reply.send(`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Bifora</ShortName>
  <Description>Italian and English documents, searched in both languages at once</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Language>it</Language>
  <Language>en</Language>
  ${hasPage ? `<Url type="text/html" template="${base}/?q={searchTerms}"/>\n  ` : ''}<Url type="application/json" template="${base}/v1/search?q={searchTerms}"/>
  <Url type="application/atom+xml" template="${base}/v1/feed.atom?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${base}/opensearch.xml"/>
</OpenSearchDescription>
`)
  })

  // RFC 9727: a set of links (RFC 9264) at a well-known address.
  app.get('/.well-known/api-catalog', { schema: { hide: true } }, async (request, reply) => {
    const base = baseOf(request)
    const catalog = {
      linkset: [
        {
          anchor: `${base}/v1/`,
          'service-desc': [{ href: `${base}/openapi.json`, type: 'application/json' }],
          'service-doc': [{ href: `${base}/docs`, type: 'text/html' }],
          status: [{ href: `${base}/health/ready`, type: 'application/json' }],
        },
      ],
    }
    reply
      .type(`application/linkset+json; profile="${CATALOG_PROFILE}"`)
      .header('link', `<${base}/.well-known/api-catalog>; rel="api-catalog"`)
    return reply.send(JSON.stringify(catalog))
  })
}
