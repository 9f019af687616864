/** What both kinds of feed say. Pure. */
import type { ShownDocument } from '../../engine/fetch.ts'
import { UNCLASSIFIED } from '../../engine/schema.ts'
import { shownDate } from '../search/presenting/date.ts'
import type { LabelLanguage, TopicLabels } from '../topics.ts'
import type { FeedEntry } from './entries.ts'

/** A feed, before it is written in one of the formats. Times are ISO 8601, UTC. */
export type Feed = {
  title: string
  /** Address of this feed, which is what it is known by. */
  self: string
  /** The same search, to be looked at: the page, or where there is none the answer of the API. */
  search: { url: string; type: string }
  updated: string
  items: FeedItem[]
}

/** One document. */
export type FeedItem = {
  /** Its address here, which is what it is known by: the same whatever becomes of the document. */
  id: string
  /** Where it was published, else where it can be read: on the page, or where there is none over the API. */
  url: string
  title: string
  lang: string
  /** When it came into the index, and when it was last changed there. */
  added: string
  changed: string
  /** Date of publication, as exact as known; null if it is not. */
  date: string | null
  source: string | null
  topics: { id: string; label: string }[]
  beginning: string
}

/** Where a feed stands, and what names topics have in it. */
export type FeedContext = {
  /** Scheme, host and prefix of the service, without a slash at the end. */
  base: string
  /** Path and query of the feed, below `base`. */
  url: string
  /** When the index was built: an empty feed was changed then. */
  builtAt: string
  labels: TopicLabels
  labelsLang: LabelLanguage
  /** Whether there is a search page, on which documents can be read. */
  hasPage: boolean
}

/** A feed of documents, in their order. */
export function feedOf(
  entries: readonly FeedEntry[],
  { base, url, builtAt, labels, labelsLang, hasPage }: FeedContext,
): Feed {
  const query = new URLSearchParams(url.split('?')[1] ?? '')
  const criteria = [...query].filter(([name]) => name !== 'size')
  const words = criteria.map(([name, value]) => (name === 'q' ? value : `${name}=${value}`))
  query.delete('size')
  const times = entries.map(({ document }) => document.changedAt)
  return {
    title: ['Bifora', ...words].join(' · '),
    self: base + url,
    search: {
      url: `${base}${hasPage ? '/' : '/v1/search'}${query.size === 0 ? '' : `?${query}`}`,
      type: hasPage ? 'text/html' : 'application/json',
    },
    updated: times.length === 0 ? builtAt : isoTime(Math.max(...times)),
    items: entries.map(({ document, beginning }) => ({
      id: addressOf(document, base),
      url: isWebAddress(document.url)
        ? document.url
        : hasPage
          ? `${base}/?document=${encodeURIComponent(document.id)}`
          : addressOf(document, base),
      title: document.title || document.path,
      lang: document.lang,
      added: isoTime(document.addedAt),
      changed: isoTime(document.changedAt),
      date: shownDate(document),
      source: document.source === '' ? null : document.source,
      topics: document.topics
        .filter((id) => id !== UNCLASSIFIED)
        .map((id) => ({ id, label: labels.label(id, labelsLang) })),
      beginning,
    })),
  }
}

function addressOf({ id }: ShownDocument, base: string): string {
  return `${base}/v1/documents/${encodeURIComponent(id)}`
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString()
}
