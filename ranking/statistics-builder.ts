/** Statistics put together: counted passage by passage, or added up from records and counts, then put into records. */
import { foldWord } from '../language/fold.ts'
import { MAX_STORED_FORMS, type StoredCounts, withoutTrailingZeros } from './counts.ts'
import type { LanguageTotals, StatisticsRecord } from './statistics.ts'
import { type Columns, createColumns, idOf, LEVELS } from './statistics-columns.ts'

/** Collects statistics while records are made. */
export type StatisticsBuilder = {
  /** Counts a passage: its language, number of terms and, for each distinct term, its level. */
  addPassage: (lang: string, length: number, levels: Iterable<readonly [term: string, level: number]>) => void
  /** Counts a document: its distinct terms in one language. */
  addDocument: (lang: string, terms: Iterable<string>) => void
  /** Counts a word as it was written, under its term. */
  addWord: (lang: string, term: string, word: string) => void
  /** Adds what a record has; its language's totals come with {@link StatisticsBuilder.addTotals}. */
  addRecord: (record: StatisticsRecord) => void
  addTotals: (totals: LanguageTotals) => void
  /** Adds the counts of a change. */
  addCounts: (counts: StoredCounts) => void
  /** The languages so far that have passages, most frequent first. */
  totals: () => LanguageTotals[]
  /** Everything, in records of at most `blockSize` terms. */
  records: (blockSize?: number) => Generator<StatisticsRecord>
}

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
  const addTerms = (
    lang: string,
    { terms, termDocuments, levels, forms, formCounts }: Omit<StoredCounts, keyof LanguageTotals>,
  ): void => {
    const of = columnsOf(lang)
    const counted = words.get(lang)
    for (const [index, term] of terms.entries()) {
      const id = idOf(of, term)
      of.documents[id] = (of.documents[id] ?? 0) + (termDocuments[index] ?? 0)
      for (const [level, passages] of (levels[index] ?? []).entries()) {
        const cell = id * LEVELS + level
        of.levels[cell] = (of.levels[cell] ?? 0) + passages
      }
      for (const [place, form] of (forms[index] ?? []).entries()) {
        const count = formCounts[index]?.[place] ?? 1
        const known = counted?.get(form)
        if (known !== undefined) known.count += count
        else if (counted !== undefined && counted.size < MAX_COUNTED_WORDS) counted.set(form, { term, count })
      }
    }
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
    addRecord: ({ lang, terms, documents, levels, forms, formCounts }) => {
      addTerms(lang, { terms, termDocuments: documents, levels, forms, formCounts })
    },
    addTotals: ({ lang, passages, documents, length }) => {
      const total = totalsOf(lang)
      total.passages += passages
      total.documents += documents
      total.length += length
    },
    addCounts: (counts) => {
      const total = totalsOf(counts.lang)
      total.passages += counts.passages
      total.documents += counts.documents
      total.length += counts.length
      addTerms(counts.lang, counts)
    },
    totals: () =>
      [...totals]
        .filter(([, { passages }]) => passages > 0)
        .sort(([, a], [, b]) => b.passages - a.passages)
        .map(([lang, total]) => ({ lang, ...total })),
    records: function* (blockSize = 1000) {
      for (const [lang, of] of columns) {
        const counted = words.get(lang) ?? new Map<string, { term: string; count: number }>()
        const byTerm = wordsByTerm(counted)
        const formsOf = (term: string): [string, number][] =>
          NUMBER.test(term)
            ? [[term, 1]]
            : mostFrequent(byTerm.get(term) ?? [], (word) => counted.get(word)?.count ?? 0)
        // Terms whose documents are all gone are left out.
        const ids = [...of.terms.keys()].filter((id) => of.documents[id] !== 0 || levelsOf(of, id).length > 0)
        for (let first = 0; first < ids.length; first += blockSize) {
          const block = ids.slice(first, first + blockSize)
          const forms = block.map((id) => formsOf(of.terms[id] ?? ''))
          yield {
            id: `${lang}-${first / blockSize}`,
            lang,
            terms: block.map((id) => of.terms[id] ?? ''),
            documents: block.map((id) => of.documents[id] ?? 0),
            levels: block.map((id) => levelsOf(of, id)),
            forms: forms.map((ofTerm) => ofTerm.map(([form]) => form)),
            formCounts: forms.map((ofTerm) => ofTerm.map(([, count]) => count)),
          }
        }
      }
    },
  }
}

function levelsOf(columns: Columns, id: number): number[] {
  return withoutTrailingZeros([...columns.levels.subarray(id * LEVELS, (id + 1) * LEVELS)])
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
function mostFrequent(words: readonly string[], countOf: (word: string) => number): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) {
    const form = foldWord(word)
    counts.set(form, (counts.get(form) ?? 0) + countOf(word))
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MAX_STORED_FORMS)
}
