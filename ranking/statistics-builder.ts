/** Statistics while indexing: counted passage by passage, then put into records. */
import { foldWord } from '../language/fold.ts'
import type { LanguageStatistics, StatisticsRecord } from './statistics.ts'
import { type Columns, createColumns, idOf, LEVELS } from './statistics-columns.ts'

/** Collects statistics while records are made. */
export type StatisticsBuilder = {
  /** Counts a passage: its language, number of terms and, for each distinct term, its level. */
  addPassage: (lang: string, length: number, levels: Iterable<readonly [term: string, level: number]>) => void
  /** Counts a document: its distinct terms in one language. */
  addDocument: (lang: string, terms: Iterable<string>) => void
  /** Counts a word as it was written, under its term. */
  addWord: (lang: string, term: string, word: string) => void
  /** The languages so far. */
  languages: () => Map<string, LanguageStatistics>
  /** Everything, in records of at most `blockSize` terms. */
  records: (blockSize?: number) => Generator<StatisticsRecord>
}

const MAX_STORED_FORMS = 4
/** Words beyond this many of one language are not counted as forms; their terms still are. */
const MAX_COUNTED_WORDS = 1_500_000

const NUMBER = /^\d+$/

/** A builder that knows nothing yet. */
export function createStatisticsBuilder(): StatisticsBuilder {
  const columns = new Map<string, Columns>()
  const words = new Map<string, Map<string, { term: string; count: number }>>()
  const totals = new Map<string, { passages: number; documents: number; length: number }>()

  const totalsOf = (lang: string): { passages: number; documents: number; length: number } => {
    const found = totals.get(lang) ?? { passages: 0, documents: 0, length: 0 }
    totals.set(lang, found)
    return found
  }
  const columnsOf = (lang: string): Columns => {
    let found = columns.get(lang)
    if (found === undefined) {
      found = createColumns(4096)
      columns.set(lang, found)
      words.set(lang, new Map())
    }
    return found
  }

  return {
    addPassage: (lang, length, levels) => {
      const total = totalsOf(lang)
      total.passages += 1
      total.length += length
      const of = columnsOf(lang)
      for (const [term, level] of levels) {
        const cell = idOf(of, term) * LEVELS + level
        of.levels[cell] = (of.levels[cell] ?? 0) + 1
      }
    },
    addDocument: (lang, terms) => {
      totalsOf(lang).documents += 1
      const of = columnsOf(lang)
      for (const term of terms) {
        const id = idOf(of, term)
        of.documents[id] = (of.documents[id] ?? 0) + 1
      }
    },
    addWord: (lang, term, word) => {
      // Numbers have one form only, and there is no end of them.
      if (NUMBER.test(word)) return
      columnsOf(lang)
      const counted = words.get(lang)
      const known = counted?.get(word)
      if (known !== undefined) known.count += 1
      else if (counted !== undefined && counted.size < MAX_COUNTED_WORDS)
        counted.set(word, { term, count: 1 })
    },
    languages: () =>
      new Map(
        [...totals]
          .sort(([, a], [, b]) => b.passages - a.passages)
          .map(([lang, { passages, documents, length }]) => [
            lang,
            { passages, documents, meanLength: length / Math.max(1, passages) },
          ]),
      ),
    records: function* (blockSize = 1000) {
      for (const [lang, of] of columns) {
        const counted = words.get(lang) ?? new Map<string, { term: string; count: number }>()
        const byTerm = wordsByTerm(counted)
        const formsOf = (term: string): string[] =>
          NUMBER.test(term)
            ? [term]
            : mostFrequent(byTerm.get(term) ?? [], (word) => counted.get(word)?.count ?? 0)
        const { terms } = of
        for (let first = 0; first < terms.length; first += blockSize) {
          const block = terms.slice(first, first + blockSize)
          yield {
            id: `${lang}-${first / blockSize}`,
            lang,
            terms: block,
            documents: block.map((_, index) => of.documents[first + index] ?? 0),
            levels: block.map((_, index) => levelsOf(of, first + index)),
            forms: block.map(formsOf),
          }
        }
      }
    },
  }
}

function levelsOf(columns: Columns, id: number): number[] {
  const levels = [...columns.levels.subarray(id * LEVELS, (id + 1) * LEVELS)]
  while (levels.at(-1) === 0) levels.pop()
  return levels
}

/** Words under their terms. Lists, not maps: there may be a million, and most have one word. */
function wordsByTerm(words: ReadonlyMap<string, { term: string }>): Map<string, string[]> {
  const byTerm = new Map<string, string[]>()
  for (const [word, { term }] of words) {
    const ofTerm = byTerm.get(term)
    if (ofTerm === undefined) byTerm.set(term, [word])
    else ofTerm.push(word)
  }
  return byTerm
}

/** The most frequent forms among words, with the cases of a word added up. */
function mostFrequent(words: readonly string[], countOf: (word: string) => number): string[] {
  const counts = new Map<string, number>()
  for (const word of words) {
    const form = foldWord(word)
    counts.set(form, (counts.get(form) ?? 0) + countOf(word))
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MAX_STORED_FORMS)
    .map(([form]) => form)
}
