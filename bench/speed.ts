/**
 * How fast indexing and searching are, and how near to exact ranking: all in one run on the same passages, beside
 * Meilisearch alone in the same process, because only ratios carry over from one machine to another.
 */
import { readTopics } from '../cli/installation.ts'
import { biforaSystem } from './bifora.ts'
import { createClient } from './http.ts'
import { type IndexingSpeed, measureIndexing, speedOf } from './indexing-speed.ts'
import { measureNearness, type NearnessRow } from './nearness.ts'
import { buildPeerIndex, peerSystem } from './peers.ts'
import { createRandom } from './random.ts'
import { recombine } from './recombine.ts'
import { measureSearch, type SearchSpeedRow } from './search-speed.ts'
import { openStand, serveApart } from './stand.ts'
import type { OverSentences } from './surroundings.ts'

/** What is measured, and how. */
export type SpeedOptions = OverSentences & {
  /** Passages to make of them. */
  passages: number
  /** Passages of a document at most. */
  perDocument: number
  /** Queries of each kind. */
  queries: number
}

/** What came out. */
export type SpeedReport = {
  documents: number
  indexing: IndexingSpeed
  /** Passages a second that Meilisearch alone takes in with default settings: its own text index, no terms of ours. */
  alone: number
  search: SearchSpeedRow[]
  nearness: NearnessRow[]
}

/** Measures in a place of its own, of which nothing stays. */
export async function measureSpeed(options: SpeedOptions): Promise<SpeedReport> {
  const { sentences, passages, perDocument, queries, signal, say } = options
  const random = createRandom(options.seed)
  const topics = readTopics().map(({ id }) => id)
  const documents = recombine({ sentences, topics, passages, perDocument, random })
  say(`${passages} passages in ${documents.length} documents`)
  const client = createClient()
  const stand = await openStand(options.binary)
  try {
    const indexing = await measureIndexing(stand, documents, { signal, say })
    say('loading for Meilisearch alone')
    const alone = await speedOf(passages, () => buildPeerIndex(stand.engine, documents, signal))
    const service = await serveApart(stand)
    try {
      const facets = ['topic', 'lang', 'year']
      const bifora = biforaSystem(client, service.url, facets)
      const unbridged = biforaSystem(client, service.url, facets, false)
      const [reference, strict] = (['last', 'all'] as const).map((strategy) =>
        peerSystem(client, stand.engine, strategy, ['topics', 'lang', 'year']),
      ) as [typeof bifora, typeof bifora]
      const asked = { documents, queries, random, signal, say }
      return {
        documents: documents.length,
        indexing,
        alone,
        search: await measureSearch([reference, unbridged, bifora, strict], reference, asked),
        nearness: await measureNearness(biforaSystem(client, service.url), asked),
      }
    } finally {
      client.close()
      await service.close()
    }
  } finally {
    await stand.close()
  }
}
