/** The service over the sample corpus, with the packaged lexicons, as it is for whoever tries it first. */
import { pino } from 'pino'
import type { Test } from 'tap'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { type App, buildApp } from '../../server/app.ts'
import { indexFolder, openTestEngine, type TestEngine } from './engine.ts'

/** The service over the sample corpus; closed when `t` ends. */
export async function sampleApp(t: Test): Promise<{ app: App; engine: TestEngine }> {
  const bridge = createBridge(readLexicons('/nowhere').lexicons)
  const topics = readTopics()
  const engine = await openTestEngine(t)
  await indexFolder(engine, sampleDocuments, { topics, bridge })
  const app = await buildApp({ engine, topics, bridge: () => bridge, logger: pino({ level: 'silent' }) })
  t.teardown(() => app.close())
  return { app, engine }
}
