/** The topics that documents are sorted into, with their names. */
import { UNCLASSIFIED } from '../engine/schema.ts'

/** Languages that labels exist in. */
export type LabelLanguage = 'it' | 'en'

/** A technology area: a stable slug and its names. */
export type Topic = { id: string; labels: Record<LabelLanguage, string> }

const UNCLASSIFIED_LABELS = { it: 'Senza area', en: 'Unclassified' }

/** Names of topics, in either language. */
export type TopicLabels = {
  ids: readonly string[]
  label: (id: string, lang: LabelLanguage) => string
}

/** The names of `topics`; an unknown id is its own name. */
export function createTopicLabels(topics: readonly Topic[]): TopicLabels {
  const byId = new Map(topics.map(({ id, labels }) => [id, labels]))
  byId.set(UNCLASSIFIED, UNCLASSIFIED_LABELS)
  return {
    ids: topics.map(({ id }) => id),
    label: (id, lang) => byId.get(id)?.[lang] ?? id,
  }
}

/** The language for labels that an Accept-Language header prefers: Italian if it comes before English. */
export function labelLanguage(acceptLanguage: string | undefined): LabelLanguage {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { lang: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) }
    })
    .filter(({ lang, quality }) => (lang === 'it' || lang === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return preferred[0]?.lang === 'it' ? 'it' : 'en'
}
