/** A real embedded engine for tests, in a temporary directory, with what it needs to be filled from texts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { type Engine, openEngine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import { type IndexOptions, type IndexSummary, indexFiles } from '../../indexer/pipeline.ts'

/** An engine with a way to get at its process. */
export type TestEngine = Engine & {
  /** The process that runs now, or ran last. */
  pid: () => number
}

/** Starts an engine that is stopped, and its data removed, when `t` ends. */
export async function openTestEngine(t: Test): Promise<TestEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bifora-test-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  let pid = 0
  const silent = (): void => {}
  const logger: Logger = {
    debug: silent,
    // The engine does not give its pid; it is told with every start.
    info: (fields) => {
      if ('pid' in fields) pid = Number(fields.pid)
    },
    warn: silent,
    error: silent,
  }
  const engine = await openEngine({ dataDir, meiliBin: process.env.MEILI_BIN, logger })
  t.teardown(() => engine.close())
  return { ...engine, pid: () => pid }
}

/** A document per entry: its path relative to the indexed root → its content. */
export type Files = Record<string, string>

/** How to index; what is not given is as usual, but without lexicons. */
export type IndexingOptions = Partial<Pick<IndexOptions, 'topics' | 'signal' | 'bridge'>>

/** Makes `files` the only documents of the index: a new generation, live when this resolves. */
export async function indexDocuments(
  engine: Engine,
  files: Files,
  { topics = readTopics(), signal = new AbortController().signal, bridge }: IndexingOptions = {},
): Promise<IndexSummary> {
  const root = mkdtempSync(join(tmpdir(), 'bifora-documents-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    return await indexFiles([root], { engine, topics, fingerprint: root, isSample: false, bridge, signal })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
