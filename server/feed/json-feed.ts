/** A feed as JSON Feed 1.1 (jsonfeed.org). Pure. */
import type { JsonFeed } from '../schemas/feed.ts'
import type { Feed } from './feed.ts'

/** The document. */
export function jsonFeedOf({ title, self, search, items }: Feed): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: search.url,
    feed_url: self,
    items: items.map(({ id, url, title, lang, added, changed, date, source, topics, beginning }) => ({
      id,
      url,
      title,
      content_text: beginning,
      ...(lang === 'und' ? {} : { language: lang }),
      date_published: added,
      date_modified: changed,
      ...(source === null ? {} : { authors: [{ name: source }] }),
      tags: topics.map(({ label }) => label),
      _bifora: { date, topics: topics.map(({ id }) => id) },
    })),
  }
}
