/** Backups on the real engine: one that is restored has every record of the original, and one with a fault does nothing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { type BackupContents, lineOf } from '../../engine/backup/format.ts'
import { packBackup, type WrittenBackup } from '../../engine/backup/pack.ts'
import { checkBackup } from '../../engine/backup/read.ts'
import { restoreBackup } from '../../engine/backup/restore.ts'
import { backupLines } from '../../engine/backup.ts'
import type { Engine } from '../../engine/engine.ts'
import { generationNamed, readBuild } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import { putPlace, readPlaces } from '../../engine/places.ts'
import { createWriting, type Writing } from '../../engine/writing.ts'
import { buildApp } from '../../server/app.ts'
import { appOn } from '../helpers/app.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { indexFolder, openTestEngine } from '../helpers/engine.ts'

const signal = new AbortController().signal
const folder = t.testdir()
const source = await openTestEngine(t)
const target = await openTestEngine(t)

await indexFolder(source, sampleDocuments)
await putPlace(source, {
  name: 'note',
  root: '/a/folder/that/is/not/here',
  indexedAt: '2026-01-01T00:00:00.000Z',
})
const { writer } = await openLiveWriter(source)
await writer.change({
  put: [smallDraft({ id: 'porto', passages: ['Il faro del porto', 'La nave'], place: 'note' })],
})
await writer.change({
  put: [smallDraft({ id: 'porto', passages: ['Il faro nuovo del porto'], place: 'note' })],
})
await writer.change({ put: [smallDraft({ id: 'radar', passages: ['Il radar segue le navi'] })] })
await writer.change({ remove: ['radar'] })
await writer.settle()

const writingTo = (t: Test, engine: Engine, what = 'a test'): Writing => {
  const writing = createWriting(engine, { what, topics: 'of a test', idleMs: 20 })
  t.teardown(() => writing.close())
  return writing
}

/** Where what is written goes. */
function collector(): { sink: Writable; bytes: () => Buffer } {
  const pieces: Buffer[] = []
  const sink = new Writable({
    write: (piece, _, done) => {
      pieces.push(piece)
      done()
    },
  })
  return { sink, bytes: () => Buffer.concat(pieces) }
}

async function backUp(writing: Writing, engine: Engine): Promise<{ bytes: Buffer; written: WrittenBackup }> {
  const { sink, bytes } = collector()
  const written = await writing.write((of) => packBackup(backupLines(of, { engine, signal }), sink, signal))
  return { bytes: bytes(), written }
}

/** Bytes as a file. */
function fileOf(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const check = (path: string): Promise<BackupContents> => checkBackup(path, { file: 'the file', signal })

/** Every record of the live generation, of its three indexes, and what is known of it but for its name. */
async function everything(engine: Engine): Promise<Record<string, unknown>> {
  const build = await readBuild(engine)
  if (build === undefined) return {}
  const { passages, documents, statistics } = generationNamed(build.generation)
  const records = async (index: string): Promise<unknown[]> => {
    const { results } = await engine.client().index(index).getDocuments({ limit: 100_000 })
    return results.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  }
  return {
    build: { ...build, generation: '' },
    documents: await records(documents),
    passages: await records(passages),
    statistics: await records(statistics),
    places: await readPlaces(engine),
  }
}

const QUERIES = [
  'q=faro',
  'q=energia&size=5',
  'q=quantum+computing',
  'q=porto&place=note',
  'q=',
  'q=chip&sort=-date',
]

type Found = { query: string; statusCode: number; total?: number; answer: unknown }

/** What searches find, with everything that is shown of it. */
async function answers(engine: Engine): Promise<Found[]> {
  const app = await buildApp({ engine, topics: readTopics(), logger: pino({ level: 'silent' }) })
  try {
    const found: Found[] = []
    for (const query of QUERIES) {
      const { statusCode, body } = await app.inject({ url: `/v1/search?${query}` })
      // What it took, and which generation it is of, is not what was found.
      const { tookMs: _, requestId: __, index: ___, ...answer } = JSON.parse(body)
      found.push({ query, statusCode, total: answer.total?.value, answer })
    }
    return found
  } finally {
    await app.close()
  }
}

t.test('what is restored equals the original record by record, and is found in the same way', async (t) => {
  const { bytes, written } = await backUp(writingTo(t, source), source)
  const original = await everything(source)
  const before = await answers(source)
  t.strictSame(
    before.filter(({ statusCode, total = 0 }) => statusCode !== 200 || total === 0),
    [],
    'every search finds something',
  )
  const path = fileOf('whole', bytes)
  const contents = await check(path)
  t.match(written.header, { format: 1, documents: contents.counts.document })
  t.equal(written.sha256, contents.sha256)
  t.strictSame(written.counts, contents.counts)
  t.equal(contents.counts.document, 41)

  await restoreBackup(path, contents, { engine: target, file: 'the file', signal, check: () => {} })
  const restored = await everything(target)
  for (const part of Object.keys(original)) t.strictSame(restored[part], original[part], part)
  t.strictSame(await violations(target, signal), [])
  t.strictSame(await answers(target), before, 'searches')

  const { writer } = await openLiveWriter(target)
  const { number } = await writer.change({ put: [smallDraft({ id: 'dopo', passages: ['Il molo'] })] })
  await writer.settle()
  t.equal(number, contents.build.folded + 1, 'and changes go on where those of the original ended')
  t.strictSame(await violations(target, signal), [])

  await restoreBackup(path, contents, { engine: target, file: 'the file', signal, check: () => {} })
  const { documents } = await everything(target)
  t.strictSame(documents, original.documents, 'what came after the backup is gone when it is restored again')
  const second = await backUp(writingTo(t, target), target)
  const lines = (of: Buffer): string[] => gunzipSync(of).toString().split('\n').slice(2, -2)
  t.strictSame(
    lines(second.bytes).sort(),
    lines(bytes).sort(),
    'a backup of what was restored is the same one',
  )
})

t.test('searches go on while a backup is taken, and who writes waits for it', async (t) => {
  const writing = writingTo(t, source, 'the backup')
  const waited: string[] = []
  const other = createWriting(source, {
    what: 'another',
    topics: 'of a test',
    onWaiting: ({ what }) => waited.push(what),
  })
  t.teardown(() => other.close())
  const app = await appOn(t, source)
  const order: string[] = []
  let adding: Promise<unknown> = Promise.resolve()
  let searched = 0
  const { sink, bytes } = collector()
  await writing.write(async (of) => {
    const lines = async function* (): AsyncGenerator<string> {
      for await (const line of backupLines(of, { engine: source, signal })) {
        yield line
        if (!line.startsWith('["live"')) continue
        adding = other
          .write((next) => next.change({ put: [smallDraft({ id: 'tardi', passages: ['Troppo tardi'] })] }))
          .then(() => order.push('changed'))
        while (waited.length === 0) {
          const { statusCode } = await app.inject({ url: '/v1/search?q=faro' })
          t.equal(statusCode, 200)
          searched += 1
        }
      }
    }
    await packBackup(lines(), sink, signal)
    order.push('backed up')
  })
  await adding
  t.ok(searched > 0)
  t.strictSame(waited, ['the backup'])
  t.strictSame(order, ['backed up', 'changed'])
  const text = gunzipSync(bytes()).toString()
  t.notMatch(text, /Troppo tardi/)
  t.equal((await check(fileOf('beside', bytes()))).counts.document, 41)
  await other.write((next) => next.change({ remove: ['tardi'] }))
})

t.test('a file with a fault is told for what it is, before anything is written', async (t) => {
  const { bytes } = await backUp(writingTo(t, source), source)
  const lines = gunzipSync(bytes)
    .toString()
    .split(/(?<=\n)/)
  const header = JSON.parse(lines[0] ?? '')[1]
  const withHeader = (changed: object): Buffer =>
    gzipSync([lineOf('header', { ...header, ...changed }), ...lines.slice(1)].join(''))
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 0x10
    return copy
  }
  const middle = Math.floor(bytes.length / 2)
  const edited = lines.map((line) => line.replace('Il faro nuovo', 'Il faro vecchio')).join('')
  const cases: [why: string, file: Buffer, code: string, message: RegExp][] = [
    ['empty', Buffer.alloc(0), 'BACKUP_BROKEN', /^the file is no backup of Bifora: it is empty\./],
    ['text', Buffer.from('Il faro di Genova'), 'BACKUP_BROKEN', /no backup of Bifora: it is not a gzip file/],
    [
      'gzip of text',
      gzipSync('Il faro\ndi Genova\n'),
      'BACKUP_BROKEN',
      /no backup of Bifora: it has something else/,
    ],
    ['gzip of nothing', gzipSync(''), 'BACKUP_BROKEN', /no backup of Bifora: there is nothing in it/],
    [
      'gzip of zeros',
      gzipSync(Buffer.alloc(1 << 20)),
      'BACKUP_BROKEN',
      /no backup of Bifora: it has something else/,
    ],
    ['gzip of JSON', gzipSync('["header",null]\n'), 'BACKUP_BROKEN', /no backup of Bifora/],
    ...[5, 20, 1000, middle, bytes.length - 9, bytes.length - 1].map((length): (typeof cases)[number] => [
      `the first ${length} bytes`,
      bytes.subarray(0, length),
      'BACKUP_BROKEN',
      /^the file has been cut short: its end is missing\. Copy it again/,
    ]),
    ['no last line', gzipSync(lines.slice(0, -1).join('')), 'BACKUP_BROKEN', /cut short/],
    ['half a line', gzipSync(lines.join('').slice(0, -300)), 'BACKUP_BROKEN', /damaged|cut short/],
    ['a line less', gzipSync(lines.toSpliced(9, 1).join('')), 'BACKUP_BROKEN', /^the file is damaged/],
    ['two in one', Buffer.concat([bytes, bytes]), 'BACKUP_BROKEN', /^the file is damaged/],
    [
      'a word changed',
      gzipSync(edited),
      'BACKUP_BROKEN',
      /^the file is damaged: it is not what was once written/,
    ],
    ...[middle, middle + 1000, bytes.length - 6].map((at): (typeof cases)[number] => [
      `byte ${at} flipped`,
      flipped(at),
      'BACKUP_BROKEN',
      /^the file (is damaged|has been cut short)/,
    ]),
    [
      'a newer format',
      withHeader({ format: 2 }),
      'BACKUP_OTHER_VERSION',
      /written by a newer version of Bifora \(format 2; this one reads up to 1\)\. Update/,
    ],
    [
      'another schema',
      withHeader({ index: 'schema 3, 8 levels' }),
      'BACKUP_OTHER_VERSION',
      /another version of Bifora \(schema 3/,
    ],
  ]
  const before = await everything(target)
  for (const [why, file, code, message] of cases) {
    await t.rejects(check(fileOf('faulty', file)), { code, message }, why)
  }
  await t.rejects(check(folder), { message: /it is a folder/ })
  await t.rejects(check(join(folder, 'none')), { message: /does not exist/ })
  t.strictSame(await everything(target), before)
})

t.test('restoring that fails or is stopped leaves what is live, and nothing else', async (t) => {
  const { bytes } = await backUp(writingTo(t, source), source)
  const path = fileOf('good', bytes)
  const contents = await check(path)
  const before = await everything(target)
  const live = (await readBuild(target))?.generation ?? ''
  const left = async (): Promise<string[]> => {
    const { results } = await target.client().getRawIndexes({ limit: 1000 })
    return results.map(({ uid }) => uid).filter((uid) => /-documents$/.test(uid) && !uid.includes(live))
  }
  const stopping = new AbortController()
  const other = fileOf('other', bytes)
  const lost = new Error('Somebody else writes')
  const cases: [
    why: string,
    run: () => Promise<unknown>,
    error: Error | { name: string } | { code: string },
  ][] = [
    [
      'stopped half-way',
      () =>
        restoreBackup(path, contents, {
          engine: target,
          file: 'the file',
          signal: stopping.signal,
          check: () => {},
          onProgress: (records) => {
            if (records === 100) stopping.abort()
          },
        }),
      { name: 'AbortError' },
    ],
    [
      'the lease lost',
      () =>
        restoreBackup(path, contents, {
          engine: target,
          file: 'the file',
          signal,
          check: () => {
            throw lost
          },
        }),
      lost,
    ],
    [
      'damaged after it was checked',
      () => {
        writeFileSync(other, readFileSync(path).subarray(0, bytes.length - 4000))
        return restoreBackup(other, contents, { engine: target, file: 'the file', signal, check: () => {} })
      },
      { code: 'BACKUP_BROKEN' },
    ],
    [
      'another backup than was checked',
      () =>
        restoreBackup(
          path,
          { ...contents, sha256: 'another' },
          { engine: target, file: 'the file', signal, check: () => {} },
        ),
      { code: 'BACKUP_BROKEN' },
    ],
  ]
  for (const [why, run, error] of cases) {
    await t.rejects(run(), error, why)
    t.strictSame(await everything(target), before, why)
    const { results } = await target.client().tasks.getTasks({ statuses: ['enqueued', 'processing'] })
    for (const { uid } of results) await target.client().tasks.waitForTask(uid)
    t.strictSame(await left(), [], why)
  }
})

t.test('a disk that fills up ends a backup with its own error', async (t) => {
  let room = 10_000
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const sink = new Writable({
    write: (piece: Buffer, _, done) => {
      room -= piece.length
      done(room < 0 ? full : null)
    },
  })
  const writing = writingTo(t, source)
  const packing = writing.write((of) => packBackup(backupLines(of, { engine: source, signal }), sink, signal))
  await t.rejects(packing, { code: 'ENOSPC' })
  await backUp(writing, source)
  t.pass('and the next one is taken')
})
