/** Which documents of a generation have translations, read one page after another, however many documents there are. */

import type { Reader } from './ask.ts'
import type { DocumentRecord } from './schema.ts'

/** A document and the documents that say the same in another language. */
export type TranslatedDocument = Pick<
  DocumentRecord,
  'id' | 'path' | 'title' | 'lang' | 'passages' | 'translations'
>

const FIELDS = ['id', 'path', 'title', 'lang', 'passages', 'translations']
const PAGE_SIZE = 1000

/**
 * All documents that name a translation, in no order.
 *
 * @throws {EngineError} `ENGINE_UNAVAILABLE`, or `INDEX_MISSING` if the generation was replaced meanwhile
 */
export async function* translatedDocuments({
  engine,
  indexes,
  signal,
}: Reader): AsyncGenerator<TranslatedDocument> {
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const { results } = (await engine.read(
      `indexes/${indexes.documents}/documents/fetch`,
      { offset, limit: PAGE_SIZE, fields: FIELDS },
      signal,
    )) as { results: TranslatedDocument[] }
    yield* results.filter(({ translations }) => translations.length > 0)
    if (results.length < PAGE_SIZE) return
  }
}
