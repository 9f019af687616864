/** A service over a corpus, with searches drawn at random to try it with. */
import { pino } from 'pino'
import type { Test } from 'tap'
import { createRandom } from '../../bench/random.ts'
import { readSentences } from '../../bench/sentences.ts'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { buildApp } from '../../server/app.ts'
import type { SearchParams } from './app.ts'
import { type Asker, askerOf } from './asker.ts'
import { indexDocuments, indexFolder, openTestEngine } from './engine.ts'
import { FRENCH, FREQUENT_PHRASE, randomCorpus } from './random-corpus.ts'
import { entriesIn, randomFilters, randomQuery, randomWays, unknownWord } from './random-queries.ts'

/** A search without its filters, and its filters. */
export type Asked = {
  params: SearchParams & { q: string }
  /** Half of the searches have none. */
  filters: SearchParams
  /** A word that no document has, in any form or translation. */
  unknown: string
}

/** A service with the searches it is tried with. */
export type Trial = { asker: Asker; asked: Asked[] }

/** Documents of the corpus that is made at random: more passages than are read for a phrase. */
const DOCUMENTS = 400
const PHRASES = [FREQUENT_PHRASE, 'of the', 'per la', 'supply chain', 'de la', 'intelligenza artificiale']

/** Indexes a corpus, with the packaged lexicons, and draws queries from its words and those of the lexicons. */
export async function createTrial(
  t: Test,
  corpus: 'sample' | 'random',
  { queries, seed }: { queries: number; seed: number },
): Promise<Trial> {
  const random = createRandom(seed)
  const sentences = await readSentences(undefined)
  const { lexicons } = readLexicons('/nowhere')
  const bridge = createBridge(lexicons)
  const topics = readTopics()
  const engine = await openTestEngine(t)
  if (corpus === 'sample') {
    await indexFolder(engine, sampleDocuments, { topics, bridge })
  } else {
    const files = randomCorpus({ documents: DOCUMENTS, sentences, random })
    await indexDocuments(engine, files, { topics, bridge })
  }
  const app = await buildApp({ engine, topics, bridge: () => bridge, logger: pino({ level: 'silent' }) })
  t.teardown(() => app.close())

  const all = [...[...sentences.values()].flat(), ...FRENCH]
  const source = { sentences: all, entries: entriesIn(lexicons, all), phrases: PHRASES, random }
  const asked = Array.from({ length: queries }, () => ({
    params: { q: randomQuery(source), ...randomWays(random) },
    filters: random.below(2) === 0 ? {} : randomFilters(random),
    unknown: unknownWord(random),
  }))
  return { asker: askerOf(app), asked }
}
