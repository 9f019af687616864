/** What is understood of files, and from what: drafted as they would be indexed, and told instead of stored. */
import { hashOfFile } from './content-hash.ts'
import type { DocumentReference, PublicationDate, TopicEvidence } from './document.ts'
import type { Drafting } from './drafting/drafting.ts'
import type { Drafted, Source } from './drafting/source.ts'
import type { ReadOptions } from './read/formats.ts'
import { walkFiles } from './read/walk.ts'

/** A document, or why there is none. */
export type Explanation = {
  /** Relative to the folder that was given; with the path inside of it where it stands in an archive. */
  path: string
  /** Empty if it is of none that is read. */
  format: string
} & (ExplainedDocument | { failed: string } | { ignored: string })

/** What is understood of a document. */
export type ExplainedDocument = {
  lang: string
  title: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; null if nothing says it. */
  date: string | null
  datePrecision: PublicationDate['precision'] | null
  dateBasis: PublicationDate['basis'] | null
  /** The line that the date stands in. */
  dateEvidence: string | null
  topics: TopicEvidence[]
  references: DocumentReference[]
  tags: string[]
  passages: { position: number; page?: number; lang: string; heading: string[]; text: string }[]
  /** What was looked at and not taken, with the reason. */
  rejected: string[]
  warnings: string[]
}

/**
 * Explains files, and those in folders.
 *
 * @throws {IndexingError} `PATH_MISSING` if one of the paths does not exist
 */
export async function* explainFiles(
  paths: readonly string[],
  { drafting, reading, signal }: { drafting: Drafting; reading?: ReadOptions; signal: AbortSignal },
): AsyncGenerator<Explanation> {
  const passedOver: Explanation[] = []
  const sources = async function* (): AsyncGenerator<Source> {
    for await (const found of walkFiles(paths, reading)) {
      if ('reason' in found) {
        const { path, reason, kind } = found
        passedOver.push({
          path,
          format: '',
          ...(kind === 'ignored' ? { ignored: reason } : { failed: reason }),
        })
        continue
      }
      const { path, absolutePath, sizeBytes } = found
      const contentHash = await hashOfFile(absolutePath)
      yield {
        path,
        place: '',
        content: { absolutePath, sizeBytes },
        contentHash,
        isExplained: true,
        ...(reading === undefined ? {} : { options: reading }),
      }
    }
  }
  for await (const event of drafting.draftAll(sources(), signal)) {
    yield* passedOver.splice(0)
    if ('drafted' in event) yield await explained(event.drafted)
    else if (event.failed !== undefined) {
      yield { path: event.source.path, format: '', failed: event.failed.message }
    }
  }
  yield* passedOver
}

async function explained(drafted: Drafted): Promise<Explanation> {
  const { path, format } = drafted
  if ('failed' in drafted) {
    const { code, message } = drafted.failed
    return { path, format, ...(code === 'UNSUPPORTED_FORMAT' ? { ignored: message } : { failed: message }) }
  }
  if (!('draft' in drafted) || drafted.draft.description === undefined) {
    throw new Error('A draft came without what was found out about it.')
  }
  const { description, rest, passages } = drafted.draft
  const { lang, title, date, topics, references, tags, rejected } = description
  const shown: ExplainedDocument['passages'] = []
  for await (const { position, page, lang, heading, text } of passages) {
    shown.push({ position, ...(page === undefined ? {} : { page }), lang, heading, text })
  }
  // As indexing reports it.
  if (shown.length === 0) return { path, format, failed: 'no text' }
  return {
    path,
    format,
    lang,
    title,
    date: date?.value ?? null,
    datePrecision: date?.precision ?? null,
    dateBasis: date?.basis ?? null,
    dateEvidence: date?.evidence ?? null,
    topics,
    references,
    tags,
    passages: shown,
    rejected,
    warnings: rest.warnings,
  }
}
