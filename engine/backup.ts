/**
 * An index as the lines of a backup, read while nobody else writes: searches go on. Records are passed on page after
 * page, so that memory stays flat whatever there is.
 */
import { headerOf, lineOf, type Section } from './backup/format.ts'
import { pause } from './embedded/enter.ts'
import type { Engine } from './engine.ts'
import { isUnavailable } from './errors.ts'
import { fold } from './fold.ts'
import { type Build, generationNamed, readBuild } from './generation.ts'
import { readPlaces } from './places.ts'
import type { Writer } from './writer.ts'

/** What a backup has beside the index: values of lines, which this room does not know. */
export type Belongings = { lexicon?: AsyncIterable<unknown>; key?: AsyncIterable<unknown> }

/** How to back up. */
export type BackupOptions = {
  engine: Engine
  signal: AbortSignal
  belongings?: Belongings
  /** Called now and then with how many records have been read, of how many. */
  onProgress?: (records: number, total: number) => void
}

/** A page is taken apart in one go, so that one of long records has few of them. */
const PAGE_BYTES = 2 * 1024 * 1024
const FIRST_PAGE = 20
const MAX_PAGE = 1000

/** A read of an engine that is busy with something else is repeated before the whole backup fails. */
const MAX_REPETITIONS = 5
const REPEAT_AFTER_MS = 1000

/**
 * The first line of a backup of the generation that `writer` writes to, and all others but the last. What was interrupted
 * is finished or undone before, and all changes are folded.
 *
 * @throws {EngineError} from its generator: if the engine fails, or `WRITER_LOST`
 */
export async function* backupLines(
  writer: Writer,
  { engine, signal, belongings = {}, onProgress }: BackupOptions,
): AsyncGenerator<string> {
  const build = await whole(writer, engine, signal)
  yield lineOf('header', headerOf(build, new Date()))
  yield lineOf('live', build)
  for (const place of await readPlaces(engine, signal)) yield lineOf('place', place)
  for (const section of ['lexicon', 'key'] as const) {
    for await (const value of belongings[section] ?? []) yield lineOf(section, value)
  }
  const total = build.documents + build.passages + build.blocks
  let done = 0
  const { documents, passages, statistics } = generationNamed(build.generation)
  const parts: [Section, string, string | undefined][] = [
    ['document', documents, undefined],
    ['passage', passages, undefined],
    ['statistics', statistics, `epoch = ${build.epoch}`],
  ]
  for (const [section, index, filter] of parts) {
    for await (const lines of pagesOf(section, index, filter, { engine, signal })) {
      // Whoever has become the writer meanwhile may have changed what this page is of.
      writer.check()
      done += lines.length
      onProgress?.(done, total)
      yield* lines
    }
  }
  writer.check()
}

/** The generation without a change that is not in its blocks of statistics. */
async function whole(writer: Writer, engine: Engine, signal: AbortSignal): Promise<Build> {
  await writer.settle()
  if (writer.last() > writer.build().folded) return fold(engine, writer, signal)
  return (await readBuild(engine, signal)) ?? writer.build()
}

/** All records of an index, as lines. */
async function* pagesOf(
  section: Section,
  index: string,
  filter: string | undefined,
  { engine, signal }: Pick<BackupOptions, 'engine' | 'signal'>,
): AsyncGenerator<string[]> {
  const path = `indexes/${index}/documents/fetch`
  let limit = FIRST_PAGE
  for (let offset = 0; ; ) {
    const wanted = { offset, limit, ...(filter === undefined ? {} : { filter }) }
    const { results } = (await patiently(() => engine.read(path, wanted, signal), signal)) as {
      results: unknown[]
    }
    const lines = results.map((record) => lineOf(section, record))
    if (lines.length > 0) yield lines
    if (results.length < limit) return
    offset += results.length
    const bytes = lines.reduce((sum, line) => sum + line.length, 0)
    // At most four times the last one: the records of the next page may be longer.
    limit = Math.floor((PAGE_BYTES / bytes) * lines.length)
    limit = Math.max(1, Math.min(limit, lines.length * 4, MAX_PAGE))
  }
}

async function patiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let repetitions = 0; ; repetitions += 1) {
    try {
      return await read()
    } catch (error) {
      if (!isUnavailable(error) || repetitions === MAX_REPETITIONS) throw error
      await pause(REPEAT_AFTER_MS, signal)
    }
  }
}
