/**
 * How good the first page is: judged queries through the real API, and, if wanted, through Meilisearch alone.
 *
 *   passages → index → serve → ask every wording in every mode → measures
 */

import { mean, ndcg, recall, reciprocalRank } from '../cli/evaluation/measures.ts'
import { biforaSystem } from './bifora.ts'
import type { BenchDocument } from './documents.ts'
import { fill } from './fill.ts'
import { createClient } from './http.ts'
import type { JudgedQuery } from './judgments.ts'
import { buildPeerIndex, peerSystem } from './peers.ts'
import { percentile } from './percentile.ts'
import { openStand, serveHere } from './stand.ts'
import type { Surroundings } from './surroundings.ts'
import type { System } from './system.ts'

/** Where a query is asked: in documents of its own language, of the others, or in all. */
export const MODES = ['own', 'other', 'both'] as const
export type Mode = (typeof MODES)[number]

/** Parts of the bridge to use, for seeing what each is worth. */
export const BRIDGES = ['full', 'cognates', 'none'] as const
export type BridgeKind = (typeof BRIDGES)[number]

/** What came out for the queries of one language in one wording and mode. */
export type RelevanceRow = {
  system: string
  field: string
  mode: Mode
  lang: string
  queries: number
  mrr: number
  recall: number
  ndcg: number
  /** Share of queries without any result. */
  none: number
  p50Ms: number
  p95Ms: number
}

/** What is measured, and how. */
export type RelevanceOptions = Surroundings & {
  documents: readonly BenchDocument[]
  queries: readonly JudgedQuery[]
  /** Wordings to ask. */
  fields: readonly string[]
  /** What of the bridge is used; `none` is a search in the words as they are. */
  bridge: BridgeKind
  /** Lexicons beside the packaged one. */
  lexicons: readonly string[]
  /** Whether to ask Meilisearch alone as well. */
  withPeers: boolean
}

/** Requests that are not counted, so that none of the systems is met cold. */
const WARM_UP = 20

/** Measures in a place of its own, of which nothing stays. */
export async function measureRelevance(options: RelevanceOptions): Promise<RelevanceRow[]> {
  const { documents, queries, bridge, lexicons, withPeers, signal, say } = options
  const client = createClient()
  const stand = await openStand(options.binary)
  try {
    say(`indexing ${documents.length} passages`)
    await fill(stand.engine, documents, signal)
    if (withPeers) await buildPeerIndex(stand.engine, documents, signal)
    const service = await serveHere(stand, { isFull: bridge !== 'cognates', lexicons })
    try {
      const systems = [
        biforaSystem(client, service.url, [], bridge !== 'none'),
        ...(withPeers
          ? [peerSystem(client, stand.engine, 'last'), peerSystem(client, stand.engine, 'frequency')]
          : []),
      ]
      for (const { wordings } of queries.slice(0, WARM_UP)) {
        for (const q of wordings.values()) for (const { search } of systems) await search({ q, langs: [] })
      }
      return await askAll(systems, options)
    } finally {
      client.close()
      await service.close()
    }
  } finally {
    await stand.close()
  }
}

async function askAll(
  systems: readonly System[],
  { queries, fields, signal, say }: RelevanceOptions,
): Promise<RelevanceRow[]> {
  const rows: RelevanceRow[] = []
  const langs = [...new Set(queries.map(({ lang }) => lang))].sort()
  for (const field of fields) {
    for (const mode of MODES) {
      for (const lang of langs) {
        signal.throwIfAborted()
        say(`asking: ${field}, ${mode}, ${lang}`)
        const asked = queries.filter((query) => query.lang === lang && relevantTo(query, mode).size > 0)
        if (asked.length > 0) rows.push(...(await askOne(systems, asked, { field, mode, lang }, signal)))
      }
    }
  }
  return rows
}

type Score = { mrr: number; recall: number; ndcg: number; none: number; ms: number }

/** One line of the table for each system; they take turns with every query, so that noise hits them alike. */
async function askOne(
  systems: readonly System[],
  queries: readonly JudgedQuery[],
  what: Pick<RelevanceRow, 'field' | 'mode' | 'lang'>,
  signal: AbortSignal,
): Promise<RelevanceRow[]> {
  const scores = systems.map((): Score[] => [])
  for (const query of queries) {
    const q = query.wordings.get(what.field) ?? ''
    const relevant = relevantTo(query, what.mode)
    for (const [index, { search }] of systems.entries()) {
      signal.throwIfAborted()
      const { ids, ms } = await search({ q, langs: langsOf(query, what.mode) })
      scores[index]?.push({
        mrr: reciprocalRank(ids, relevant),
        recall: recall(ids, relevant),
        ndcg: ndcg(ids, relevant),
        none: ids.length === 0 ? 1 : 0,
        ms,
      })
    }
  }
  return systems.map(({ name }, index) => {
    const all = (measure: keyof Score): number[] => (scores[index] ?? []).map((score) => score[measure])
    return {
      system: name,
      ...what,
      queries: queries.length,
      mrr: mean(all('mrr')),
      recall: mean(all('recall')),
      ndcg: mean(all('ndcg')),
      none: mean(all('none')),
      p50Ms: percentile(all('ms'), 0.5),
      p95Ms: percentile(all('ms'), 0.95),
    }
  })
}

/** The languages to filter by; none where everything is searched. */
function langsOf({ lang, relevant }: JudgedQuery, mode: Mode): string[] {
  if (mode === 'both') return []
  return mode === 'own' ? [lang] : [...relevant.keys()].filter((code) => code !== lang)
}

function relevantTo(query: JudgedQuery, mode: Mode): ReadonlySet<string> {
  const langs = mode === 'both' ? [...query.relevant.keys()] : langsOf(query, mode)
  return new Set(langs.flatMap((code) => [...(query.relevant.get(code) ?? [])]))
}
