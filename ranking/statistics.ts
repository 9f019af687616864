/**
 * Statistics of a generation: what ranking and planning know of each term. Stored beside the records, in blocks and in
 * the counts of the changes since (counts.ts), loaded by every server, which adds up what changes afterwards.
 */
import { setImmediate } from 'node:timers/promises'
import type { StoredCounts } from './counts.ts'
import { MAX_STORED_FORMS } from './counts.ts'
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

/** Totals of one language as stored; `length` is the sum over its passages, in terms. */
export type LanguageTotals = { lang: string; passages: number; documents: number; length: number }

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
  /** How often each of these was counted. */
  formCounts: number[][]
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

/** Statistics that follow an index. */
export type LiveStatistics = Statistics & {
  /** Adds up what a change did; everything that reads these statistics sees it at once. */
  apply: (counts: readonly StoredCounts[]) => void
}

/**
 * Statistics from their records and the totals that stand with the generation. After each record everything else that
 * this process does gets its turn.
 */
export async function loadStatistics(
  totals: readonly LanguageTotals[],
  records: AsyncIterable<Omit<StatisticsRecord, 'formCounts'>>,
): Promise<LiveStatistics> {
  const columns = new Map<string, Columns>()
  const columnsOf = (lang: string): Columns => {
    const of = columns.get(lang) ?? createColumns(4096)
    columns.set(lang, of)
    return of
  }
  for await (const record of records) {
    const of = columnsOf(record.lang)
    for (const [index, term] of record.terms.entries()) {
      const id = idOf(of, term)
      of.documents[id] = record.documents[index] ?? 0
      of.levels.set(record.levels[index] ?? [], id * LEVELS)
      of.forms[id] = record.forms[index] ?? []
    }
    await setImmediate()
  }
  const sums = new Map(totals.map(({ lang, ...sum }) => [lang, sum]))
  const languages = new Map<string, LanguageStatistics>()
  const arrange = (): void => {
    languages.clear()
    for (const [lang, { passages, documents, length }] of [...sums].sort(
      ([, a], [, b]) => b.passages - a.passages,
    )) {
      if (passages > 0) languages.set(lang, { passages, documents, meanLength: length / passages })
    }
  }
  arrange()
  return {
    languages,
    get size() {
      let size = 0
      for (const of of columns.values()) size += of.terms.length
      return size
    },
    term: (lang, term) => {
      const of = columns.get(lang)
      const id = of?.ids.get(term)
      return of === undefined || id === undefined || isGone(of, id) ? undefined : statisticsOf(of, id)
    },
    terms: function* (lang) {
      const of = columns.get(lang)
      if (of === undefined) return
      for (const [id, term] of of.terms.entries()) {
        if (!isGone(of, id)) yield { term, ...statisticsOf(of, id) }
      }
    },
    apply: (all) => {
      for (const counts of all) {
        const sum = sums.get(counts.lang) ?? { passages: 0, documents: 0, length: 0 }
        sum.passages += counts.passages
        sum.documents += counts.documents
        sum.length += counts.length
        sums.set(counts.lang, sum)
        addTo(columnsOf(counts.lang), counts)
      }
      arrange()
    },
  }
}

function addTo(columns: Columns, { terms, termDocuments, levels, forms }: StoredCounts): void {
  for (const [index, term] of terms.entries()) {
    const id = idOf(columns, term)
    columns.documents[id] = (columns.documents[id] ?? 0) + (termDocuments[index] ?? 0)
    for (const [level, passages] of (levels[index] ?? []).entries()) {
      const cell = id * LEVELS + level
      columns.levels[cell] = (columns.levels[cell] ?? 0) + passages
    }
    const known = columns.forms[id] ?? []
    const added = (forms[index] ?? []).filter((form) => !known.includes(form))
    if (added.length > 0) columns.forms[id] = [...known, ...added].slice(0, MAX_STORED_FORMS)
  }
}

/** Whether all documents that had a term are gone. */
function isGone(columns: Columns, id: number): boolean {
  return columns.documents[id] === 0 && !columns.levels.subarray(id * LEVELS, (id + 1) * LEVELS).some(Boolean)
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
