/** A document → the properties that it has wherever it is shown. */
import type { ShownCopy } from '../../../engine/copies.ts'
import type { ShownDocument, ShownTranslation } from '../../../engine/fetch.ts'
import { UNCLASSIFIED } from '../../../engine/schema.ts'
import { referenceLabel } from '../../../language/references/references.ts'
import type { DocumentCopy, DocumentTranslation } from '../../schemas/common.ts'
import type { LabelLanguage, TopicLabels } from '../../topics.ts'
import type { Copies } from '../finding/copies.ts'
import { shownDate } from './date.ts'

/**
 * The properties that results, exports and the document itself show.
 *
 * @param translations of this document and maybe of others too, in any order
 */
export function presentDocument(
  document: ShownDocument,
  translations: readonly ShownTranslation[],
  copies: Copies,
  labels: TopicLabels,
  lang: LabelLanguage,
) {
  return {
    id: document.id,
    place: document.place,
    path: document.path,
    paths: document.paths,
    url: document.url === '' ? null : document.url,
    title: document.title,
    lang: document.lang,
    date: shownDate(document),
    datePrecision: document.datePrecision ?? null,
    dateBasis: document.date === undefined ? null : document.dateBasis,
    source: document.source === '' ? null : document.source,
    topics: document.topics
      .filter((id) => id !== UNCLASSIFIED)
      .map((id) => ({
        id,
        label: labels.label(id, lang),
        words: document.topicWords[id] ?? [],
        score: document.topicScores[id] ?? 1,
      })),
    references: document.references.map((id) => ({
      id,
      label: referenceLabel(id, lang),
      articles: document.articles.filter((article) => article.startsWith(`${id}#`)),
    })),
    tags: document.tags,
    translations: ownTranslations(document, translations),
    copies: [
      ...copies.folded.map((copy) => presentCopy(copy, true)),
      ...copies.others.map((copy) => presentCopy(copy, false)),
    ],
    copiesTotal: copies.total,
  }
}

function presentCopy(copy: ShownCopy, folded: boolean): DocumentCopy {
  const { id, title, place, path, url } = copy
  return { id, title, place, path, url: url === '' ? null : url, date: shownDate(copy), folded }
}

function ownTranslations(
  document: ShownDocument,
  translations: readonly ShownTranslation[],
): DocumentTranslation[] {
  const byId = new Map(translations.map((translation) => [translation.id, translation]))
  return document.translations
    .flatMap((id) => byId.get(id) ?? [])
    .map(({ id, lang, title, path }) => ({ id, lang, title, path }))
}
