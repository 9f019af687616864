/** A service that takes documents, on a real engine. */
import { pino } from 'pino'
import type { Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { decisionsOf } from '../../cli/lexicon/decisions.ts'
import { followLexicons } from '../../cli/lexicon/follow.ts'
import type { Engine } from '../../engine/engine.ts'
import { createWriting } from '../../engine/writing.ts'
import type { Topic } from '../../indexer/describe/wordings.ts'
import { createDescribing, topicsFingerprint } from '../../indexer/describing.ts'
import type { Bridge } from '../../language/bridge/bridge.ts'
import { type App, buildApp } from '../../server/app.ts'
import type { IndexingOptions } from '../../server/jobs/changing.ts'
import type { JobResponse } from '../../server/schemas/jobs.ts'

/** How documents that are sent get into the index of a test. */
export function takingDocuments(
  engine: Engine,
  topics: readonly Topic[],
  bridge?: Bridge,
): Pick<IndexingOptions, 'open'> {
  return {
    open: (hooks) => ({
      writing: createWriting(engine, {
        what: 'a test',
        topics: topicsFingerprint(topics),
        idleMs: 50,
        ...hooks,
      }),
      describing: createDescribing(topics, bridge),
    }),
  }
}

/** The service; closed when `t` ends, if not before. */
export async function writingApp(
  t: Test,
  engine: Engine,
  options: Omit<IndexingOptions, 'open'> = {},
  basePath = '',
): Promise<App> {
  const topics = readTopics()
  const app = await buildApp({
    engine,
    topics,
    indexing: { ...takingDocuments(engine, topics), ...options },
    access: { writesLocally: true },
    basePath,
    logger: pino({ level: 'silent' }),
  })
  t.teardown(() => app.close())
  return app
}

/** A service that takes documents and decisions about pairs of words, kept below `dataDir`; closed when `t` ends. */
export async function changingApp(t: Test, engine: Engine, dataDir: string): Promise<App> {
  const logger = pino({ level: 'silent' })
  const topics = readTopics()
  const lexicons = followLexicons(dataDir, logger)
  const app = await buildApp({
    engine,
    topics,
    bridge: lexicons.bridge,
    decisions: decisionsOf(dataDir, lexicons.refresh),
    indexing: takingDocuments(engine, topics),
    access: { writesLocally: true },
    logger,
  })
  t.teardown(async () => {
    lexicons.close()
    await app.close()
  })
  return app
}

/** An answer with its body as JSON. */
export type Sent<T> = {
  status: number
  headers: Record<string, unknown>
  type: string
  text: string
  body: T
}

/** Sends a request; `body` as JSON unless it is text, with a type of its own then. */
export async function send<T = Record<string, unknown>>(
  app: App,
  method: 'PUT' | 'PATCH' | 'DELETE' | 'POST' | 'GET',
  url: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Sent<T>> {
  const reply = await app.inject({
    method,
    url,
    headers: {
      ...(body === undefined || typeof body === 'string' ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const type = String(reply.headers['content-type']).split(';')[0] ?? ''
  return {
    status: reply.statusCode,
    headers: reply.headers,
    type,
    text: reply.body,
    body: (type.endsWith('json') && !type.endsWith('ndjson') && reply.body !== ''
      ? JSON.parse(reply.body)
      : undefined) as T,
  }
}

/** Puts a document, and waits until it is found. */
export function put<T = Record<string, unknown>>(
  app: App,
  id: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Sent<T>> {
  return send<T>(app, 'PUT', `/v1/documents/${id}?wait=true`, { body, headers })
}

/** Waits until a job has ended. */
export async function ended(app: App, id: string): Promise<JobResponse> {
  const { text } = await send(app, 'GET', `/v1/jobs/${id}`, { headers: { accept: 'text/event-stream' } })
  const last = text.trimEnd().split('\n\n').at(-1) ?? ''
  return JSON.parse(last.slice(last.indexOf('data: ') + 6))
}
