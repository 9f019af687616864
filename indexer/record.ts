/** Described documents and their passages → drafts: what the writer stores. Pure but for the passing of passages. */
import { createHash } from 'node:crypto'
import type { DocumentDraft, PassageDraft } from '../engine/drafts.ts'
import { UNCLASSIFIED, UNKNOWN } from '../engine/schema.ts'
import { analyze, type Term } from '../language/analyzer.ts'
import { passageLanguage } from '../language/detect.ts'
import { createBreaks } from '../language/slices.ts'
import type { Description, Metadata, Passage, PublicationDate } from './document.ts'
import { createFieldAnalyzer, type FieldDocument } from './field-terms.ts'
import type { LabelTerms } from './label-terms.ts'
import { mirrorKeys } from './translations/mirror.ts'

/** A described document and where it stands. */
export type DescribedDocument = { path: string } & Description

/** The id of a document: 64 bits of the SHA-256 of its path or given id, in hexadecimal. Stable whatever happens. */
export function documentId(pathOrId: string): string {
  return createHash('sha256').update(pathOrId).digest('hex').slice(0, 16)
}

/** What is known of a document that does not come from describing it. */
export type Origin = {
  place: string
  contentHash: string
  /** Where it says that it is in other languages. Default: nowhere. */
  alternates?: Metadata['alternates']
}

/** The draft of a document, which has no id yet. */
export function documentDraft(
  document: DescribedDocument,
  { place, contentHash, alternates = [] }: Origin,
): Omit<DocumentDraft, 'id'> {
  const { date } = document
  const paths = [{ place, path: document.path }]
  return {
    place,
    path: document.path,
    paths,
    folder: foldersOf(document.path),
    contentHash,
    title: document.title,
    titleFrom: document.titleFrom,
    lang: document.lang,
    topics: document.topics.length === 0 ? [UNCLASSIFIED] : document.topics.map(({ id }) => id),
    topicWords: Object.fromEntries(document.topics.map(({ id, evidence }) => [id, evidence])),
    topicScores: Object.fromEntries(document.topics.map(({ id, score }) => [id, score])),
    references: document.references.map(({ id }) => id),
    articles: document.references.flatMap(({ articles }) => articles),
    tags: document.tags,
    ...datedFields(date),
    source: document.source,
    url: document.url,
    named: document.translations,
    mirror: mirrorKeys({ lang: document.lang, paths, url: document.url, alternates }),
  }
}

/** What is stored of a date. */
export function datedFields(
  date: PublicationDate | null,
): Pick<
  DocumentDraft,
  'date' | 'dateEnd' | 'datePrecision' | 'dateBasis' | 'dateWords' | 'dateEvidence' | 'year' | 'month'
> {
  return {
    ...(date === null
      ? {}
      : {
          ...periodOf(date),
          datePrecision: date.precision,
          dateWords: date.words,
          dateEvidence: date.evidence,
        }),
    dateBasis: date === null ? UNKNOWN : date.basis,
    year: date === null ? UNKNOWN : date.value.slice(0, 4),
    month: date === null || date.precision === 'year' ? UNKNOWN : date.value.slice(0, 7),
  }
}

/**
 * The drafts of passages, each analyzed in its own language.
 *
 * @param onAnalyzed called with the terms of each passage's text
 */
export async function* passageDrafts(
  document: FieldDocument & Pick<DescribedDocument, 'lang'>,
  passages: AsyncIterable<Passage> | Iterable<Passage>,
  labelsOf: LabelTerms,
  onAnalyzed: (found: readonly Term[]) => void = () => {},
): AsyncGenerator<PassageDraft> {
  let words: { term: string; word: string }[] = []
  const takeBreak = createBreaks()
  const fields = createFieldAnalyzer(document, labelsOf, (_lang, found) => words.push(...found))
  for await (const passage of passages) {
    await takeBreak()
    const lang = passageLanguage(passage.text, document.lang)
    const found = analyze(passage.text, lang)
    onAnalyzed(found)
    words = [...found]
    const terms = fields(passage, lang, found)
    yield {
      position: passage.position,
      lang,
      title: document.title,
      heading: passage.heading,
      text: passage.text,
      start: passage.start,
      end: passage.end,
      ...(passage.page === undefined ? {} : { page: passage.page }),
      terms,
      words,
    }
  }
}

/** The folders of a path, outermost first: `a/b/c.md` → `a`, `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** First and last day of a date, in epoch seconds. */
function periodOf({ value, precision }: PublicationDate): { date: number; dateEnd: number } {
  const first = new Date(precision === 'year' ? `${value}-01-01` : value)
  const last = new Date(first)
  // Day 0 of the month after. Not Date.UTC, which takes the year 50 for 1950.
  if (precision !== 'day') last.setUTCMonth(precision === 'year' ? 12 : first.getUTCMonth() + 1, 0)
  return { date: first.getTime() / 1000, dateEnd: last.getTime() / 1000 }
}
