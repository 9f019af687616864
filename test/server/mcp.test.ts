/** Assistants: the SDK's own client lists the tools and calls them, over HTTP. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { buildApp } from '../../server/app.ts'
import { MAX_CHARACTERS } from '../../server/mcp/budget.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const sentence = 'Il porto di Genova amplia il molo per le navi portacontainer.'
const files: Record<string, string> = {
  'porto-it.md': `---\nlang: it\ntitle: Il porto di Genova\ndate: 2024-05-17\n---\n${sentence}\n`,
  'port-en.md':
    '---\nlang: en\ntitle: Ports of the north\ndate: 2023-02-01\n---\nThe port of Rotterdam extends its pier.\n',
  'lungo.md': `---\nlang: it\ntitle: Un testo lungo\n---\n${Array.from(
    { length: 700 },
    (_, number) => `Nel capitolo ${number} il faro illumina la costa e chi naviga trova la via di casa.`,
  ).join(' ')}\n`,
}
for (let number = 0; number < 40; number += 1) {
  files[`vela-${number}.md`] =
    `---\nlang: it\ntitle: Regata numero ${number}\n---\nLa vela bianca numero ${number} attraversa il golfo.\n`
}
const bridge = createBridge(readLexicons('/nowhere').lexicons)
const engine = await openTestEngine(t)
await indexDocuments(engine, files)
const logger = pino({ level: 'silent' })
const app = await buildApp({ engine, topics: readTopics(), bridge: () => bridge, logger })
t.teardown(() => app.close())
const url = new URL('/mcp', await app.listen({ port: 0, host: '127.0.0.1' }))

async function connect(t: Test, mode: 'auto' | 'legacy'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(new StreamableHTTPClientTransport(url))
  t.teardown(() => client.close())
  return client
}

type Called = { isError?: boolean; structuredContent: Record<string, unknown>; content: unknown[] }

async function call(client: Client, name: string, given: Record<string, unknown>): Promise<Called> {
  return (await client.callTool({ name, arguments: given })) as Called
}

for (const mode of ['auto', 'legacy'] as const) {
  t.test(
    `a client of the ${mode === 'auto' ? 'present' : 'earlier'} protocol finds and reads a document`,
    async (t) => {
      const client = await connect(t, mode)
      const { tools } = await client.listTools()
      t.strictSame(
        tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
        [
          ['search', true],
          ['fetch', true],
          ['list_topics', true],
          ['related', true],
        ],
      )
      const { structuredContent: found } = await call(client, 'search', { query: 'porto' })
      t.match(found, {
        total: 2,
        results: [
          { title: 'Il porto di Genova', lang: 'it', date: '2024-05-17', preview: sentence },
          { title: 'Ports of the north', lang: 'en' },
        ],
        alsoSearched: [/^porto → port$/],
      })
      const [first] = found.results as { id: string }[]
      const { structuredContent: read } = await call(client, 'fetch', { id: first?.id })
      t.match(read, { id: first?.id, title: 'Il porto di Genova', text: sentence, metadata: { lang: 'it' } })
      t.notOk(read.more, 'that was all of it')
      const { content } = await call(client, 'list_topics', {})
      t.match(content, [{ type: 'text', text: /^\{"topics":\[/ }])
      t.match((await call(client, 'related', { id: first?.id })).structuredContent, { words: Array })
    },
  )
}

t.test('filters narrow', async (t) => {
  const client = await connect(t, 'auto')
  const { structuredContent } = await call(client, 'search', { query: 'porto', lang: ['en'], to: '2023' })
  t.match(structuredContent, { total: 1, results: [{ title: 'Ports of the north' }] })
})

t.test(
  'what is meant well is taken: one value for a list, figures as text, null for what is not given',
  async (t) => {
    const client = await connect(t, 'auto')
    const given = { query: 'porto', lang: 'en', size: '5', from: null, topic: null }
    const { structuredContent } = await call(client, 'search', given)
    t.match(structuredContent, { total: 1, results: [{ title: 'Ports of the north' }] })
  },
)

t.test('an answer stays within its budget, and says how to go on', async (t) => {
  const client = await connect(t, 'auto')
  const { structuredContent: found } = await call(client, 'search', {
    query: 'vela',
    size: 20,
    maxCharacters: 2000,
  })
  const shown = (found.results as unknown[]).length
  t.ok(shown >= 1 && shown < 20, `${shown} of 20`)
  t.ok(JSON.stringify(found).length <= 2000)
  t.match(found, { total: 40, cut: new RegExp(`^${20 - shown} results .*size=${shown}`), more: /page=2/ })

  const { structuredContent: long } = await call(client, 'search', { query: 'capitolo' })
  const [{ id = '' } = {}] = long.results as { id?: string }[]
  let text = ''
  let part: number | undefined = 0
  for (let calls = 0; part !== undefined && calls < 50; calls += 1) {
    const { structuredContent: read }: Called = await call(client, 'fetch', { id, part, maxCharacters: 5000 })
    t.ok(JSON.stringify(read).length <= 5000)
    text += read.text
    const next: string | undefined = /part=(\d+)/.exec(String(read.more ?? ''))?.[1]
    part = next === undefined ? undefined : Number(next)
  }
  const chapters = [...text.matchAll(/capitolo (\d+)/g)].map(([, number]) => Number(number))
  t.strictSame(
    chapters,
    Array.from({ length: 700 }, (_, number) => number),
    'all of it, once and in order',
  )
})

t.test('what is wrong is told, so that an assistant can do better', async (t) => {
  const client = await connect(t, 'auto')
  const rows: [string, Record<string, unknown>, RegExp][] = [
    ['fetch', { id: 'nessuno' }, /no document/i],
    ['search', { query: 'porto', topic: ['porti'] }, /porti/],
    ['search', { query: 'porto', from: 'ieri' }, /YYYY/],
    ['search', {}, /query is missing\./],
    [
      'search',
      { query: 'porto', topics: ['ai'] },
      /no argument "topics"\. Did you mean "topic"\? There are: query, lang/,
    ],
    ['list_topics', { lang: 'it' }, /no argument "lang"\. There is none\./],
    ['search', { query: 'porto', size: 'dieci' }, /size must be integer\./],
    ['search', { query: 'porto', maxCharacters: MAX_CHARACTERS + 1 }, /maxCharacters/],
  ]
  for (const [name, given, says] of rows) {
    const { isError, content } = await call(client, name, given)
    t.equal(isError, true, `${name} ${JSON.stringify(given)}`)
    t.match(content, [{ text: says }])
  }
})

t.test('there is nothing to read at the address by GET', async (t) => {
  t.equal((await app.inject({ url: '/mcp' })).statusCode, 405)
})
