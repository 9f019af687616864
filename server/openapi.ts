/** What the OpenAPI document says beyond the routes. */

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
  tags: [
    { name: 'Search', description: 'Finding documents.' },
    { name: 'Documents', description: 'Reading one document.' },
    { name: 'Topics', description: 'The technology areas that documents are sorted into.' },
    { name: 'Health', description: 'For those who run the service.' },
  ],
}

/** The document as it is published. */
export function tidyDocument(document: { openapiObject?: object; swaggerObject?: object }): object {
  return document.openapiObject ?? document.swaggerObject ?? {}
}
