/** The translations of documents that are shown. */
import type { Reader } from '../../engine/ask.ts'
import { type ShownDocument, type ShownTranslation, translationsById } from '../../engine/fetch.ts'

/** Documents with all their translations, in no order. One request more, and none if no document has any. */
export async function withTranslations<Found extends { document: ShownDocument }>(
  documents: readonly Found[],
  reader: Reader,
): Promise<{ documents: readonly Found[]; translations: ShownTranslation[] }> {
  const ids = new Set(documents.flatMap(({ document }) => document.translations))
  return { documents, translations: await translationsById(reader, [...ids]) }
}
