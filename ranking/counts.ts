/**
 * What documents add to the statistics, and take away from them when they go: signed counts, language by language.
 * Pure. Statistics follow an index by adding these up.
 */

import { foldWord } from '../language/fold.ts'
import { languages } from '../language/languages.ts'

/** Of one term in one language. */
export type TermCounts = {
  documents: number
  /** Passages at each level, from level 0. */
  levels: number[]
  /** Words as they were written, folded → how often. Of documents that go nothing is taken away. */
  forms?: Map<string, number>
}

/** Of one language; `length` is the sum of the lengths of its passages, in terms. */
export type LanguageCounts = {
  passages: number
  documents: number
  length: number
  terms: Map<string, TermCounts>
}

/** By language that terms are filed under. */
export type Counts = Map<string, LanguageCounts>

/** Counts of one language as stored; the arrays run in parallel. */
export type StoredCounts = {
  lang: string
  passages: number
  documents: number
  length: number
  terms: string[]
  termDocuments: number[]
  /** Trailing zeros left out. */
  levels: number[][]
  /** The most frequent words, most frequent first, and how often each. */
  forms: string[][]
  formCounts: number[][]
}

/** The language that terms of `lang` are filed under: its own if it has an analyzer, else `und`. */
export function termLanguage(lang: string): string {
  return languages.has(lang) ? lang : 'und'
}

/** Words of a term that are stored. */
export const MAX_STORED_FORMS = 4

const NUMBER = /^\d+$/

/** Counts documents that come, passage by passage, all into one. */
export type Counter = {
  /** A passage: what its terms are filed under, its length in terms, the level of each distinct term. */
  addPassage: (lang: string, length: number, levels: Iterable<readonly [term: string, level: number]>) => void
  /** A document whose passages have been counted: its distinct terms in one language. */
  addDocument: (lang: string, terms: Iterable<string>) => void
  /** A word as it was written, under its term. */
  addWord: (lang: string, term: string, word: string) => void
  /** All of it. */
  counts: () => Counts
}

/** A counter that has counted nothing yet. */
export function createCounter(): Counter {
  const counts: Counts = new Map()
  // By word as it is written: there are many fewer than occurrences, and to fold one takes its time.
  const words = new Map<string, Map<string, { term: string; count: number }>>()
  return {
    addPassage: (lang, length, levels) => {
      const of = countsOf(counts, lang)
      of.passages += 1
      of.length += length
      for (const [term, level] of levels) addAt(termCountsOf(of, term).levels, level, 1)
    },
    addDocument: (lang, terms) => {
      const of = countsOf(counts, lang)
      of.documents += 1
      for (const term of terms) termCountsOf(of, term).documents += 1
    },
    addWord: (lang, term, word) => {
      // Numbers have one form only, and there is no end of them.
      if (NUMBER.test(word)) return
      let ofLanguage = words.get(lang)
      if (ofLanguage === undefined) {
        ofLanguage = new Map()
        words.set(lang, ofLanguage)
      }
      const known = ofLanguage.get(word)
      if (known === undefined) ofLanguage.set(word, { term, count: 1 })
      else known.count += 1
    },
    counts: () => {
      for (const [lang, ofLanguage] of words) {
        const of = countsOf(counts, lang)
        for (const [word, { term, count }] of ofLanguage) {
          addForm(termCountsOf(of, term), foldWord(word), count)
        }
      }
      words.clear()
      return counts
    },
  }
}

function addForm(counts: TermCounts, form: string, count: number): void {
  counts.forms ??= new Map()
  counts.forms.set(form, (counts.forms.get(form) ?? 0) + count)
}

/** Adds counts up: `sign` is 1 for documents that come, -1 for those that go. */
export function addCounts(to: Counts, from: Counts, sign: 1 | -1): void {
  for (const [lang, counts] of from) {
    const of = countsOf(to, lang)
    of.passages += sign * counts.passages
    of.documents += sign * counts.documents
    of.length += sign * counts.length
    for (const [term, { documents, levels, forms }] of counts.terms) {
      const known = termCountsOf(of, term)
      known.documents += sign * documents
      for (const [level, passages] of levels.entries()) addAt(known.levels, level, sign * (passages ?? 0))
      if (sign === 1) for (const [form, count] of forms ?? []) addForm(known, form, count)
    }
  }
}

/** Counts as stored. A term that nothing comes of in the end is left out, and so is such a language. */
export function storedCounts(counts: Counts): StoredCounts[] {
  return [...counts].flatMap(([lang, { passages, documents, length, terms }]) => {
    const changed = [...terms].filter(
      ([, one]) => one.documents !== 0 || one.levels.some((count) => count !== 0),
    )
    if (changed.length === 0 && passages === 0) return []
    const forms = changed.map(([term, one]): [string, number][] =>
      NUMBER.test(term)
        ? [[term, 1]]
        : [...(one.forms ?? [])]
            .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
            .slice(0, MAX_STORED_FORMS),
    )
    return {
      lang,
      passages,
      documents,
      length,
      terms: changed.map(([term]) => term),
      termDocuments: changed.map(([, one]) => one.documents),
      levels: changed.map(([, { levels }]) =>
        withoutTrailingZeros(Array.from(levels, (count) => count ?? 0)),
      ),
      forms: forms.map((of) => of.map(([form]) => form)),
      formCounts: forms.map((of) => of.map(([, count]) => count)),
    }
  })
}

/** Without the zeros at its end. */
export function withoutTrailingZeros(levels: number[]): number[] {
  while (levels.at(-1) === 0) levels.pop()
  return levels
}

function countsOf(counts: Counts, lang: string): LanguageCounts {
  let of = counts.get(lang)
  if (of === undefined) {
    of = { passages: 0, documents: 0, length: 0, terms: new Map() }
    counts.set(lang, of)
  }
  return of
}

function termCountsOf({ terms }: LanguageCounts, term: string): TermCounts {
  let of = terms.get(term)
  if (of === undefined) {
    of = { documents: 0, levels: [] }
    terms.set(term, of)
  }
  return of
}

function addAt(levels: number[], level: number, count: number): void {
  while (levels.length <= level) levels.push(0)
  levels[level] = (levels[level] ?? 0) + count
}
