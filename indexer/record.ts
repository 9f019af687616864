/** Documents and passages → records: what is stored. Pure. */
import { createHash } from 'node:crypto'
import { levelToken, token } from '../engine/filters.ts'
import { type DocumentRecord, type PassageRecord, UNCLASSIFIED, UNKNOWN } from '../engine/schema.ts'
import { languages } from '../language/languages.ts'
import { impact, lengthNorm } from '../ranking/bm25.ts'
import { encodeTerms, type FieldTerms, frequenciesOf, lengthOf } from '../ranking/encoded-terms.ts'
import { levelOf } from '../ranking/levels.ts'
import type { Description, Passage, PublicationDate } from './document.ts'

/** A described document with its identity, as the second half of the flow takes it. */
export type IdentifiedDocument = { id: string; path: string } & Description

/** The id of a document: 64 bits of the SHA-256 of its path or given id, in hexadecimal. Stable across builds. */
export function documentId(pathOrId: string): string {
  return createHash('sha256').update(pathOrId).digest('hex').slice(0, 16)
}

/** A passage with its terms, as analysis leaves it. */
export type AnalyzedPassage = { passage: Passage; lang: string; terms: FieldTerms }

/** The language that terms of `lang` are filed under: its own if it has an analyzer, else `und`. */
export function termLanguage(lang: string): string {
  return languages.has(lang) ? lang : 'und'
}

/** The distinct terms of a passage with their levels. */
export function termLevels(terms: FieldTerms, meanLength: number): [term: string, level: number][] {
  const length = lengthOf(terms)
  return [...frequenciesOf(terms, lengthNorm(length, meanLength))].map(([term, frequency]) => [
    term,
    levelOf(impact(frequency, length, meanLength)),
  ])
}

/** The record of a passage. */
export function passageRecord(
  document: IdentifiedDocument,
  { passage, lang, terms }: AnalyzedPassage,
  levels: readonly (readonly [term: string, level: number])[],
): PassageRecord {
  const filedUnder = termLanguage(lang)
  return {
    id: `${document.id}-${passage.position}`,
    document: document.id,
    position: passage.position,
    lang,
    title: document.title,
    heading: passage.heading.filter((heading) => heading !== document.title),
    text: passage.text,
    start: passage.start,
    end: passage.end,
    terms: encodeTerms(terms),
    tok: levels.map(([term, level]) => levelToken(filedUnder, term, level)),
    documentLang: document.lang,
    topics: topicIds(document),
    ...(document.date === null ? {} : periodOf(document.date)),
  }
}

/**
 * The record of a document, whose translations are known only when all documents are.
 *
 * @param termsByLanguage distinct terms of all its passages
 */
export function documentRecord(
  document: IdentifiedDocument,
  passages: number,
  termsByLanguage: ReadonlyMap<string, ReadonlySet<string>>,
  langs: ReadonlySet<string>,
): DocumentRecord {
  const { date } = document
  return {
    id: document.id,
    path: document.path,
    title: document.title,
    lang: document.lang,
    langs: [...langs],
    topics: topicIds(document),
    topicWords: Object.fromEntries(document.topics.map(({ id, words }) => [id, words])),
    ...(date === null ? {} : { ...periodOf(date), datePrecision: date.precision, dateWords: date.words }),
    year: date === null ? UNKNOWN : date.value.slice(0, 4),
    month: date === null || date.precision === 'year' ? UNKNOWN : date.value.slice(0, 7),
    source: document.source,
    url: document.url,
    translations: [],
    passages,
    tok: [...termsByLanguage].flatMap(([lang, terms]) => [...terms].map((term) => token(lang, term))),
  }
}

function topicIds(document: IdentifiedDocument): string[] {
  return document.topics.length === 0 ? [UNCLASSIFIED] : document.topics.map(({ id }) => id)
}

/** First and last day of a date, in epoch seconds. */
function periodOf({ value, precision }: PublicationDate): { date: number; dateEnd: number } {
  const first = new Date(precision === 'year' ? `${value}-01-01` : value)
  const last = new Date(first)
  // Day 0 of the month after. Not Date.UTC, which takes the year 50 for 1950.
  if (precision !== 'day') last.setUTCMonth(precision === 'year' ? 12 : first.getUTCMonth() + 1, 0)
  return { date: first.getTime() / 1000, dateEnd: last.getTime() / 1000 }
}
