/** What will go says so, to those who use it. */
import type { FastifyPluginAsync, FastifySchema } from 'fastify'
import { pino } from 'pino'
import t from 'tap'
import { Type } from 'typebox'
import { buildApp } from '../../server/app.ts'
import type { Deprecation } from '../../server/deprecations.ts'
import { openTestEngine } from '../helpers/engine.ts'

const engine = await openTestEngine(t)

/** The service with one more route, `/v1/old`. */
async function withRoute(schema: FastifySchema, deprecations?: Deprecation[]) {
  const route: FastifyPluginAsync = async (app) => {
    const config = { scope: 'search', ...(deprecations === undefined ? {} : { deprecations }) } as const
    app.route({
      method: schema.body === undefined ? 'GET' : 'POST',
      url: '/v1/old',
      schema,
      config,
      handler: async () => ({}),
    })
  }
  const app = await buildApp({ engine, topics: [], routes: [route], logger: pino({ level: 'silent' }) })
  t.teardown(() => app.close())
  return app
}

const dates = { since: '2027-02-01', until: '2027-09-01' }
const later = { since: '2027-03-01', until: '2028-01-01' }
const text = (deprecated: boolean) => Type.Optional(Type.String({ deprecated, description: 'A word.' }))
const parameters = Type.Object(
  { q: text(false), words: text(true), mode: text(true), size: Type.Optional(Type.Integer()) },
  { additionalProperties: false },
)

t.test('a route that will go says since when, and how long it works', async (t) => {
  const app = await withRoute({ deprecated: true }, [dates])
  const { headers } = await app.inject('/v1/old')
  t.equal(headers.deprecation, '@1801440000')
  t.equal(headers.sunset, 'Wed, 01 Sep 2027 00:00:00 GMT')
  const document = app.swagger() as { paths: Record<string, { get: { deprecated?: boolean } }> }
  t.equal(document.paths['/v1/old']?.get.deprecated, true)
  t.equal((await app.inject('/health/live')).headers.deprecation, undefined, 'others say nothing')
})

t.test('a parameter that will go says so where it is sent', async (t) => {
  const app = await withRoute({ querystring: parameters }, [
    { parameter: 'words', ...dates },
    { parameter: 'mode', ...later },
  ])
  const first = ['@1801440000', 'Wed, 01 Sep 2027 00:00:00 GMT'] as const
  const cases = [
    ['', undefined, undefined],
    ['?q=rete', undefined, undefined],
    ['?words=all', ...first],
    ['?mode=fast', '@1803859200', 'Sat, 01 Jan 2028 00:00:00 GMT'],
    ['?mode=fast&words=all&q=rete', ...first],
    ['?words=all&size=molti', ...first],
  ] as const
  for (const [query, deprecation, sunset] of cases) {
    const { headers } = await app.inject(`/v1/old${query}`)
    t.match([headers.deprecation, headers.sunset], [deprecation, sunset], query)
  }
  const document = app.swagger() as { paths: Record<string, { get: { parameters: object[] } }> }
  t.match(
    document.paths['/v1/old']?.get.parameters.find((one) => 'name' in one && one.name === 'words'),
    { deprecated: true },
  )
})

t.test('so does a property of a body', async (t) => {
  const app = await withRoute({ body: { content: { 'application/json': { schema: parameters } } } }, [
    { parameter: 'words', ...dates },
    { parameter: 'mode', ...later },
  ])
  const post = (payload: object) => app.inject({ method: 'POST', url: '/v1/old', payload })
  t.equal((await post({ words: 'all' })).headers.deprecation, '@1801440000')
  t.equal((await post({ q: 'words' })).headers.deprecation, undefined)
})

t.test('marks and dates come together, or the service does not start', async (t) => {
  const marked = { deprecated: true }
  const cases: [string, FastifySchema, Deprecation[] | undefined, RegExp][] = [
    ['a mark alone', marked, undefined, /needs a mark .* and dates .*: the route itself/],
    ['dates alone', {}, [dates], /the route itself/],
    ['marks of parameters', { querystring: parameters }, [{ parameter: 'mode', ...dates }], /will go: words/],
    ['dates of what is no parameter', marked, [dates, { parameter: 'colore', ...dates }], /will go: colore/],
    ['179 days', marked, [{ since: '2027-01-01', until: '2027-06-29' }], /180 days/],
    ['no dates', marked, [{ since: 'presto', until: 'mai' }], /180 days/],
  ]
  for (const [why, schema, deprecations, message] of cases) {
    await t.rejects(withRoute(schema, deprecations), { message }, why)
  }
  await t.resolves(withRoute(marked, [{ since: '2027-01-01', until: '2027-06-30' }]), '180 days')
})
