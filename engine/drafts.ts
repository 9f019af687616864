/** Documents on their way into the index, before the writer gives them a revision: drafts → records and counts. Pure. */
import { impact, lengthNorm } from '../ranking/bm25.ts'
import { type Counter, type Counts, createCounter, termLanguage } from '../ranking/counts.ts'
import {
  encodedLength,
  encodeTerms,
  type FieldTerms,
  frequenciesOf,
  lengthOf,
} from '../ranking/encoded-terms.ts'
import { levelOf } from '../ranking/levels.ts'
import type { ChangeRecord } from './changes.ts'
import { levelToken, token } from './filters.ts'
import { slotOf } from './parts/placement.ts'
import { type DocumentRecord, keyOf, type PassageRecord } from './schema.ts'

/** A passage before its document has a revision. */
export type PassageDraft = Pick<
  PassageRecord,
  'position' | 'lang' | 'title' | 'heading' | 'text' | 'start' | 'end' | 'page'
> & {
  terms: FieldTerms
  /** Its words as they were written, under their terms. */
  words: readonly { term: string; word: string }[]
}

/** What a document is known by before its passages are read. */
export type DocumentDraft = Omit<
  DocumentRecord,
  | 'slot'
  | 'revision'
  | 'addedAt'
  | 'changedAt'
  | 'key'
  | 'langs'
  | 'passages'
  | 'tok'
  | 'translations'
  | 'copyGroup'
  | 'signature'
  | 'mark'
  | 'copyMarks'
  | 'sketch'
>

/** A document on its way into the index. */
export type Draft = {
  document: DocumentDraft
  /** Of a document that is only moved to another generation. Default: the number of the change. */
  revision?: number
  /** Of the same, and of one that is made of a stored one. Default: when the change began. */
  addedAt?: number
  changedAt?: number
  /** Consumable once; a long document never stands in memory as a whole. */
  passages: AsyncIterable<PassageDraft> | Iterable<PassageDraft>
  /** What is known when all passages have been read. */
  finish?: (terms: readonly string[]) => Pick<DocumentRecord, 'signature' | 'mark' | 'copyMarks' | 'sketch'>
}

/** What a document adds to the index, once its passages have passed. */
export type Contribution = {
  /** The record of a passage. */
  add: (draft: PassageDraft, meanLength: number) => PassageRecord
  /** Counts the words of a passage as they were written, before it is added without them. */
  addWords: (draft: Pick<PassageDraft, 'lang' | 'words'>) => void
  /** The record of the document, which is counted now; `undefined` if it has no passage. */
  finish: () => DocumentRecord | undefined
}

/** Opens the contribution of a document to a change, whose documents are counted together. */
export function contributionOf(
  { document, finish, revision: own, addedAt, changedAt }: Draft,
  { number, at }: Pick<ChangeRecord, 'number' | 'at'>,
  counter: Counter,
): Contribution {
  const revision = own ?? number
  const key = keyOf(document.id, revision)
  const terms = new Map<string, Set<string>>()
  const langs = new Set<string>()
  let passages = 0
  const addWords: Contribution['addWords'] = ({ lang, words }) => {
    for (const { term, word } of words) counter.addWord(termLanguage(lang), term, word)
  }
  return {
    addWords,
    add: (draft, meanLength) => {
      const { terms: fields, words, ...shown } = draft
      const filedUnder = termLanguage(draft.lang)
      const levels = termLevels(fields, meanLength)
      counter.addPassage(filedUnder, lengthOf(fields), levels)
      addWords({ lang: draft.lang, words })
      const known = terms.get(filedUnder) ?? new Set()
      terms.set(filedUnder, known)
      const { title, heading, text, references = [], labels = [] } = fields
      for (const field of [title, heading, text, references, ...labels]) {
        for (const term of field) known.add(term)
      }
      langs.add(draft.lang)
      passages += 1
      return {
        id: `${key}-${draft.position}`,
        document: key,
        ...shown,
        terms: encodeTerms(fields),
        tok: levels.map(([term, level]) => levelToken(filedUnder, term, level)),
        documentLang: document.lang,
        topics: document.topics,
        place: [...new Set(document.paths.map(({ place }) => place))],
        folder: document.folder,
        dateBasis: document.dateBasis,
        references: document.references,
        articles: document.articles,
        tags: document.tags,
        source: document.source,
        ...(document.date === undefined ? {} : { date: document.date }),
        ...(document.dateEnd === undefined ? {} : { dateEnd: document.dateEnd }),
      }
    },
    finish: () => {
      if (passages === 0) return undefined
      const record = {
        ...document,
        slot: slotOf(document.id),
        revision,
        addedAt: addedAt ?? at,
        changedAt: changedAt ?? at,
        key,
        langs: [...langs],
        passages,
        translations: [],
        tok: [...terms].flatMap(([lang, of]) => [...of].map((term) => token(lang, term))),
        ...finish?.([...(terms.get(termLanguage(document.lang)) ?? [])]),
      }
      for (const [lang, of] of terms) counter.addDocument(lang, of)
      return record
    },
  }
}

/** The distinct terms of a passage with their levels. */
function termLevels(terms: FieldTerms, meanLength: number): [term: string, level: number][] {
  const length = lengthOf(terms)
  return [...frequenciesOf(terms, lengthNorm(length, meanLength))].map(([term, frequency]) => [
    term,
    levelOf(impact(frequency, length, meanLength)),
  ])
}

/** What a stored document adds to the statistics, read off its passages. */
export function storedContribution(
  passages: Iterable<Pick<PassageRecord, 'lang' | 'terms' | 'tok'>>,
): Counts {
  const counter = createCounter()
  const distinct = new Map<string, Set<string>>()
  for (const { lang, terms, tok } of passages) {
    const filedUnder = termLanguage(lang)
    const levels = tok.map(levelOfToken)
    counter.addPassage(filedUnder, encodedLength(terms), levels)
    const known = distinct.get(filedUnder) ?? new Set()
    distinct.set(filedUnder, known)
    for (const [term] of levels) known.add(term)
  }
  for (const [lang, of] of distinct) counter.addDocument(lang, of)
  return counter.counts()
}

/** The term and the level that a {@link levelToken} names. */
function levelOfToken(value: string): [term: string, level: number] {
  const end = value.lastIndexOf('/')
  return [value.slice(value.indexOf(':') + 1, end), Number(value.slice(end + 1))]
}
