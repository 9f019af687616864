/** A real embedded engine for tests, in a temporary directory, with what it needs to be filled from texts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { type Engine, openEngine } from '../../engine/engine.ts'
import type { Logger } from '../../engine/logger.ts'
import { createWriting } from '../../engine/writing.ts'
import { beginAnew } from '../../indexer/current.ts'
import type { Topic } from '../../indexer/describe/wordings.ts'
import { createDescribing, topicsFingerprint } from '../../indexer/describing.ts'
import { indexPlace, type PlaceSummary } from '../../indexer/place.ts'
import { targetOf } from '../../indexer/places.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'

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
export type Files = Record<string, string | Buffer>

/** How to index; what is not given is as usual, but without lexicons. */
export type IndexingOptions = { topics?: readonly Topic[]; signal?: AbortSignal; bridge?: Bridge | undefined }

/** Makes `files` the only documents of the index: a new generation, live when this resolves. */
export async function indexDocuments(
  engine: Engine,
  files: Files,
  options: IndexingOptions = {},
): Promise<PlaceSummary> {
  const root = mkdtempSync(join(tmpdir(), 'bifora-documents-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    return await indexFolder(engine, root, options)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Makes the documents below `root` the only ones of the index, in a new generation. */
export async function indexFolder(
  engine: Engine,
  root: string,
  { topics = readTopics(), signal = new AbortController().signal, bridge }: IndexingOptions = {},
): Promise<PlaceSummary> {
  const describing = createDescribing(topics, bridge)
  const writing = createWriting(engine, { what: 'a test', topics: topicsFingerprint(topics) })
  try {
    await beginAnew(engine, describing)
    return await indexPlace(targetOf(root, [], false), { engine, writing, describing, signal })
  } finally {
    await writing.close()
  }
}
