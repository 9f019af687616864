/** The service over a real engine, asked without a network. */
import { pino } from 'pino'
import type { Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import type { Engine } from '../../engine/engine.ts'
import { type App, buildApp } from '../../server/app.ts'
import type { DocumentResponse, TopicsResponse } from '../../server/schemas/documents.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { type Files, indexDocuments, openTestEngine, type TestEngine } from './engine.ts'
import { mismatch } from './published.ts'

/** The service on an engine that is there already; closed when `t` ends. */
export async function appOn(t: Test, engine: Engine): Promise<App> {
  const app = await buildApp({ engine, topics: readTopics(), logger: pino({ level: 'silent' }) })
  t.teardown(() => app.close())
  return app
}

/** An engine with `files` indexed and the service on it. */
export async function testApp(t: Test, files: Files): Promise<{ app: App; engine: TestEngine }> {
  const engine = await openTestEngine(t)
  await indexDocuments(engine, files)
  return { app: await appOn(t, engine), engine }
}

/** An answer; `body` is the parsed JSON, or the text where it is something else. */
export type Answer<T> = { status: number; headers: Record<string, unknown>; body: T }

/**
 * Asks for an address of the service.
 *
 * @throws if the answer is not as the OpenAPI document says
 */
export async function get<T = Record<string, unknown>>(
  app: App,
  url: string,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const reply = await app.inject({ url, headers })
  const { statusCode: status } = reply
  const [type = ''] = String(reply.headers['content-type']).split(';')
  const isJson = /[/+]json$/.test(type)
  const body = (isJson ? reply.json() : reply.body) as T
  const wrong = isJson ? mismatch(app, url, { status, type, body }) : undefined
  if (wrong !== undefined) throw new Error(`The answer to ${url} is not as published: ${wrong}`)
  return { status, headers: reply.headers, body }
}

/** Parameters of a search, lists as they are or with commas. */
export type SearchParams = Record<string, string | number | readonly string[]>

/** The address of a search. */
export function searchUrl(params: SearchParams): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'object' ? value : [value]) query.append(name, String(one))
  }
  return `/v1/search?${query}`
}

/** Searches; anything but a 200 is an error of the test. */
export async function search(
  app: App,
  params: SearchParams,
  headers: Record<string, string> = {},
): Promise<SearchResponse> {
  const { status, body } = await get<SearchResponse>(app, searchUrl(params), headers)
  if (status !== 200) throw new Error(`${searchUrl(params)} gave ${status}: ${JSON.stringify(body)}`)
  return body
}

/** The paths of the documents that a search finds, in their order. */
export async function pathsOf(app: App, params: SearchParams): Promise<string[]> {
  return (await search(app, params)).results.map(({ path }) => path)
}

/** The paths of all documents that a search finds, page by page to the last one. */
export async function pathsOfAllPages(app: App, params: SearchParams): Promise<string[]> {
  const paths: string[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = await search(app, { ...params, page })
    pages = answer.page.pages
    paths.push(...answer.results.map(({ path }) => path))
  }
  return paths
}

export type { DocumentResponse, SearchResponse, TopicsResponse }
