/** The translations of documents that are shown. */
import {
  ask,
  type Reader,
  type ShownDocument,
  type ShownTranslation,
  translationsById,
} from '../../engine/search.ts'

/** Documents with all their translations, in no order. One request more, and none if no document has any. */
export async function withTranslations<Found extends { document: ShownDocument }>(
  documents: readonly Found[],
  reader: Reader,
): Promise<{ documents: readonly Found[]; translations: ShownTranslation[] }> {
  const ids = new Set(documents.flatMap(({ document }) => document.translations))
  if (ids.size === 0) return { documents, translations: [] }
  const { found } = await ask(reader, { found: [translationsById(reader.indexes, [...ids])] })
  return { documents, translations: found[0] ?? [] }
}
