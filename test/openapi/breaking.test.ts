/** What counts as breaking the published API, and what does not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { installationDir } from '../../cli/installation.ts'
import { type ApiDocument, breakingChanges } from '../../openapi/breaking.ts'
import { breaksOfSchema, type Schema } from '../../openapi/breaking-schemas.ts'
import { objections } from '../../openapi/intended.ts'

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })

const released = {
  security: [{}, { bearer: [] }],
  paths: {
    '/v1/search': {
      get: {
        operationId: 'search',
        parameters: [
          { name: 'q', in: 'query', required: false, schema: { type: 'string', maxLength: 500 } },
          { name: 'sort', in: 'query', required: false, schema: { type: 'string', enum: ['date', 'score'] } },
        ],
        responses: { 200: json({ $ref: '#/components/schemas/Answer' }), 404: json({ type: 'object' }) },
      },
      post: {
        operationId: 'searchByPost',
        requestBody: { required: false, ...json({ $ref: '#/components/schemas/Body' }) },
        responses: { 200: json({ $ref: '#/components/schemas/Answer' }) },
      },
    },
  },
  components: {
    schemas: {
      Body: { type: 'object', properties: { q: { type: 'string' } }, additionalProperties: false },
      Hit: {
        type: 'object',
        properties: {
          title: { type: 'string' },
          date: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          near: { type: 'array', items: { $ref: '#/components/schemas/Hit' } },
        },
        required: ['title', 'date'],
      },
      Answer: {
        type: 'object',
        properties: { hits: { type: 'array', items: { $ref: '#/components/schemas/Hit' } } },
        required: ['hits'],
      },
    },
  },
} satisfies ApiDocument

type Released = typeof released

const drop = (object: object, name: string) => delete (object as Record<string, unknown>)[name]

/** What a change of the released document breaks. */
function after(change: (document: Released) => unknown): string[] {
  const today = structuredClone(released)
  change(today)
  return breakingChanges(released, today)
}

t.test('a route that gives up something is told by its name', (t) => {
  const get = (document: Released) => document.paths['/v1/search'].get
  const parameter = (document: Released, index: number) => get(document).parameters[index] as never as Schema
  const cases: [string, (document: Released) => unknown, string[]][] = [
    [
      'a path goes',
      (d) => drop(d.paths, '/v1/search'),
      ['GET /v1/search is gone', 'POST /v1/search is gone'],
    ],
    ['a method goes', (d) => drop(d.paths['/v1/search'], 'post'), ['POST /v1/search is gone']],
    [
      'its name in clients changes',
      (d) => Object.assign(get(d), { operationId: 'find' }),
      ['GET /v1/search is called find instead of search'],
    ],
    ['an answer goes', (d) => drop(get(d).responses, '404'), ['GET /v1/search, answer 404 is gone']],
    [
      'a type of an answer goes',
      (d) => Object.assign(get(d).responses[200], { content: { 'text/csv': {} } }),
      ['GET /v1/search, answer 200 as application/json is gone'],
    ],
    ['a parameter goes', (d) => get(d).parameters.pop(), ['GET /v1/search, query parameter sort, is gone']],
    [
      'a parameter has to be sent',
      (d) => Object.assign(parameter(d, 0), { required: true }),
      ['GET /v1/search, query parameter q, is now required'],
    ],
    [
      'a new parameter has to be sent',
      (d) =>
        get(d).parameters.push({
          name: 'lang',
          in: 'query',
          required: true,
          schema: { type: 'string' },
        } as never),
      ['GET /v1/search, query parameter lang, is now required'],
    ],
    [
      'a parameter takes less',
      (d) => Object.assign(parameter(d, 0).schema as object, { maxLength: 400 }),
      ['GET /v1/search, query parameter q, has maxLength 400 instead of 500'],
    ],
    [
      'a value of a parameter goes',
      (d) => Object.assign(parameter(d, 1).schema as object, { enum: ['date'] }),
      ['GET /v1/search, query parameter sort, no longer takes "score"'],
    ],
    [
      'a body has to be sent',
      (d) => Object.assign(d.paths['/v1/search'].post.requestBody, { required: true }),
      ['POST /v1/search, body is now required'],
    ],
    [
      'a key is needed for all',
      (d) => Object.assign(d, { security: [{ bearer: [] }] }),
      ['GET /v1/search is no longer open without a key', 'POST /v1/search is no longer open without a key'],
    ],
    [
      'a key is needed for one',
      (d) => Object.assign(d.paths['/v1/search'].post, { security: [{ bearer: [] }] }),
      ['POST /v1/search is no longer open without a key'],
    ],
    [
      'what two routes share is told once',
      (d) => drop(d.components.schemas.Hit.properties, 'title'),
      ['Hit (answer).title is gone'],
    ],
    [
      'an answer becomes uncertain',
      (d) => Object.assign(d.components.schemas.Answer, { required: [] }),
      ['Answer (answer).hits may now be missing'],
    ],
  ]
  for (const [why, change, found] of cases) t.strictSame(after(change), found, why)
  t.end()
})

t.test('what is added breaks nothing', (t) => {
  const get = (document: Released) => document.paths['/v1/search'].get
  const cases: [string, (document: Released) => unknown][] = [
    ['nothing', () => {}],
    ['a path', (d) => Object.assign(d.paths, { '/v1/topics': d.paths['/v1/search'] })],
    [
      'a parameter',
      (d) =>
        get(d).parameters.push({
          name: 'lang',
          in: 'query',
          required: false,
          schema: { type: 'string' },
        } as never),
    ],
    ['an answer', (d) => Object.assign(get(d).responses, { 429: json({ type: 'object' }) })],
    [
      'a property of a body',
      (d) => Object.assign(d.components.schemas.Body.properties, { lang: { type: 'string' } }),
    ],
    [
      'a property of an answer',
      (d) => Object.assign(d.components.schemas.Hit.properties, { lang: { type: 'string' } }),
    ],
    [
      'a description',
      (d) => Object.assign(d.components.schemas.Hit.properties.title, { description: 'Title.' }),
    ],
    ['a mark of what will go', (d) => Object.assign(get(d), { deprecated: true })],
    ['another way to send a key', (d) => d.security.push({ apiKey: [] } as never)],
  ]
  for (const [why, change] of cases) t.strictSame(after(change), [], why)
  t.end()
})

t.test('requests may only be freer, answers only more exact', (t) => {
  const text = { type: 'string' }
  const none = { type: 'null' }
  const object = (properties: Record<string, Schema>, more: object = {}) => ({
    type: 'object',
    properties,
    ...more,
  })
  const closed = { additionalProperties: false }
  // Schema as released, as today, and what that breaks in requests and in answers.
  const cases: [Schema, Schema, string[], string[]][] = [
    [{ type: 'integer' }, { type: 'number' }, [], ['x is number instead of integer']],
    [{ type: 'number' }, { type: 'integer' }, ['x is integer instead of number'], []],
    [text, { type: ['string', 'null'] }, [], ['x is string or null instead of string']],
    [{ type: ['string', 'null'] }, text, ['x is string instead of string or null'], []],
    [text, {}, [], ['x is anything instead of string']],
    [{}, text, ['x is string instead of anything'], []],
    [text, { anyOf: [text, none] }, [], ['x may now be {"type":"null"}']],
    [{ anyOf: [text, none] }, text, ['x no longer takes {"type":"null"}'], []],
    [{ anyOf: [text, none] }, { oneOf: [none, text] }, [], []],
    [
      { anyOf: [{ ...text, maxLength: 9 }, none] },
      { anyOf: [{ ...text, maxLength: 5 }, none] },
      ['x has maxLength 5 instead of 9'],
      [],
    ],
    [{ minimum: 1 }, { minimum: 0 }, [], []],
    [{ minimum: -3 }, { minimum: 0 }, ['x has minimum 0 instead of -3'], []],
    [{}, { minimum: 0 }, ['x has minimum 0 instead of undefined'], []],
    [{ maximum: 100 }, {}, [], []],
    [{ maxItems: 16 }, { maxItems: 32 }, [], []],
    [{}, { maxItems: 32 }, ['x has maxItems 32 instead of undefined'], []],
    [{}, { minLength: 0 }, [], []],
    [{}, { minLength: 1 }, ['x has minLength 1 instead of undefined'], []],
    [{ pattern: '^a' }, { pattern: '^b' }, ['x has pattern "^b" instead of "^a"'], []],
    [{ pattern: '^a' }, {}, [], []],
    [{ format: 'date' }, {}, [], ['x has format undefined instead of "date"']],
    [{ enum: ['it', 'en'] }, { enum: ['it'] }, ['x no longer takes "en"'], []],
    [{ enum: ['it'] }, { enum: ['it', 'en'] }, [], []],
    [{ enum: ['it'] }, {}, [], ['x has enum undefined instead of ["it"]']],
    [{}, { enum: ['it'] }, ['x has enum ["it"] instead of undefined'], []],
    [{ items: text }, { items: none }, ['x[] is null instead of string'], ['x[] is null instead of string']],
    [object({ q: text }), object({}), ['x.q is gone'], ['x.q is gone']],
    [
      object({ q: text }),
      object({ q: none }),
      ['x.q is null instead of string'],
      ['x.q is null instead of string'],
    ],
    [object({ q: text }), object({ q: text }, { required: ['q'] }), ['x.q is now required'], []],
    [object({ q: text }, { required: ['q'] }), object({ q: text }), [], ['x.q may now be missing']],
    [object({}), object({}, closed), ['x no longer takes other properties'], []],
    [object({}, closed), object({}), [], []],
    [
      { additionalProperties: text },
      { additionalProperties: { type: 'integer' } },
      ['x.* is integer instead of string'],
      ['x.* is integer instead of string'],
    ],
    [
      { contentSchema: { items: text } },
      { contentSchema: { items: none } },
      ['x[] is null instead of string'],
      ['x[] is null instead of string'],
    ],
    [
      { ...object({ q: text }), ...text },
      object({}),
      ['x is object instead of string'],
      ['x is object instead of string'],
    ],
    // In parts or in one piece, an object is what it is.
    [
      { allOf: [object({ q: text }, { required: ['q'] }), object({ n: text })] },
      object({ q: text, n: text }, { required: ['q'] }),
      [],
      [],
    ],
    [
      { allOf: [object({ q: text }), object({ n: text })] },
      object({ q: text }),
      ['x.n is gone'],
      ['x.n is gone'],
    ],
    [
      object({ q: text }),
      { allOf: [object({ q: text }), object({}, { required: ['q'] })] },
      ['x.q is now required'],
      [],
    ],
    [text, { ...text, 'x-enum-varnames': ['one'] }, [], []],
    // What this does not know how to compare is told, never passed over.
    [
      {},
      { not: none },
      ['x has not {"type":"null"} instead of undefined'],
      ['x has not {"type":"null"} instead of undefined'],
    ],
  ]
  for (const [then, now, inRequest, inAnswer] of cases) {
    for (const [side, want] of [
      ['request', inRequest],
      ['answer', inAnswer],
    ] as const) {
      const known = { released: {}, today: {}, seen: new Set<string>() }
      const found = breaksOfSchema(then, now, { where: 'x', side, known })
      t.strictSame(found, want, `${JSON.stringify(then)} as ${JSON.stringify(now)} in ${side}s`)
    }
  }
  t.end()
})

t.test('a break passes only if somebody meant it and says why', (t) => {
  const gone = 'GET /v1/search is gone'
  const why = 'Nobody has used it for a year.'
  t.strictSame(objections([], []), [])
  t.strictSame(objections([gone], [{ change: gone, why }]), [])
  t.match(objections([gone], []), [/^Breaks the published API: GET \/v1\/search is gone\./])
  t.match(objections([], [{ change: gone, why }]), [/names what is no break: GET \/v1\/search is gone/])
  t.match(objections([gone], [{ change: gone, why: ' ' }]), [/does not say why/])
  t.end()
})

t.test('the released document is one that the check can read, and breaks nothing of itself', (t) => {
  const document = JSON.parse(readFileSync(join(installationDir, 'openapi/released.json'), 'utf8'))
  t.strictSame(breakingChanges(document, document), [])
  const poorer = structuredClone(document)
  delete poorer.paths['/v1/search'].get
  delete poorer.components.schemas.SearchHit.properties.title
  t.strictSame(breakingChanges(document, poorer), [
    'GET /v1/search is gone',
    'SearchHit (answer).title is gone',
  ])
  t.end()
})
