/** A service over a corpus, with searches drawn at random to try it with. */
import { pino } from 'pino'
import type { Test } from 'tap'
import { createRandom } from '../../bench/random.ts'
import { readSentences } from '../../bench/sentences.ts'
import { readTopics, sampleDocuments } from '../../cli/installation.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import type { Engine } from '../../engine/engine.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { type App, buildApp } from '../../server/app.ts'
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

/** What a corpus is made of, how many searches to draw, and from which seed. */
type Drawn = { queries: number; seed: number }

/** Documents of the corpus that is made at random: more passages than are read for a phrase. */
const DOCUMENTS = 400
const PHRASES = [FREQUENT_PHRASE, 'of the', 'per la', 'supply chain', 'de la', 'intelligenza artificiale']

/** Indexes a corpus, with the packaged lexicons, and draws queries from its words and those of the lexicons. */
export async function createTrial(
  t: Test,
  corpus: 'sample' | 'random',
  { queries, seed }: Drawn,
): Promise<Trial> {
  const { apps, asked } = await createTrialOn(t, [await openTestEngine(t)], corpus, { queries, seed })
  return { asker: askerOf(apps[0] as App), asked }
}

/** A service over each of several engines that have the same corpus, and searches to compare what they answer. */
export async function createTrialOn(
  t: Test,
  engines: readonly Engine[],
  corpus: 'sample' | 'random',
  { queries, seed }: Drawn,
): Promise<{ apps: App[]; asked: Asked[] }> {
  const random = createRandom(seed)
  const sentences = await readSentences(undefined)
  const { lexicons } = readLexicons('/nowhere')
  const bridge = createBridge(lexicons)
  const topics = readTopics()
  const files = corpus === 'random' ? randomCorpus({ documents: DOCUMENTS, sentences, random }) : {}
  const apps: App[] = []
  for (const engine of engines) {
    if (corpus === 'sample') await indexFolder(engine, sampleDocuments, { topics, bridge })
    else await indexDocuments(engine, files, { topics, bridge })
    const app = await buildApp({ engine, topics, bridge: () => bridge, logger: pino({ level: 'silent' }) })
    t.teardown(() => app.close())
    apps.push(app)
  }

  const all = [...[...sentences.values()].flat(), ...FRENCH]
  const source = { sentences: all, entries: entriesIn(lexicons, all), phrases: PHRASES, random }
  const asked = Array.from({ length: queries }, () => ({
    params: { q: randomQuery(source), ...randomWays(random) },
    filters: random.below(2) === 0 ? {} : randomFilters(random),
    unknown: unknownWord(random),
  }))
  return { apps, asked }
}
