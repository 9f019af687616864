/**
 * Statistics of a generation: what ranking and planning know of each term. Counted while indexing, stored beside
 * the records, loaded by every server. In memory they are columns, not objects: a large corpus has a million terms.
 */
import { foldWord } from '../language/fold.ts'
import { LEVEL_FLOORS } from './levels.ts'
import type { StatisticsRecord } from './schema.ts'

const LEVELS = LEVEL_FLOORS.length

/** Of one term in one language. */
export type TermStatistics = {
  /** Passages that have it. */
  passages: number
  /** Documents that have it. */
  documents: number
  /** Passages at each level; length is the number of levels. */
  levels: Uint32Array
  /** The most frequent words it was made of, most frequent first. */
  forms: readonly string[]
}

/** Of all passages in one language. */
export type LanguageStatistics = {
  passages: number
  /** Mean number of terms of a passage. */
  meanLength: number
}

/** What a server knows of one generation. */
export type Statistics = {
  /** Languages that passages are in, most frequent first; those without an analyzer stand as `und`. */
  languages: ReadonlyMap<string, LanguageStatistics>
  /** `undefined` if no passage of the language has the term. */
  term: (lang: string, term: string) => TermStatistics | undefined
  /** Every term of a language, in no order. */
  terms: (lang: string) => Iterable<{ term: string } & TermStatistics>
  /** Number of distinct terms over all languages. */
  size: number
}

/** Growable columns of one language's terms. */
type Columns = {
  ids: Map<string, number>
  documents: Uint32Array
  levels: Uint32Array
  forms: (readonly string[])[]
}

function createColumns(capacity: number): Columns {
  return {
    ids: new Map(),
    documents: new Uint32Array(capacity),
    levels: new Uint32Array(capacity * LEVELS),
    forms: [],
  }
}

function idOf(columns: Columns, term: string): number {
  let id = columns.ids.get(term)
  if (id !== undefined) return id
  id = columns.ids.size
  columns.ids.set(term, id)
  if (id >= columns.documents.length) {
    columns.documents = grown(columns.documents)
    columns.levels = grown(columns.levels)
  }
  return id
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(column.length * 1.5))
  larger.set(column)
  return larger
}

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

/** A builder that knows nothing yet. */
export function createStatisticsBuilder(): StatisticsBuilder {
  const columns = new Map<string, Columns>()
  const words = new Map<string, Map<string, { term: string; count: number }>>()
  const totals = new Map<string, { passages: number; length: number }>()

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
      const total = totals.get(lang) ?? { passages: 0, length: 0 }
      total.passages += 1
      total.length += length
      totals.set(lang, total)
      const of = columnsOf(lang)
      for (const [term, level] of levels) {
        const cell = idOf(of, term) * LEVELS + level
        of.levels[cell] = (of.levels[cell] ?? 0) + 1
      }
    },
    addDocument: (lang, terms) => {
      const of = columnsOf(lang)
      for (const term of terms) {
        const id = idOf(of, term)
        of.documents[id] = (of.documents[id] ?? 0) + 1
      }
    },
    addWord: (lang, term, word) => {
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
          .map(([lang, { passages, length }]) => [
            lang,
            { passages, meanLength: length / Math.max(1, passages) },
          ]),
      ),
    records: function* (blockSize = 1000) {
      for (const [lang, of] of columns) {
        const forms = formsByTerm(words.get(lang) ?? new Map())
        const terms = [...of.ids.keys()]
        for (let first = 0; first < terms.length; first += blockSize) {
          const block = terms.slice(first, first + blockSize)
          yield {
            id: `${lang}-${first / blockSize}`,
            lang,
            terms: block,
            documents: block.map((_, index) => of.documents[first + index] ?? 0),
            levels: block.map((_, index) => levelsOf(of, first + index)),
            forms: block.map((term) => mostFrequent(forms.get(term))),
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

/** Words grouped under their terms, with the cases of a word added up. */
function formsByTerm(
  words: ReadonlyMap<string, { term: string; count: number }>,
): Map<string, Map<string, number>> {
  const forms = new Map<string, Map<string, number>>()
  for (const [word, { term, count }] of words) {
    const form = foldWord(word)
    const ofTerm = forms.get(term) ?? new Map<string, number>()
    ofTerm.set(form, (ofTerm.get(form) ?? 0) + count)
    forms.set(term, ofTerm)
  }
  return forms
}

function mostFrequent(counts: Map<string, number> | undefined): string[] {
  return [...(counts ?? [])]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MAX_STORED_FORMS)
    .map(([form]) => form)
}

/** Statistics from their records and the totals that stand with the generation. */
export async function loadStatistics(
  languages: ReadonlyMap<string, LanguageStatistics>,
  records: AsyncIterable<StatisticsRecord>,
): Promise<Statistics> {
  const columns = new Map<string, Columns>()
  for await (const record of records) {
    const of = columns.get(record.lang) ?? createColumns(4096)
    columns.set(record.lang, of)
    for (const [index, term] of record.terms.entries()) {
      const id = idOf(of, term)
      of.documents[id] = record.documents[index] ?? 0
      of.levels.set(record.levels[index] ?? [], id * LEVELS)
      of.forms[id] = record.forms[index] ?? []
    }
  }
  let size = 0
  for (const of of columns.values()) size += of.ids.size
  return {
    languages,
    size,
    term: (lang, term) => {
      const of = columns.get(lang)
      const id = of?.ids.get(term)
      return of === undefined || id === undefined ? undefined : statisticsOf(of, id)
    },
    terms: function* (lang) {
      const of = columns.get(lang)
      if (of === undefined) return
      for (const [term, id] of of.ids) yield { term, ...statisticsOf(of, id) }
    },
  }
}

function statisticsOf(columns: Columns, id: number): TermStatistics {
  const levels = columns.levels.subarray(id * LEVELS, (id + 1) * LEVELS)
  return {
    passages: levels.reduce((sum, count) => sum + count, 0),
    documents: columns.documents[id] ?? 0,
    levels,
    forms: columns.forms[id] ?? [],
  }
}
