/**
 * Statistics of a generation: what ranking and planning know of each term. Counted while indexing
 * (statistics-builder.ts), stored beside the records, loaded by every server.
 */
import { setImmediate } from 'node:timers/promises'
import { type Columns, createColumns, idOf, LEVELS } from './statistics-columns.ts'

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
  /** Documents that have such passages. */
  documents: number
  /** Mean number of terms of a passage. */
  meanLength: number
}

/** Terms of one language with their statistics, a thousand or so a record; the arrays run in parallel. */
export type StatisticsRecord = {
  id: string
  lang: string
  terms: string[]
  /** Documents that have the term. */
  documents: number[]
  /** Passages at each level, from level 0; trailing zeros left out. */
  levels: number[][]
  /** The most frequent words it was made of, most frequent first. */
  forms: string[][]
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

/**
 * Statistics from their records and the totals that stand with the generation. After each record everything else that
 * this process does gets its turn.
 */
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
    await setImmediate()
  }
  let size = 0
  for (const of of columns.values()) size += of.terms.length
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
      for (const [id, term] of of.terms.entries()) yield { term, ...statisticsOf(of, id) }
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
