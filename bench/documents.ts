/** What is indexed to be measured: documents whose passages are given, without chunking or describing. */
import type { Draft } from '../engine/drafts.ts'
import type { PublicationDate } from '../indexer/document.ts'
import { createLabelTerms } from '../indexer/label-terms.ts'
import { documentDraft, documentId, passageDrafts } from '../indexer/record.ts'
import { BenchError } from './errors.ts'
import { type Line, readJsonLines, textOf, textsOf } from './jsonl.ts'

/** A document with its passages. */
export type BenchDocument = {
  /** Its own name for itself; answers give it back as the document's path. */
  id: string
  /** ISO 639-1. */
  lang: string
  /** Counts as a title in ranking; empty if there is none. */
  title: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty if unknown. */
  date: string
  topics: string[]
  /** Its passages, in order. */
  texts: string[]
}

/**
 * Reads a file of passages, each as the only passage of a document: `id`, `lang`, `text`, and, if there, `title`,
 * `date` and `topics`.
 *
 * @throws {BenchError} naming the line that is not as it should be, or the file if it has no passage
 */
export async function readPassages(path: string): Promise<BenchDocument[]> {
  const documents = new Map<string, BenchDocument>()
  for await (const line of readJsonLines(path)) {
    const document = readPassage(line)
    if (documents.has(document.id))
      throw new BenchError(`${line.place}: there is an "${document.id}" already.`)
    documents.set(document.id, document)
  }
  if (documents.size === 0) throw new BenchError(`${path} has no passages.`)
  return [...documents.values()]
}

function readPassage(line: Line): BenchDocument {
  const has = (property: string): boolean =>
    line.value[property] !== undefined && line.value[property] !== null
  const lang = textOf(line, 'lang')
  if (!/^[a-z]{2}$|^und$/.test(lang))
    throw new BenchError(`${line.place}: "${lang}" is no language code, as "it" is.`)
  const date = has('date') ? textOf(line, 'date') : ''
  if (date !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) {
    throw new BenchError(`${line.place}: "${date}" is no date. Use YYYY, YYYY-MM or YYYY-MM-DD.`)
  }
  return {
    id: textOf(line, 'id'),
    lang,
    title: has('title') ? textOf(line, 'title') : '',
    date,
    topics: has('topics') ? textsOf(line, 'topics') : [],
    texts: [textOf(line, 'text')],
  }
}

/** The document as the writer takes it. */
export function toDraft({ id, lang, title, date, topics, texts }: BenchDocument): Draft {
  const document = {
    path: id,
    title: title === '' ? id : title,
    titleFrom: title === '' ? ('file-name' as const) : ('metadata' as const),
    lang,
    date:
      date === ''
        ? null
        : {
            value: date,
            precision: precisionOf(date),
            basis: 'published' as const,
            words: date,
            evidence: date,
          },
    topics: topics.map((topic) => ({ id: topic, score: 1, evidence: [] })),
    references: [],
    tags: [],
    rejected: [],
    source: '',
    url: '',
    translations: [],
  }
  const passages = texts.map((text, position) => ({
    position,
    heading: [],
    text,
    start: 0,
    end: text.length,
  }))
  return {
    document: {
      id: documentId(id),
      ...documentDraft(document, { place: 'bench', contentHash: '' }),
      folder: [],
    },
    passages: passageDrafts(document, passages, noLabels),
  }
}

const noLabels = createLabelTerms([])

function precisionOf(date: string): PublicationDate['precision'] {
  if (date.length === 4) return 'year'
  return date.length === 7 ? 'month' : 'day'
}
