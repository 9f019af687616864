/** Archives: what stands in them is read under safe paths and within limits. */
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { type Header, pack } from 'tar-stream'
import { ARCHIVE_LIMITS } from '../../../indexer/read/archive-limits.ts'
import { contentOfBytes } from '../../../indexer/read/content.ts'
import { unsupportedReason } from '../../../indexer/read/formats.ts'
import { readGzip } from '../../../indexer/read/gzip.ts'
import { readTar } from '../../../indexer/read/tar.ts'
import { readZipArchive } from '../../../indexer/read/zip-archive.ts'
import { zipOf } from '../../helpers/zip.ts'
import { collect } from '../streams.ts'
import { membersOf } from './members.ts'

const tarOf = async (
  ...files: [header: string | (Partial<Header> & { name: string }), text: string][]
): Promise<Buffer> => {
  const tar = pack()
  for (const [header, text] of files) tar.entry(typeof header === 'string' ? { name: header } : header, text)
  tar.finalize()
  return Buffer.concat((await collect(tar)) as Buffer[])
}

t.test('files in archives are read under their paths', async (t) => {
  const names = [
    'atti/delibera è.txt',
    './b.md',
    '../fuori.txt',
    '/assoluto.txt',
    'C:\\Documenti\\c.txt',
    '.nascosto/d.txt',
    '__MACOSX/e.txt',
  ]
  const paths = ['atti/delibera è.txt', 'b.md', 'fuori.txt', 'assoluto.txt', 'Documenti/c.txt']
  const tar = await tarOf(
    ...names.map((name): [string, string] => [name, 'Testo.']),
    [{ name: 'link.txt', type: 'symlink', linkname: '/etc/passwd' }, ''],
    [{ name: 'device.txt', type: 'character-device' }, ''],
  )
  const cases: [name: string, bytes: Buffer][] = [
    ['a.tar', tar],
    ['a.tgz', gzipSync(tar)],
    ['a.tar.gz', gzipSync(tar)],
    ['senza-estensione', gzipSync(tar)],
  ]
  for (const [name, bytes] of cases) {
    const shown = await membersOf(name, bytes)
    t.strictSame(
      shown.map(({ path, texts }) => [path, texts]),
      paths.map((path) => [`${name}/${path}`, ['Testo.']]),
      name,
    )
  }
  const zip = zipOf(names.map((name) => ({ name, data: 'Testo.', isDeflated: true })))
  const shown = await membersOf('a.zip', zip)
  t.match(
    shown.map(({ path, failed }) => [path, failed]),
    [
      ['a.zip/atti/delibera è.txt', undefined],
      ['a.zip/b.md', undefined],
      ['a.zip/fuori.txt', /outside/],
      ['a.zip/assoluto.txt', /outside/],
      ['a.zip/Documenti/c.txt', /outside/],
    ],
  )
  t.equal(shown.length, 5, 'hidden files are left out of zips, too')
})

t.test('a single file in gzip has its own format, and is streamed if it is large', async (t) => {
  const text = 'Il testo di una frase che si ripete con il numero '
  const small = await membersOf('note.md.gz', gzipSync('# Titolo\n\nTesto.'))
  t.match(small, [{ path: 'note.md.gz/note.md', texts: ['Titolo', 'Testo.'] }])
  const large = Array.from({ length: 200_000 }, (_, number) => `${text}${number}.`).join('\n\n')
  const [member] = await collect(readGzip(contentOfBytes('a.txt.gz', gzipSync(large, { level: 1 }))))
  t.equal(member !== undefined && 'content' in member ? member.content.sizeBytes : 0, large.length)
  if (member !== undefined && 'content' in member) {
    t.equal(String(await member.content.whole()), large, 'and is read as often as it is asked for')
    t.equal(String(await member.content.whole()), large)
  }
})

t.test('archives in archives are opened so deep', async (t) => {
  let bytes: Buffer = Buffer.from('Testo.')
  const shown: string[] = []
  for (let depth = 1; depth <= 5; depth += 1) {
    bytes = zipOf([{ name: depth === 1 ? 'a.txt' : 'a.zip', data: bytes }])
    const [only] = await membersOf('a.zip', bytes)
    shown.push(only?.failed ?? 'read')
  }
  t.strictSame(shown, ['read', 'read', 'read', 'read', 'more than 4 containers inside each other'])
})

t.test('what grows too large, or is broken, ends with a reason', async (t) => {
  const limits = { ...ARCHIVE_LIMITS, entries: 3, bytes: 5000, memberBytes: 2000, ratioCountsFromBytes: 1000 }
  const content = (bytes: Buffer) => contentOfBytes('a', bytes)
  const tar = await tarOf(['a.txt', 'Uno'], ['b.txt', 'Due'])
  const cases: [why: string, members: AsyncIterable<unknown>, message: RegExp][] = [
    [
      'a bomb',
      readGzip(content(gzipSync(Buffer.alloc(100_000))), { ...limits, bytes: 10 ** 6 }),
      /grows more than 200 times/,
    ],
    [
      'much',
      readGzip(content(gzipSync(Buffer.from('abcdefghij'.repeat(600)), { level: 0 })), limits),
      /archive of more than/,
    ],
    [
      'a gzip that is cut off',
      readGzip(content(gzipSync('Testo. '.repeat(100)).subarray(0, 30))),
      /damaged or cut off/,
    ],
    ['no tar', readTar(content(Buffer.alloc(2000, 'x'))), /no tar, or damaged/],
    ['a tar that is cut off', readTar(content(tar.subarray(0, 1300))), /damaged or cut off after 1 files/],
    [
      'many files',
      readTar(content(await tarOf(['a', '1'], ['b', '2'], ['c', '3'], ['d', '4'])), limits),
      /more than 3 files/,
    ],
    ['no zip', readZipArchive(content(Buffer.from('PK\x03\x04 e altro'))), /damaged or cut off/],
  ]
  for (const [why, members, message] of cases) {
    await t.rejects(collect(members), { name: 'IndexingError', message }, why)
  }
  t.match(
    await collect(readTar(content(await tarOf(['a.txt', 'x'.repeat(3000)], ['b.txt', 'Due'])), limits)),
    [{ path: 'a.txt', failed: /file of 1 MB in an archive/ }, { path: 'b.txt' }],
    'one file that is too large costs only itself',
  )
  t.match(
    await membersOf(
      'a.zip',
      zipOf([
        { name: 'a.txt', data: 'x', isDeflated: true, flags: 1 },
        { name: 'b.txt', data: 'Due' },
      ]),
    ),
    [{ failed: /password/ }, { texts: ['Due'] }],
    'one that is encrypted as well',
  )
})

t.test('other archives are named', (t) => {
  for (const name of ['a.tar.bz2', 'a.tar.xz', 'a.7z', 'a.RAR', 'a.zst'])
    t.match(unsupportedReason(name), /unpack it/, name)
  t.equal(unsupportedReason('a.exe'), 'unsupported format .exe')
  t.end()
})
