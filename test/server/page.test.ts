/** The search page and the plain one, as they are served. */
import { existsSync } from 'node:fs'
import { pino } from 'pino'
import t from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { buildApp } from '../../server/app.ts'
import { appOn } from '../helpers/app.ts'
import { builtPage } from '../helpers/built-page.ts'
import { indexDocuments, openTestEngine } from '../helpers/engine.ts'

const page = await builtPage()
const engine = await openTestEngine(t)
await indexDocuments(engine, {
  'reti.md':
    '---\ntitle: Reti <b>neurali</b> & "altro"\nlang: it\ndate: 2024-05-06\nsource: CNR\n---\nLe reti neurali imparano dove a < b & b > c.',
  'nets.md':
    '---\ntitle: Networks\nlang: en\nurl: https://example.org/nets?a=1&b=2\n---\n# Deep\n\nNeural networks learn. Reti neurali.',
  'bad-link.md': '---\ntitle: Collegamento\nlang: it\nurl: "javascript:alert(1)"\n---\nUna rete elettrica.',
  ...Object.fromEntries(
    Array.from({ length: 25 }, (_, number) => [
      `quanti/${number}.md`,
      `---\nlang: it\n---\n# Nota ${number}\n\nIl calcolo quantistico, parte ${number}.`,
    ]),
  ),
})
const topics = readTopics()
const logger = pino({ level: 'silent' })
const app = await buildApp({ engine, topics, page, logger })
const below = await buildApp({ engine, topics, page, basePath: '/ricerca', logger })
t.teardown(() => Promise.all([app.close(), below.close()]))

const directives = (policy: unknown): Record<string, string> =>
  Object.fromEntries(
    String(policy)
      .split(/;\s*/)
      .map((directive) => directive.split(/ (.*)/s).slice(0, 2)),
  )

t.test('the page is checked anew each time, and may load nothing but its own files', async (t) => {
  for (const method of ['GET', 'HEAD'] as const) {
    const { statusCode, headers } = await app.inject({ method, url: '/' })
    t.equal(statusCode, 200, method)
    t.match(headers['content-type'], 'text/html')
    t.equal(headers['cache-control'], 'no-cache')
    t.notMatch(headers['content-security-policy'], /unsafe|\*|https?:|data:/)
    t.match(directives(headers['content-security-policy']), {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
    })
    t.equal(headers['x-content-type-options'], 'nosniff')
  }
})

t.test('files with a hash in their names are kept for good, others for an hour', async (t) => {
  const { body } = await app.inject('/')
  const assets = [...body.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  t.ok(assets.some((path) => path.endsWith('.js')) && assets.some((path) => path.endsWith('.css')))
  for (const path of assets) {
    t.match(path, /-[\w-]{8,}\.(?:js|css)$/, 'it has a hash')
    const { statusCode, headers } = await app.inject(`/${path}`)
    t.equal(statusCode, 200)
    t.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    t.match(headers['content-type'], path.endsWith('.js') ? 'javascript' : 'text/css')
  }
  const icon = await app.inject('/icon.svg')
  t.equal(icon.headers['cache-control'], 'public, max-age=3600')
  t.match(icon.headers['content-type'], 'image/svg+xml')
  const tag = String(icon.headers.etag)
  const again = await app.inject({ url: '/icon.svg', headers: { 'if-none-match': tag } })
  t.equal(again.statusCode, 304, 'it is not sent to whoever has it')
  t.equal(again.body, '')
})

t.test('nothing beside the folder of the page is given away', async (t) => {
  for (const url of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/',
    '/assets/..%2f..%2fcli/main.js',
  ]) {
    t.equal((await app.inject(url)).statusCode, 404, url)
  }
})

t.test('below a prefix, addresses of the page begin with it', async (t) => {
  const { body } = await below.inject('/ricerca/')
  t.match(body, '<base href="/ricerca/">')
  t.equal((await below.inject('/ricerca?q=rete')).statusCode, 200)
  const plain = await below.inject('/ricerca/plain?q=quantistico')
  t.match(plain.body, '<base href="/ricerca/">')
  t.match(plain.body, 'rel="next" href="/ricerca/plain?q=quantistico&#38;page=2"')
  const search = await below.inject({ url: '/ricerca/opensearch.xml', headers: { host: 'cerca.test' } })
  t.match(search.body, 'type="text/html" template="http://cerca.test/ricerca/?q={searchTerms}"')
})

t.test('without a page, / leads to the documentation', async (t) => {
  const bare = await appOn(t, engine)
  const { statusCode, headers } = await bare.inject('/')
  t.equal(statusCode, 302)
  t.equal(headers.location, '/docs')
  t.equal((await bare.inject('/plain?q=rete')).statusCode, 404)
  t.notMatch((await bare.inject('/opensearch.xml')).body, 'text/html')
  t.equal(existsSync('/nowhere/index.html'), false)
  await t.rejects(
    Promise.resolve(buildApp({ engine, topics, page: '/nowhere', logger })),
    { code: 'ENOENT' },
    'a folder that is not there is told of at once',
  )
})

t.test('a query leads on to the plain page where there are no scripts', async (t) => {
  t.notMatch((await app.inject('/')).body, 'http-equiv="refresh"')
  const { body } = await app.inject('/?q=%22a%22%3E%3Cscript%3E&lang=it')
  t.match(
    body,
    '<noscript><meta http-equiv="refresh" content="0;url=plain?q=%22a%22%3E%3Cscript%3E&#38;lang=it"></noscript>',
  )
  t.notMatch((await app.inject('/?q=<script>alert(1)</script>')).body, '<script>alert')
})

t.test('the plain page shows what a search finds, and nothing in a document is HTML', async (t) => {
  const reply = await app.inject({
    url: '/plain?q=reti+neurali&words=all',
    headers: { 'accept-language': 'it, en;q=0.5' },
  })
  t.equal(reply.statusCode, 200)
  t.match(reply.headers, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'it',
    vary: /accept-language/i,
  })
  t.notMatch(reply.headers['content-security-policy'], /unsafe|script-src|\*/)
  t.match(directives(reply.headers['content-security-policy'])['form-action'], "'self'")
  const { body } = reply
  t.match(body, '<html lang="it">')
  t.match(body, '2 documenti')
  t.match(body, '<time datetime="2024-05-06">6 maggio 2024</time>')
  t.match(body, 'italiano')
  t.match(body, 'CNR')
  t.match(body, '<mark>reti</mark> <mark>neurali</mark>')
  t.match(body, 'href="https://example.org/nets?a=1&#38;b=2"')
  t.match(body, 'value="reti neurali"')
  t.notMatch(body, /<script|<b>/i)
  t.match(body, 'a &lt; b &amp; b &gt; c')
  t.match(body, '<mark>Reti</mark> <mark>neurali</mark> &amp; &quot;altro&quot;')
  t.match(body, /<link rel="stylesheet" href="assets\/[^"]+\.css">/)
  const links = await app.inject('/plain?q=elettrica')
  t.notMatch(links.body, 'javascript:', 'an address that is none of the web is not linked')
})

t.test('filters and order stay while one searches on, and can be taken off', async (t) => {
  const { body } = await app.inject('/plain?q=reti+neurali&words=all&lang=it&sort=-date&view=coverage&word=x')
  t.match(body, '1 document<')
  t.match(body, '<input type="hidden" name="lang" value="it">')
  t.match(body, '<input type="hidden" name="sort" value="-date">')
  t.match(body, 'href="plain?q=reti+neurali"')
  t.notMatch(body, /name="(?:view|word)"/, 'what is not of the search is left out')
  const second = await app.inject('/plain?q=quantistico&page=2')
  t.match(second.body, 'Page 2 of 2')
  t.match(second.body, '<ol class="plain-results" start="21">')
  t.match(second.body, 'rel="prev"')
  t.notMatch(second.body, 'rel="next"')
})

t.test('without a query all documents are there, newest first', async (t) => {
  const { body } = await app.inject('/plain')
  t.match(body, '28 documents')
  t.ok(body.indexOf('2024-05-06') < body.indexOf('undated'))
})

t.test('what goes wrong is told on the page', async (t) => {
  const cases: [url: string, status: number, told: RegExp][] = [
    ['/plain?q=rete&page=zero', 400, /page deve essere/],
    ['/plain?q=rete&colour=red', 400, /Non c’è alcun parametro &#34;colour&#34;/],
    ['/plain?q=rete&from=2024-13', 400, /2024-13 non è una data del calendario/],
    ['/plain?topic=%3Cscript%3E', 400, /&#60;script&#62;/],
    [`/plain?q=${'a'.repeat(600)}`, 400, /al massimo 512 caratteri/],
  ]
  for (const [url, status, told] of cases) {
    const reply = await app.inject({ url, headers: { 'accept-language': 'it' } })
    t.equal(reply.statusCode, status, url.slice(0, 60))
    t.match(reply.headers['content-type'], 'text/html')
    t.match(reply.headers['content-security-policy'], "form-action 'self'", 'its form can be used')
    t.match(reply.body, 'La ricerca non è stata possibile.')
    t.match(reply.body, told)
    t.notMatch(reply.body, '<script')
  }
})

t.test('where searching needs a key, so does the plain page, and the page itself does not', async (t) => {
  const closed = await buildApp({ engine, topics, page, access: { requiresKey: true }, logger })
  t.teardown(() => closed.close())
  t.equal((await closed.inject('/')).statusCode, 200)
  const plain = await closed.inject('/plain?q=rete')
  t.ok([401, 403].includes(plain.statusCode))
  t.match(plain.headers['content-type'], 'text/html')
  t.notMatch(plain.body, 'reti.md')
})

t.test('the same plain page is not sent twice', async (t) => {
  const { headers } = await app.inject('/plain?q=rete')
  const again = await app.inject({ url: '/plain?q=rete', headers: { 'if-none-match': String(headers.etag) } })
  t.equal(again.statusCode, 304)
  const italian = await app.inject({
    url: '/plain?q=rete',
    headers: { 'if-none-match': String(headers.etag), 'accept-language': 'it' },
  })
  t.equal(italian.statusCode, 200, 'in another language it is another')
})
