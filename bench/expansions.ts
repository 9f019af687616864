/**
 * What words expand to: a sample for people to read, since nothing else tells a right expansion from a wrong one. Words
 * are those that a corpus uses often; each is asked alone, as a query with the packaged lexicons.
 */
import { readLexicons } from '../cli/lexicon/files.ts'
import { analyze, isAcronymLike } from '../language/analyzer.ts'
import { type Bridge, createBridge } from '../language/bridge/bridge.ts'
import { atOnce } from '../language/slices.ts'
import { loadStatistics, type Statistics } from '../ranking/statistics.ts'
import { createStatisticsBuilder } from '../ranking/statistics-builder.ts'
import { createCognates } from '../server/search/understanding/cognates.ts'
import { type Expansion, expand } from '../server/search/understanding/expand.ts'
import { understand } from '../server/search/understanding/understand.ts'
import { standsAlone } from './draw.ts'
import { BenchError } from './errors.ts'
import { createRandom } from './random.ts'
import type { Text } from './sentences.ts'

/** An expansion of a query of one word. */
export type DrawnExpansion = { word: string; lang: string; expansion: Expansion }

/** What is drawn. */
export type DrawOptions = {
  /** Expansions; the last word may give some more. */
  count: number
  /** Passages that a word must be in. */
  frequent: number
  seed: number
}

/** Half of the words are of each. */
const LANGS = ['it', 'en']
const NO_DATA_DIR = '/nowhere'

/**
 * Draws words of texts, Italian and English in turn, until their expansions are as many as wanted or no word is left.
 *
 * @throws {BenchError} if a packaged lexicon cannot be read or no word is frequent enough
 */
export async function drawExpansions(
  texts: readonly Text[],
  { count, frequent, seed }: DrawOptions,
): Promise<DrawnExpansion[]> {
  const { lexicons, problems } = readLexicons(NO_DATA_DIR)
  const [problem] = problems
  if (problem !== undefined) throw new BenchError(problem.message, { cause: problem })
  const random = createRandom(seed)
  const shuffled = LANGS.map((lang) => {
    const words = frequentWords(texts, lang, frequent)
    return random.sample(words, words.length).map((word) => ({ word, lang }))
  })
  const [longest] = shuffled.map(({ length }) => length).sort((a, b) => b - a)
  if (!longest) throw new BenchError(`No word is in ${frequent} passages: --frequent with a smaller number.`)
  const bridge = createBridge(lexicons)
  const ask = createAsker(bridge, await countTerms(texts))
  const drawn: DrawnExpansion[] = []
  for (let index = 0; index < longest && drawn.length < count; index += 1) {
    for (const of of shuffled) {
      const one = of[index]
      if (one !== undefined && drawn.length < count) drawn.push(...ask(one.word, one.lang))
    }
  }
  return drawn
}

/** Words that so many texts of a language have, small but for acronyms, in the order of the alphabet. */
function frequentWords(texts: readonly Text[], lang: string, frequent: number): string[] {
  const counts = new Map<string, number>()
  for (const { text } of texts.filter((one) => one.lang === lang)) {
    const words = analyze(text, lang)
      .filter(({ word, term }) => /\p{L}/u.test(word) && standsAlone(word, term, lang))
      .map(({ word }) => (isAcronymLike(word) ? word : word.toLowerCase()))
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts.keys()].filter((word) => (counts.get(word) ?? 0) >= frequent).sort()
}

/** The statistics that an index of the texts has; ranking levels do not matter here. */
async function countTerms(texts: readonly Text[]): Promise<Statistics> {
  const builder = createStatisticsBuilder()
  for (const { lang, text } of texts) {
    const terms = analyze(text, lang)
    for (const { term, word } of terms) builder.addWord(lang, term, word)
    builder.addPassage(lang, terms.length, new Map(terms.map(({ term }) => [term, 0])))
  }
  async function* records() {
    yield* builder.records()
  }
  return await loadStatistics(builder.totals(), records())
}

function createAsker(
  bridge: Bridge,
  statistics: Statistics,
): (word: string, lang: string) => DrawnExpansion[] {
  const connections = { bridge, cognates: atOnce(createCognates(statistics)) }
  return (word, lang) => {
    const query = understand(word, lang, statistics, bridge.knows)
    const { expansions } = expand(query.groups, connections, statistics, new Set())
    return expansions.map((expansion) => ({ word, lang, expansion }))
  }
}
