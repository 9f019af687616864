/** Drafting: what comes of a file is the same on any thread, and one that does harm is one that could not be read. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { hashOfFile } from '../../indexer/content-hash.ts'
import { createDraftMeans } from '../../indexer/draft.ts'
import { createInlineDrafting, type Drafting, draftOne } from '../../indexer/drafting/drafting.ts'
import type { Source } from '../../indexer/drafting/source.ts'
import { createThreads, type ThreadsOptions } from '../../indexer/drafting/threads.ts'
import { makePdf } from '../helpers/pdf.ts'
import { zipOf } from '../helpers/zip.ts'

const signal = new AbortController().signal
const inline = createInlineDrafting(createDraftMeans([]))

function threads(t: Test, options: Partial<ThreadsOptions> = {}): Drafting {
  const drafting = createThreads([], { count: 1, ...options })
  t.teardown(drafting.close)
  return drafting
}

/** Files as sources, in a folder of the test. */
async function sourcesOf(t: Test, files: Record<string, string | Buffer>): Promise<Source[]> {
  const root = t.testdir()
  const sources: Source[] = []
  for (const [path, content] of Object.entries(files)) {
    const absolutePath = join(root, path)
    mkdirSync(join(absolutePath, '..'), { recursive: true })
    writeFileSync(absolutePath, content)
    sources.push({
      path,
      place: 'prova',
      content: { absolutePath, sizeBytes: Buffer.byteLength(content) },
      contentHash: await hashOfFile(absolutePath),
    })
  }
  return sources
}

/** What comes of sources, a line each: `path: passages`, or the reason why there are none. */
async function outcome(drafting: Drafting, sources: readonly Source[]): Promise<string[]> {
  const lines: string[] = []
  for await (const event of drafting.draftAll(sources, signal)) {
    if ('isEnd' in event) {
      if (event.failed !== undefined) lines.push(`${event.source.path}: ${event.failed.message}`)
      continue
    }
    const { drafted } = event
    if ('failed' in drafted) lines.push(`${drafted.path}: ${drafted.failed.message}`)
    else if ('contentHash' in drafted) lines.push(`${drafted.path}: unchanged`)
    else {
      let passages = 0
      for await (const _ of drafted.draft.passages) passages += 1
      const { warnings } = drafted.draft.rest
      lines.push([`${drafted.path}: ${passages}`, ...warnings].join('; '))
    }
  }
  return lines
}

const italian = '---\nlang: it\n---\nIl porto di Genova è stato ampliato.\n'
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, number) =>
    `La nave numero ${number} ha attraccato al molo. `.repeat(12),
  ).join('\n\n')

t.test('what comes of files is the same on a thread of its own', async (t) => {
  const sources = await sourcesOf(t, {
    'a.txt': italian,
    'b/c.md': '---\nlang: it\nid: mio\n---\n# Titolo\n\nUn testo sul faro.\n',
    'empty.txt': '',
    'strange.qqq': 'Che cosa sarà?',
    'long.txt': `---\nlang: it\n---\n${paragraphs(4000)}`,
    'archive.zip': zipOf([
      { name: 'note/uno.txt', data: italian },
      { name: 'due.md', data: '---\nlang: it\n---\nIl molo vecchio.' },
      { name: 'vuoto.txt', data: '' },
    ]),
    'last.txt': italian,
  })
  const wanted = await outcome(inline, sources)
  t.strictSame(
    wanted.map((line) => line.replace(/^(long\.txt: )[2-9]\d\d\d$/, '$1some thousand')),
    [
      'a.txt: 1',
      'b/c.md: 1',
      'empty.txt: empty file',
      'strange.qqq: unsupported format .qqq',
      'long.txt: some thousand',
      'archive.zip/note/uno.txt: 1',
      'archive.zip/due.md: 1',
      'archive.zip/vuoto.txt: empty file',
      'last.txt: 1',
    ],
  )
  for (const count of [1, 2]) t.strictSame(await outcome(threads(t, { count }), sources), wanted, `${count}`)
})

t.test('drafts are equal, field by field', async (t) => {
  const [source] = await sourcesOf(t, { 'a.md': '---\nlang: it\ntitle: Il faro\n---\n# Capo\n\nUn testo.' })
  const expected = await draftOne(inline, source as Source, signal)
  const { passages, ...rest } = await draftOne(threads(t), source as Source, signal)
  t.strictSame(rest, { document: expected.document, rest: expected.rest })
  t.strictSame(passages, expected.passages)
})

t.test('of an archive only what has changed is drafted again', async (t) => {
  const files = (second: string) => ({
    'a.zip': zipOf([
      { name: 'uno.txt', data: italian },
      { name: 'due.txt', data: second },
    ]),
  })
  const hashes = new Map<string, string>()
  const [first] = await sourcesOf(t, files(italian))
  for await (const event of inline.draftAll([{ ...(first as Source), isLookedAt: true }], signal)) {
    if ('drafted' in event && 'contentHash' in event.drafted) {
      hashes.set(event.drafted.path, event.drafted.contentHash)
    }
  }
  t.strictSame([...hashes.keys()], ['a.zip/uno.txt', 'a.zip/due.txt'])
  const [next] = await sourcesOf(t, files('---\nlang: it\n---\nUn altro testo.'))
  t.strictSame(await outcome(threads(t), [{ ...(next as Source), known: hashes }]), [
    'a.zip/uno.txt: unchanged',
    'a.zip/due.txt: 1',
  ])
})

t.test('a file that needs too much memory fails alone', async (t) => {
  const sources = await sourcesOf(t, {
    'before.txt': italian,
    // A list of this length is a tree of millions of objects.
    'bomb.md': `---\nlang: it\n---\n${'- a *b* [c](d)\n'.repeat(200_000)}`,
    'table.xlsx': 'PK no workbook',
    'after.txt': italian,
  })
  const lines = await outcome(threads(t, { heapMb: 80 }), sources)
  t.equal(lines[0], 'before.txt: 1')
  t.match(lines[1], /^bomb\.md: (?:\d+; )?reading it takes more memory than the limit of 80 MB/)
  t.match(lines[2], /^table\.xlsx: /)
  t.equal(lines[3], 'after.txt: 1')
  t.equal(lines.length, 4)
})

t.test('a file for which nothing happens for too long fails alone', async (t) => {
  const sources = await sourcesOf(t, {
    // To tell a language by itself takes tables that take their time to load.
    'slow.txt': 'Il porto di Genova è stato ampliato con una nuova banchina.',
    'quick.txt': italian,
  })
  const lines = await outcome(threads(t, { stallMs: 10 }), sources)
  t.equal(lines[0], 'slow.txt: reading it took longer than the limit of 10 ms')
  t.match(lines[1], /^quick\.txt: (?:1|reading it took longer than the limit of 10 ms)$/)
})

t.test(
  'what waits behind a file that ended its thread is drafted, whatever stood last in its task',
  async (t) => {
    const long = 'Il porto di Genova è stato ampliato con una nuova banchina. '.repeat(12_000)
    const sources = await sourcesOf(t, { 'slow-1.txt': long, 'slow-2.txt': long })
    const lines = await outcome(threads(t, { stallMs: 10 }), sources)
    t.same(
      lines.map((line) => line.split(':')[0]),
      ['slow-1.txt', 'slow-2.txt'],
    )
  },
)

t.test('of a PDF with broken pages the others are read, and the file after it', async (t) => {
  const whole = makePdf({
    pages: Array.from({ length: 30 }, () => [{ x: 60, y: 70, text: 'Manuale del porto' }]),
  })
  // Many of its pages are gone, its list of them is not.
  const broken = Buffer.from(whole).fill(0, Math.floor(whole.length / 8), Math.floor(whole.length / 2))
  const sources = await sourcesOf(t, { 'broken.pdf': broken, 'after.txt': italian })
  const lines = await outcome(threads(t), sources)
  t.match(lines[0], /^broken\.pdf: \d+; pages? .*cannot be read/)
  t.same(lines.slice(1), ['after.txt: 1'])
})

t.test('when it is stopped, it ends with the reason', async (t) => {
  const drafting = threads(t)
  const stopping = new AbortController()
  const [long] = await sourcesOf(t, { 'long.txt': `---\nlang: it\n---\n${paragraphs(6000)}` })
  const read = async (): Promise<void> => {
    for await (const event of drafting.draftAll([long as Source], stopping.signal)) {
      if (!('drafted' in event) || !('draft' in event.drafted)) continue
      for await (const _ of event.drafted.draft.passages) stopping.abort(new Error('enough'))
    }
  }
  await t.rejects(read(), { message: 'enough' })
  t.strictSame(await outcome(drafting, await sourcesOf(t, { 'a.txt': italian })), ['a.txt: 1'], 'and goes on')
})

t.test('a container without a document says so', async (t) => {
  const sources = await sourcesOf(t, {
    'testata.csv': 'titolo,testo\n',
    'vuoto.zip': zipOf([]),
    'dentro.zip': zipOf([{ name: 'vuoto.zip', data: zipOf([]) }]),
  })
  t.same(await outcome(inline, sources), [
    'testata.csv: csv file without a document in it',
    'vuoto.zip: zip file without a document in it',
    'dentro.zip/vuoto.zip: zip file without a document in it',
  ])
})

t.test(
  'a thread that drafts has a lower priority than the one that asks',
  { skip: process.platform === 'linux' ? false : 'priorities of threads are of Linux' },
  async (t) => {
    const lower = (): number =>
      readdirSync('/proc/self/task').filter((thread) => {
        try {
          return getPriority(Number(thread)) > getPriority()
        } catch {
          // It has ended meanwhile.
          return false
        }
      }).length
    const before = lower()
    t.strictSame(await outcome(threads(t), await sourcesOf(t, { 'porto.md': italian })), ['porto.md: 1'])
    t.ok(lower() > before)
  },
)
