/**
 * What documents are called and what they are filed under, in memory: titles, topics and references. Read when it is
 * asked for first, and brought in step behind changes.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../../engine/engine.ts'
import { isAfter, nextKeysById } from '../../engine/listing.ts'
import type { Logger } from '../../engine/logger.ts'
import { idOfKey } from '../../engine/schema.ts'
import { ask, type FacetCounts, matches } from '../../engine/search.ts'
import { someDocuments } from '../../engine/stored-documents.ts'
import type { Corpus } from '../live.ts'
import { createTitles, type Titles } from './titles.ts'

/** Names of one generation. */
export type Names = {
  titles: Titles
  /** Documents of each topic, and of each act or standard that is referred to. */
  topics: FacetCounts
  references: FacetCounts
  /** Whether they are those of this moment: nothing has come or gone since they were read. */
  areExact: (corpus: Corpus) => boolean
}

/** Gives the names of a corpus; while they are brought in step those of a moment before, or none. */
export type FollowNames = (corpus: Corpus) => Promise<Names>

/** Titles that are held; what comes beyond has none. */
const MAX_TITLES = 200_000
const DOCUMENTS_A_CALL = 5_000
/** So long they are waited for when they are read first; beyond that there are only words for a while. */
const MAX_WAIT_MS = 300
/** With so many titles too many, of documents that have gone, all are read anew. */
const MAX_DEAD_SHARE = 0.5
const MAX_DEAD = 1_000

/** Follows the names of what an engine holds. */
export function followNames(engine: Engine, logger: Logger): FollowNames {
  let held: (Names & { generation: string; seen: number; ids: Set<string> }) | undefined
  let reading: Promise<Names> | undefined
  let untilMs = 0

  const bring = async (corpus: Corpus): Promise<Names> => {
    const { seen, counts, indexes } = corpus
    const reader = { engine, indexes, signal: AbortSignal.timeout(MAX_READING_MS) }
    const size = held?.titles.size() ?? 0
    const isCrowded = size > counts.documents * (1 + MAX_DEAD_SHARE) + MAX_DEAD
    const known = held?.generation === indexes.name && !isCrowded ? held : undefined
    const titles = known?.titles ?? createTitles()
    const ids = known?.ids ?? new Set<string>()
    const wanted = known === undefined ? '' : isAfter(known.seen)
    let behind: string | undefined
    while (titles.size() < MAX_TITLES) {
      const page = (await nextKeysById(reader, wanted, behind, DOCUMENTS_A_CALL)).map(idOfKey)
      if (page.length === 0) break
      for (const document of await someDocuments(reader, page, ['id', 'key', 'lang', 'title'])) {
        ids.add(document.id)
        if (document.title !== '') titles.add(document)
      }
      behind = page.at(-1)
    }
    const { all } = await ask(reader, { all: [matches(indexes, '', { facets: ['topics', 'references'] })] })
    const { topics = {}, references = {} } = all[0]?.facets ?? {}
    held = {
      titles,
      topics,
      references,
      generation: indexes.name,
      seen,
      ids,
      // Documents that have gone are still held: there are more of them then.
      areExact: (now) =>
        now.indexes.name === indexes.name && now.seen === seen && now.counts.documents === ids.size,
    }
    return held
  }

  return async (corpus) => {
    if (held?.generation === corpus.indexes.name && held.seen === corpus.seen) return held
    if (reading === undefined) untilMs = performance.now() + MAX_WAIT_MS
    reading ??= bring(corpus).finally(() => {
      reading = undefined
    })
    reading.catch((error: unknown) => logger.warn({ err: error }, 'could not read the titles of the index'))
    if (held?.generation === corpus.indexes.name) return held
    return Promise.race([reading, sleep(Math.max(0, untilMs - performance.now()), NONE, { ref: false })])
  }
}

/** Before anything has been read. */
const NONE: Names = { titles: createTitles(), topics: {}, references: {}, areExact: () => true }

const MAX_READING_MS = 300_000
