/** `bifora search <query>`: the REST API, from the command line. */
import { openEngine } from '../engine/engine.ts'
import { buildApp } from '../server/app.ts'
import type { Problem } from '../server/schemas/common.ts'
import type { SearchHit, SearchResponse } from '../server/schemas/search.ts'
import { type Config, ConfigError } from './config.ts'
import { EXIT } from './exit.ts'
import { readTopics } from './installation.ts'
import { createLogger } from './logger.ts'
import { runningService } from './service.ts'

const DEFAULT_SIZE = '10'
const TIMEOUT_MS = 15_000

type Answer = { status: number; body: unknown }

/** Searches and prints what was found; the exit code says whether anything was. */
export async function searchCommand(
  q: string,
  options: {
    config: Config
    signal: AbortSignal
    asJson: boolean
    /** Address of a service to ask. */
    url: string | undefined
    /** Parameters of `/v1/search`, by name. */
    params: Record<string, string>
  },
): Promise<number> {
  const query = new URLSearchParams({ size: DEFAULT_SIZE, ...options.params, q })
  const { status, body } = await answerOf(`/v1/search?${query}`, options)
  if (status !== 200) {
    const { detail } = body as Problem
    throw new ConfigError(detail)
  }
  const found = body as SearchResponse
  if (options.asJson) process.stdout.write(`${JSON.stringify(found)}\n`)
  else process.stdout.write(`${resultLines(found, process.stdout.isTTY).join('\n')}\n`)
  return found.total.value > 0 ? EXIT.done : EXIT.partly
}

async function answerOf(
  path: string,
  { config, signal, url }: { config: Config; signal: AbortSignal; url: string | undefined },
): Promise<Answer> {
  if (url !== undefined) return askService(url, path, signal)
  const running = runningService(config)
  if (running !== undefined) {
    const answer = await askService(running.url, path, signal).catch(() => undefined)
    // It may have died without a word; then the data directory is free to be opened here.
    if (answer !== undefined) return answer
  }
  const engine = await openEngine({ ...config, logger: createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel) })
  const app = await buildApp({ engine, topics: readTopics(), logger: createLogger('silent') })
  try {
    const reply = await app.inject({ url: path })
    return { status: reply.statusCode, body: reply.json() }
  } finally {
    await app.close()
    await engine.close()
  }
}

async function askService(url: string, path: string, signal: AbortSignal): Promise<Answer> {
  try {
    const reply = await fetch(new URL(path, url), { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) })
    const body: unknown = await reply.json()
    if (!isAnswer(body)) throw new Error('What answers is no Bifora')
    return { status: reply.status, body }
  } catch (cause) {
    throw new ConfigError(`No Bifora service answers at ${url}. Start one with: bifora start`, { cause })
  }
}

/** Whether it is an answer of this API, rather than of whatever else listens there. */
function isAnswer(body: unknown): boolean {
  const { results, requestId } = (body ?? {}) as Partial<SearchResponse & Problem>
  return Array.isArray(results) || typeof requestId === 'string'
}

/** An answer for people. */
export function resultLines({ results, total, page, query, warnings }: SearchResponse, isTerminal: boolean): string[] {
  const first = (page.number - 1) * page.size + 1
  const some = query.matching.words === 'some' ? ' with some of the words' : ''
  const count = `${total.relation === 'lte' ? 'at most ' : ''}${total.value} ${total.value === 1 ? 'document' : 'documents'}${some}`
  return [
    ...results.flatMap((hit, index) => [...hitLines(hit, first + index, isTerminal), '']),
    page.pages > 1 ? `${count}, page ${page.number} of ${page.pages}` : count,
    ...warnings,
  ]
}

/** Characters of a passage that are shown around its first match. */
const SNIPPET_LENGTH = 240

function hitLines(hit: SearchHit, number: number, isTerminal: boolean): string[] {
  const facts = [hit.lang, hit.date, hit.source, hit.topics.map(({ label }) => label).join(', ')].filter(Boolean)
  const [passage] = hit.passages
  return [
    `${number}. ${emphasized(hit.title || hit.path, isTerminal)}`,
    `   ${facts.join(' · ')}`,
    ...(passage === undefined ? [] : [`   ${snippet(passage, isTerminal)}`]),
    `   ${hit.url ?? hit.path}`,
  ]
}

function snippet({ text, highlights }: SearchHit['passages'][number], isTerminal: boolean): string {
  const first = highlights[0]?.start ?? 0
  const before = text.indexOf(' ', first - SNIPPET_LENGTH / 2) + 1
  // A word may be longer than a snippet: keys, encoded data.
  const from = first < SNIPPET_LENGTH / 2 ? 0 : before > 0 && before < first ? before : first
  const after = text.lastIndexOf(' ', from + SNIPPET_LENGTH)
  const to = text.length - from <= SNIPPET_LENGTH ? text.length : after > first ? after : from + SNIPPET_LENGTH
  let line = ''
  let at = from
  for (const { start, end } of highlights.filter(({ start, end }) => start >= from && end <= to)) {
    line += text.slice(at, start) + emphasized(text.slice(start, end), isTerminal)
    at = end
  }
  const shown = (line + text.slice(at, to)).replaceAll(/\s+/g, ' ')
  return `${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`
}

function emphasized(text: string, isTerminal: boolean): string {
  return isTerminal ? `\x1b[1m${text}\x1b[0m` : text
}
