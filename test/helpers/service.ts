/** The service with its search page, listening, over a real engine: what a browser is pointed at. */
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Test } from 'tap'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { type App, type AppOptions, buildApp } from '../../server/app.ts'
import { builtPage } from './built-page.ts'
import { type Files, indexDocuments, indexFolder, openTestEngine, type TestEngine } from './engine.ts'
import { takingDocuments } from './writing.ts'

/** A service that listens. */
export type Service = {
  /** Its address with its prefix, without a slash at the end. */
  url: string
  app: App
  engine: TestEngine
}

/** What is not as usual. */
export type ServiceOptions = {
  /** Default: the sample corpus. */
  documents?: Files
  /** Whether programs on this machine may add documents, without a key. Default: no. */
  takesDocuments?: boolean
  /** More settings of the service, such as `basePath` and `access`. */
  app?: Partial<AppOptions>
}

/** Starts a service, with the packaged lexicons and topics; closed when `t` ends. */
export async function startService(
  t: Test,
  { documents, takesDocuments = false, app: settings = {} }: ServiceOptions = {},
): Promise<Service> {
  const page = await builtPage()
  const bridge = createBridge(readLexicons('/nowhere').lexicons)
  const topics = readTopics()
  const engine = await openTestEngine(t)
  if (documents === undefined) await indexFolder(engine, sampleDocuments, { topics, bridge })
  else await indexDocuments(engine, documents, { topics, bridge })

  const app = await buildApp({
    engine,
    topics,
    bridge: () => bridge,
    page,
    logger: pino({ level: 'silent' }),
    ...(takesDocuments && {
      access: { writesLocally: true },
      indexing: takingDocuments(engine, topics, bridge),
    }),
    ...settings,
  })
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${settings.basePath ?? ''}`, app, engine }
}
