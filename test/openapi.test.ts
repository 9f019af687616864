import t from 'tap'
import { openapiText } from '../openapi/document.ts'
import { fileTypes } from '../server/files/media-type.ts'

type Schema = {
  description?: string
  $ref?: string
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
}
type Operation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; description?: string }[]
  responses: Record<string, { description: string; content: Record<string, { example?: object }> }>
}

const text = await openapiText()
const document = JSON.parse(text)
const schemas: Record<string, Schema> = document.components.schemas
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
)

/** What is answered in other types than JSON. */
const TYPES: Record<string, string[]> = {
  'postDocuments 200': ['application/x-ndjson'],
  'exportDocuments 200': [
    'application/x-ndjson',
    'text/csv',
    'application/x-research-info-systems',
    'application/x-bibtex',
  ],
  'getCitation 200': ['application/x-research-info-systems', 'application/x-bibtex'],
  'getAtomFeed 200': ['application/atom+xml'],
  'getJsonFeed 200': ['application/feed+json'],
  'readMetrics 200': ['text/plain'],
  'getFile 200': [...fileTypes],
  'batch 200': ['application/x-ndjson', 'text/csv'],
  'getJob 200': ['application/json', 'text/event-stream'],
}

/** The statuses of each operation: generators of clients do not understand ranges such as 4XX. */
const STATUSES: Record<string, string[]> = {
  search: ['200', '304', '400', '401', '421', '429', '500', '503'],
  searchByPost: ['200', '400', '401', '408', '413', '415', '421', '429', '500', '503'],
  multiSearch: ['200', '400', '401', '408', '413', '415', '421', '429', '500', '503'],
  searchFacet: ['200', '304', '400', '401', '404', '414', '421', '429', '500', '503'],
  suggest: ['200', '400', '401', '421', '429', '500', '503'],
  getDocument: ['200', '304', '400', '401', '404', '414', '421', '429', '500', '503'],
  exportDocuments: ['200', '400', '401', '421', '429', '500', '503'],
  getAtomFeed: ['200', '304', '400', '401', '421', '429', '500', '503'],
  getJsonFeed: ['200', '304', '400', '401', '421', '429', '500', '503'],
  readMetrics: ['200', '401', '421', '429', '500'],
  getTerms: ['200', '304', '400', '401', '421', '429', '500', '503'],
  getLexicon: ['200', '304', '400', '401', '421', '429', '500', '503'],
  listLexiconPairs: ['200', '400', '401', '403', '421', '429', '500', '503'],
  putLexiconPair: [
    ...['200', '201', '400', '401', '403', '408', '409', '413', '415', '421', '429', '500', '503'],
  ],
  deleteLexiconPair: ['200', '400', '401', '403', '404', '421', '429', '500', '503'],
  getStats: ['200', '304', '400', '401', '421', '429', '500', '503'],
  getTimeline: ['200', '304', '400', '401', '421', '429', '500', '503'],
  getFile: ['200', '400', '401', '404', '410', '414', '421', '429', '500', '503'],
  batch: ['200', '400', '401', '403', '408', '413', '415', '421', '429', '500', '503'],
  getCoverage: ['200', '304', '400', '401', '421', '429', '500', '503'],
  getCitation: ['200', '304', '400', '401', '404', '414', '421', '429', '500', '503'],
  getRelated: ['200', '304', '400', '401', '404', '414', '421', '429', '500', '503'],
  getParallel: ['200', '400', '401', '404', '414', '421', '422', '429', '500', '503'],
  listTopics: ['200', '304', '400', '401', '421', '429', '500', '503'],
  putDocument: [
    ...['200', '201', '202', '400', '401', '403', '408', '409', '412', '413', '414', '415', '421', '422'],
    ...['429', '500', '503', '507'],
  ],
  patchDocument: [
    ...['200', '202', '400', '401', '403', '404', '408', '409', '412', '413', '414', '415', '421', '422'],
    ...['429', '500', '503', '507'],
  ],
  deleteDocument: [
    ...[
      '200',
      '202',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '414',
      '421',
      '422',
      '429',
      '500',
      '503',
      '507',
    ],
  ],
  deleteDocuments: [
    ...['200', '202', '400', '401', '403', '404', '414', '421', '422', '429', '500', '503', '507'],
  ],
  postDocuments: ['200', '400', '401', '403', '415', '421', '429', '500', '503'],
  listJobs: ['200', '400', '401', '403', '421', '429', '500', '503'],
  getJob: ['200', '400', '401', '403', '404', '414', '421', '429', '500', '503'],
  getLive: ['200', '421'],
  getReady: ['200', '421', '500', '503'],
}

t.test('the document is the same whenever it is made', async (t) => {
  t.equal(await openapiText(), text)
  t.ok(text.endsWith('}\n'))
})

t.test('every operation says what it does, what it takes and how it fails', async (t) => {
  const ids = operations.map(({ operationId }) => operationId)
  t.equal(new Set(ids).size, ids.length, 'each has an id of its own')
  for (const { name, operationId, summary, description, tags, parameters, responses } of operations) {
    t.ok(
      operationId && summary && description && tags?.length,
      `${name} has id, summary, description and tag`,
    )
    for (const { name: parameter, description } of parameters ?? []) t.ok(description, `${name} ${parameter}`)
    t.strictSame(Object.keys(responses), STATUSES[operationId ?? ''], `${name} names each status, no ranges`)
    for (const [status, { description, content }] of Object.entries(responses)) {
      t.not(description, 'Default Response', `${name} ${status} is described`)
      const usual = Number(status) < 300 ? 'application/json' : 'application/problem+json'
      const types = status === '304' ? [] : (TYPES[`${operationId} ${status}`] ?? [usual])
      t.strictSame(Object.keys(content ?? {}), types, `${name} ${status} is sent as ${types}`)
    }
  }
})

t.test('every property is described', async (t) => {
  const look = ({ properties = {}, items, additionalProperties }: Schema, path: string): void => {
    for (const [name, property] of Object.entries(properties)) {
      t.ok(property.description ?? property.$ref, `${path}.${name}`)
      look(property, `${path}.${name}`)
    }
    if (items !== undefined) look(items, `${path}[]`)
    if (typeof additionalProperties === 'object') look(additionalProperties, `${path}.*`)
  }
  for (const [name, schema] of Object.entries(schemas)) {
    t.ok(schema.description, name)
    look(schema, name)
  }
})

t.test('every schema is a part of some request or answer', async (t) => {
  const named = new Set(Array.from(text.matchAll(/"#\/components\/schemas\/(\w+)"/g), ([, name]) => name))
  t.strictSame(
    Object.keys(schemas).filter((name) => !named.has(name)),
    [],
  )
})

t.test('searching comes with an example', async (t) => {
  const exampleOf = (id: string) =>
    operations.find(({ operationId }) => operationId === id)?.responses['200']?.content['application/json']
      ?.example
  t.match(exampleOf('search'), { total: { relation: 'eq' } })
  t.match(exampleOf('searchByPost'), { total: { relation: 'eq' } })
  t.match(exampleOf('multiSearch'), { outcomes: [{ status: 200 }, { status: 400 }] })
})
