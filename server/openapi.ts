/** What the OpenAPI document says beyond the routes. */
import { examples } from './schemas/examples.ts'

/** Title, purpose and groups of the API. */
export const openapiInfo = {
  openapi: '3.1.0',
  info: {
    title: 'Bifora',
    description:
      'Full-text search over Italian and English documents. Find passages by keyword, narrow by technology area, language and date, and page through every match. Errors are problem details (RFC 9457).',
    version: '1',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'This service' }],
  // Said outright: there are no keys. Who may ask is decided in front of the service.
  security: [],
  tags: [
    { name: 'Search', description: 'Finding documents.' },
    { name: 'Documents', description: 'Reading one document.' },
    { name: 'Topics', description: 'The technology areas that documents are sorted into.' },
    { name: 'Health', description: 'For those who run the service.' },
  ],
}

/**
 * What the page at /docs may load: its own files, and pictures that stand in them. Nothing is said about https, so that
 * the page works on any host name over plain http, too; encrypting is up to what stands in front of the service.
 */
export const docsPolicy = {
  'default-src': "'self'",
  'base-uri': "'none'",
  'font-src': "'self' data:",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  'style-src': "'self'",
}

type Media = { schema?: object; example?: object }
type Operation = { operationId?: string; responses?: Record<string, { content?: Record<string, Media> }> }
type Paths = Record<string, Record<string, Operation>>

/**
 * The document as it is published: answers with their examples.
 */
export function tidyDocument(document: { openapiObject?: object; swaggerObject?: object }): object {
  const { paths = {}, ...rest } = (document.openapiObject ?? {}) as { paths?: Paths }
  for (const { operationId = '', responses = {} } of Object.values(paths).flatMap(Object.values<Operation>)) {
    const media = responses['200']?.content?.['application/json']
    const example = examples[operationId]
    if (media !== undefined && example !== undefined) media.example = example
  }
  return { ...rest, paths }
}
