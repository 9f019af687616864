/** What the OpenAPI document says beyond the routes. */
import { examples } from './schemas/examples.ts'

/** Title, purpose, groups and keys of the API below `basePath`. */
export function openapiInfo(basePath: string) {
  return { ...info, servers: [{ url: basePath || '/', description: 'This service' }] }
}

const info = {
  openapi: '3.1.0',
  info: {
    title: 'Bifora',
    description:
      'Full-text search over Italian and English documents. Find passages by keyword, narrow by technology area, language and date, and page through every match. Reading needs a key only where the operator says so. Errors are problem details (RFC 9457).',
    version: '1',
    contact: { name: 'Whoever runs this service' },
    license: { name: 'MIT', identifier: 'MIT' },
  },
  // Reading needs a key only where the operator says so; routes that write name their own.
  security: [{}, ...keysAsSecurity()],
  components: {
    securitySchemes: {
      bearer: {
        type: 'http' as const,
        scheme: 'bearer',
        description:
          'A key of the operator: `Authorization: Bearer bif_…`. A key has one or more of the scopes `search`, `index` and `admin`; each allows what those before it allow.',
      },
      apiKey: {
        type: 'apiKey' as const,
        in: 'header',
        name: 'X-API-Key',
        description: 'The same key in a header of its own.',
      },
    },
  },
  tags: [
    { name: 'Search', description: 'Finding documents.' },
    { name: 'Documents', description: 'Reading documents, putting them into the index and taking them out.' },
    { name: 'Jobs', description: 'Changes that were asked for, and how far they are.' },
    { name: 'Topics', description: 'The technology areas that documents are sorted into.' },
    { name: 'Statistics', description: 'What there is, and what is known of words.' },
    { name: 'Lexicon', description: 'What connects the languages, and what is decided of it here.' },
    { name: 'Health', description: 'For those who run the service.' },
  ],
}

/** The ways to send a key, as `security` of an operation that needs one. */
export function keysAsSecurity(): Record<string, string[]>[] {
  return [{ bearer: [] }, { apiKey: [] }]
}

const NDJSON = 'application/x-ndjson'

type Media = { schema?: object; example?: object | string }
type Content = Record<string, Media>
type Operation = {
  operationId?: string
  parameters?: { deprecated?: boolean; schema?: { deprecated?: boolean } }[]
  requestBody?: { content?: Content }
  responses?: Record<string, { content?: Content }>
}
type Paths = Record<string, Record<string, Operation>>

/**
 * The document as it is published: answers with their examples, streams as streams, and parameters that will go marked
 * as such themselves, not in their schema only.
 */
export function tidyDocument(document: { openapiObject?: object; swaggerObject?: object }): object {
  const { paths = {}, ...rest } = (document.openapiObject ?? {}) as { paths?: Paths }
  for (const operation of Object.values(paths).flatMap(Object.values<Operation>)) {
    const { operationId = '', parameters = [], requestBody = {}, responses = {} } = operation
    const [media] = Object.values(responses['200']?.content ?? {})
    const example = examples[operationId]
    if (media !== undefined && example !== undefined) media.example = example
    for (const { content = {} } of [requestBody, ...Object.values(responses)]) {
      const lines = content[NDJSON]
      if (lines?.schema !== undefined) Object.assign(lines, asLines(lines))
    }
    for (const parameter of parameters) if (parameter.schema?.deprecated === true) parameter.deprecated = true
  }
  return { ...rest, paths }
}

/** What is sent line by line, as a whole: a schema of OpenAPI 3.1 is always one of the whole. */
function asLines({ schema, example }: Media): Media {
  return {
    schema: {
      type: 'string',
      description: 'A JSON value a line.',
      contentMediaType: NDJSON,
      contentSchema: { type: 'array', items: schema },
    },
    ...(example === undefined ? {} : { example: `${JSON.stringify(example)}\n` }),
  }
}
