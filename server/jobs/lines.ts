/**
 * A stream of documents, line by line, into the index: changes of some hundred documents, and what came of each line as
 * soon as its change is done. Memory stays flat: the next lines are read while a change is stored, but no more of them
 * than another change takes, and none while what came of earlier ones is not taken off.
 */
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { NumberedLine } from '../ndjson.ts'
import { asProblem } from '../problem.ts'
import type { LineResult, PostedLine } from '../schemas/writing.ts'
import { carryOut, type Result } from './carry-out.ts'
import type { Changing } from './changing.ts'
import { isTemporary } from './failures.ts'
import { type Entry, entryOf, failure } from './line.ts'

/** How to go through a stream. */
export type LinesOptions = {
  changing: Changing
  signal: AbortSignal
  /** @throws {ProblemError} what is wrong with the document of a line */
  check: (value: unknown) => PostedLine
  /** A change ends with this many documents. Default 250. */
  maxDocuments?: number
  /** A change also ends when no line has come for so long, in milliseconds. Default 200. */
  maxIdleMs?: number
}

const MAX_LENGTH = 4 * 1024 * 1024
/** While the engine is away, or somebody else writes, a change is tried so often, with so long in between. */
const MAX_TRIES = 6
const BETWEEN_TRIES_MS = 500

type Read = { done: boolean; entries: Entry[]; failed: LineResult[] }

/** What came of each line, in the order in which it is known. */
export async function* resultsOf(
  lines: AsyncIterator<NumberedLine>,
  options: LinesOptions,
): AsyncGenerator<LineResult> {
  const reader = createReader(lines, options)
  let storing: Promise<LineResult[]> | undefined
  let reading = reader.next()
  try {
    for (;;) {
      // Looked at when their turn comes; a failure before that must not count as unhandled.
      reading.catch(() => {})
      storing?.catch(() => {})
      const read = reading.then((read) => ({ read }))
      const first = await (storing === undefined
        ? read
        : Promise.race([read, storing.then((results) => ({ results }))]))
      options.signal.throwIfAborted()
      if ('results' in first) {
        storing = undefined
        yield* first.results
        continue
      }
      const { done, entries, failed } = first.read
      yield* failed
      if (storing !== undefined) yield* await storing
      options.signal.throwIfAborted()
      storing = entries.length === 0 ? undefined : store(entries, options)
      if (done) {
        if (storing !== undefined) yield* await storing
        return
      }
      reading = reader.next()
    }
  } finally {
    // What has begun to be stored is finished.
    await storing?.catch(() => {})
  }
}

/** Reads the lines of the next change. */
function createReader(
  lines: AsyncIterator<NumberedLine>,
  { changing, check, signal, maxDocuments = 250, maxIdleMs = 200 }: LinesOptions,
): { next: () => Promise<Read> } {
  /** Read, but not looked at: it came when the change had waited long enough, or is of a document that is in it. */
  let coming: Promise<IteratorResult<NumberedLine>> | undefined
  let held: Entry | undefined
  return {
    next: async () => {
      const read: Read = { done: false, entries: [], failed: [] }
      const ids = new Set<string>()
      let length = 0
      const take = (entry: Entry, size: number): boolean => {
        if (ids.has(entry.operation.document)) {
          held = entry
          return false
        }
        ids.add(entry.operation.document)
        read.entries.push(entry)
        length += size
        return read.entries.length < maxDocuments && length < MAX_LENGTH
      }
      if (held !== undefined) take(held, 0)
      held = undefined
      for (;;) {
        coming ??= lines.next()
        const isEmpty = read.entries.length === 0 && read.failed.length === 0
        const next = isEmpty ? await coming : await orIdle(coming, maxIdleMs)
        if (next === undefined) return read
        coming = undefined
        if (next.done === true) return { ...read, done: true }
        signal.throwIfAborted()
        // Searches are answered in between.
        await setImmediate()
        const { entry, result, size } = await entryOf(next.value, changing, { check, signal })
        if (result !== undefined) read.failed.push(result)
        if (entry !== undefined && !take(entry, size)) return read
        if (read.failed.length >= maxDocuments) return read
      }
    },
  }
}

async function orIdle<T>(coming: Promise<T>, maxIdleMs: number): Promise<T | undefined> {
  const timer = new AbortController()
  const idle = sleep(maxIdleMs, undefined, { signal: timer.signal }).catch(() => undefined)
  try {
    return await Promise.race([coming, idle])
  } finally {
    timer.abort()
  }
}

async function store(entries: readonly Entry[], options: LinesOptions): Promise<LineResult[]> {
  if (entries.length === 0) return []
  try {
    const results = await carryOutPatiently(entries, options)
    return entries.map(({ line, operation: { document } }, index) => {
      const result = results[index] as Result
      if ('problem' in result) return failure(line, document, result.problem)
      const { revision } = result.outcome
      return { line, id: document, status: 'indexed', ...(revision === undefined ? {} : { revision }) }
    })
  } catch (error) {
    if (options.signal.aborted) throw error
    return entries.map(({ line, operation }) => failure(line, operation.document, asProblem(error)))
  }
}

async function carryOutPatiently(
  entries: readonly Entry[],
  { changing, signal }: LinesOptions,
): Promise<Result[]> {
  const operations = entries.map(({ operation }) => operation)
  for (let attempt = 1; ; attempt += 1) {
    try {
      // What has begun is finished even if nobody waits for it any more.
      const means = { ...changing, signal: new AbortController().signal }
      const { results, number, arrived } = await changing.writing.write(
        (writer) => carryOut(operations, writer, means),
        signal,
      )
      await changing.untilSeen(number)
      changing.afterChange(arrived)
      return results
    } catch (error) {
      if (signal.aborted || attempt === MAX_TRIES || !isTemporary(error)) throw error
      await sleep(BETWEEN_TRIES_MS * attempt, undefined, { signal })
    }
  }
}
