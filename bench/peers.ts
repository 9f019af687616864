/** Meilisearch alone, on the same passages and in the same process: what the service is compared with. */

import { CUTOFF } from '../cli/evaluation/measures.ts'
import type { Engine } from '../engine/engine.ts'
import { documentId } from '../indexer/record.ts'
import type { BenchDocument } from './documents.ts'
import type { Client } from './http.ts'
import { createIndex, loadBatches } from './load.ts'
import type { System } from './system.ts'

/** The index of passages as Meilisearch would be used by itself. */
const INDEX = 'bench-alone'
const BATCH_BYTES = 6 * 1024 * 1024

/** Which words of a query Meilisearch insists on; `last` is its default. */
export type Strategy = 'last' | 'frequency' | 'all'

/**
 * Makes an index with default settings, one record for each passage: its title and text are searched, and what is
 * filtered and counted is declared. Totals are not capped, so that they are exact here too.
 */
export async function buildPeerIndex(
  engine: Engine,
  documents: Iterable<BenchDocument>,
  signal: AbortSignal,
): Promise<void> {
  await createIndex(engine, INDEX, {
    searchableAttributes: ['title', 'text'],
    filterableAttributes: ['lang', 'topics', 'year', 'document'],
    pagination: { maxTotalHits: 1_000_000_000 },
  })
  await loadBatches(engine, batches(documents), signal)
}

async function* batches(documents: Iterable<BenchDocument>): AsyncGenerator<{ index: string; body: string }> {
  let body = ''
  for (const { id: document, lang, title, date, topics, texts } of documents) {
    for (const [position, text] of texts.entries()) {
      const id = `${documentId(document)}-${position}`
      const year = date === '' ? 'unknown' : date.slice(0, 4)
      body += `${JSON.stringify({ id, document, lang, title, text, topics, year })}\n`
      if (body.length < BATCH_BYTES) continue
      yield { index: INDEX, body }
      body = ''
    }
  }
  if (body !== '') yield { index: INDEX, body }
}

/**
 * Meilisearch searched by itself.
 *
 * @param facets if given, these are counted and totals are exact and of documents, as the API has them: hits are
 * made distinct by document and asked for by page. Without, the first ten hits and an estimated total.
 */
export function peerSystem(
  client: Client,
  engine: Engine,
  strategy: Strategy,
  facets: readonly string[] = [],
): System {
  const { host, apiKey } = engine.client().config
  const url = new URL(`indexes/${INDEX}/search`, host).href
  const headers = { authorization: `Bearer ${apiKey}` }
  const counting = { page: 1, hitsPerPage: CUTOFF, distinct: 'document', facets }
  return {
    name: strategy === 'last' ? 'meilisearch' : `meilisearch, ${strategy}`,
    search: async ({ q, langs }) => {
      const body = {
        q,
        matchingStrategy: strategy,
        ...(langs.length > 0 ? { filter: `lang IN [${langs.join(',')}]` } : {}),
        ...(facets.length > 0 ? counting : { limit: CUTOFF }),
      }
      const { json, ms } = await client.call({ url, headers, body })
      const answer = json as { hits: { document: string }[]; totalHits?: number; estimatedTotalHits?: number }
      return {
        ids: answer.hits.map(({ document }) => document),
        total: answer.totalHits ?? answer.estimatedTotalHits ?? 0,
        ms,
      }
    },
  }
}
