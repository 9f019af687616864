/** Original files: given to be saved, from known folders only; and how the service is found out about. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import t from 'tap'
import { attachmentNamed, mediaTypeOf } from '../../server/files/media-type.ts'
import { openOriginal } from '../../server/files/original.ts'
import { appOn, get, search } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { indexFolder, openTestEngine } from '../helpers/engine.ts'

const above = mkdtempSync(join(tmpdir(), 'bifora-files-'))
t.teardown(() => rmSync(above, { recursive: true, force: true }))
const root = join(above, 'archivio')
mkdirSync(join(root, 'anno 2024'), { recursive: true })
const page =
  '<!doctype html><html lang="it"><title>Il molo</title><p>Il molo di levante è chiuso.<script>alert(1)</script></html>'
const files: Record<string, string> = {
  'anno 2024/perché.md': '# Perché il porto\n\nIl porto di Trieste cresce.',
  'molo.html': page,
  'righe.csv': 'id,title,text\n1,Boa,La boa del canale si è spenta.\n2,Faro,Il faro è acceso.',
  'sparito.txt': 'Un avviso sulla secca\n\nLa secca a nord del faro è segnalata.',
}
for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
writeFileSync(join(above, 'segreto.txt'), 'segreto')

const engine = await openTestEngine(t)
await indexFolder(engine, root)
const { writer } = await openLiveWriter(engine)
await writer.change({ put: [smallDraft({ id: 'spedito', passages: ['Una nota spedita.'] })] })
await writer.settle()
const app = await appOn(t, engine)
const idOf = async (q: string): Promise<string> =>
  (await search(app, { q, expand: 'none' })).results[0]?.id ?? ''

t.test('a file comes as it is, to be saved', async (t) => {
  const reply = await app.inject(`/v1/documents/${await idOf('Trieste')}/file`)
  t.equal(reply.statusCode, 200)
  t.equal(reply.body, files['anno 2024/perché.md'])
  t.match(reply.headers, {
    'content-type': /^text\/markdown/,
    'content-disposition': `attachment; filename="perch_.md"; filename*=UTF-8''perch%C3%A9.md`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': /^sandbox; default-src 'none'/,
    'content-length': String(Buffer.byteLength(reply.body)),
  })
})

t.test('a page is never shown as one of ours', async (t) => {
  const reply = await app.inject(`/v1/documents/${await idOf('molo')}/file`)
  t.equal(reply.body, page)
  t.match(reply.headers, {
    'content-type': /^application\/octet-stream/,
    'content-disposition': 'attachment; filename="molo.html"',
    'content-security-policy': /^sandbox;/,
  })
})

t.test('where there is no file the answer says why', async (t) => {
  t.match((await get(app, `/v1/documents/${await idOf('boa')}/file`)).body, {
    status: 404,
    detail: /inside another file/,
  })
  t.match((await get(app, '/v1/documents/spedito/file')).body, { status: 404, detail: /over REST/ })
  t.match((await get(app, '/v1/documents/nessuno/file')).body, { status: 404, detail: /no document/ })
  const gone = await idOf('secca')
  rmSync(join(root, 'sparito.txt'))
  t.match((await get(app, `/v1/documents/${gone}/file`)).body, { status: 410, type: '/problems/gone' })
})

t.test('nothing outside of a folder is opened, and nothing through a link', async (t) => {
  symlinkSync(join(above, 'segreto.txt'), join(root, 'legame.txt'))
  symlinkSync(above, join(root, 'su'))
  const paths = [
    '../segreto.txt',
    'anno 2024/../../segreto.txt',
    '/etc/passwd',
    join(above, 'segreto.txt'),
    './molo.html',
    'anno 2024//perché.md',
    'molo.html\0.txt',
    '',
    '.',
    'anno 2024',
    'legame.txt',
    'su/segreto.txt',
  ]
  for (const path of paths) t.type(await openOriginal({ root }, path), 'string', JSON.stringify(path))
  t.equal(await openOriginal({}, 'molo.html'), 'none', 'a place without a folder')
  const single = await openOriginal({ root: join(root, 'molo.html'), isFile: true }, 'molo.html')
  t.not(typeof single, 'string')
  if (typeof single !== 'string') await single.handle.close()
})

t.test('markup has no type that a browser runs, and names have no line ends', (t) => {
  for (const name of ['a.html', 'a.HTM', 'a.xhtml', 'a.svg', 'a.xml', 'a.js', 'a', 'a.']) {
    t.equal(mediaTypeOf(name), 'application/octet-stream', name)
  }
  t.equal(mediaTypeOf('x/Atti.PDF'), 'application/pdf')
  t.equal(
    attachmentNamed('a/b"c\r\nX: y.txt'),
    `attachment; filename="b_c__X: y.txt"; filename*=UTF-8''b%22c%0D%0AX%3A%20y.txt`,
  )
  t.end()
})

t.test('browsers and programs find out that there is a search', async (t) => {
  const { body: description, headers } = await get<string>(app, '/opensearch.xml', {
    host: 'cerca.example.org',
  })
  t.match(headers['content-type'], /^application\/opensearchdescription\+xml/)
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => t.fail(error.message))
  parser.write(description).close()
  t.match(description, 'template="http://cerca.example.org/v1/search?q={searchTerms}"')

  const {
    status,
    headers: catalogHeaders,
    body,
  } = await get<{ linkset: Record<string, unknown>[] }>(app, '/.well-known/api-catalog')
  t.equal(status, 200)
  t.match(
    catalogHeaders['content-type'],
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  )
  const [service] = body.linkset
  for (const relation of ['service-desc', 'service-doc', 'status']) {
    const [{ href = '' } = {}] = (service?.[relation] ?? []) as { href?: string }[]
    const { pathname } = new URL(href)
    t.equal((await app.inject(pathname)).statusCode, 200, `${relation}: ${pathname}`)
  }
  t.match(
    (await app.inject({ method: 'HEAD', url: '/.well-known/api-catalog' })).headers.link,
    /rel="api-catalog"/,
  )
})
