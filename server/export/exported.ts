/** A document as exports and citations have it: what is known of it, without its text. */
import type { ShownDocument, ShownTranslation } from '../../engine/fetch.ts'
import type { ExportedDocument } from '../schemas/export.ts'
import { presentDocument } from '../search/presenting/document.ts'
import type { LabelLanguage, TopicLabels } from '../topics.ts'

const NO_COPIES = { folded: [], others: [], total: 0 }

/** The document, without its copies. */
export function exportedDocument(
  document: ShownDocument,
  translations: readonly ShownTranslation[],
  labels: TopicLabels,
  lang: LabelLanguage,
): ExportedDocument {
  const {
    copies: _,
    copiesTotal,
    ...shown
  } = presentDocument(document, translations, NO_COPIES, labels, lang)
  return { ...shown, revision: document.revision }
}
