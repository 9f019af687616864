/**
 * Suggestions while somebody types, beside one query of Meilisearch alone for the same letters: what a search box would
 * ask for without them. The two take turns, query by query.
 */
import type { SuggestResponse } from '../server/schemas/suggest.ts'
import type { BenchDocument } from './documents.ts'
import { drawQuery } from './draw.ts'
import { fill } from './fill.ts'
import { type Client, createClient } from './http.ts'
import { buildPeerIndex, peerSystem } from './peers.ts'
import { percentile } from './percentile.ts'
import { createRandom, type Random } from './random.ts'
import { recombine } from './recombine.ts'
import { openStand, serveApart } from './stand.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type SuggestOptions = OverSentences & {
  /** Passages that the index has. */
  passages: number
  /** Of a document at most. */
  perDocument: number
  /** Unfinished queries of each kind. */
  queries: number
}

/** What came out for unfinished queries of one kind, or for all. */
export type SuggestRow = {
  kind: string
  queries: number
  /** Mean number of suggestions. */
  suggestions: number
  p50Ms: number
  p95Ms: number
  aloneP50Ms: number
  aloneP95Ms: number
}

/** What came out. */
export type SuggestReport = { documents: number; rows: SuggestRow[] }

/** How many words there are, the unfinished one among them. */
const KINDS = [1, 2, 3]
/** Queries of each kind that are not counted: titles are read when suggestions are first asked for. */
const WARMING = 30
/** Words of the first passage that a document is called by. */
const TITLE_WORDS = 7
/** Letters that have been typed of the last word, at least. */
const LEAST_LETTERS = 2

/** Measures in a place of its own, of which nothing stays. */
export async function measureSuggest(options: SuggestOptions): Promise<SuggestReport> {
  const { sentences, passages, perDocument, seed, binary, signal, say } = options
  const random = createRandom(seed)
  const documents = recombine({ sentences, topics: [], passages, perDocument, random }).map(titled)
  const client = createClient()
  const stand = await openStand(binary)
  try {
    say(`indexing ${passages} passages in ${documents.length} documents`)
    await fill(stand.engine, documents, signal)
    say('loading for Meilisearch alone')
    await buildPeerIndex(stand.engine, documents, signal)
    const service = await serveApart(stand)
    try {
      const alone = peerSystem(client, stand.engine, 'last')
      const ask: Asked = {
        own: (q) => suggestions(client, service.url, q),
        alone: async (q) => (await alone.search({ q, langs: [] })).ms,
      }
      return { documents: documents.length, rows: await rowsOf(documents, ask, random, options) }
    } finally {
      client.close()
      await service.close()
    }
  } finally {
    await stand.close()
  }
}

type Timed = { ms: number; count: number }
type Asked = { own: (q: string) => Promise<Timed>; alone: (q: string) => Promise<number> }

async function rowsOf(
  documents: readonly BenchDocument[],
  ask: Asked,
  random: Random,
  { queries, signal, say }: SuggestOptions,
): Promise<SuggestRow[]> {
  const all: Turn[] = []
  const rows: SuggestRow[] = []
  for (const words of KINDS) {
    say(`asking for suggestions: ${words} ${words === 1 ? 'word' : 'words'}`)
    const turns: Turn[] = []
    for (let index = 0; index < WARMING + queries; index += 1) {
      signal.throwIfAborted()
      const q = unfinished(documents, words, random)
      if (q === undefined) continue
      // The first of a turn meets what the last one left behind.
      const isFirst = index % 2 === 0
      const before = isFirst ? await ask.own(q) : undefined
      const aloneMs = await ask.alone(q)
      const { ms, count } = before ?? (await ask.own(q))
      if (index >= WARMING) turns.push({ ms, count, aloneMs })
    }
    rows.push(rowOf(words === 1 ? '1 word' : `${words} words`, turns))
    all.push(...turns)
  }
  return [...rows, rowOf('all', all)]
}

type Turn = Timed & { aloneMs: number }

function rowOf(kind: string, turns: readonly Turn[]): SuggestRow {
  const own = turns.map(({ ms }) => ms)
  const alone = turns.map(({ aloneMs }) => aloneMs)
  return {
    kind,
    queries: turns.length,
    suggestions: turns.reduce((sum, { count }) => sum + count, 0) / Math.max(1, turns.length),
    p50Ms: percentile(own, 0.5),
    p95Ms: percentile(own, 0.95),
    aloneP50Ms: percentile(alone, 0.5),
    aloneP95Ms: percentile(alone, 0.95),
  }
}

/** Words of one passage, the last of them broken off where somebody might be with typing. */
function unfinished(documents: readonly BenchDocument[], words: number, random: Random): string | undefined {
  const drawn = drawQuery(documents, words, random)?.words
  const last = drawn?.at(-1)
  if (drawn === undefined || last === undefined) return undefined
  const letters = LEAST_LETTERS + random.below(Math.max(1, last.length - LEAST_LETTERS))
  return [...drawn.slice(0, -1), [...last].slice(0, letters).join('')].join(' ')
}

async function suggestions(client: Client, url: string, q: string): Promise<Timed> {
  const { json, ms } = await client.call({ url: `${url}/v1/suggest?${new URLSearchParams({ q })}` })
  return { ms, count: (json as SuggestResponse).suggestions.length }
}

/** Titles are suggested, too. */
function titled(document: BenchDocument): BenchDocument {
  return { ...document, title: document.texts[0]?.split(' ').slice(0, TITLE_WORDS).join(' ') ?? '' }
}
