/** What is found below the indexed roots, in which order, and what is passed over with which reason. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import t from 'tap'
import { hashOfFile } from '../../../indexer/content-hash.ts'
import type { FoundFile, Skipped } from '../../../indexer/document.ts'
import { contentOfFile } from '../../../indexer/read/content.ts'
import { openDocument } from '../../../indexer/read/read.ts'
import { walkFiles } from '../../../indexer/read/walk.ts'
import { collect } from '../streams.ts'

type Found = FoundFile | Skipped
const summary = (found: Found[]): string[] =>
  found.map((item) => ('reason' in item ? `${item.path}: ${item.kind}, ${item.reason}` : item.path))

t.test('text and Markdown are found below a folder, in the same order every time', async (t) => {
  const root = t.testdir({
    'b.txt': 'Secondo.',
    'a.md': '# Primo',
    'Zeta.TXT': 'Maiuscolo.',
    '.nascosto.txt': 'Non da leggere.',
    '.git': { 'config.txt': 'Nemmeno.' },
    archivio: { 'c.markdown': 'Terzo.', '2023': { 'd.txt': 'Quarto.' } },
    'bilancio.xyz': '%XYZ',
    'foto.jpg': 'JFIF',
    LICENSE: 'MIT',
    Makefile: 'all:\n\techo fatto\n',
  })
  const found = await collect(walkFiles([root]))
  t.strictSame(
    summary(found),
    [
      'LICENSE',
      'Makefile: ignored, file without an extension that is no prose',
      'Zeta.TXT',
      'a.md',
      'archivio/2023/d.txt',
      'archivio/c.markdown',
      'b.txt',
      'bilancio.xyz: ignored, unsupported format .xyz',
      'foto.jpg: ignored, image; set OCR=on to read it',
    ],
    'hidden names are not even mentioned',
  )
  const file = found.find(({ path }) => path === 'b.txt') as FoundFile
  t.match(file, { absolutePath: join(root, 'b.txt'), sizeBytes: 8 }, 'with its place and size')
  t.ok(file.mtimeMs > 0, 'and its time')
})

t.test('a file can be a root, under its own name', async (t) => {
  const root = t.testdir({ note: { 'vertice.txt': 'Testo.' } })
  t.strictSame(summary(await collect(walkFiles([join(root, 'note', 'vertice.txt')]))), ['vertice.txt'])
})

t.test('several roots are walked in the order given', async (t) => {
  const root = t.testdir({ b: { 'x.txt': 'uno' }, a: { 'y.txt': 'due' } })
  t.strictSame(summary(await collect(walkFiles([join(root, 'b'), join(root, 'a')]))), ['x.txt', 'y.txt'])
})

t.test(
  'symbolic links below a root are not followed, so that a loop ends; the root may be one',
  async (t) => {
    const root = t.testdir({ docs: { 'a.txt': 'uno' }, altrove: { 'segreto.txt': 'due' } })
    symlinkSync('..', join(root, 'docs', 'giro'))
    symlinkSync(join(root, 'altrove', 'segreto.txt'), join(root, 'docs', 'link.txt'))
    symlinkSync('docs', join(root, 'porta'))
    const want = [
      'a.txt',
      'giro: ignored, symbolic link, not followed',
      'link.txt: ignored, symbolic link, not followed',
    ]
    t.strictSame(summary(await collect(walkFiles([join(root, 'docs')]))), want, 'through the folder')
    t.strictSame(
      summary(await collect(walkFiles([join(root, 'porta')]))),
      want,
      'through a link to the folder',
    )
  },
)

t.test(
  'a pipe is passed over and not waited for',
  { skip: process.platform === 'win32' && 'no pipes' },
  async (t) => {
    const root = t.testdir({ 'a.txt': 'uno' })
    execFileSync('mkfifo', [join(root, 'coda.txt')])
    t.strictSame(summary(await collect(walkFiles([root]))), [
      'a.txt',
      'coda.txt: ignored, not a regular file',
    ])
  },
)

t.test('a missing root stops everything before anything is read', async (t) => {
  const root = t.testdir({ 'a.txt': 'uno' })
  const missing = join(root, 'non-esiste')
  const walk = walkFiles([root, missing])
  await t.rejects(
    walk.next(),
    {
      name: 'IndexingError',
      code: 'PATH_MISSING',
      message: new RegExp(`"${missing}".*no such file or directory`),
    },
    'the message names the path as it was given',
  )
  await t.rejects(walkFiles([join(root, 'a.txt', 'b')]).next(), { code: 'PATH_MISSING' }, 'below a file')
})

const noPermissions = process.platform === 'win32' && 'no permissions of this kind'
t.test('what may not be read is reported, and the walk goes on', { skip: noPermissions }, async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'bifora-'))
  t.teardown(() => {
    chmodSync(join(root, 'chiusa'), 0o755)
    rmSync(root, { recursive: true })
  })
  mkdirSync(join(root, 'chiusa'))
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(root, name), 'Testo.')
  chmodSync(root, 0o755)
  chmodSync(join(root, 'chiusa'), 0)
  chmodSync(join(root, 'b.txt'), 0)

  // Nothing is closed to root: for the time of the test be somebody else.
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65534)
  try {
    t.strictSame(summary(await collect(walkFiles([root]))), [
      'a.txt',
      'b.txt: failed, no permission to read it',
      'c.txt',
      'chiusa: failed, no permission to read it',
    ])
    const [closedRoot] = await collect(walkFiles([join(root, 'chiusa')]))
    t.strictSame(
      closedRoot,
      { path: 'chiusa', reason: 'no permission to read it', kind: 'failed' },
      'as a root',
    )
    const file = { absolutePath: join(root, 'b.txt'), path: 'b.txt', sizeBytes: 6, mtimeMs: 0 }
    await t.rejects(openDocument(contentOfFile(file)), {
      code: 'NO_PERMISSION',
      message: 'no permission to read it',
    })
    const gone = { ...file, absolutePath: join(root, 'sparito.txt') }
    await t.rejects(openDocument(contentOfFile(gone)), {
      code: 'UNREADABLE',
      message: 'could not be read (ENOENT)',
    })
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
})

t.test('no reason shows where the root stands', async (t) => {
  const root = t.testdir({ 'a.pdf': '', 'b.txt': 'x' })
  for (const line of summary(await collect(walkFiles([root])))) t.notMatch(line, basename(root))
})

t.test('names that are not UTF-8 are shown, and what is behind them can be read', async (t) => {
  const root = t.testdir({ 'a.txt': 'Testo.' })
  const below = (...names: string[]): Buffer =>
    Buffer.concat([Buffer.from(root), ...names.map((name) => Buffer.from(`/${name}`, 'latin1'))])
  mkdirSync(below('citt\xe0'))
  writeFileSync(below('citt\xe0', 'pi\xf9.txt'), 'Il contenuto.')
  writeFileSync(below('citt\xe0', 'u.txt'), 'Altro.')
  writeFileSync(below('per\xf2.txt'), 'In Latin-1.')
  writeFileSync(join(root, 'però.txt'), 'In UTF-8.')
  writeFileSync(below('\x93virgolette\x94.txt'), 'Altro.')
  const found = await collect(walkFiles([root]))
  t.strictSame(summary(found).sort(), [
    'a.txt',
    'città/più.txt',
    'città/u.txt',
    'per\\xf2.txt',
    'però.txt',
    '“virgolette”.txt',
  ])
  const texts: Record<string, string> = {
    'città/più.txt': 'Il contenuto.',
    'per\\xf2.txt': 'In Latin-1.',
    'però.txt': 'In UTF-8.',
  }
  for (const [path, text] of Object.entries(texts)) {
    const file = found.find((one) => one.path === path) as FoundFile
    t.equal((await contentOfFile(file).whole()).toString(), text, path)
    t.match(await hashOfFile(file.absolutePath), /^[0-9a-f]{32}$/, `${path}: can be hashed`)
  }
})
